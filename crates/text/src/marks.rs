//! Words and pairs of words that say what a text does: negate, speak of oneself, ask, wait, buy, want money back.

use crate::hash;
use crate::table::{Table, key};
use crate::words::Words;
use crate::{Language, token};
use Language::{Af, De, En, Es, Fr, Fy, It, Nl, Pt};

/// Turns what follows into its contrary.
pub(crate) const NEGATION: u8 = 1;
/// The writer speaks of themselves.
pub(crate) const FIRST_PERSON: u8 = 2;
/// Asks, when it opens a text.
pub(crate) const ASKING: u8 = 4;
/// Something bought, ordered, booked or delivered; a customer's service.
pub(crate) const PURCHASE: u8 = 8;
/// Waiting, no answer, late.
pub(crate) const WAITING: u8 = 16;
/// Money or goods back, breach, warning others off.
pub(crate) const REFUND: u8 = 32;

/// Warns others off, or has left for good: as ill as words get, and its "never" turns nothing round.
pub(crate) const WARNING: u8 = 64;

/// Words (or pairs, with a `_` between) by language and mark; folded when the table is built.
const MARKS: &[(Language, u8, &str)] = &[
    (Fr, NEGATION, "pas jamais rien aucun aucune sans ni plus_jamais personne"),
    (En, NEGATION, "not no never none nothing cannot cant dont wont isnt wasnt doesnt didnt t without nobody"),
    (Fy, NEGATION, "net nea gjin neat sûnder nimmen nearne"),
    (Nl, NEGATION, "niet geen nooit niets niks zonder niemand nergens"),
    (De, NEGATION, "nicht kein keine keinen keiner nie nichts ohne niemand nix"),
    (Es, NEGATION, "no nunca jamás nada sin ni ningún ninguna nadie tampoco"),
    (It, NEGATION, "non mai niente nulla senza né nessuno nessuna neanche"),
    (Pt, NEGATION, "não nao nunca jamais nada sem nem nenhum nenhuma ninguém n"),
    (Af, NEGATION, "nie geen nooit niks sonder niemand nêrens"),
    (Fr, FIRST_PERSON, "je j me m moi mon ma mes nous notre nos"),
    (En, FIRST_PERSON, "i me my mine we us our im ive ill"),
    (Fy, FIRST_PERSON, "ik my myn wy ús uz ús_eigen k"),
    (Nl, FIRST_PERSON, "ik me mij mijn wij we ons onze"),
    (De, FIRST_PERSON, "ich mich mir mein meine meinen meinem wir uns unser unsere"),
    (Es, FIRST_PERSON, "yo me mi mis mí nos nosotros nuestro nuestra"),
    (It, FIRST_PERSON, "io mi me mio mia miei mie noi ci nostro nostra"),
    (Pt, FIRST_PERSON, "eu me mim meu minha meus minhas nós nosso nossa"),
    (Af, FIRST_PERSON, "ek my myne ons"),
    (
        Fr,
        ASKING,
        "pourquoi est_ce qu_est quelqu_un savez_vous avez_vous pouvez_vous peut_on puis_je comment_faire où_est où_sont combien_de",
    ),
    (
        En,
        ASKING,
        "why does_anyone can_someone can_you could_you do_you is_there are_there where_is how_do how_can how_long who_knows what_time",
    ),
    (Fy, ASKING, "wêrom hoefolle wit_immen kinne_jim kinne_jo hawwe_jim is_der wêr_is hoe_let wannear_komt"),
    (
        Nl,
        ASKING,
        "waarom hoeveel weet_iemand kan_iemand kunnen_jullie kunt_u heeft_u hebben_jullie is_er waar_is hoe_laat hoe_kan",
    ),
    (
        De,
        ASKING,
        "warum wieso weshalb wieviel weiß_jemand kann_jemand könnt_ihr können_sie gibt_es wo_ist wie_kann wie_lange",
    ),
    (Es, ASKING, "alguien_sabe por_qué dónde_está cuándo_es cuánto_cuesta cómo_puedo pueden_decirme"),
    (It, ASKING, "qualcuno_sa perché_non dov_è quanto_costa come_posso potete_dirmi"),
    (Pt, ASKING, "alguém_sabe por_que cadê onde_está quanto_custa como_posso podem_me"),
    (Af, ASKING, "hoekom hoeveel weet_iemand kan_iemand kan_julle waar_is"),
    (
        Fr,
        PURCHASE,
        "acheté achetée commande commandé commandée colis livraison livré livrée réservé réservation facture payé payée abonnement service sav client clients clientèle produit vol billet hôtel restaurant chambre serveur serveuse repas magasin boutique caisse vendeur",
    ),
    (
        En,
        PURCHASE,
        "bought ordered order parcel package delivery delivered booked booking invoice paid subscription service customer product flight ticket hotel restaurant room waiter meal store shop luggage bag bags refundable seat",
    ),
    (
        Fy,
        PURCHASE,
        "kocht bestelle besteld bestelling pakket besoarging besoarge boekt boeking rekken betelle betellet abonnemint tsjinst klant klanten produkt flecht kaartsje hotel restaurant keamer iten winkel",
    ),
    (
        Nl,
        PURCHASE,
        "gekocht besteld bestelling pakket pakje bezorging bezorgd geboekt boeking factuur rekening betaald abonnement service dienst klant klanten klantenservice product vlucht ticket hotel restaurant kamer ober eten winkel",
    ),
    (
        De,
        PURCHASE,
        "gekauft bestellt bestellung paket lieferung geliefert gebucht buchung rechnung bezahlt abo service kunde kunden kundenservice produkt flug ticket hotel restaurant zimmer kellner essen laden zug bahn",
    ),
    (
        Es,
        PURCHASE,
        "comprado compré compra pedido paquete entrega entregado reserva reservé factura pagado pagué suscripción servicio cliente clientes producto vuelo billete hotel restaurante habitación camarero comida tienda",
    ),
    (
        It,
        PURCHASE,
        "comprato acquistato ordine ordinato pacco consegna consegnato prenotato prenotazione fattura pagato abbonamento servizio cliente clienti assistenza prodotto volo biglietto hotel ristorante camera cameriere negozio",
    ),
    (
        Pt,
        PURCHASE,
        "comprei comprado compra pedido encomenda entrega entregue reserva reservei fatura paguei assinatura serviço atendimento cliente clientes produto voo bilhete hotel restaurante quarto garçom comida loja",
    ),
    (
        Af,
        PURCHASE,
        "gekoop bestel bestelling pakkie aflewering bespreek faktuur betaal diens kliënt kliënte produk vlug kaartjie hotel restaurant kamer winkel",
    ),
    (
        Fr,
        WAITING,
        "attends attend attendre attendu attente retard toujours_pas aucune_réponse pas_répondu sans_réponse injoignable annulé annulée heures_d jamais_reçu jamais_arrivé",
    ),
    (
        En,
        WAITING,
        "waiting waited wait late delayed delay still_no still_not no_reply no_response no_answer on_hold cancelled canceled never_arrived never_received hours",
    ),
    (Fy, WAITING, "wachtsje wachte wachtsjen let noch_hieltyd gjin_antwurd nea_oankommen oeren ôfsein"),
    (
        Nl,
        WAITING,
        "wacht wachten gewacht vertraging vertraagd nog_steeds geen_antwoord geen_reactie nooit_ontvangen nooit_aangekomen uren geannuleerd onbereikbaar",
    ),
    (
        De,
        WAITING,
        "warte warten gewartet verspätung verspätet immer_noch keine_antwort nie_angekommen nie_erhalten stunden storniert warteschleife",
    ),
    (
        Es,
        WAITING,
        "espero esperando esperar esperado retraso retrasado sin_respuesta nadie_responde nunca_llegó horas cancelado cancelada",
    ),
    (
        It,
        WAITING,
        "aspetto aspettando aspettare attesa ritardo nessuna_risposta mai_arrivato mai_ricevuto ore cancellato annullato",
    ),
    (
        Pt,
        WAITING,
        "esperando espero esperar espera atraso atrasado sem_resposta ninguém_responde nunca_chegou horas cancelado cancelada",
    ),
    (Af, WAITING, "wag gewag vertraag vertraging nog_steeds geen_antwoord nooit_ontvang ure gekanselleer"),
    (
        Fr,
        REFUND,
        "remboursement remboursé remboursée rembourser remboursez arnaque arnaqué arnaqueurs réclamation plainte défectueux cassé cassée panne plus_jamais à_fuir honteux scandaleux inadmissible boycott",
    ),
    (
        En,
        REFUND,
        "refund refunded reimburse scam scammed complaint complain broken defective damaged never_again rip_off ripped_off money_back avoid unacceptable worst_service lost_my boycott",
    ),
    (
        Fy,
        REFUND,
        "jild_werom werom_jild oplichting oplichte klacht stikken defekt nea_wer skande ûnakseptabel boykot jild",
    ),
    (
        Nl,
        REFUND,
        "terugbetaling terugbetaald geld_terug oplichting opgelicht oplichters klacht kapot defect nooit_meer schandalig schande onacceptabel boycot",
    ),
    (
        De,
        REFUND,
        "rückerstattung erstattung geld_zurück betrug abzocke betrogen beschwerde kaputt defekt nie_wieder unverschämt unverschämtheit inakzeptabel boykott",
    ),
    (
        Es,
        REFUND,
        "reembolso devolución devuelvan estafa estafado estafadores queja reclamación roto defectuoso nunca_más vergüenza inaceptable boicot",
    ),
    (
        It,
        REFUND,
        "rimborso rimborsato rimborsate truffa truffato reclamo rotto difettoso mai_più vergogna inaccettabile boicottaggio",
    ),
    (
        Pt,
        REFUND,
        "reembolso devolução devolvam golpe fraude reclamação quebrado defeituoso nunca_mais vergonha inaceitável boicote",
    ),
    (
        Fr,
        WARNING,
        "plus_jamais à_fuir fuyez évitez ne_mangez n_achetez ne_commandez ne_réservez boycottez boycottons jamais_revenir",
    ),
    (En, WARNING, "never_again stay_away keep_away avoid_this avoid_them boycott_this boycott_them"),
    (Fy, WARNING, "nea_wer noait_wer noait_mear nea_mear bliuw_fuort bliuw_wei"),
    (Nl, WARNING, "nooit_meer nooit_weer blijf_weg eet_niet koop_niet"),
    (De, WARNING, "nie_wieder finger_weg esst_nicht kauft_nicht boykottiert"),
    (Es, WARNING, "nunca_más no_compren no_coman no_vayan eviten"),
    (It, WARNING, "mai_più non_comprate non_mangiate non_andate state_lontani evitate boicottate"),
    (Pt, WARNING, "nunca_mais não_comprem não_comam fujam evitem"),
    (Af, WARNING, "nooit_weer bly_weg moenie_koop moenie_eet"),
    (Af, REFUND, "terugbetaling geld_terug bedrog klagte stukkend defek nooit_weer skande onaanvaarbaar boikot"),
];

/// The table of marks.
#[derive(Debug)]
pub(crate) struct Marks(Table);

impl Marks {
    pub(crate) fn new() -> Self {
        let mut entries = Vec::new();
        for (language, mark, words) in MARKS {
            for word in words.split(' ') {
                let cut = Words::cut(&token::fold(&word.replace('_', " ")));
                match cut.words[..] {
                    [word] => entries.push((word_key(word.hash, *language), *mark)),
                    [first, second] => entries.push((pair_key(first.hash, second.hash, *language), *mark)),
                    _ => {}
                }
            }
        }
        Self(Table::new(entries.into_iter(), true))
    }

    /// The marks of a word in a language.
    #[inline]
    pub(crate) fn word(&self, hash: u64, language: Language) -> u8 {
        self.0.get(word_key(hash, language))
    }

    /// The marks of two words that follow one another.
    #[inline]
    pub(crate) fn pair(&self, first: u64, second: u64, language: Language) -> u8 {
        self.0.get(pair_key(first, second, language))
    }
}

#[inline]
fn word_key(hash: u64, language: Language) -> u32 {
    key(hash::step(hash, 200 + language as u64))
}

#[inline]
fn pair_key(first: u64, second: u64, language: Language) -> u32 {
    word_key(hash::step(first, second), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_a_word_or_a_pair() {
        for (language, _, words) in MARKS {
            for word in words.split(' ') {
                let cut = Words::cut(&token::fold(&word.replace('_', " ")));
                assert!((1..=2).contains(&cut.words.len()), "{language:?} {word}");
            }
        }
    }

    #[test]
    fn every_language_has_every_mark() {
        for language in &Language::ALL[..9] {
            for mark in [NEGATION, FIRST_PERSON, ASKING, PURCHASE, WAITING, REFUND, WARNING] {
                assert!(MARKS.iter().any(|(l, m, _)| l == language && *m == mark), "{language:?} {mark}");
            }
        }
    }
}
