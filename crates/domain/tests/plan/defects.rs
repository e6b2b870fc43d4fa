//! Seeded defects: each is found, by its code, at its place, and nothing else is found beside what follows from it.

use jiff::civil::date;
use std::collections::BTreeSet;
use vigie_domain::plan::{Code, Finding, Weight, check, place, read};

const TEAM: &str = include_str!("team.toml");

/// A defect: the code it must have, what is replaced by what, and the words that are marked.
type Defect = (&'static str, &'static str, &'static str, &'static str);

const DEFECTS: &[Defect] = &[
    ("unreadable", "size = \"team\"", "size = team", "team"),
    ("unreadable", "title = \"Team\"", "title = \"Team", END),
    ("unknown-section", "[freeze]", "[freze]", "freze"),
    ("unknown-section", "[objective.trust]", "[goal.trust]", "goal"),
    ("unknown-field", "deputy = \"lead\"", "depty = \"lead\"", "depty"),
    ("unknown-field", "impact = 5", "impact = 5\ncolour = \"red\"", "colour"),
    ("wrong-kind", "text = \"Hear it first.\"", "text = 7", "7"),
    ("wrong-kind", "queries = [\"ill OR sick\"]", "queries = true", "true"),
    ("wrong-kind", "do = [\"Listen.\"]", "do = [1]", "1"),
    ("unknown-choice", "half = \"correction\"", "half = \"corection\"", "\"corection\""),
    ("unknown-choice", "cause = \"safety\"", "cause = \"safty\"", "\"safty\""),
    (
        "unknown-choice",
        "languages = [\"en\", \"fr\"]\ncountry",
        "languages = [\"en\", \"fr\", \"xx\"]\ncountry",
        "\"xx\"",
    ),
    ("bad-value", "due = \"1 h\"", "due = \"soon\"", "\"soon\""),
    ("bad-value", "\"sat 09:00-12:00\"", "\"sat 9\"", "\"sat 9\""),
    ("bad-value", "\"2026-12-20..2026-12-31\"", "\"2026-12-31..2026-12-20\"", "\"2026-12-31..2026-12-20\""),
    ("bad-value", "zone = \"Europe/Paris\"", "zone = \"Europe/Pari\"", "\"Europe/Pari\""),
    ("bad-value", "phone = \"01 98 00 00 01\"", "phone = \"abcdef\"", "\"abcdef\""),
    ("bad-value", "\"paul@martin.test\"", "\"paul at martin\"", "\"paul at martin\""),
    ("bad-value", "likelihood = 2", "likelihood = 9", "9"),
    ("missing-field", "text = \"Stop selling.\"\n", "", "stop"),
    ("missing-field", "size = \"team\"\n", "", "plan"),
    ("missing-field", "kind = \"holding-statement\"\n", "", "hold"),
    ("missing-field", "approved_by = \"jeanne\"\nexpires = 2027-06-01", "approved_by = \"jeanne\"", "ill-full-en"),
    ("unknown-reference", "responsible = \"legal\"", "responsible = \"legl\"", "\"legl\""),
    ("unknown-reference", "moves = [\"stop\"]", "moves = [\"stopp\"]", "\"stopp\""),
    ("unknown-reference", "people = [\"paul\", \"jeanne\"]", "people = [\"paul\", \"jane\"]", "\"jane\""),
    ("unknown-reference", "audience = \"staff\"", "audience = \"stuff\"", "ill-full-en"),
    (
        "unknown-reference",
        "objective = \"trust\"\nhalf = \"prevention\"",
        "objective = \"trst\"\nhalf = \"prevention\"",
        "\"trst\"",
    ),
    ("empty-objective", "[strategy.listen]", "[objective.calm]\ntext = \"Calm.\"\n\n[strategy.listen]", "calm"),
    ("empty-strategy", "strategy = \"listen\"", "strategy = \"answer\"", "listen"),
    ("orphan-strategy", "objective = \"trust\"\nhalf = \"correction\"", "half = \"correction\"", "answer"),
    ("orphan-action", "strategy = \"answer\"\n", "", "stop"),
    ("orphan-action", "strategy = \"answer\"", "strategy = \"anser\"", "\"anser\""),
    ("half-missing", "half = \"prevention\"", "half = \"correction\"", "listen"),
    ("no-responsible", "responsible = \"legal\"\n", "", "stop"),
    ("no-responsible", "owner = \"social-manager\"\n", "", "first"),
    ("no-responsible", "interest = \"high\"\nowner = \"lead\"", "interest = \"high\"", "staff"),
    ("several-responsible", "responsible = \"legal\"", "responsible = [\"legal\", \"lead\"]", "[\"legal\", \"lead\"]"),
    (
        "approved-other-text",
        "approved_text = \"f2215a2cd20bdead\"",
        "approved_text = \"0123456789abcdef\"",
        "\"What happened: {fact}. I am sorry. {name}, {brand}\"",
    ),
    // Not a letter of the text was touched: what fills its blanks was.
    ("approved-other-text", "brand = \"Martin\"", "brand = \"Martin & Co\"", "\"What happened: {fact}. I am sorry."),
    ("approved-other-text", "phone = \"01 98 00 12 34\"", "phone = \"01 98 00 12 35\"", "\"We have read it"),
    ("unbound-approval", "approved_text = \"f2215a2cd20bdead\"\n", "", "ill-full-en"),
    ("invented-contact", "phone = \"01 98 00 00 03\"", "phone = \"01 99 00 00 03\"", "aisha"),
    ("invented-contact", "email = \"paul@martin.test\"", "email = \"paul@martin.example\"", "paul"),
    ("no-deputy", "deputy = \"lead\"\n", "", "stop"),
    ("same-person", "deputy = \"lead\"", "deputy = \"paul\"", "\"paul\""),
    ("missing-role", "[role.executive]\npeople = [\"jeanne\"]", "[role.executive]\npeople = []", "executive"),
    ("missing-role", "[role.executive]\npeople = [\"jeanne\"]\n", "", "jeanne"),
    ("unreachable-owner", "name = \"Aisha\"\nphone = \"01 98 00 00 03\"", "name = \"Aisha\"", "aisha"),
    ("unreachable-owner", "email = \"paul@martin.test\"", "email = \" \"", "paul"),
    (
        "missing-language",
        "phone = \"01 98 00 00 01\"\nlanguages = [\"en\", \"fr\"]",
        "phone = \"01 98 00 00 01\"\nlanguages = [\"fr\"]",
        "\"en\"",
    ),
    ("risk-without-query", "queries = [\"ill OR sick\"]", "queries = []", "ill"),
    ("risk-without-scenario", "queries = [\"ill OR sick\"]\nscenario = \"ill\"", "queries = [\"ill OR sick\"]", "ill"),
    ("risk-without-scenario", "scenario = \"ill\"\n\n[scenario.ill]", "scenario = \"il\"\n\n[scenario.ill]", "\"il\""),
    ("scenario-without-action", "moves = [\"stop\"]\n", "", "ill"),
    (
        "scenario-without-reply",
        "languages = [\"en\", \"fr\"]\ncountry",
        "languages = [\"en\", \"fr\", \"nl\"]\ncountry",
        "ill",
    ),
    (
        "no-holding",
        "phase = \"holding\"\n\n[reply.ill-second-fr]\nphase = \"holding\"",
        "phase = \"update\"\n\n[reply.ill-second-fr]\nphase = \"update\"",
        "ill",
    ),
    (
        "no-alternative",
        "[reply.ill-second-fr]\nphase = \"holding\"",
        "[reply.ill-second-fr]\nphase = \"update\"",
        "ill-hold-fr",
    ),
    // Words for staff are none for everybody.
    (
        "no-alternative",
        "[reply.ill-second-fr]\nphase = \"holding\"",
        "[reply.ill-second-fr]\naudience = \"staff\"\nphase = \"holding\"",
        "ill-hold-fr",
    ),
    ("bad-value", "queries = [\"ill OR sick\"]", "queries = [\"ill OR sick\", \"((( OR\"]", "OR"),
    (
        "approver-not-named",
        "approved_by = \"jeanne\"\nexpires = 2027-06-01",
        "approved_by = \"paul\"\nexpires = 2027-06-01",
        "\"paul\"",
    ),
    ("one-person-twice", "phone = \"01 98 00 00 03\"", "phone = \"+33 1 98 00 00 01\"", "aisha"),
    ("one-person-twice", "phone = \"01 98 00 00 03\"", "email = \"Paul@Martin.test\"", "aisha"),
    ("no-safety", "safety = \"Do not eat it.\"\n", "", "ill"),
    (
        "expired-approval",
        "approved_by = \"jeanne\"\nexpires = 2027-06-01",
        "approved_by = \"jeanne\"\nexpires = 2026-11-21",
        "2026-11-21",
    ),
    (
        "expires-soon",
        "approved_by = \"jeanne\"\nexpires = 2027-06-01",
        "approved_by = \"jeanne\"\nexpires = 2026-11-22",
        "2026-11-22",
    ),
    ("not-approved", "approved_by = \"jeanne\"\nexpires = 2027-06-01\n", "", "ill-full-en"),
    ("mixed-posture", "language = \"en\"\nposture = \"inform\"", "language = \"en\"\nposture = \"deny\"", "\"deny\""),
    ("text-too-long", "We have read it and are checking.", LONG, LONG_MARK),
    (
        "unknown-blank",
        "I am sorry. {name}",
        "I am sorry. {nam}",
        "\"What happened: {fact}. I am sorry. {nam}, {brand}\"",
    ),
    ("missing-clock", "kind = \"next-update\"", "kind = \"reply\"", "first"),
    (
        "clock-without-fallback",
        "owner = \"spokesperson\"\nfallback = \"lead\"\n\n[clock.next]",
        "owner = \"spokesperson\"\n\n[clock.next]",
        "hold",
    ),
    (
        "clock-without-fallback",
        "owner = \"lead\"\nfallback = \"spokesperson\"",
        "owner = \"lead\"\nfallback = \"executive\"",
        "\"executive\"",
    ),
    ("missing-role", "[objective.trust]", "[role.on-call]\npeople = []\n\n[objective.trust]", "on-call"),
    (
        "no-holding",
        "phase = \"holding\"\n\n[reply.ill-second-fr]\nphase = \"holding\"",
        "audience = \"staff\"\nphase = \"holding\"\n\n[reply.ill-second-fr]\naudience = \"staff\"\nphase = \"holding\"",
        "ill",
    ),
    ("unknown-blank", "News at {next}.", "News at {next.", "\"We have read it"),
    ("unknown-blank", "complaints = \"martin.example/complaints\"", "complaints = \"{page}\"", "policy"),
    (
        "unknown-blank",
        "complaints = \"martin.example/complaints\"",
        "complaints = \"martin.example/complaints\"\nnever = [\"Delete what {name} wrote.\"]",
        "policy",
    ),
    ("missing-field", "[conduct]", "[policy-in.french]\ntext = \"Dites-le-nous.\"\n\n[conduct]", "french"),
    ("unknown-blank", "phone = \"01 98 00 12 34\"", "phone = \"\"", "\"We have read it"),
    (
        "unreachable-owner",
        "[role.lead]",
        "[person.boss]\nname = \"B\"\n\n[escalation.more]\ntell = [\"boss\"]\nafter = \"5 min\"\n\n[role.lead]",
        "boss",
    ),
    ("missing-approval", "severity = \"paracrisis\"\nauthors", "severity = \"crisis\"\nauthors", "all"),
    ("approval-without-fallback", "within = \"15 min\"\nfallback", "fallback", "all"),
    ("nobody-can-release", "fallback = [\"jeanne\", \"aisha\"]", "fallback = [\"jeanne\"]", "all"),
    ("missing-mandate", "size = \"team\"", "size = \"agency\"", "all"),
    (
        "missing-escalation",
        "[escalation.crisis]\nseverity = \"crisis\"\ntell = [\"executive\"]\nafter = \"15 min\"\n",
        "",
        "first",
    ),
    ("freeze-without-allow", "allow = [\"safety\"]\n", "", "freeze"),
    ("missing-stakeholder", "[stakeholder.staff]", "[stakeholder.crew]", "crew"),
    ("missing-policy", "complaints = \"martin.example/complaints\"\n", "", "policy"),
    ("missing-conduct", "do_not = [\"Do not argue.\"]\n", "", "conduct"),
    ("untested-scenario", "text = \"Play it.\"", "text = \"Play it.\"\nscenarios = [\"other\"]", "ill"),
    (
        "untested-lesson",
        "[conduct]",
        "[lesson.case-7-1]\ntext = \"Stop sooner.\"\nreview = \"7\"\n\n[conduct]",
        "case-7-1",
    ),
];

/// Where a text is never closed, the end of its line is marked.
const END: &str = "the end of the line";
const LONG: &str = "We have read it and are checking. We have read it and are checking. We have read it and are checking. We have read it and are checking. We have read it and are checking. We have read it and are checking. We have read it and are checking. We have read it and are checking. ";
const LONG_MARK: &str = "\"We have read it and are checking. We have";

fn findings(text: &str) -> Vec<Finding> {
    let (plan, found) = read(text, None);
    check(&plan, found, date(2026, 11, 22))
}

fn marked<'t>(text: &'t str, found: &Finding) -> &'t str {
    &text[found.at.from as usize..found.at.to as usize]
}

#[test]
fn every_defect_is_found_at_its_place() {
    assert_eq!(findings(TEAM), [], "nothing is wrong before");
    let mut wrong = Vec::new();
    for (number, (code, from, to, at)) in DEFECTS.iter().enumerate() {
        assert_eq!(TEAM.matches(from).count(), 1, "defect {number}: `{from}` stands once in the plan");
        let text = TEAM.replacen(from, to, 1);
        let found = findings(&text);
        let there = |f: &&Finding| match *at {
            END => text[f.at.from as usize..].starts_with('\n') && text[..f.at.from as usize].ends_with(to),
            at => marked(&text, f).starts_with(at),
        };
        let hit = found.iter().filter(|f| f.code.code() == *code).any(|f| there(&f));
        let all: Vec<_> = found.iter().map(|f| (f.code.code(), marked(&text, f))).collect();
        println!("{} {number:>2} {code:<26} {at:<24} {}", if hit { "found" } else { "MISSED" }, all.len());
        if !hit {
            wrong.push(format!("{number} {code} at `{at}`: {all:?}"));
        }
    }
    println!("{} of {} defects found at their places", DEFECTS.len() - wrong.len(), DEFECTS.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_follows_from_a_text_that_cannot_be_read_is_not_said() {
    let text = TEAM.replacen("[plan]", "[plan", 1);
    let (plan, found) = read(&text, None);
    let codes: Vec<Code> = check(&plan, found, date(2026, 11, 22)).iter().map(|found| found.code).collect();
    assert!(!codes.is_empty() && codes.iter().all(|code| *code == Code::Unreadable), "{codes:?}");
}

#[test]
fn every_rule_has_a_defect() {
    let seeded: BTreeSet<&str> = DEFECTS.iter().map(|(code, ..)| *code).collect();
    // These two need a text of a million bytes and an agency's plan: tried below.
    let elsewhere = ["too-long", "mandate-forbids"];
    let missing: Vec<&str> =
        Code::all().map(Code::code).filter(|code| !seeded.contains(code) && !elsewhere.contains(code)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn a_text_without_end_is_refused_before_it_is_read() {
    let (plan, found) = read(&"#".repeat(1_000_001), None);
    assert!(found.iter().any(|f| f.code == Code::TooLong) && plan.actions.is_empty());
}

#[test]
fn a_mandate_that_forbids_what_the_fallback_needs() {
    let agency = TEAM
        .replacen("size = \"team\"", "size = \"agency\"", 1)
        .replace("languages = [\"fr\"]", "languages = [\"fr\"]\nagency = true")
        .replace("phone = \"01 98 00 00 01\"", "phone = \"01 98 00 00 01\"\nagency = true");
    let with = |night: &str| format!("{agency}\n[mandate]\nday = [\"watch\", \"release\"]\nnight = [{night}]\n");
    let forbidden = with("\"watch\", \"freeze\"");
    let of = |text: &str, code| findings(text).into_iter().filter(|f| f.code == code).count();
    assert_eq!(of(&forbidden, Code::MandateForbids), 2, "{:#?}", findings(&forbidden));
    assert_eq!(of(&forbidden, Code::NobodyCanRelease), 1, "at night the mandate leaves nobody");
    assert_eq!(findings(&with("\"watch\", \"release\"")), []);
}

#[test]
fn the_hole_in_the_night_is_told_by_name_and_hour() {
    let holed = TEAM.replacen("fallback = [\"jeanne\", \"aisha\"]", "fallback = [\"jeanne\"]", 1);
    let found: Vec<_> = findings(&holed).into_iter().filter(|f| f.code == Code::NobodyCanRelease).collect();
    // Jeanne missing, Aisha alone at night: she writes, and nobody else is there to approve.
    let told: Vec<_> = found.iter().map(|f| (f.name("weekday"), f.name("hour"), f.name("missing"))).collect();
    assert_eq!(told, [("sunday", "02:00", "Jeanne")]);
    assert_eq!(found[0].name("only"), "Jeanne, Aisha");
}

#[test]
fn absences_that_fall_together_are_a_hole_on_their_day() {
    let away = TEAM.replacen(
        "phone = \"01 98 00 00 01\"",
        "phone = \"01 98 00 00 01\"\nabsences = [\"2026-12-24..2026-12-26\"]",
        1,
    );
    assert_eq!(findings(&away), [], "one of three is away, and another");
    let both =
        away.replacen("phone = \"01 98 00 00 03\"", "phone = \"01 98 00 00 03\"\nabsences = [\"2026-12-25\"]", 1);
    let found = findings(&both);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].name("day"), found[0].name("hour")), ("2026-12-25", "00:00"));
    assert_eq!(found[0].name("missing"), "Jeanne, Paul, Aisha");
}

#[test]
fn who_hands_over_at_half_past_leaves_no_hole() {
    let solo = |hours: &str, others: &str| {
        let text = TEAM.replacen("size = \"team\"", "size = \"solo\"", 1);
        let text =
            text.replacen("phone = \"01 98 00 00 01\"", &format!("phone = \"01 98 00 00 01\"\nhours = [{hours}]"), 1);
        text.replacen("phone = \"01 98 00 00 03\"", &format!("phone = \"01 98 00 00 03\"\nhours = [{others}]"), 1)
    };
    let holes = |text: &str| {
        let found = findings(text).into_iter().filter(|f| f.code == Code::NobodyCanRelease);
        found.map(|f| (f.name("weekday").to_owned(), f.name("hour").to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(holes(&solo("\"daily 07:30-22:30\"", "\"daily 22:30-07:30\"")), []);
    let gap = holes(&solo("\"daily 07:30-22:30\"", "\"daily 22:30-07:15\""));
    assert_eq!(gap, [("sunday".to_owned(), "07:15".to_owned())]);
    assert_eq!(holes(&solo("\"daily 00:00-12:30\", \"daily 12:30-00:00\"", "\"sun 01:00-02:00\"")), []);
}

#[test]
fn an_agency_without_a_mandate_is_bound_by_the_check_as_it_is_in_a_case() {
    // Everybody is the agency's: without a word of the client nobody releases, day or night.
    let agency = TEAM
        .replacen("size = \"team\"", "size = \"agency\"", 1)
        .replace("languages = [\"", "agency = true\nlanguages = [\"");
    let agency = agency.replacen("agency = true\nlanguages", "languages", 1);
    for (more, finds) in [("", 1), ("[mandate]\nday = [\"release\"]\nnight = [\"release\"]\n", 0)] {
        let found = findings(&format!("{agency}\n{more}"));
        let nobody = found.iter().filter(|finding| finding.code == Code::NobodyCanRelease).count();
        assert_eq!(nobody, finds, "{more}: {found:?}");
    }
}

#[test]
fn a_mandate_binds_who_acts_alone_not_who_writes_for_the_client() {
    let agency = TEAM
        .replacen("size = \"team\"", "size = \"agency\"", 1)
        .replacen("phone = \"01 98 00 00 03\"", "phone = \"01 98 00 00 03\"\nagency = true", 1)
        .replacen("email = \"paul@martin.test\"\nlanguages = [\"fr\"]\nhours = [\"mon-fri 08:00-19:00\", \"sat 09:00-12:00\"]", "email = \"paul@martin.test\"\nlanguages = [\"fr\"]\nagency = true", 1)
        .replacen("any = [\"lead\"]", "any = [\"jeanne\", \"spokesperson\"]", 1)
        .replacen("fallback = [\"jeanne\", \"aisha\"]", "fallback = [\"jeanne\"]", 1);
    let text = format!("{agency}\n[mandate]\nday = [\"watch\"]\nnight = [\"watch\"]\n");
    let found = findings(&text);
    // With Jeanne there the agency writes and she approves; without her the agency is alone, and may not.
    let told: Vec<_> = found.iter().map(|f| (f.code.code(), f.name("missing"))).collect();
    assert_eq!(told, [("nobody-can-release", "Jeanne")]);
}

#[test]
fn what_is_wrong_in_a_clients_differences_stands_there() {
    let client = "[plan]\ntitle = \"Client\"\nwithout = [\"escalation.crisis\", \"nothing.here\"]\n\n[approval.all]\nany = [\"paul\"]\nfallback = [\"paul\"]\n";
    let (plan, found) = read(client, Some(TEAM));
    let found = check(&plan, found, date(2026, 11, 22));
    assert_eq!(plan.title, "Client");
    for code in [Code::NobodyCanRelease, Code::UnknownReference] {
        let one = found.iter().find(|f| f.code == code).unwrap();
        assert_eq!(one.at.text, 1, "{one:?}");
    }
    assert_eq!(found.iter().filter(|f| f.code == Code::MissingEscalation).count(), 1, "it was taken out");
}

#[test]
fn a_small_hostile_plan_is_checked_in_no_time() {
    let mut bomb = TEAM.replacen("brand = \"Martin\"", "brand = \"{b1}\"", 1);
    let blanks: String = (1..9).map(|n| format!("b{n} = \"{}\"\n", format!("{{b{}}}", n + 1).repeat(10))).collect();
    bomb = bomb.replacen("[blank]\n", &format!("[blank]\n{blanks}"), 1);
    assert!(findings(&bomb).iter().any(|f| f.code == Code::UnknownBlank), "a blank in a blank is not filled in");
    let crowd: String = (0..501).map(|n| format!("[person.p{n}]\nname = \"x\"\n")).collect();
    assert!(findings(&format!("{TEAM}{crowd}")).iter().any(|f| f.code == Code::TooLong));
}

#[test]
fn an_empty_plan_is_no_plan() {
    let text = "[plan]\ntitle = \"x\"\nsize = \"solo\"\nlanguages = [\"en\"]\n";
    let codes: BTreeSet<&str> = findings(text).iter().map(|f| f.code.code()).collect();
    for code in ["half-missing", "missing-field", "missing-role", "missing-clock", "missing-approval"] {
        assert!(codes.contains(code), "{code}: {codes:?}");
    }
}

#[test]
fn alone_no_deputy_is_asked_for() {
    let solo = TEAM.replacen("size = \"team\"", "size = \"solo\"", 1).replace("deputy = \"lead\"\n", "");
    let heavy: Vec<_> = findings(&solo).into_iter().filter(|f| f.code.weight() == Weight::Error).collect();
    assert_eq!(heavy, []);
}

#[test]
fn a_place_is_shown_with_its_line_and_marks() {
    let text = TEAM.replacen("responsible = \"legal\"", "responsible = \"legl\"", 1);
    let found = findings(&text).remove(0);
    let shown = place(&text, found.at);
    assert_eq!(shown.text, "responsible = \"legl\"");
    assert_eq!(shown.marks, "              ^^^^^^");
    assert_eq!(found.name("near"), "legal");
}
