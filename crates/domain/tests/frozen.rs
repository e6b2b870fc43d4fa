//! What was frozen with a signal stays readable: a golden file of each form an assessment had, written by the release that had it.
//! A form that changes gets another file; no file is ever changed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use vigie_domain::assess::{Assessment, Forecast, Grave, Sign, Unseen, Whose};
use vigie_domain::figure::Figure;
use vigie_domain::id::MentionId;
use vigie_domain::signal::Explanation;

/// The assessment in a golden file: by itself, and as the explanation of a signal holds it, where what cannot be read is left out silently.
fn golden(name: &str) -> Assessment {
    let path = format!("{}/tests/frozen/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let kept: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let read: Assessment = serde_json::from_value(kept.clone()).unwrap();
    let mut told = serde_json::to_value(Explanation::default()).unwrap();
    told["assessment"] = kept;
    let told: Explanation = serde_json::from_value(told).unwrap();
    assert_eq!(told.assessment.as_ref(), Some(&read), "{name}");
    assert_eq!(serde_json::from_value::<Assessment>(serde_json::to_value(&read).unwrap()).unwrap(), read, "{name}");
    // What all of them were made of: the same storm.
    assert_eq!((read.mentions, read.people), (Figure::Counted(22), Figure::Counted(22)), "{name}");
    assert_eq!((read.carriers[0].mention, read.carriers[0].repeated), (MentionId(2), 18), "{name}");
    assert_eq!((read.causes.len(), read.crossings.len(), read.reported.len()), (1, 3, 1), "{name}");
    assert!(matches!(read.forecast, Forecast::Told(_)), "{name}");
    read
}

#[test]
fn the_first_form_named_the_share_that_is_peoples_own_organic() {
    let read = golden("assessment-1");
    let company = read.company.unwrap();
    assert_eq!((company.share, company.groups.len(), company.reviews), (Some(840), 0, None));
    assert_eq!((read.grave, read.trade, read.beside.len()), (Some(Grave { mention: MentionId(1) }), None, 0));
}

#[test]
fn the_second_form_said_that_no_post_was_grave() {
    let read = golden("assessment-2");
    assert_eq!((read.company.unwrap().share, read.grave), (Some(840), None));
    assert_eq!(read.trade.map(|trade| trade.whose), Some(Whose::Ours));
    assert!(!read.beside.is_empty());
}

#[test]
fn the_third_form_compared_no_pictures() {
    let read = golden("assessment-3");
    let company = read.company.unwrap();
    assert_eq!((company.share, company.groups[0].accounts, company.more), (Some(500), 12, 1));
    assert!(company.groups[0].signs_for.contains(&Sign::Young { count: 6, known: 8 }));
    assert_eq!(company.reviews.map(|burst| (burst.alike, burst.own)), Some((38, 2)));
    let unseen = [Unseen::Ages { known: 8, accounts: 30 }, Unseen::Pictures { known: 0, mentions: 0 }];
    assert_eq!(company.unseen, unseen);
    assert_eq!(read.grave, Some(Grave { mention: MentionId(1) }));
}
