//! More pairs, of another day.

use crate::cases::{Case, case};
use text::Language::{En, Fr, Fy, Nl};
use vigie_domain::case::Differs::{Number, When, YesNo};

/// Written afterwards, in two goes, and worked on since, so they are no measure any more of what nobody saw. When they were first read, 14 of 14 were found
/// and 6 of 14 innocent ones too (what a verb is said of is compared since then), of the second go 6 of 6 and 4 of 8 (a number of people asks for more since).
pub const LATER: &[Case] = &[
    case(
        En,
        Some(YesNo),
        "No personal data was stolen from our booking system.",
        "Personal data of 300 guests was stolen from our booking system.",
    ),
    case(En, Some(YesNo), "Every order of last week has been refunded.", "Orders of last week have not been refunded."),
    case(
        En,
        Some(Number),
        "The recall concerns 1200 bottles of our lemonade.",
        "The recall concerns 4800 bottles of our lemonade.",
    ),
    case(
        En,
        Some(When),
        "The break-in into our servers happened on 12 March.",
        "The break-in into our servers happened on 2 March.",
    ),
    case(
        En,
        None,
        "Our driver was not hurt in the accident near the bridge.",
        "A passer-by was hurt in the accident near the bridge.",
    ),
    case(En, None, "We closed the pool on Sunday because of the smell.", "The pool was not closed on Saturday."),
    case(En, None, "Two lifeguards were on duty at the pool.", "Four lifeguards are on duty at the pool from now on."),
    case(En, None, "The letter reached us at 10:15 on Friday.", "We answered the letter at 16:40 on Friday."),
    case(
        Fr,
        Some(YesNo),
        "Aucune donnée n’a été volée dans notre système de réservation.",
        "Des données ont été volées dans notre système de réservation.",
    ),
    case(
        Fr,
        Some(YesNo),
        "Toutes les commandes de la semaine ont été remboursées.",
        "Les commandes de la semaine n’ont pas été remboursées.",
    ),
    case(
        Fr,
        Some(Number),
        "Le rappel porte sur 1200 bouteilles de limonade.",
        "Le rappel porte sur 4800 bouteilles de limonade.",
    ),
    case(
        Fr,
        Some(When),
        "L’intrusion dans nos serveurs date du 12 mars.",
        "L’intrusion dans nos serveurs date du 2 mars.",
    ),
    case(
        Fr,
        None,
        "Notre chauffeur n’a pas été blessé dans l’accident du pont.",
        "Une passante a été blessée dans l’accident du pont.",
    ),
    case(Fr, None, "Nous avons fermé la piscine dimanche à cause de l’odeur.", "La piscine n’a pas été fermée samedi."),
    case(
        Fr,
        None,
        "Deux maîtres-nageurs surveillaient le bassin.",
        "Quatre maîtres-nageurs surveillent désormais le bassin.",
    ),
    case(
        Fr,
        None,
        "La lettre nous est parvenue vendredi à 10 h 15.",
        "Nous avons répondu à la lettre vendredi à 16 h 40.",
    ),
    case(
        Nl,
        Some(YesNo),
        "Er zijn geen gegevens gestolen uit ons boekingssysteem.",
        "Er zijn gegevens gestolen uit ons boekingssysteem.",
    ),
    case(
        Nl,
        Some(YesNo),
        "Alle bestellingen van vorige week zijn terugbetaald.",
        "De bestellingen van vorige week zijn niet terugbetaald.",
    ),
    case(
        Nl,
        Some(Number),
        "De terugroepactie betreft 1200 flessen limonade.",
        "De terugroepactie betreft 4800 flessen limonade.",
    ),
    case(
        Nl,
        None,
        "Onze chauffeur raakte niet gewond bij het ongeluk op de brug.",
        "Een voorbijganger raakte gewond bij het ongeluk op de brug.",
    ),
    case(Nl, None, "Het zwembad is zondag gesloten vanwege de geur.", "Het zwembad was zaterdag niet gesloten."),
    case(
        Nl,
        None,
        "Twee badmeesters hielden toezicht in het bad.",
        "Voortaan houden vier badmeesters toezicht in het bad.",
    ),
    case(
        Fy,
        Some(YesNo),
        "Der binne gjin gegevens stellen út ús boekingssysteem.",
        "Der binne gegevens stellen út ús boekingssysteem.",
    ),
    case(
        Fy,
        Some(YesNo),
        "Alle bestellingen fan ferline wike binne werombetelle.",
        "De bestellingen fan ferline wike binne net werombetelle.",
    ),
    case(
        Fy,
        Some(Number),
        "De weromropaksje giet oer 1200 flessen limonade.",
        "De weromropaksje giet oer 4800 flessen limonade.",
    ),
    case(
        Fy,
        None,
        "Us sjauffeur rekke net ferwûne by it ûngelok op de brêge.",
        "In foarbygonger rekke ferwûne by it ûngelok op de brêge.",
    ),
    case(Fy, None, "It swimbad is snein sletten fanwegen de lucht.", "It swimbad wie sneon net sletten."),
    case(
        Fy,
        None,
        "Twa badmasters holden tafersjoch yn it bad.",
        "Tenei hâlde fjouwer badmasters tafersjoch yn it bad.",
    ),
    case(
        En,
        Some(YesNo),
        "The gate of the nursery was closed during the night.",
        "The gate of the nursery was not closed during the night.",
    ),
    case(
        En,
        Some(Number),
        "Six children were taken to hospital after the lunch.",
        "Nine children were taken to hospital after the lunch.",
    ),
    case(En, None, "Our own cakes were tested on Tuesday.", "The cream of our supplier was not tested."),
    case(
        En,
        None,
        "Seven people wrote to us about the leaflet.",
        "Three people posted the leaflet in the letter boxes.",
    ),
    case(
        Fr,
        Some(YesNo),
        "Le portail de la crèche était fermé pendant la nuit.",
        "Le portail de la crèche n’était pas fermé pendant la nuit.",
    ),
    case(
        Fr,
        Some(Number),
        "Six enfants ont été conduits à l’hôpital après le repas.",
        "Neuf enfants ont été conduits à l’hôpital après le repas.",
    ),
    case(Fr, None, "Nos gâteaux ont été contrôlés mardi.", "La crème de notre fournisseur n’a pas été contrôlée."),
    case(
        Fr,
        None,
        "Sept personnes nous ont écrit au sujet du tract.",
        "Trois personnes ont glissé le tract dans les boîtes aux lettres.",
    ),
    case(
        Nl,
        Some(YesNo),
        "Het hek van de crèche was ’s nachts gesloten.",
        "Het hek van de crèche was ’s nachts niet gesloten.",
    ),
    case(Nl, None, "Onze taarten zijn dinsdag onderzocht.", "De room van onze leverancier is niet onderzocht."),
    case(Nl, None, "Zeven mensen schreven ons over de folder.", "Drie mensen stopten de folder in de brievenbussen."),
    case(
        Fy,
        Some(YesNo),
        "It stek fan de pjutteboarterij wie nachts sletten.",
        "It stek fan de pjutteboarterij wie nachts net sletten.",
    ),
    case(Fy, None, "Us taarten binne tiisdei ûndersocht.", "De rjemme fan ús leveransier is net ûndersocht."),
    case(Fy, None, "Sân minsken skreaunen ús oer de folder.", "Trije minsken diene de folder yn de brievebussen."),
];
