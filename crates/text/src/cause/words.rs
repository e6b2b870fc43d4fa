//! The words that suggest a cause, by language; written by us, those of English chosen again on the posts of two airlines (decision 0029). `*` stands for any ending, `_` joins two words that stand side by side.

use super::Cause::{self, *};
use crate::Language::{self, En, Fr, Fy, Nl};

pub(super) const WORDS: &[(Language, Cause, &str)] = &[
    (
        Fr,
        Safety,
        "blessé blessée blessés blessure* hôpital hospitalis* intoxi* empoisonn* brûl* accident* danger* mort morte décès allergi* malade malades verre listeria salmonell* e_coli urgences vomi* asphyxi* incendie sécurité_alimentaire rappel_produit",
    ),
    (
        En,
        Safety,
        "injur* hospital* poison* burned burnt burns accident* danger* unsafe dead died death allerg* sick ill vomit* salmonella listeria emergency choking choked caught_fire on_fire scary hurt recall recalled",
    ),
    (
        Nl,
        Safety,
        "gewond* ziekenhuis vergift* voedselvergiftiging verbrand* brandwond* ongeluk gevaar* onveilig* dood overleden allergi* ziek zieke misselijk glas salmonella listeria brand spoedeisende gestikt terugroep*",
    ),
    (
        Fy,
        Safety,
        "ferwûn* sikehûs fergift* ferbaarnd* ûngelok gefaar* ûnfeilich dea stoarn allergy* siik sike mislik glês salmonella listeria brân weromrop*",
    ),
    (
        Fr,
        Data,
        "fuite_de données_personnelles mes_données nos_données piratag* piraté* pirates hacké* mots_de mot_de rgpd cnil phishing hameçonnage usurpation vie_privée données_bancaires",
    ),
    (
        En,
        Data,
        "leak leaks leaked data_breach breach hack* password* passwords privacy gdpr phishing identity_theft stolen_data personal_data my_data our_data exposed_data credit_card spyware",
    ),
    (
        Nl,
        Data,
        "datalek* gelekt gehackt hack* wachtwoord* privacy avg phishing identiteitsfraude persoonsgegevens mijn_gegevens onze_gegevens klantgegevens",
    ),
    (
        Fy,
        Data,
        "datalek* lekt hackt hack* wachtwurd* privacy phishing identiteitsfraude persoansgegevens myn_gegevens ús_gegevens",
    ),
    (
        Fr,
        Discrimination,
        "racis* discrimin* sexis* sexiste homophob* transphob* antisémit* islamophob* handicapé* xénophob* harcèl* harcel* misogyn* grossophob*",
    ),
    (
        En,
        Discrimination,
        "racis* discriminat* sexis* sexist homophob* transphob* antisemit* islamophob* wheelchair disabled xenophob* harass* misogyn* bigot* racially profiling",
    ),
    (
        Nl,
        Discrimination,
        "racis* discrimin* seksis* homofob* transfob* antisemit* islamofob* rolstoel gehandicapt* xenofob* intimidatie grensoverschrijdend* vrouwonvriendelijk",
    ),
    (
        Fy,
        Discrimination,
        "rasis* diskriminear* diskriminaasje seksis* homofob* transfob* antisemit* rolstoel handikapt* xenofob* yntimidaasje",
    ),
    (
        Fr,
        Staff,
        "personnel impoli* malpoli* grossier* agressi* insult* méprisant* mépris désagréable* odieux odieuse accueil_glacial service_client sav conseiller* vendeur* serveur serveuse raccroch* ne_répond* sans_réponse aucune_réponse ignoré* incompétent* malaimable hautain*",
    ),
    (
        En,
        Staff,
        "staff rude rudeness attitude agent agents attendant* employee* representative* reps unhelpful unprofessional disrespect* insult* ignored customer_service custserv on_hold hung_up hang_up no_response no_answer no_help never_answer phone_line call_back wont_answer crew supervisor incompetent hold service customer the_phone phones phone_number on_phone by_phone call_me called_you call_you calling calls_back answer* no_one rep email emails emailed dm reply replies respon* disconnected speak_to talk_to spoke told_me tells_me said_they contact* helpful no_communication hold_for hung relations ask_for apolog* excuse excuses lied poor_service bad_service worst_service treated treat caring care_about help_me can_help nobody busy_signal unfriendly",
    ),
    (
        Nl,
        Staff,
        "personeel onbeschoft* onvriendelijk* brutaal medewerker* klantenservice bejegen* arrogant* geen_antwoord geen_reactie reageren_niet geen_gehoor opgehangen beledig* onkundig* ongeïnteresseerd* genegeerd afgesnauwd",
    ),
    (
        Fy,
        Staff,
        "personiel ûnbeskoft* ûnfreonlik* brutaal meiwurker* klantetsjinst gjin_antwurd gjin_reaksje ophongen misledige beledig* arrogant* negearre",
    ),
    (
        Fr,
        Quality,
        "qualité défectueu* cassé* panne pourri* périmé* moisi* sale sales saleté crade dégueu* immangeable* mauvais* infect* froid froide insipide rassis cafard* rats souris cheveu hors_service ne_marche ne_fonctionne déçu* nul nulle bruyant*",
    ),
    (
        En,
        Quality,
        "quality defect* broke broken faulty rotten expired mouldy moldy dirty filthy disgusting inedible stale cold cockroach* mice hair uncomfortable seat seats wifi doesnt_work not_work malfunction* cramped smell* legroom food entertainment cheap_plastic noisy work_on no_wifi broken_seat screen tv outlet* snack* drink*",
    ),
    (
        Nl,
        Quality,
        "kwaliteit kapot* defect* stuk rot* bedorven beschimmeld* schimmel vies vieze smerig* oneetbaar koud koude kakkerlak* muizen haar_in werkt_niet doet_het slecht* waardeloos troep smakeloos",
    ),
    (
        Fy,
        Quality,
        "kwaliteit stikken defekt* ferrotte bedoarn skimmel* smoarch* fiis fize ûnytber kâld kâlde kakkerlak* mûzen wurket_net min minne weardeleas",
    ),
    (
        Fr,
        Delay,
        "retard* tard lent lente lenteur attend* attente toujours_pas pas_livré pas_reçu livraison* livreur* livré* file queue délai* semaines_de heures_de encore_rien jamais_arrivé colis",
    ),
    (
        En,
        Delay,
        "delay* late wait* waiting still_waiting queue line lines longlines slow tarmac stuck sitting missed not_delivered never_arrived delivery overdue where_is hour_late hours_late hour_wait hours_wait hour_delay on_time late_for still_here still_sitting the_gate runway departure take_off no_plane behind_schedule sat_on",
    ),
    (
        Nl,
        Delay,
        "vertrag* te_laat wacht* wachttijd uren levering lever* bezorg* pakket* nog_steeds rij traag trage nooit_aangekomen niet_ontvangen niet_geleverd postnl",
    ),
    (
        Fy,
        Delay,
        "fertrag* te_let wachtsje* wachttiid oeren levering besoarg* pakket* noch_altyd rige stadich noait_oankaam net_ûntfongen",
    ),
    (
        Fr,
        Loss,
        "perdu* égaré* volé* disparu* abîmé* endommag* déchiré* rayé* bagage* valise* introuvable* vide_grenier casse",
    ),
    (
        En,
        Loss,
        "lost luggage bag bags baggage suitcase* missing damaged damage stolen scratched dented torn lost_my misplaced carousel clothes claim my_stuff luggage* found_my",
    ),
    (
        Nl,
        Loss,
        "kwijt verloren kwijtgeraakt gestolen verdwenen beschadigd* schade bagage koffer* gekrast gescheurd zoek_geraakt",
    ),
    (Fy, Loss, "kwyt ferlern stellen ferdwûn skansearre* skea bagaazje koffer* skuord wei_rekke"),
    (
        Fr,
        Ordering,
        "commander commande_impossible réserver réservation* site application appli bug* buggé* plante paiement* carte_refusée impossible_de panier connexion identifiant erreur",
    ),
    (
        En,
        Ordering,
        "book booking bookings reservation* website site app online checkout payment* error glitch* login log_in system_down crash crashes crashed confirmation upgrade points miles rebook rebooked rebooking purchase buy account add_my page trying_to_book cant_book unable_to change_my change_flight reset",
    ),
    (
        Nl,
        Ordering,
        "boeken boeking* reserver* website site app storing* foutmelding inloggen betaling* betalen_lukt bestellen_lukt account lukt_niet crash*",
    ),
    (
        Fy,
        Ordering,
        "boeke boeking* reservear* webside site app steuring* flatermelding ynlogge betelling* slagget_net crash*",
    ),
    (Fr, Cancellation, "annul* rembours* résili* reporté* avoir_non pas_remboursé bon_d suppression supprimé*"),
    (
        En,
        Cancellation,
        "cancel* cancelled canceled cancellation* refund* money_back reimburse* voucher* called_off postponed compensation stranded days_late",
    ),
    (
        Nl,
        Cancellation,
        "annul* geannuleerd terugbetal* geld_terug restitutie afgelast* afgezegd uitgesteld opzeg* voucher*",
    ),
    (Fy, Cancellation, "annulear* ôfsein ôflast* jild_werom werombetell* weromjefte útsteld opsizz* voucher*"),
    (
        Fr,
        Price,
        "prix cher chère chers hors_de arnaque* tarif* augment* hausse surfactur* facturé* frais_cachés voleurs escroc* exorbitant*",
    ),
    (
        En,
        Price,
        "price* expensive overpriced pricey scam* ripoff rip_off fee fees charged overcharged charge charging hidden_fees costs too_much bait_and greedy fare fares",
    ),
    (
        Nl,
        Price,
        "prijs* prijzen duur dure duurder oplicht* afzett* tarief tarieven verhoging* in_rekening kosten_te woeker* verborgen_kosten",
    ),
    (Fy, Price, "priis prizen djoer djoere djoerder oplicht* ôfsett* taryf tariven ferheging* yn_rekken kosten"),
    (
        Fr,
        Environment,
        "pollu* écolog* environnement* animaux maltraitance* déchet* plastique* toxique* greenwashing déforestation pesticide* abattoir* climat",
    ),
    (
        En,
        Environment,
        "pollut* environment* animal_cruelty animals cruelty waste toxic greenwash* deforestation pesticide* slaughterhouse climate spill sewage",
    ),
    (
        Nl,
        Environment,
        "vervuil* milieu* dierenmishandeling dierenleed dieren afval giftig* greenwash* ontbossing pesticide* slachthuis klimaat lozing* pfas",
    ),
    (
        Fy,
        Environment,
        "fersmoarg* miljeu* dierelijen bisten dieren ôffal giftich gif greenwash* bestridingsmiddel* slachthûs klimaat pfas",
    ),
    (
        Fr,
        Closing,
        "fermeture* ferme_ses fermé_définitivement licenci* plan_social suppressions_d emplois faillite* liquidation* redressement grève* délocalis*",
    ),
    (
        En,
        Closing,
        "closing closes closure* shut_down shutting layoff* laid_off redundan* bankrupt* insolven* liquidation job_cuts strike strikes fired_everyone",
    ),
    (
        Nl,
        Closing,
        "sluiting* gaat_dicht gaan_dicht ontslag* ontslagen faillissement failliet* reorganisatie banen staking* staken sluit_de",
    ),
    (
        Fy,
        Closing,
        "sluting* giet_ticht ticht ûntslach ûntslein fallisemint fallyt* reorganisaasje banen staking* opdoekt",
    ),
];
