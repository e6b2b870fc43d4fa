//! What makes a text grave: recall and false alarms on the hand-written set, and calm posts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use vigie_text::{Grave, Harm, OwnNames, Reader};

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new().unwrap());

const SETS: [(&str, &str); 4] = [
    ("fr", include_str!("grave/fr.tsv")),
    ("en", include_str!("grave/en.tsv")),
    ("nl", include_str!("grave/nl.tsv")),
    ("fy", include_str!("grave/fy.tsv")),
];

/// Harm, verdict, half, text.
fn rows(set: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    set.lines().map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

/// Least found in a hundred of the grave, most taken for grave in a hundred of the innocent. Measured: `cargo run --release -p vigie-text
/// --example grave`; a little below that.
const FLOORS: [(&str, usize, usize); 4] = [("dev", 95, 1), ("held", 91, 2), ("fresh", 93, 2), ("late", 80, 3)];

#[test]
fn what_is_grave_is_found_and_what_is_not_is_left_alone() {
    let mut tally: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut harms: BTreeMap<(&str, &str), [usize; 2]> = BTreeMap::new();
    for (language, set) in SETS {
        for [harm, verdict, half, text] in rows(set) {
            let read = READER.read(text).grave.map(|grave| grave.harm.code());
            let found = read.is_some();
            let [grave, hit, innocent, alarms] = tally.entry(half).or_default();
            let [all, right] = harms.entry((language, harm)).or_default();
            *all += 1;
            *right += usize::from(if verdict == "grave" { read == Some(harm) } else { !found });
            if verdict == "grave" {
                *grave += 1;
                *hit += usize::from(found);
            } else {
                *innocent += 1;
                *alarms += usize::from(found);
            }
        }
    }
    for (half, least, most) in FLOORS {
        let [grave, hit, innocent, alarms] = tally[half];
        assert!(hit * 100 >= grave * least, "{half}: {hit} of {grave} are found");
        assert!(alarms * 100 <= innocent * most, "{half}: {alarms} of {innocent} are taken for grave");
    }
    for ((language, harm), [all, right]) in harms {
        assert!(right * 100 >= all * 88, "{language} {harm}: {right} of {all} are read right");
    }
}

#[test]
fn the_set_is_what_it_should_be() {
    for (language, set) in SETS {
        let mut cells: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for [harm, verdict, half, text] in rows(set) {
            assert!(
                Harm::from_code(harm).is_some() && FLOORS.iter().any(|(known, ..)| *known == half) && !text.is_empty()
            );
            *cells.entry((harm, verdict)).or_default() += 1;
        }
        assert_eq!(cells.len(), 10);
        assert!(cells.values().all(|n| *n >= 20), "{language}: {cells:?}");
    }
}

/// Calm posts of people who eat and travel, with the words that frighten: knives, bombs, blood oranges, wood fires, children, hospitals.
fn calm_posts() -> Vec<String> {
    const PARTS: [[&[&str]; 3]; 4] = [
        [
            &[
                "On a mangé chez eux hier,",
                "Deuxième visite et",
                "Pause déjeuner :",
                "Week-end en famille,",
                "En route pour Brest,",
            ],
            &[
                "le gâteau à l'orange sanguine est une tuerie",
                "cuisson au feu de bois parfaite",
                "les enfants ont adoré la piscine",
                "un verre de vin en terrasse et des moules",
                "le serveur nous a offert un café",
                "petit hôtel près de l'hôpital, très calme",
                "prix d'enfer sur les chambres",
                "le couteau à pain du brunch coupe mal",
                "glace bombe au chocolat noir",
                "le train a eu dix minutes de retard",
            ],
            &["on reviendra.", "à tester !", "😍", "un peu cher quand même", "qui vient avec nous samedi ?"],
        ],
        [
            &[
                "We ate there last night,",
                "Second visit and",
                "Lunch break:",
                "Family weekend away,",
                "On our way to York,",
            ],
            &[
                "that cake is to die for",
                "killer deal on the rooms",
                "the kids loved the pool",
                "a glass in the sun with oysters",
                "espresso shots hit the spot",
                "quiet little hotel near the hospital",
                "wood fired pizza with a dead good crust",
                "the bread knife at brunch was blunt",
                "bath bombs in every room",
                "the train was ten minutes late",
            ],
            &["will be back.", "give it a try!", "😍", "bit pricey though", "who's joining us saturday?"],
        ],
        [
            &[
                "Gisteren daar gegeten,",
                "Tweede keer en",
                "Lunchpauze:",
                "Weekendje weg met het gezin,",
                "Onderweg naar Texel,",
            ],
            &[
                "de bloedsinaasappeltaart is om te moorden",
                "pizza uit de houtoven, perfect",
                "de kinderen vonden het zwembad geweldig",
                "een glas wijn bij de mosselen",
                "uitsmijter met kaas en spek",
                "rustig hotelletje bij het ziekenhuis",
                "dood moe maar voldaan",
                "het broodmes was bot",
                "bruisballen op elke kamer",
                "de trein had tien minuten vertraging",
            ],
            &["we komen terug.", "aanrader!", "😍", "wel een beetje duur", "wie gaat er zaterdag mee?"],
        ],
        [
            &[
                "Juster dêr iten,",
                "Twadde kear en",
                "Skoft:",
                "Wykein fuort mei de húshâlding,",
                "Underweis nei Skylge,",
            ],
            &[
                "de bloedsinesappeltaart is om te moardzjen",
                "pizza út de houtûne, perfekt",
                "de bern fûnen it swimbad geweldich",
                "in glês wyn by de mossels",
                "utsmiter mei tsiis",
                "rêstich hotel by it sikehûs",
                "deawurch mar tige tefreden",
                "it bôlemes wie bot",
                "moaie keamers mei sicht op see",
                "de trein hie tsien minuten fertraging",
            ],
            &["wy komme werom.", "oanrieder!", "😍", "wol wat djoer", "wa giet sneon mei?"],
        ],
    ];
    let mut posts = Vec::new();
    for [openings, middles, ends] in PARTS {
        for opening in openings {
            for middle in middles {
                posts.extend(ends.iter().map(|end| format!("{opening} {middle}, {end}")));
            }
        }
    }
    posts
}

#[test]
fn forty_calm_phrases_in_twenty_five_frames_raise_nothing() {
    let posts = calm_posts();
    assert_eq!(posts.len(), 1_000);
    let alarms: Vec<_> = posts.iter().filter(|post| READER.read(post).grave.is_some()).collect();
    assert!(alarms.is_empty(), "{alarms:?}");
}

#[test]
fn a_small_snag_a_family_firm_and_a_glass_are_no_harm_and_glass_in_a_pastry_is() {
    for text in [
        "Petit bémol : le chef hurle en cuisine, sinon très bonne adresse",
        "Petit prix, la caissière agresse tout le monde",
        "Boulangerie Martin & Fils : le patron hurle",
        "La Fille du Boulanger : la caissière hurle",
        "Serveur qui tape sur les nerfs, petit resto",
        "J'ai trouvé un verre dans ma chambre",
        "I found a glass in my room",
        "Er stond een glas in mijn kamer",
    ] {
        let read = READER.read(text).grave.map(|grave| grave.harm);
        assert!(!matches!(read, Some(Harm::Minor | Harm::Injury)), "{text}: {read:?}");
    }
    for (text, harm) in [
        ("J'ai trouvé du verre dans ma galette", Harm::Injury),
        ("Du verre dans la galette, attention", Harm::Injury),
        ("Morceau de verre dans ma bûche de Noël", Harm::Injury),
        ("Found glass in my doughnut", Harm::Injury),
        ("There is glass in the jam", Harm::Injury),
        ("Stukje glas in de appelmoes", Harm::Injury),
        ("Der siet glês yn de oranjekoeke", Harm::Injury),
        ("Les données de tous les clients de la boutique ont fuité", Harm::Leak),
        ("Sign on the door: no Muslims allowed", Harm::Discrimination),
        ("La maîtresse hurle sur ma fille", Harm::Minor),
    ] {
        assert_eq!(READER.read(text).grave.map(|grave| grave.harm), Some(harm), "{text}");
    }
}

#[test]
fn the_words_are_those_that_say_so() {
    for (text, harm, words) in [
        ("Du verre dans la baguette !", Harm::Injury, &["Du verre dans", "baguette"][..]),
        ("😀 Food poisoning. My son was in HOSPITAL", Harm::Injury, &["Food poisoning"]),
        ("De portier sloeg mijn broer", Harm::Violence, &["portier sloeg mijn"]),
        ("Grut datalek by de bank", Harm::Leak, &["datalek"]),
    ] {
        let grave = READER.read(text).grave.unwrap();
        assert_eq!((grave.harm, grave.words(text).collect::<Vec<_>>()), (harm, words.to_vec()), "{text}");
        assert_eq!(Grave::parse(&grave.to_string()), Some(grave));
    }
    for text in ["", "fear 1-2", "injury 1", "injury x-2", "injury 1-2 "] {
        assert_eq!(Grave::parse(text), None, "{text}");
    }
}

#[test]
fn what_did_not_happen_is_not_grave() {
    for text in [
        "Nobody was hurt in the fire at the bakery",
        "Personne n'a été agressé par le vigile",
        "If a guard punched me in the face I would sue",
        "In the film a waiter stabs a customer in the face, gripping",
        "Do you know how to treat food poisoning in kids?",
        "Wij hebben geen datalek gehad",
        "Training tegen discriminatie door onze portiers",
        "Als iemand een kakkerlak in zijn salade vindt, krijgt hij geld terug",
    ] {
        assert_eq!(READER.read(text).grave, None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_its_spans_stand_in_it(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("du verre dans le pain".to_owned()), Just("my son".to_owned()), Just("slapped".to_owned()),
                Just("datalek!".to_owned()), Just("\u{202e}vigile 😀".to_owned()), Just("ﬁﬂ œdème İ".to_owned()), "\\PC{0,12}",
            ],
            0..40,
        ),
    ) {
        let text = parts.join(" ");
        if let Some(grave) = READER.read(&text).grave {
            prop_assert!(!grave.spans.is_empty());
            prop_assert_eq!(grave.words(&text).count(), grave.spans.len());
            prop_assert!(grave.spans.windows(2).all(|pair| pair[0].1 <= pair[1].0));
            prop_assert!(grave.spans.iter().all(|(from, to)| from < to));
        }
    }
}

#[test]
fn a_brands_name_is_nobody_that_something_happened_to() {
    let read = |text: &str, name: &str| READER.grave(text, READER.read(text).lang, &OwnNames::of([name]));
    for (text, name) in [
        ("Kids Store staff screamed at me", "Kids Store"),
        ("kids store's manager grabbed the last box and hit the road", "Kids Store"),
        ("La Fille du Boulanger : la caissière hurle", "La Fille du Boulanger"),
        ("The manager of Kids yelled at everybody again", "Kids"),
    ] {
        assert_eq!(read(text, name), None, "{text}");
    }
    assert_eq!(READER.read("Kids Store staff screamed at me").grave.map(|grave| grave.harm), Some(Harm::Minor));
    // The same word elsewhere is what it says, a small name hides nothing, and what is not the whole name is none of it.
    for (text, name, harm) in [
        ("Kids Store staff screamed at my kids", "Kids Store", Harm::Minor),
        ("Kids Shop staff screamed at me", "Kids Store", Harm::Minor),
        ("Found glass in my doughnut", "Glass", Harm::Injury),
        ("Glass in my doughnut!", "Glass", Harm::Injury),
        ("J'ai trouvé du verre dans le pain", "Le Pain", Harm::Injury),
        ("The guard punched me in the face", "The Guard", Harm::Violence),
        ("Nobody Bakery: found glass in my doughnut", "Nobody Bakery", Harm::Injury),
    ] {
        assert_eq!(read(text, name).map(|grave| grave.harm), Some(harm), "{text}");
    }
}

#[test]
fn what_is_supposed_sport_or_an_idiom_is_not_grave() {
    for text in [
        "If I do it wrong tomorrow evening, will the manager beat me with his hammer?",
        "Everton boss is struggling with injuries at left-back and may hand a debut to the new signing",
        "Get well soon Tessa, she broke her leg on the ice",
        "He played that tune till his fingers bled",
    ] {
        assert_eq!(READER.read(text).grave, None, "{text}");
    }
    for text in [
        "The manager beat me with his hammer, ask him if he is sorry",
        "My fingers bled, there was broken glass in the bread",
        "als je het nummer in de url verandert zie je de reserveringen van andere gasten",
    ] {
        assert!(READER.read(text).grave.is_some(), "{text}");
    }
}
