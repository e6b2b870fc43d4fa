//! The week as it is told: five lines, whatever the week was like.

use domain::figure::Figure;
use domain::report::{Counts, Heard, Mark, Report, report};
use jiff::Timestamp;
use vigie_words::report::{lines, subject};
use vigie_words::{Locale, Words};

fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_772_409_600 + 60 * minutes).expect("a time")
}

const WEEK: i64 = 7 * 24 * 60;

fn quiet() -> Counts {
    let heard = |name: &str| Heard { name: name.to_owned(), deaf_since: None, gaps: Vec::new() };
    Counts {
        from: at(0),
        until: at(WEEK),
        since: at(-9 * WEEK),
        brands: vec!["Dunes".to_owned()],
        sources: vec![heard("De Krant"), heard("#dunes")],
        ..Counts::default()
    }
}

fn busy() -> Counts {
    let mark = |n: i64| Mark {
        at: at(WEEK - 3000 + n),
        handled: n % 3 == 0,
        negative: n % 4 == 0,
        stars: None,
        lang: serde_json::from_str(if n % 5 == 0 { "\"fy\"" } else { "\"fr\"" }).ok(),
        engagement: (n % 2 == 0).then_some(n % 7),
    };
    let mut counts = quiet();
    counts.sources[0].deaf_since = Some(at(WEEK - 200));
    counts.sources[1].gaps = vec![(at(10), at(100))];
    counts.unwatched = (0..7).map(|n| format!("Place {n}\nand more")).collect();
    Counts { mentions: 60, before: 4, alerts: 1, notices: 2, marks: (0..60).map(mark).collect(), ..counts }
}

fn told(locale: Locale, report: &Report) -> String {
    let words = Words::new(locale, "Europe/Amsterdam", report.until);
    let five = lines(&words, report);
    assert!(
        five.iter().all(|line| !line.is_empty() && !line.contains(char::is_control) && !line.contains("  ")),
        "{five:?}"
    );
    format!("{}\n{}\n", subject(&words, report), five.join("\n"))
}

#[test]
fn a_week_is_told_in_five_lines_in_every_language() {
    let none = report(Counts { sources: Vec::new(), since: at(600), deaf_brands: vec!["Dunes".to_owned()], ..quiet() });
    let mut all = String::new();
    for locale in Locale::ALL {
        for week in [report(quiet()), report(busy()), none.clone()] {
            all.push_str(&format!("{}: {}\n", locale.code(), told(locale, &week)));
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn what_is_not_known_is_never_told_as_nought() {
    let unknown = Report { engagement: Figure::Unknown, before: Figure::Unknown, ..report(busy()) };
    let said = told(Locale::En, &unknown);
    assert!(said.contains("replies: not known") && said.contains("cannot be compared"), "{said}");
    let few = report(Counts { mentions: 3, marks: busy().marks[..3].to_vec(), ..quiet() });
    let said = told(Locale::En, &few);
    assert!(said.contains("Negative: 1 of 3, too few"), "{said}");
    let many = report(Counts { mentions: 90_000, ..busy() });
    let said = told(Locale::En, &many);
    assert!(said.contains("90,000 mentions") && said.contains("At least 40 mentions wait"), "{said}");
}
