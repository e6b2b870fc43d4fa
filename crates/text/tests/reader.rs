//! The reader with the models that are shipped.

use proptest::prelude::*;
use std::fmt::Write;
use std::sync::LazyLock;
use vigie_text::{Kind, LONGEST, Language, Polarity, Reader, near};

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new().expect("the models of this version are whole"));

const FRYSK: &[&str] = &[
    "Ik haw al trije wiken wachte op myn pakket en der komt gjin antwurd.",
    "Wat in prachtich waar hjoed, wy geane nei it strân ta!",
    "De tsjinst yn dit hotel is min, wy komme hjir nea wer werom.",
    "Wannear giet de winkel moarn iepen?",
    "It iten wie hearlik en de minsken wiene freonlik.",
    "Dat hawwe se net goed dien, it is in skande foar de hiele stêd.",
    "Wit immen oft de trein nei Ljouwert hjoed rydt?",
    "Sy sizze dat it oplost wurdt, mar ik leau der neat fan.",
    "Tige tank foar de fluch helpe!",
    "Hja hat har jild noch hieltyd net werom krige.",
    "Ik bin der hielendal klear mei, wat in rotbedriuw.",
    "Kinne jimme my fertelle wêr't myn bestelling bliuwt?",
];

#[test]
fn frisian_is_told_from_its_neighbours() {
    let wrong: Vec<_> =
        FRYSK.iter().map(|text| (READER.read(text).lang, *text)).filter(|(lang, _)| *lang != Language::Fy).collect();
    assert_eq!(wrong, []);
}

#[test]
fn each_language_is_told() {
    use Language::{Af, De, En, Es, Fr, It, Nl, Pt};
    let table = [
        (Fr, "Le serveur a été odieux avec nous, on ne reviendra jamais."),
        (Fr, "Quelqu'un sait à quelle heure ouvre le magasin demain ?"),
        (Fr, "Toujours pas de réponse du service client"),
        (En, "The waiter was rude to us and we will never come back."),
        (En, "Does anyone know when the shop opens tomorrow?"),
        (En, "still no answer from customer service"),
        (Nl, "De ober was onbeschoft tegen ons, we komen nooit meer terug."),
        (Nl, "Weet iemand hoe laat de winkel morgen opengaat?"),
        (Nl, "Ik wacht al drie weken op mijn pakketje en krijg geen antwoord"),
        (De, "Der Kellner war unverschämt zu uns, wir kommen nie wieder."),
        (De, "Weiß jemand, wann der Laden morgen öffnet?"),
        (Es, "El camarero fue muy grosero con nosotros, no volveremos nunca."),
        (Es, "¿Alguien sabe a qué hora abre la tienda mañana?"),
        (It, "Il cameriere è stato maleducato con noi, non torneremo mai più."),
        (It, "Qualcuno sa a che ora apre il negozio domani?"),
        (Pt, "O garçom foi muito mal-educado conosco, não voltaremos nunca mais."),
        (Pt, "Alguém sabe a que horas a loja abre amanhã?"),
        (Af, "Die kelner was onbeskof met ons, ons sal nooit weer terugkom nie."),
        (Af, "Weet iemand hoe laat die winkel môre oopmaak?"),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(lang, text)| (READER.read(text).lang, *lang, *text))
        .filter(|(told, lang, _)| told != lang)
        .collect();
    assert_eq!(wrong, []);
}

#[test]
fn what_is_no_language_of_ours_is_unknown() {
    let table = [
        "",
        "   \n\t",
        "https://example.org/le-restaurant-est-ferme?a=b",
        "https://example.org/a http://example.org/b @somebody @somebodyelse",
        "😡😡😡 🔥",
        "12345 67,89 €",
        "!!! ??? ...",
        "الخدمة سيئة جدا ولن نعود أبدا",
        "सेवा बहुत खराब थी, हम कभी वापस नहीं आएंगे",
        "サービスがひどかった。もう二度と来ません。",
        "Обслуживание ужасное, больше не придём.",
        "서비스가 정말 나빴어요",
        "บริการแย่มาก",
        "x",
    ];
    for text in table {
        assert_eq!(READER.read(text).lang, Language::Unknown, "{text}");
    }
}

#[test]
fn addresses_handles_and_decoration_do_not_change_the_language() {
    let table = [
        (
            "RT @some_english_name: le service est vraiment mauvais ici https://example.com/the-best-shop-in-town",
            Language::Fr,
        ),
        ("De tsjinst hjir is tige min @the_customer_service https://example.com/we-are-sorry", Language::Fy),
        ("Cafe\u{301} ferme\u{301}, on a e\u{301}te\u{301} mal rec\u{327}us", Language::Fr),
        ("𝗧𝗵𝗲 𝘀𝗲𝗿𝘃𝗶𝗰𝗲 𝘄𝗮𝘀 𝗿𝗲𝗮𝗹𝗹𝘆 𝗯𝗮𝗱 𝗮𝗻𝗱 𝘄𝗲 𝗹𝗲𝗳𝘁", Language::En),
        ("LE SERVICE EST VRAIMENT MAUVAIS ICI", Language::Fr),
    ];
    for (text, lang) in table {
        assert_eq!(READER.read(text).lang, lang, "{text}");
    }
}

#[test]
fn plain_praise_and_plain_blame_are_told() {
    use Polarity::{Negative, Positive};
    let table = [
        (Positive, "Merci beaucoup, service super, je suis très contente 😍"),
        (Negative, "C'est honteux, service nul, je suis vraiment déçue et en colère 😡"),
        (Positive, "I love this hotel, the staff is amazing, thank you! 😍"),
        (Negative, "Worst service ever, I am so angry and disappointed 😡"),
        (Positive, "Geweldig hotel, super blij, bedankt! 😍"),
        (Negative, "Wat een slechte service, verschrikkelijk, ik ben boos 😡"),
        (Positive, "Wunderbares Hotel, danke, ich liebe es! 😍"),
        (Negative, "Schlechter Service, eine Katastrophe, ich bin wütend 😡"),
        (Positive, "Me encanta este hotel, gracias, todo genial 😍"),
        (Negative, "Qué mal servicio, horrible, estoy muy triste y enfadado 😡"),
        (Positive, "Adoro questo albergo, grazie, bellissimo 😍"),
        (Negative, "Servizio pessimo, che schifo, sono arrabbiato 😡"),
        (Positive, "Adoro este hotel, obrigado, maravilhoso 😍"),
        (Negative, "Péssimo atendimento, horrível, estou triste e com raiva 😡"),
    ];
    let wrong: Vec<_> = table
        .iter()
        .map(|(polarity, text)| (READER.read(text).polarity, *polarity, *text))
        .filter(|(told, polarity, _)| told != polarity)
        .collect();
    assert_eq!(wrong, []);
}

#[test]
fn questions_are_told() {
    let questions = [
        "À quelle heure ouvrez-vous demain ?",
        "pourquoi le magasin est fermé",
        "What time do you open tomorrow?",
        "does anyone know if they deliver on Sunday",
        "Wannear giet de winkel moarn iepen?",
        "wit immen oft de winkel hjoed iepen is",
        "Hoe laat gaan jullie morgen open?",
        "weet iemand of ze op zondag bezorgen",
        "Wann öffnet ihr morgen?",
        "¿A qué hora abrís mañana?",
        "A che ora aprite domani?",
        "A que horas abrem amanhã?",
    ];
    for text in questions {
        assert_eq!(READER.read(text).kind, Kind::Question, "{text}");
    }
}

#[test]
fn complaints_are_told() {
    let complaints = [
        "J'attends mon colis depuis trois semaines, aucune réponse, c'est une honte, je veux un remboursement 😡",
        "I have been waiting three weeks for my parcel, terrible service, I want a refund 😡",
        "Ik wacht al drie weken op mijn pakket, slechte service, ik wil mijn geld terug 😡",
        "Ik wachtsje al trije wiken op myn pakket, minne tsjinst, ik wol myn jild werom 😡",
        "Ich warte seit drei Wochen auf mein Paket, schlechter Service, ich will mein Geld zurück 😡",
        "Llevo tres semanas esperando mi pedido, pésimo servicio, quiero un reembolso 😡",
        "Aspetto il mio pacco da tre settimane, servizio pessimo, voglio un rimborso 😡",
        "Estou esperando a minha encomenda há três semanas, péssimo atendimento, quero reembolso 😡",
        "Where is my refund??? Worst company ever, still waiting 😡",
    ];
    for text in complaints {
        assert_eq!(READER.read(text).kind, Kind::Complaint, "{text} {:?}", READER.read(text));
    }
    let statements = [
        "Le magasin ouvre à neuf heures.",
        "I love my new phone, thank you!",
        "De winkel is iepen oant fiif oere.",
        "",
        "👍",
    ];
    for text in statements {
        assert_eq!(READER.read(text).kind, Kind::Statement, "{text}");
    }
}

#[test]
fn copies_are_near() {
    let post = "le restaurant du port a refusé de servir une famille avec un enfant handicapé hier soir";
    let copies = [
        "RT @lea: le restaurant du port a refusé de servir une famille avec un enfant handicapé hier soir",
        "Le restaurant du port a REFUSÉ de servir une famille avec un enfant handicapé, hier soir !!! 😡 https://example.org/x",
        "le restaurant du port a refuse de servir une famille avec un enfant handicape hier soir",
        "le restaurant du port a refusé de servir une famille avec un enfant handicapé hier midi",
        "quoi le restaurant du port a refusé de servir une famille avec un enfant handicapé hier soir",
        "le restaurant du port a refusé de servir une famille avec un enfant hier soir",
    ];
    let of = |text: &str| READER.read(text).fingerprint;
    for copy in copies {
        assert!(near(of(post), of(copy)), "{copy} {}", (of(post) ^ of(copy)).count_ones());
    }
    assert_eq!(of(post), of(copies[0]));
    assert_eq!(of(post), of(copies[1]));
}

#[test]
fn short_and_like_texts_are_not_near() {
    let texts = [
        "merci",
        "bonjour",
        "non",
        "oui",
        "ok",
        "super",
        "nul",
        "thanks",
        "hello",
        "no",
        "yes",
        "tank",
        "goeie",
        "nee",
        "ja",
        "très bon hôtel",
        "très mauvais hôtel",
        "great food",
        "bad food",
        "great service",
        "bad service",
        "ne allez pas là-bas",
        "allez-y sans hésiter",
        "goed eten",
        "slecht eten",
        "lekker iten",
        "min iten",
        "je recommande ce restaurant à tous",
        "je déconseille ce restaurant à tout le monde",
        "the room was clean and quiet",
        "the room was dirty and loud",
        "12",
        "13",
        "2026",
        "こんにちは",
        "さようなら",
    ];
    let prints: Vec<u64> = texts.iter().map(|text| READER.read(text).fingerprint).collect();
    for (i, a) in prints.iter().enumerate() {
        assert_ne!(*a, 0, "{}", texts[i]);
        for (j, b) in prints.iter().enumerate().skip(i + 1) {
            assert!(!near(*a, *b), "{} / {}: {} bits", texts[i], texts[j], (a ^ b).count_ones());
        }
    }
}

#[test]
fn nothing_is_near_nothing() {
    for text in ["", " ", "😡", "https://example.org", "@lea", "!?"] {
        assert_eq!(READER.read(text).fingerprint, 0, "{text}");
    }
    assert!(!near(0, 0));
    assert!(!near(0, 1));
    assert!(near(7, 7));
}

#[test]
fn a_text_with_nothing_to_go_by_is_neutral() {
    for text in ["", "https://example.org", "@lea", "?!"] {
        let reading = READER.read(text);
        assert_eq!((reading.polarity, reading.p), (Polarity::Neutral, [333, 334, 333]), "{text}");
    }
}

#[test]
fn what_lies_beyond_the_longest_text_is_not_read() {
    let long = "le service est mauvais ".repeat(LONGEST / 10);
    let end = format!("{long} and now for something completely different");
    assert_eq!(READER.read(&long), READER.read(&end));
    assert_eq!(READER.read(&"é".repeat(LONGEST)).kind, Kind::Statement);
}

#[test]
fn readings_stay_as_they_are() {
    let texts = FRYSK.iter().copied().chain([
        "Le service client de cette boutique est lamentable, plus jamais !",
        "Très belle soirée au restaurant du port, merci à toute l'équipe",
        "My flight was cancelled and nobody answers the phone @airline",
        "The new store opens on Monday at nine.",
        "Wat een geweldige dag in Leeuwarden!",
        "Waarom reageert de klantenservice niet?",
        "Der Zug hat schon wieder zwei Stunden Verspätung...",
        "La entrega llegó rota y nadie responde",
        "Il pacco non è mai arrivato, voglio il rimborso",
        "Adorei o atendimento, nota dez",
        "Die diens was uitstekend, baie dankie",
        "الخدمة ممتازة شكرا 😍",
    ]);
    let mut page = String::new();
    for text in texts {
        let reading = READER.read(text);
        let (lang, polarity, kind) = (reading.lang.code(), reading.polarity.code(), reading.kind.code());
        writeln!(page, "{lang} {polarity} {:?} {kind} {:016x} | {text}", reading.p, reading.fingerprint)
            .expect("a string takes all");
    }
    insta::assert_snapshot!(page);
}

#[test]
fn models_that_are_not_ours_are_refused() {
    assert!(Reader::of(b"", b"", b"").is_err());
    let language = include_bytes!("../models/language.bin");
    assert!(Reader::of(language, language, language).is_err());
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let reading = READER.read(&text);
        prop_assert_eq!(reading.p.iter().sum::<u16>(), 1000);
        let told = reading.p[reading.polarity as usize];
        prop_assert!(reading.polarity == Polarity::Neutral || reading.p.iter().all(|p| *p <= told));
        prop_assert_eq!(READER.read(&text), reading);
    }

    #[test]
    fn any_likely_text_is_read(text in r"([a-zé'’@#:/.?! \u{300}\u{200d}\u{fe0f}한日ก😡]|RT |http|www\.){0,80}") {
        prop_assert_eq!(READER.read(&text).p.iter().sum::<u16>(), 1000);
    }

    #[test]
    fn an_address_does_not_change_the_fingerprint(text in "[a-z ]{0,60}", name in "[a-z]{1,9}") {
        let print = READER.read(&text).fingerprint;
        let more = format!("RT @{name}: {text} https://example.org/{name} 😡");
        prop_assert_eq!(READER.read(&more).fingerprint, print);
    }
}

#[test]
fn posts_of_the_data_folder_are_read_as_well_as_the_page_says() {
    let Some(folder) = std::env::var_os("VIGIE_DATA") else {
        println!("not run: VIGIE_DATA is not set");
        return;
    };
    // The shipped models saw these posts: this guards against a broken reader, it does not measure it.
    let read = |name: &str| {
        std::fs::read_to_string(std::path::Path::new(&folder).join("umsab/french").join(name))
            .expect("the data folder is whole")
    };
    let (texts, labels) = (read("val_text.txt"), read("val_labels.txt"));
    let (mut french, mut right, mut all) = (0, 0, 0);
    for (text, label) in texts.lines().zip(labels.lines()) {
        let reading = READER.read(text);
        all += 1;
        french += usize::from(reading.lang == Language::Fr);
        right += usize::from(label.trim() == (reading.polarity as usize).to_string());
    }
    assert!(french * 100 >= all * 97, "French told in {french} of {all}");
    assert!(right * 100 >= all * 70, "polarity told in {right} of {all}");
}

#[test]
fn what_was_measured_is_told_of_every_language() {
    let told: Vec<Language> = vigie_text::measured().iter().map(|m| m.language).collect();
    assert_eq!(told, &Language::ALL[..Language::ALL.len() - 1]);
    for m in vigie_text::measured() {
        assert!(m.told.iter().all(|share| (800..=1000).contains(share)) && m.told.is_sorted(), "{m:?}");
        assert!(m.polarity.is_none_or(|f1| (400..900).contains(&f1)), "{m:?}");
    }
    let unmeasured = [Language::Fy, Language::Nl, Language::Af];
    assert!(vigie_text::measured().iter().all(|m| m.polarity.is_none() == unmeasured.contains(&m.language)));
}

/// What a shop must not miss, in few words: "never" turns nothing round here.
#[test]
fn warnings_to_others_speak_ill() {
    let ill = [
        "Never again: horrible service",
        "Avoid this place at all costs",
        "Boycott this bakery",
        "Plus jamais ! Service honteux",
        "À fuir absolument",
        "Ne mangez pas leur galette, du verre dedans",
        "Boycottons cette boulangerie",
        "Scandaleux, ma fille est aux urgences",
        "Nooit meer, wat een schande",
        "Oplichters! Blijf weg",
        "Koop niet bij deze winkel, alles kapot",
        "Noait wer, wat in skande",
        "Bliuw fuort, se binne dieven",
    ];
    let missed: Vec<_> = ill.iter().filter(|text| READER.read(text).polarity != Polarity::Negative).collect();
    let well = ["Jamais déçu, toujours délicieux", "Best croissants in town, thank you", "You can't go wrong here"];
    let doubted: Vec<_> = well.iter().filter(|text| READER.read(text).polarity == Polarity::Negative).collect();
    assert_eq!((missed, doubted), (vec![], vec![]));
}

/// Whoever changes the models changes the reader: stored readings say by which they were made.
#[test]
fn the_models_are_those_of_this_reader() {
    let model = |name: &str| {
        std::fs::read(format!("{}/models/{name}.bin", env!("CARGO_MANIFEST_DIR"))).expect("the models are there")
    };
    let models = blake3::hash(&["language", "polarity", "lexicon"].map(model).concat());
    let rules = |name: &str| {
        std::fs::read(format!("{}/src/grave/{name}.txt", env!("CARGO_MANIFEST_DIR"))).expect("the rules are there")
    };
    let rules = blake3::hash(&["rules", "words/fr", "words/en", "words/nl", "words/fy"].map(rules).concat());
    let (models, rules) = (models.to_hex(), rules.to_hex());
    let made_of = (vigie_text::READER, &models[..16], &rules[..16]);
    assert_eq!(
        made_of,
        ("5", "a89ac5dba5ac2faa", "2654138d379ce6b9"),
        "raise READER with the models, the rules and their words"
    );
}
