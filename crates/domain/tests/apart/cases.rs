//! Two texts of a case each: half contradict each other, half only look as if they did.

use text::Language::{self, En, Fr, Fy, Nl};
use vigie_domain::case::Differs::{self, Name, Number, When, YesNo};

/// A pair.
pub struct Case {
    pub language: Language,
    /// What was said.
    pub said: &'static str,
    /// What is to be said.
    pub here: &'static str,
    /// In what they differ; none: they do not.
    pub wanted: Option<Differs>,
}

pub const fn case(language: Language, wanted: Option<Differs>, said: &'static str, here: &'static str) -> Case {
    Case { language, said, here, wanted }
}

pub const CASES: &[Case] = &[
    case(En, Some(YesNo), "Batch 4012 was withdrawn from our shops.", "Batch 4012 was not withdrawn from our shops."),
    case(
        En,
        Some(YesNo),
        "The soup was not tested before it left our kitchen.",
        "Every soup is tested. The soup was tested before it left the kitchen.",
    ),
    case(
        En,
        Some(YesNo),
        "Nobody was hurt in the fire on Quay Street.",
        "Two customers were hurt in the fire on Quay Street.",
    ),
    case(
        En,
        Some(Number),
        "Three guests fell ill after dinner in our restaurant.",
        "Five guests fell ill after dinner in our restaurant.",
    ),
    case(En, Some(Number), "We sold 40 jars from the affected batch.", "We sold 90 jars from the affected batch."),
    case(
        En,
        Some(When),
        "The first call about the soup reached us on Monday.",
        "The first call about the soup reached us on Wednesday.",
    ),
    case(
        En,
        Some(When),
        "Our kitchen stopped the production line at 14:05.",
        "Our kitchen stopped the production line at 16:30.",
    ),
    case(
        En,
        Some(Name),
        "The lanterns came from our workshop in Bristol, and the glass was cracked.",
        "The lanterns came from our workshop in Cardiff, and the glass was cracked.",
    ),
    case(En, None, "Batch 4012 has not been withdrawn yet.", "Batch 4012 has been withdrawn from all shops."),
    case(En, None, "Three guests fell ill after dinner.", "Five guests have now fallen ill after dinner."),
    case(
        En,
        None,
        "Batch 4012 was withdrawn from our shops.",
        "Batch 4013 was not withdrawn from our shops: it is a different recipe.",
    ),
    case(
        En,
        None,
        "The shop in Leeds was closed on Monday evening.",
        "The shop in York was not closed on Monday evening.",
    ),
    case(En, None, "Our next news comes at 15:00 on this page.", "Our next news comes at 18:00 on this page."),
    case(
        En,
        None,
        "Was the soup tested before it left the kitchen?",
        "The soup was not tested before it left the kitchen.",
    ),
    case(
        En,
        None,
        "Three guests called us about the soup.",
        "Two colleagues answered everybody who called about the soup.",
    ),
    case(
        En,
        None,
        "We said that nobody was hurt in the fire.",
        "We were wrong: we said that nobody was hurt, and two guests were hurt in the fire.",
    ),
    case(En, None, "If the batch was sold to you, bring it back.", "The batch was not sold to restaurants."),
    case(
        En,
        None,
        "Our shop opens at 9:00 for refunds of the soup.",
        "Our shop closed at 21:00 after the last refunds of the soup.",
    ),
    case(
        Fr,
        Some(YesNo),
        "Le lot 4012 a été retiré de nos magasins.",
        "Le lot 4012 n’a pas été retiré de nos magasins.",
    ),
    case(
        Fr,
        Some(YesNo),
        "Aucun client n’a été blessé dans l’incendie du dépôt.",
        "Deux clients ont été blessés dans l’incendie du dépôt.",
    ),
    case(
        Fr,
        Some(YesNo),
        "Les galettes n’ont jamais été vendues au marché de Vannes.",
        "Les galettes ont été vendues au marché de Vannes.",
    ),
    case(
        Fr,
        Some(Number),
        "Trois clients sont tombés malades après notre repas de midi.",
        "Cinq clients sont tombés malades après notre repas de midi.",
    ),
    case(
        Fr,
        Some(Number),
        "Nous avons vendu 40 pots de cette confiture.",
        "Nous avons vendu 90 pots de cette confiture.",
    ),
    case(
        Fr,
        Some(When),
        "Le premier appel sur la galette nous est parvenu lundi.",
        "Le premier appel sur la galette nous est parvenu mercredi.",
    ),
    case(
        Fr,
        Some(When),
        "La cuisine a arrêté la chaîne de production à 14 h 05.",
        "La cuisine a arrêté la chaîne de production à 16 h 30.",
    ),
    case(
        Fr,
        Some(Name),
        "Les lanternes viennent de notre atelier de Brest, et le verre était fendu.",
        "Les lanternes viennent de notre atelier de Quimper, et le verre était fendu.",
    ),
    case(
        Fr,
        None,
        "Le lot 4012 n’a pas encore été retiré de nos magasins.",
        "Le lot 4012 a été retiré de tous nos magasins.",
    ),
    case(
        Fr,
        None,
        "Trois clients sont tombés malades après notre repas.",
        "À cette heure, cinq clients sont tombés malades après notre repas.",
    ),
    case(
        Fr,
        None,
        "Le lot 4012 a été retiré de nos magasins.",
        "Le lot 4013 n’a pas été retiré de nos magasins : c’est une autre recette.",
    ),
    case(Fr, None, "Le magasin de Brest a été fermé lundi soir.", "Le magasin de Rennes n’a pas été fermé lundi soir."),
    case(Fr, None, "Prochaines nouvelles à 15 h sur cette page.", "Prochaines nouvelles à 18 h sur cette page."),
    case(
        Fr,
        None,
        "Les galettes ont-elles été contrôlées avant la vente ?",
        "Les galettes n’ont pas été contrôlées avant la vente.",
    ),
    case(Fr, None, "Si le lot vous a été vendu, rapportez-le.", "Le lot n’a pas été vendu aux restaurants."),
    case(
        Fr,
        None,
        "Nous avions dit que personne n’était blessé.",
        "Nous nous sommes trompés : deux clients ont été blessés.",
    ),
    case(
        Fr,
        None,
        "Trois clients nous ont appelés au sujet de la galette.",
        "Deux collègues ont répondu à toutes les questions sur la galette.",
    ),
    case(Fr, None, "La galette est vendue dans nos magasins.", "La galette n’est plus vendue dans nos magasins."),
    case(
        Nl,
        Some(YesNo),
        "Partij 4012 is uit onze winkels teruggehaald.",
        "Partij 4012 is niet uit onze winkels teruggehaald.",
    ),
    case(
        Nl,
        Some(YesNo),
        "Bij de brand in het magazijn raakte niemand gewond.",
        "Bij de brand in het magazijn raakten twee klanten gewond.",
    ),
    case(
        Nl,
        Some(YesNo),
        "De soep is niet getest voor ze de keuken verliet.",
        "De soep is getest voor ze de keuken verliet.",
    ),
    case(
        Nl,
        Some(Number),
        "Drie gasten werden ziek na het diner in ons restaurant.",
        "Vijf gasten werden ziek na het diner in ons restaurant.",
    ),
    case(
        Nl,
        Some(Number),
        "Wij hebben 40 potten van deze jam verkocht.",
        "Wij hebben 90 potten van deze jam verkocht.",
    ),
    case(
        Nl,
        Some(When),
        "Het eerste telefoontje over de soep kwam op maandag binnen.",
        "Het eerste telefoontje over de soep kwam op woensdag binnen.",
    ),
    case(
        Nl,
        Some(Name),
        "De lantaarns komen van onze werkplaats in Sneek, en het glas was gebarsten.",
        "De lantaarns komen van onze werkplaats in Heerenveen, en het glas was gebarsten.",
    ),
    case(
        Nl,
        None,
        "Partij 4012 is nog niet uit onze winkels teruggehaald.",
        "Partij 4012 is uit alle winkels teruggehaald.",
    ),
    case(Nl, None, "Drie gasten werden ziek na het diner.", "Inmiddels werden vijf gasten ziek na het diner."),
    case(
        Nl,
        None,
        "Partij 4012 is uit onze winkels teruggehaald.",
        "Partij 4013 is niet uit onze winkels teruggehaald: dat is een ander recept.",
    ),
    case(Nl, None, "De winkel in Sneek was maandag gesloten.", "De winkel in Bolsward was maandag niet gesloten."),
    case(
        Nl,
        None,
        "Het volgende nieuws komt om 15:00 op deze pagina.",
        "Het volgende nieuws komt om 18:00 op deze pagina.",
    ),
    case(Nl, None, "Is de soep getest voor ze de keuken verliet?", "De soep is niet getest voor ze de keuken verliet."),
    case(
        Nl,
        None,
        "Als de partij aan u is verkocht, breng haar dan terug.",
        "De partij is niet verkocht aan restaurants.",
    ),
    case(Nl, None, "De soep wordt in onze winkels verkocht.", "De soep wordt niet meer in onze winkels verkocht."),
    case(Fy, Some(YesNo), "Partij 4012 is út ús winkels weromhelle.", "Partij 4012 is net út ús winkels weromhelle."),
    case(
        Fy,
        Some(YesNo),
        "By de brân yn it magazyn is nimmen ferwûne rekke.",
        "By de brân yn it magazyn binne twa klanten ferwûne rekke.",
    ),
    case(
        Fy,
        Some(YesNo),
        "De sop is net hifke foardat dy de keuken útgie.",
        "De sop is hifke foardat dy de keuken útgie.",
    ),
    case(
        Fy,
        Some(Number),
        "Trije gasten waarden siik nei it diner yn ús restaurant.",
        "Fiif gasten waarden siik nei it diner yn ús restaurant.",
    ),
    case(
        Fy,
        Some(Number),
        "Wy hawwe 40 potten fan dizze sjem ferkocht.",
        "Wy hawwe 90 potten fan dizze sjem ferkocht.",
    ),
    case(
        Fy,
        Some(When),
        "It earste telefoantsje oer de sop kaam op moandei binnen.",
        "It earste telefoantsje oer de sop kaam op woansdei binnen.",
    ),
    case(
        Fy,
        Some(Name),
        "De lantearnen komme fan ús wurkpleats yn Snits, en it glês wie barsten.",
        "De lantearnen komme fan ús wurkpleats yn Harns, en it glês wie barsten.",
    ),
    case(Fy, None, "Partij 4012 is noch net út ús winkels weromhelle.", "Partij 4012 is út alle winkels weromhelle."),
    case(Fy, None, "Trije gasten waarden siik nei it diner.", "Ynmiddels waarden fiif gasten siik nei it diner."),
    case(
        Fy,
        None,
        "Partij 4012 is út ús winkels weromhelle.",
        "Partij 4013 is net út ús winkels weromhelle: dat is in oar resept.",
    ),
    case(Fy, None, "De winkel yn Snits wie moandei sletten.", "De winkel yn Boalsert wie moandei net sletten."),
    case(Fy, None, "It folgjende nijs komt om 15:00 op dizze side.", "It folgjende nijs komt om 18:00 op dizze side."),
    case(Fy, None, "Is de sop hifke foardat dy de keuken útgie?", "De sop is net hifke foardat dy de keuken útgie."),
    case(
        Fy,
        None,
        "As de partij oan jo ferkocht is, bring him dan werom.",
        "De partij is net ferkocht oan restaurants.",
    ),
    case(Fy, None, "De sop wurdt yn ús winkels ferkocht.", "De sop wurdt net mear yn ús winkels ferkocht."),
];
