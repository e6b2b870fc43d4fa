//! The week as it is told: five lines, whatever the week was like.

use domain::figure::Figure;
use domain::report::{Counts, Heard, Mark, Report, report};
use jiff::Timestamp;
use vigie_words::report::{letter, lines, subject};
use vigie_words::{Locale, Words};

fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_772_409_600 + 60 * minutes).expect("a time")
}

const WEEK: i64 = 7 * 24 * 60;

fn quiet() -> Counts {
    let heard = |name: &str| Heard { name: name.to_owned(), tried: true, deaf_since: None, gaps: Vec::new() };
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
    let named = |tried: [bool; 2]| {
        let mut week = Counts { since: at(600), ..quiet() };
        week.sources.iter_mut().zip(tried).for_each(|(source, tried)| source.tried = tried);
        report(week)
    };
    let mut all = String::new();
    for locale in Locale::ALL {
        for week in [report(quiet()), report(busy()), none.clone(), named([false, false]), named([true, false])] {
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

#[test]
fn a_letter_tells_of_many_what_happened_and_names_the_rest() {
    let words = Words::new(Locale::En, "Europe/Amsterdam", at(WEEK));
    let (calm, loud) = (report(quiet()), report(busy()));
    let (title, text) = letter(&words, &[("Dunes\nPizza".to_owned(), calm.clone())]);
    assert_eq!(title, subject(&words, &calm));
    assert!(
        text.starts_with(&lines(&words, &calm).join("\n")),
        "one shop gets its five lines in a quiet week too: {text}"
    );

    let name = |n: usize| format!("Client {n:03}\u{7}");
    let weeks: Vec<_> = (0..200).map(|n| (name(n), if n % 2 == 0 { loud.clone() } else { calm.clone() })).collect();
    let (title, text) = letter(&words, &weeks);
    assert!(title.contains("Client 000 , Client 001") && title.contains("195 more"), "{title}");
    assert_eq!(text.matches(&lines(&words, &loud)[0]).count(), 30, "five lines of thirty at most");
    let named = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
    assert!(named("No room here").contains("Client 060") && named("No room here").contains("20 more"), "{text}");
    assert!(
        named("Nothing happened").contains("Client 001") && named("Nothing happened").contains("50 more"),
        "{text}"
    );
    assert!(text.len() < 64 << 10 && !text.contains('\u{7}'), "{} bytes", text.len());

    let worst = report(Counts { alerts: 5, ..busy() });
    let (_, text) = letter(&words, &[("A".to_owned(), loud), ("B".to_owned(), worst), ("C".to_owned(), calm)]);
    assert!(text.starts_with("B\n") && text.contains("\n\nA\n"), "the loudest first: {text}");
}
