//! A review speaks: each observation, gap and outcome in four languages, none like another.

use domain::case::event::{Blind, ClockOf, HotWash, Standing, Test, Theme};
use domain::case::state::LessonStage;
use domain::counter::Series;
use domain::plan::ClockKind;
use domain::review::{Deaf, Done, Gap, Moved, Observation, Ran};
use std::collections::BTreeSet;
use vigie_words::case::{hot_wash, standing};
use vigie_words::review::{Told, done, gap, lesson, moved, observed, ran, span, test};
use vigie_words::{Locale, Named, Words};

fn words(locale: Locale) -> Words {
    Words::new(locale, "Europe/Paris", jiff::Timestamp::UNIX_EPOCH)
}

fn observations() -> Vec<Observation> {
    let of = ClockOf::Plan(ClockKind::Holding);
    let action = || "stop".to_owned();
    vec![
        Observation::ClocksMet { met: 3 },
        Observation::ClockMissed { of, over: 4_000, met: true },
        Observation::PlanDone { done: 3 },
        Observation::ActionLate { action: action(), over: 90_000 },
        Observation::ActionSkipped { action: action() },
        Observation::Improvised { tasks: 2 },
        Observation::OneVoice { texts: 2 },
        Observation::Mixed { texts: 2 },
        Observation::Fell { texts: 2 },
        Observation::AllAnswered { answered: 2 },
        Observation::Unanswered { mentions: 2 },
        Observation::Vacant { role: "legal".to_owned() },
        Observation::Frozen { held: 2 },
        Observation::Fallback { texts: 2 },
        Observation::Repaired { measures: 2 },
        Observation::Relapsed { times: 2 },
    ]
}

fn said(words: &Words) -> Vec<String> {
    let told = observations().into_iter().map(|of| observed(Named::without(words), &of));
    let mut said: Vec<String> =
        told.flat_map(|Told { seen, why, recommended }| [Some(seen), Some(why), recommended]).flatten().collect();
    let deaf = Deaf { source: "reviews".to_owned(), minutes: 95 };
    let gaps = [
        Gap::Onset,
        Gap::Alert,
        Gap::Acknowledged,
        Gap::Holding,
        Gap::Full,
        Gap::Volumes,
        Gap::Wrote,
        Gap::Deaf(deaf),
        Gap::Text(2),
        Gap::Erased(2),
        Gap::Measure(2),
    ];
    said.extend(gaps.iter().map(|of| gap(words, of)));
    let ends = [Ran::Met(60), Ran::Late(60), Ran::Missed(60), Ran::Running(60), Ran::Paused, Ran::Dropped];
    said.extend(ends.map(|of| ran(words, of)));
    said.extend([Done::Done, Done::Late(60), Done::SetAside, Done::Skipped, Done::Open].map(|of| done(words, of)));
    let theme = Theme::Series(Series::Mentions);
    let tests = [
        Test::Rate { theme, under: 5, days: 7 },
        Test::NegativeShare { before: 120, days: 7 },
        Test::Answered { share: 900 },
        Test::Seen { draft: 2, share: 500 },
        Test::Word,
    ];
    said.extend(tests.iter().map(|of| test(words, of)));
    said.extend(HotWash::ALL.map(|of| hot_wash(words, of)));
    let blind = [Blind::TooEarly, Blind::NotListened, Blind::TooFew, Blind::NotObserved].map(Standing::Unknown);
    said.extend(blind.map(|of| standing(words, of)));
    said.extend([LessonStage::Drawn, LessonStage::Merged(5)].iter().map(|of| lesson(words, of)));
    said.extend(
        [Moved::Up, Moved::Down, Moved::NotApart, Moved::Unknown].map(|of| moved(words, "before", "after", of)),
    );
    said
}

#[test]
fn everything_is_said_in_every_language_and_nothing_like_something_else() {
    for locale in Locale::ALL {
        let said = said(&words(locale));
        assert!(said.len() > 80);
        assert!(said.iter().all(|it| !it.trim().is_empty() && !it.contains(['⟦', '{', '}', '$'])), "{said:#?}");
        let different: BTreeSet<&String> = said.iter().collect();
        assert_eq!(different.len(), said.len(), "{}", locale.code());
        if locale == Locale::Fr {
            assert!(!said.iter().any(|it| it.contains([':', '?', ';']) && it.contains(" :")), "{said:#?}");
        }
    }
    insta::assert_snapshot!(said(&words(Locale::En)).join("\n"));
}

#[test]
fn a_length_has_two_units_at_most() {
    let words = words(Locale::En);
    let lengths = [0, 59, 60, 3_599, 3_600, 86_399, 86_400, 260_100].map(|seconds| span(&words, seconds));
    assert_eq!(
        lengths,
        ["0 min", "0 min", "1 min", "59 min", "1 h 0 min", "23 h 59 min", "1 d 0 h", "3 d 0 h"].map(str::to_owned)
    );
}
