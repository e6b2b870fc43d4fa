use super::{mask, mask_with};
use proptest::prelude::*;

/// What people write, and what is left of it.
const WRITTEN: &[(&str, &str)] = &[
    // French
    ("Appelez-moi au 06 12 34 56 78, c’est urgent", "Appelez-moi au 06 … 78, c’est urgent"),
    ("tél. 06.12.34.56.78 ou 01-98-76-54-32", "tél. 06 … 78 ou 01 … 32"),
    ("0612345678 06 98 76 54 32", "06 … 78 06 … 32"),
    ("06 12 34 56 78 20 euros", "06 … 78 20 euros"),
    ("+33 6 12 34 56 78 2 fois", "+33 … 78 2 fois"),
    ("+33 (0)6 12 34 56 78 / 0033 6 12 34 56 78", "+33 … 78 / +33 … 78"),
    ("wa.me/33612345678", "wa.me/+33 … 78"),
    ("Écrivez à lea.martin+avis@boulangerie-martin.example.", "Écrivez à l…@…."),
    ("IBAN FR14 2004 1010 0505 0001 3M02 606 merci", "IBAN FR14 … 2606 merci"),
    (
        "Payé 1 250,50 € le 05/11/2026 à 09h30, commande 1234567",
        "Payé 1 250,50 € le 05/11/2026 à 09h30, commande 1234567",
    ),
    (
        "1 000 000 000 vues, +10 000 000 en 2026, 0,99 €, 0.99 0.89 0.79",
        "1 000 000 000 vues, +10 000 000 en 2026, 0,99 €, 0.99 0.89 0.79",
    ),
    ("01/02/2024 10 30 00 puis 06 12 34 56 78", "01/02/2024 10 30 00 puis 06 … 78"),
    ("06/12/34/56/78", "06 … 78"),
    ("0 6 1 2 3 4 5 6 7 8", "06 … 78"),
    ("FR 14 2004 1010 0505 0001 3M02 606", "FR14 … 2606"),
    ("pg 0032 579761464", "pg +32 … 64"),
    // Dutch, and Belgium
    ("Bel 06-12345678 of 020-1234567 (kantoor)", "Bel 06 … 78 of 02 … 67 (kantoor)"),
    ("bel (020) 123 45 67", "bel 02 … 67"),
    ("GSM 0470/12.34.56 of +32 470 12 34 56", "GSM 04 … 56 of +32 … 56"),
    ("+31 6 1234 5678, +31(0)612345678", "+31 … 78, +31 … 78"),
    ("rekening NL91 ABNA 0417 1643 00 graag", "rekening NL91 … 4300 graag"),
    ("rekening nl91abna0417164300graag", "rekening NL91 … 4300graag"),
    ("mail naar info@café.nl, € 12,95 op 3-12-2025 om 14:05:00", "mail naar i…@…, € 12,95 op 3-12-2025 om 14:05:00"),
    // Frisian
    ("Belje 0512-345678 of skriuw nei sjoerd@bakkerij.frl!", "Belje 05 … 78 of skriuw nei s…@…!"),
    (
        "Op 2026-11-05 kamen der 12.500 minsken, 0,5 kilo it stik",
        "Op 2026-11-05 kamen der 12.500 minsken, 0,5 kilo it stik",
    ),
    // English
    ("Ring 020 7946 0958 or 07700 900123 or +44 (0)20 7946 0958", "Ring 02 … 58 or 07 … 23 or +44 … 58"),
    ("call +1 (555) 123-4567 or tel:+15551234567", "call +1 … 67 or tel:+1 … 67"),
    ("GB82 WEST 1234 5698 7654 32 and GB82 WEST 1234 5698 7654 33", "GB82 … 5432 and GB82 WEST 1234 5698 7654 33"),
    (
        "in 2019 2020 2021, 3.5/5 for 1,234,567 people, order 7654321",
        "in 2019 2020 2021, 3.5/5 for 1,234,567 people, order 7654321",
    ),
    ("john_doe@example.co.uk, 2@3.50 each, @handle, a@b", "j…@…, 2@3.50 each, @handle, a@b"),
    // Evasions
    ("０６１２３４５６７８ ٠٦١٢٣٤٥٦٧٨", "06 … 78 06 … 78"),
    ("06\u{a0}12\u{200b}34\u{2011}56\u{202f}78", "06 … 78"),
    ("(0612345678a@b.fr", "06 … 78a…@…"),
    ("Tel0612345678", "Tel06 … 78"),
    ("jean＠exemple.fr", "j…@…"),
];

#[test]
fn what_reaches_people_is_masked_and_what_counts_things_stays() {
    for (written, left) in WRITTEN {
        assert_eq!(mask(written), *left, "{written}");
        assert_eq!(mask(left), *left, "masked twice: {written}");
    }
}

#[test]
fn long_texts_cost_their_length() {
    for piece in ["a", "0", "+", "@", "a@", "1/", "FR76", "0 ", "é.", "06 "] {
        let text = piece.repeat((1 << 16) / piece.len());
        assert!(!mask(&text).is_empty());
    }
}

/// How a number's digits are grouped and joined.
fn grouped(digits: &str, sizes: &[usize], joint: &str) -> String {
    let mut groups = Vec::new();
    let mut rest = digits;
    for size in sizes.iter().cycle() {
        let (group, left) = rest.split_at(rest.len().min(*size));
        groups.push(group);
        rest = left;
        if rest.is_empty() {
            break;
        }
    }
    groups.join(joint)
}

fn telephones() -> impl Strategy<Value = String> {
    let joints = prop::sample::select(vec!["", " ", ".", "-", "\u{a0}", "/"]);
    let national = prop_oneof!["0[1-9][0-9]{8}", "0[1-9][0-9]{7}", "0[1-9][0-9]{9}"];
    let here =
        (national, prop::sample::select(vec![&[2usize][..], &[3, 2, 2], &[4, 2], &[10], &[4, 6], &[5, 6]]), joints)
            // A date cannot be told from such a number.
            .prop_filter("a date", |(_, sizes, joint)| !(sizes == &&[2usize][..] && *joint == "/"))
            .prop_map(|(digits, sizes, joint)| grouped(&digits, sizes, joint));
    let abroad = (prop::sample::select(vec!["+33", "+31", "0032", "+44 (0)", "+49", "+212"]), "[1-9][0-9]{8}")
        .prop_map(|(code, digits)| format!("{code} {digits}"));
    prop_oneof![here, abroad]
}

/// Right account numbers: a body of the country's length, and the check digits that fit it.
fn accounts() -> impl Strategy<Value = String> {
    let body = prop_oneof![
        "[A-Z]{4}[0-9]{10}".prop_map(|b| ("NL", b)),
        "[0-9]{12}".prop_map(|b| ("BE", b)),
        "[0-9]{10}[A-Z0-9]{11}[0-9]{2}".prop_map(|b| ("FR", b)),
        "[A-Z]{4}[0-9]{14}".prop_map(|b| ("GB", b)),
    ];
    (body, any::<bool>()).prop_map(|((country, body), groups)| {
        let values = format!("{body}{country}00");
        let written: String = values.chars().map(|c| c.to_digit(36).map_or(String::new(), |d| d.to_string())).collect();
        let rest = written.bytes().fold(0u32, |rest, b| (rest * 10 + u32::from(b - b'0')) % 97);
        let whole = format!("{country}{:02}{body}", 98 - rest);
        if groups { grouped(&whole, &[4], " ") } else { whole }
    })
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

proptest! {
    #[test]
    fn no_number_survives(before in "[a-zé ,.!?]{0,12}[a-zé,!?] ", number in prop_oneof![telephones(), accounts()], after in "( [a-zé,.!?][a-zé ,.!? ]{0,12})?") {
        let masked = mask(&format!("{before}{number}{after}"));
        prop_assert!(masked.contains('…'), "{masked}");
        prop_assert!(digits_of(&masked).len() <= 8, "{masked}");
        prop_assert!(masked.starts_with(&before) && masked.ends_with(&after), "{masked}");
    }

    #[test]
    fn no_address_survives(before in "[ (<:;\"«]{0,2}", local in "[a-z0-9][a-z0-9._%+-]{0,20}", host in "[a-z0-9][a-z0-9-]{0,10}(\\.[a-z]{2,6}){1,2}", after in "[ )>;,\"»]?") {
        let masked = mask(&format!("{before}{local}@{host}{after}"));
        prop_assert!(masked.contains("…@…"), "{masked}");
        prop_assert!(local.len() < 2 || !masked.contains(&local), "{masked}");
        prop_assert!(!masked.contains(&host), "{masked}");
    }

    #[test]
    fn small_numbers_dates_and_times_stay(
        numbers in prop::collection::vec(
            prop_oneof!["[1-9][0-9]{0,6}", "[1-9][0-9]{0,2}( [0-9]{3}){1,2} €", "[0-9]{1,3},[0-9]{2}", "[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?",
                "(0[1-9]|[12][0-9])/(0[1-9]|1[0-2])/20[0-9]{2}", "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])", "(19|20)[0-9]{2}"],
            0..6,
        )
    ) {
        let text = numbers.join(" ; ");
        prop_assert_eq!(mask(&text), text);
    }

    #[test]
    fn in_any_text_nothing_plain_survives(
        pieces in prop::collection::vec(
            prop_oneof!["0[0-9]{5,11}", "\\+[1-9][0-9]{5,14}", "[0-9]{1,4}", "[a-z]{1,3}@[a-z]{1,3}\\.[a-z]{2}", "[@+.()/… -]", "\\PC{1,5}"],
            0..12,
        ),
        joint in prop::sample::select(vec!["", " ", "  ", ", "]),
    ) {
        let masked = mask(&pieces.join(joint));
        for word in masked.split(char::is_whitespace) {
            prop_assert!(!is_plainly_reachable(word), "{word:?} in {masked}");
        }
    }
}

/// The plainest forms of what is to be masked, read as bluntly as can be.
fn is_plainly_reachable(word: &str) -> bool {
    let digits = |text: &str| text.len() >= 8 && text.bytes().all(|b| b.is_ascii_digit());
    let national = (9..=11).contains(&word.len()) && digits(word) && word.starts_with('0') && !word.starts_with("00");
    let abroad = word.len() <= 16 && word.strip_prefix('+').is_some_and(|rest| digits(rest) && !rest.starts_with('0'));
    let address = word.split_once('@').is_some_and(|(local, host)| {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase());
        plain(local) && host.split_once('.').is_some_and(|(name, top)| plain(name) && plain(top))
    });
    national || abroad || address
}

#[test]
fn what_was_found_in_a_text_is_found_in_what_is_left_of_it() {
    let text = "brûlé, appelez le 06 12 34 56 78, ma fille est à l’hôpital : lea@example.org";
    let of = |words: &str| text.find(words).map(|at| (at as u32, (at + words.len()) as u32)).unwrap();
    let (left, spans) = mask_with(text, &[of("brûlé"), of("le 06 12"), of("l’hôpital"), of("example")]);
    assert_eq!(left, mask(text));
    let words: Vec<&str> = spans.iter().map(|(from, to)| &left[*from as usize..*to as usize]).collect();
    assert_eq!(words, ["brûlé", "l’hôpital"], "what touches something masked is left out");
}
