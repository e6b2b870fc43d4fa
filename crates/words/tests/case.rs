//! The case room speaks: every event, every refusal and every name, in four languages.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as written")]

use domain::case::event::{Event, Exit, FactStatus, Form, Ground, Left, Platform, Step, Target, Thaw, Visibility};
use domain::case::legal::{Matter, Start};
use domain::case::state::Stage;
use domain::case::triage::{Guideline, Known, Loudness, Responsibility, Who};
use domain::case::{Party, Refusal, TextRef};
use domain::id::{MentionId, PersonId};
use domain::plan::{Channel, Posture};
use jiff::Timestamp;
use std::collections::BTreeSet;
use text::Cause;
use vigie_words::case::triage::{Question, cause, known, question, responsibility, who};
use vigie_words::case::{self, happened, refusal};
use vigie_words::{Locale, Words, ids};

/// Every event as the first version wrote it.
const GOLDEN: &str = concat!(
    include_str!("../../domain/tests/case/golden/events.v1.jsonl"),
    include_str!("../../domain/tests/case/golden/events.v2.jsonl"),
    include_str!("../../domain/tests/case/golden/events.v3.jsonl")
);

/// What the golden lines do not have and a sentence tells apart.
const MORE: [&str; 10] = [
    r#"{"measure":{"taken":{"key":"m","measure":2,"text":"TEXT","test":"word","owner":null,"due":null,"to":null}}}"#,
    r#"{"course":{"handed_over":{"from":null,"to":{"member":3},"why":null}}}"#,
    r#"{"course":{"assigned":{"role":"lead","to":null,"absent":[]}}}"#,
    r#"{"speech":{"checked":{"draft":4,"binding":"BINDING","found":{"version":1,"stops":0,"warnings":0}}}}"#,
    r#"{"speech":{"checked":{"draft":4,"binding":"BINDING","found":{"version":0,"stops":0,"warnings":0}}}}"#,
    r#"{"clock":{"escalated":{"clock":2,"rung":0,"to":{"member":2}}}}"#,
    r#"{"work":{"told":{"key":"told-1","stakeholder":"staff","when":"2026-11-21T11:00:00Z","text":"TEXT","draft":null}}}"#,
    r#"{"course":{"erased":{"texts":["TEXT","TEXT"]}}}"#,
    r#"{"freeze":{"begun":{"key":"tap-1","fence":1,"accounts":[7,8],"allow":[],"unmapped":0}}}"#,
    r#"{"mention":{"offered":{"mention":9,"what":"TEXT","cents":123405,"authorised":{"member":1}}}}"#,
];

/// What a golden line says otherwise in a sentence of its own.
const OTHERWISE: [(&str, &str); 5] = [
    (r#""corrects":2"#, r#""corrects":null"#),
    (r#""known":true"#, r#""known":false"#),
    (r#""precision":"exact""#, r#""precision":"about""#),
    (r#""captured":{"mention":9"#, r#""captured":{"mention":null"#),
    (r#"{"opened":"#, r#"{"taken_up":"#),
];

fn some_text() -> TextRef {
    TextRef([7; 32])
}

fn events() -> Vec<Event> {
    let binding = format!("bind:{}", "03".repeat(32));
    let text = some_text().to_string();
    let more = MORE.map(|line| line.replace("BINDING", &binding).replace("TEXT", &text));
    let otherwise = OTHERWISE.iter().flat_map(|(is, other)| {
        GOLDEN.lines().filter(move |line| line.contains(is)).map(move |line| line.replace(is, other))
    });
    let lines = GOLDEN.lines().map(str::to_owned).chain(otherwise).chain(more);
    lines.map(|line| serde_json::from_str(&line).unwrap()).collect()
}

fn words(locale: Locale) -> Words {
    Words::new(locale, "Europe/Paris", "2026-11-21T22:22:00Z".parse().unwrap())
}

/// Said in this language, whole, and in no other.
fn is_said(locale: Locale, said: &str) {
    const ENGLISH: [&str; 22] = [
        "the", "and", "case", "draft", "text", "clock", "fact", "task", "nobody", "released", "approved", "held",
        "you", "who", "which", "from", "not", "its", "post", "this", "that", "out",
    ];
    let code = locale.code();
    assert!(!said.trim().is_empty() && !said.contains(['⟦', '{', '}', '$']), "{code}: {said}");
    if locale != Locale::En {
        let mut words = said.split(|c: char| !c.is_alphanumeric());
        assert_eq!(words.find(|word| ENGLISH.contains(word)), None, "{code}: {said}");
    }
    if locale == Locale::Fr {
        assert!(![" :", " ;", " ?", " !", "« ", " »", "'"].iter().any(|space| said.contains(space)), "{said}");
    }
}

#[test]
fn every_event_is_told_in_every_language() {
    let events = events();
    for locale in Locale::ALL {
        let words = words(locale);
        let mut lines: Vec<String> = Vec::new();
        for event in &events {
            let said = happened(&words, event);
            is_said(locale, &said);
            assert!(!said.ends_with('.') && said.starts_with(char::is_lowercase), "{said}");
            let line = format!("{}: {said}", event.kind());
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let kinds: BTreeSet<String> = events.iter().map(Event::kind).collect();
        assert_eq!(kinds.len(), 76);
        insta::assert_snapshot!(format!("log_{}", locale.code()), lines.join("\n"));
    }
}

#[test]
fn a_moment_of_another_day_has_its_date() {
    let held = |due: &str| {
        let line = format!(
            r#"{{"freeze":{{"outcome":{{"fence":1,"post":5,"account":7,"outcome":{{"held":{{"due":"{due}"}}}}}}}}}}"#
        );
        happened(&words(Locale::En), &serde_json::from_str(&line).unwrap())
    };
    assert_eq!(held("2026-11-21T22:18:00Z"), "held a post that was due 23:18");
    assert_eq!(held("2026-11-21T23:00:00Z"), "held a post that was due 22 November 2026, 00:00");
}

fn refusals() -> Vec<Refusal> {
    let at: Timestamp = "2026-11-21T22:40:00Z".parse().unwrap();
    vec![
        Refusal::NotOpen,
        Refusal::Over,
        Refusal::Person,
        Refusal::House,
        Refusal::Role,
        Refusal::Reader,
        Refusal::Lead,
        Refusal::Missing { what: "thing", number: 3 },
        Refusal::NotInPlan { what: "thing" },
        Refusal::Ladder { from: Step::Crisis, to: Step::Signal },
        Refusal::Why,
        Refusal::OpenTasks(1),
        Refusal::OpenTasks(2),
        Refusal::OpenMeasures(1),
        Refusal::OpenMeasures(2),
        Refusal::Goal,
        Refusal::Tested,
        Refusal::Missing { what: "measure", number: 3 },
        Refusal::Missing { what: "lesson", number: 3 },
        Refusal::Missing { what: "record", number: 3 },
        Refusal::LegalTerm("gdpr-33".to_owned()),
        Refusal::UnderWay(3),
        Refusal::NeverPauses,
        Refusal::Time,
        Refusal::Start(vec![Start::Awareness, Start::Publication, Start::Demand]),
        Refusal::Proof,
        Refusal::Source,
        Refusal::Retracted,
        Refusal::Stale,
        Refusal::Stage(3),
        Refusal::WeakFacts(vec![1, 4]),
        Refusal::Unchecked,
        Refusal::Stopped(1),
        Refusal::Stopped(2),
        Refusal::Mixed(vec![2, 5]),
        Refusal::Long { is: 1_312, most: 500 },
        Refusal::Blank,
        Refusal::Account,
        Refusal::ToAll,
        Refusal::Corrects,
        Refusal::NoRule,
        Refusal::NoLogin(vec!["Ada Vidal".to_owned(), "Hugo Marin".to_owned()]),
        Refusal::Author,
        Refusal::Own,
        Refusal::NotAsked,
        Refusal::Already,
        Refusal::NotAlone,
        Refusal::NotYet(at),
        Refusal::NoFallback,
        Refusal::NotPrepared,
        Refusal::Mandate,
        Refusal::TooLate,
        Refusal::Attempt,
        Refusal::MayBeOut(3),
        Refusal::HeldBy(Party::Member(PersonId(2))),
        Refusal::Elsewhere,
        Refusal::ClaimFirst(MentionId(9)),
        Refusal::Answered(3),
        Refusal::Amount,
        Refusal::Exit("somebody"),
        Refusal::ExitNoLogin(vec!["Ada Vidal".to_owned()]),
        Refusal::NoFreeze,
        Refusal::Fenced,
        Refusal::Unaccounted(1),
        Refusal::Unaccounted(2),
        Refusal::NotHeld,
        Refusal::Frozen,
        Refusal::Burst,
    ]
    .into_iter()
    .chain(named())
    .collect()
}

/// What is written between `before` and the next quote in the sources of the domain's decisions.
fn literals(before: &str) -> BTreeSet<&'static str> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/src/case/decide");
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let source: &'static str = std::fs::read_to_string(file.unwrap().path()).unwrap().leak();
        found.extend(source.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()));
    }
    found
}

/// Each refusal that carries a word of the domain, with each word that it is given there.
fn named() -> Vec<Refusal> {
    let missing = literals("Missing { what: \"").into_iter().map(|what| Refusal::Missing { what, number: 3 });
    let planned = literals("NotInPlan { what: \"").into_iter().map(|what| Refusal::NotInPlan { what });
    missing.chain(planned).chain(literals("Exit(\"").into_iter().map(Refusal::Exit)).collect()
}

#[test]
fn every_refusal_says_why_and_what_to_do() {
    let source = include_str!("../../domain/src/case/decide/refusal.rs");
    let codes: BTreeSet<&str> = refusals().iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), source.matches("#[error(").count());
    for locale in Locale::ALL {
        let words = words(locale);
        let mut lines = Vec::new();
        for refused in refusals() {
            let said = refusal(&words, &refused);
            is_said(locale, &said);
            assert!(said.ends_with('.') && said.starts_with(|c: char| !c.is_lowercase()), "{said}");
            // Why, and what to do: two sentences at the least.
            assert!(said.split_inclusive(['.', ':']).filter(|part| part.trim().len() > 3).count() >= 2, "{said}");
            lines.push(format!("{}: {said}", refused.code()));
        }
        insta::assert_snapshot!(format!("refusals_{}", locale.code()), lines.join("\n"));
    }
}

#[test]
fn no_word_of_the_domain_falls_to_the_general_refusal() {
    let named = named();
    assert!(named.len() >= 12, "{named:?}");
    let words = words(Locale::En);
    let general = [
        refusal(&words, &Refusal::Missing { what: "thing", number: 3 }),
        refusal(&words, &Refusal::NotInPlan { what: "thing" }),
        refusal(&words, &Refusal::Exit("somebody")),
    ];
    for refused in named {
        assert!(!general.contains(&refusal(&words, &refused)), "{refused:?}");
    }
}

/// The names of each group; within a group no two are alike.
fn names(words: &Words) -> Vec<Vec<String>> {
    let at = words.now();
    let stages = [
        Stage::Writing,
        Stage::Submitted(at),
        Stage::Declined(some_text()),
        Stage::Released(domain::case::event::Release::Approved),
        Stage::Intended(at),
        Stage::Trying(1),
        Stage::Unknown(1),
        Stage::Refused(1),
        Stage::Sent(at, some_text()),
        Stage::Shelved,
    ];
    let targets = [
        Target::Mention(MentionId(9)),
        Target::Post(Channel::Mastodon),
        Target::Mail(some_text()),
        Target::Conversation(4),
        Target::UpdatesPage,
        Target::ByHand(Channel::Counter),
        Target::ByHand(Channel::Press),
    ];
    let guidelines = [
        Guideline::InformFirst,
        Guideline::VictimInform,
        Guideline::VictimWithHistory,
        Guideline::AccidentDiminish,
        Guideline::AccidentWithHistory,
        Guideline::PreventableRebuild,
        Guideline::UnfoundedDeny,
    ];
    let responsibilities = [
        Responsibility::Unknown,
        Responsibility::Untrue,
        Responsibility::Victim,
        Responsibility::Accidental,
        Responsibility::Preventable,
    ];
    let platforms = [
        Platform::Violence,
        Platform::Hatred,
        Platform::Harassment,
        Platform::PersonalData,
        Platform::NotGenuine,
        Platform::Spam,
        Platform::Impersonation,
    ];
    let grounds = [
        Ground::Defamation,
        Ground::Insult,
        Ground::Threat,
        Ground::Hatred,
        Ground::Privacy,
        Ground::Counterfeit,
        Ground::Other,
    ];
    let forms = [Form::Holding, Form::Statement, Form::Update, Form::Reply];
    let facts = [FactStatus::Known, FactStatus::Probable, FactStatus::Unknown, FactStatus::CannotSay];
    let loud = [Loudness::Nothing, Loudness::Answer, Loudness::Statement, Loudness::Everywhere];
    let postures = [Posture::Deny, Posture::Diminish, Posture::Rebuild, Posture::Bolster, Posture::Inform];
    let seen = [Visibility::Internal, Visibility::Client, Visibility::Legal];
    let thaws = [Thaw::Reschedule(at), Thaw::Rewrite, Thaw::Withdraw, Thaw::AsItWas];
    let causes = std::iter::once(None).chain(Cause::ALL.map(Some));
    vec![
        stages.iter().map(|it| case::stage(words, it)).collect(),
        targets.iter().map(|it| case::target(words, it)).collect(),
        guidelines.map(|it| case::guideline(words, it)).to_vec(),
        platforms.map(|it| case::exit(words, Exit::AgainstRules(it))).to_vec(),
        grounds.map(|it| case::exit(words, Exit::Illegal(it))).to_vec(),
        forms.map(|it| case::form(words, it)).to_vec(),
        facts.map(|it| case::fact_status(words, it)).to_vec(),
        loud.map(|it| case::loudness(words, it)).to_vec(),
        postures.map(|it| case::posture(words, it)).to_vec(),
        seen.map(|it| case::visibility(words, it)).to_vec(),
        [Left::Allowed, Left::Foreign, Left::Unmapped].map(|it| case::left(words, it)).to_vec(),
        thaws.map(|it| case::thaw(words, it)).to_vec(),
        Matter::ALL.map(|it| case::matter(words, it)).to_vec(),
        [Start::Awareness, Start::Publication, Start::Demand].map(|it| case::start(words, it)).to_vec(),
        Question::ALL.map(|it| question(words, it)).to_vec(),
        [Known::No, Known::Unknown, Known::Yes].map(|it| known(words, it)).to_vec(),
        causes.map(|it| cause(words, it)).collect(),
        responsibilities.map(|it| responsibility(words, it)).to_vec(),
        [Who::One, Who::Some, Who::Many, Who::Press].map(|it| who(words, it)).to_vec(),
    ]
}

#[test]
fn every_thing_has_a_name_of_its_own() {
    for locale in Locale::ALL {
        for group in names(&words(locale)) {
            group.iter().for_each(|name| is_said(locale, name));
            assert_eq!(group.iter().collect::<BTreeSet<_>>().len(), group.len(), "{}: {group:?}", locale.code());
        }
    }
    for rule in names(&words(Locale::En))[2].iter().zip([Guideline::InformFirst, Guideline::VictimInform]) {
        assert_eq!(rule.0, rule.1.quoted());
    }
}

#[test]
fn no_message_of_the_case_is_without_its_line_of_code() {
    let sources = [
        include_str!("../src/case/after.rs"),
        include_str!("../src/case/log.rs"),
        include_str!("../src/case/refusal.rs"),
        include_str!("../src/case/word.rs"),
        include_str!("../src/case/triage.rs"),
    ];
    let ours = ["case-log-", "case-refusal-", "case-word-", "case-triage-"];
    let said = ids(Locale::En).filter(|id| ours.iter().any(|group| id.starts_with(group)));
    let unused: Vec<&str> =
        said.filter(|id| !sources.iter().any(|source| source.contains(&format!("\"{id}\"")))).collect();
    assert_eq!(unused, Vec::<&str>::new());
}
