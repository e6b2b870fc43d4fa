//! No path to the public without the right approvals of the exact text: the log itself is read by a naive oracle that knows nothing of stages.

use crate::desk::{AISHA, Chance, JEANNE, PAUL, Room, capture, key, minutes, noon, opening, team_plan, text, words};
use crate::story::lived;
use std::collections::{BTreeMap, BTreeSet};
use vigie_domain::case::event::*;
use vigie_domain::case::state::Stage;
use vigie_domain::case::{Binding, Command, Entry, Event, Party, Refusal, Words};
use vigie_domain::id::{AccountId, MentionId};
use vigie_domain::plan::{Alone, Channel, Posture};
use vigie_domain::setup::Size;

/// What the oracle remembers of one draft.
#[derive(Default)]
struct Seen {
    binding: Option<Binding>,
    wording: Option<Wording>,
    authors: BTreeSet<Party>,
    form: Option<Form>,
    rule: Option<Rule>,
    approvals: Vec<(Party, As, jiff::Timestamp)>,
    /// Who released it, how and when; nothing since made it void.
    released: Option<(Option<Party>, Release, jiff::Timestamp)>,
    unknown: bool,
    trying: bool,
    out: u32,
    tries: u32,
    /// Tries up to this one carried other words.
    earlier: u32,
    /// Somebody looked and did not find it.
    not_found: bool,
    /// Its target, or somebody, said that it is not there.
    denied: bool,
}

/// Reads the whole log again, event by event, and says where it went wrong.
fn oracle(log: &[Entry]) -> Result<usize, String> {
    let mut drafts: BTreeMap<u32, Seen> = BTreeMap::new();
    let mut facts: BTreeMap<u32, (FactStatus, bool)> = BTreeMap::new();
    let mut sent = 0;
    for (number, entry) in (1..).zip(log) {
        let by = entry.by.party();
        match &entry.event {
            Event::Board(BoardEvent::Stated { fact, status, .. }) => drop(facts.insert(*fact, (*status, false))),
            Event::Board(BoardEvent::Moved { fact, to, .. }) => facts.get_mut(fact).unwrap().0 = *to,
            Event::Board(BoardEvent::Retracted { fact, .. }) => facts.get_mut(fact).unwrap().1 = true,
            Event::Speech(event) => {
                let at = entry.at;
                step(&mut drafts, &facts, event, by, at, &mut sent).map_err(|why| format!("record {number}: {why}"))?;
            }
            _ => {}
        }
    }
    Ok(sent)
}

fn step(
    drafts: &mut BTreeMap<u32, Seen>,
    facts: &BTreeMap<u32, (FactStatus, bool)>,
    event: &SpeechEvent,
    by: Option<Party>,
    at: jiff::Timestamp,
    sent: &mut usize,
) -> Result<(), String> {
    match event {
        SpeechEvent::Drafted { draft, form, wording, .. } => {
            let seen = drafts.entry(*draft).or_default();
            (seen.form, seen.binding, seen.wording) = (Some(*form), Some(wording.binding()), Some(wording.clone()));
            seen.authors.extend(by);
        }
        SpeechEvent::Revised { draft, wording } => {
            let seen = drafts.get_mut(draft).unwrap();
            (seen.binding, seen.wording) = (Some(wording.binding()), Some(wording.clone()));
            seen.authors.extend(by);
            (seen.rule, seen.released) = (None, None);
            seen.approvals.clear();
            seen.earlier = seen.tries;
            ok(!seen.trying && !seen.unknown && seen.out == 0, "changed while it was under way or out")?;
            ok(!seen.not_found, "changed although it may turn up")?;
        }
        SpeechEvent::Submitted { draft, binding, rule, .. } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(seen.binding == Some(*binding), "submitted another text")?;
            carried(seen, facts)?;
            if seen.authors.is_empty() {
                seen.authors.extend(by);
            }
            (seen.rule, seen.released) = (Some(rule.clone()), None);
            seen.approvals.clear();
        }
        SpeechEvent::Approved { draft, binding, role } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(seen.binding == Some(*binding), "approved another text")?;
            seen.approvals.push((by.ok_or("the house approved")?, *role, at));
        }
        SpeechEvent::Declined { draft, .. } | SpeechEvent::Recalled { draft, .. } | SpeechEvent::Shelved { draft } => {
            let seen = drafts.get_mut(draft).unwrap();
            (seen.rule, seen.released) = (None, None);
            seen.approvals.clear();
        }
        SpeechEvent::Outgrown { draft, rule, .. } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(!seen.trying && !seen.unknown && seen.out == 0, "asked for anew while it was under way or out")?;
            (seen.rule, seen.released) = (rule.clone(), None);
            seen.approvals.clear();
        }
        SpeechEvent::Released { draft, binding, how } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(seen.binding == Some(*binding), "released another text")?;
            seen.released = Some((by, *how, at));
        }
        SpeechEvent::Intended { draft, binding, after, .. } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(seen.binding == Some(*binding), "is to send another text")?;
            ok(at.duration_until(*after).as_secs() == 10, "no time to undo")?;
            ok(!seen.unknown && !seen.trying && seen.out == 0, "a second time")?;
        }
        SpeechEvent::Trying { draft, .. } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(!seen.unknown && !seen.trying && seen.out == 0, "tried although it may be out")?;
            carried(seen, facts)?;
            releasable(seen)?;
            seen.trying = true;
            seen.tries += 1;
        }
        SpeechEvent::Came { draft, attempt, outcome } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok((1..=seen.tries).contains(attempt), "an outcome of nothing")?;
            let arrived = matches!(outcome, Outcome::Sent { .. });
            ok(arrived || ((seen.trying || seen.unknown) && *attempt == seen.tries), "an answer to another try")?;
            (seen.trying, seen.unknown) = (false, matches!(outcome, Outcome::Unknown { .. }));
            seen.denied |= matches!(outcome, Outcome::Refused { .. });
            arrive(seen, *attempt, arrived, sent);
        }
        SpeechEvent::Resolved { draft, attempt, receipt, .. } => {
            let seen = drafts.get_mut(draft).unwrap();
            ok(seen.unknown || (receipt.is_some() && *attempt <= seen.tries), "resolved what was known")?;
            seen.unknown = false;
            seen.not_found |= receipt.is_none();
            seen.denied |= receipt.is_none();
            arrive(seen, *attempt, receipt.is_some(), sent);
        }
        SpeechEvent::Checked { .. } | SpeechEvent::Undone { .. } | SpeechEvent::PassedOver { .. } => {}
    }
    // Only somebody's word that it is not there may have brought it there twice.
    ok(drafts.values().all(|seen| seen.out <= 1 || seen.denied), "sent twice")
}

fn arrive(seen: &mut Seen, attempt: u32, arrived: bool, sent: &mut usize) {
    if arrived && attempt > seen.earlier {
        *sent += usize::from(seen.out == 0);
        seen.out += 1;
    }
}

fn ok(holds: bool, why: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why.to_owned()) }
}

fn carried(seen: &Seen, facts: &BTreeMap<u32, (FactStatus, bool)>) -> Result<(), String> {
    for cite in &seen.wording.as_ref().unwrap().cites {
        match facts.get(&cite.fact) {
            Some((FactStatus::Known, false)) => {}
            Some((FactStatus::Probable, false)) if cite.hedged => {}
            other => return Err(format!("rests on fact {}: {other:?}", cite.fact)),
        }
    }
    Ok(())
}

/// The rule, spelled out: who must have approved, and who must not be the author.
fn releasable(seen: &Seen) -> Result<(), String> {
    let (by, how, at) = seen.released.ok_or("not released")?;
    let by = by.ok_or("released by the house")?;
    let rule = seen.rule.as_ref().ok_or("released without a rule")?;
    let may = |party: Party, at: jiff::Timestamp| {
        let Some(mandate) = &rule.mandate else { return true };
        let hour = at.in_tz(&mandate.zone).unwrap().hour();
        let alone = if (7..22).contains(&hour) { &mandate.day } else { &mandate.night };
        let to_all = seen.wording.as_ref().is_some_and(|w| matches!(w.target, Target::Post(_) | Target::UpdatesPage));
        let reply = seen.form == Some(Form::Reply) && !to_all && alone.contains(&Alone::Reply);
        !mandate.agency.contains(&party) || alone.contains(&Alone::Release) || reply
    };
    match how {
        Release::SelfReleased => {
            ok(rule.size == Size::Solo && seen.authors.contains(&by), "self-released by somebody else, or in a team")?;
            let named = |people: &[Party]| people.is_empty() || people.contains(&by);
            let others = |role: As| seen.approvals.iter().any(|(_, as_, _)| *as_ == role);
            ok(named(&rule.any) || others(As::Any), "self-released by who is not asked")?;
            let groups = rule.all.iter().zip(0..).all(|(group, n)| named(group) || others(As::Group(n)));
            ok(groups, "self-released without a group")
        }
        Release::Fallback => {
            ok(rule.fallback.contains(&by), "not the fallback")?;
            ok(rule.deadline.is_some_and(|deadline| deadline <= at), "the fallback came too early")?;
            ok(seen.wording.as_ref().unwrap().prepared.is_some(), "the fallback released something new")?;
            ok(may(by, at), "the mandate does not let the fallback")
        }
        Release::Approved => {
            let authors = &seen.authors;
            ok(seen.approvals.iter().all(|(who, _, _)| !authors.contains(who)), "an author approved")?;
            for (group, number) in rule.all.iter().zip(0..) {
                let there = |(who, role, _): &(Party, As, _)| *role == As::Group(number) && group.contains(who);
                ok(seen.approvals.iter().any(there), "a group is missing")?;
            }
            let any = |(who, role, _): &(Party, As, _)| *role == As::Any && rule.any.contains(who);
            ok(rule.any.is_empty() || seen.approvals.iter().any(any), "nobody of those who may")?;
            ok(!seen.approvals.is_empty(), "nobody at all")?;
            ok(seen.approvals.iter().any(|(who, _, at)| may(*who, *at)), "only the agency, without its mandate")?;
            let order: Vec<As> = seen.approvals.iter().map(|(_, role, _)| *role).collect();
            let first = |role: As| order.iter().position(|there| *there == role);
            let groups = (0..u32::try_from(rule.all.len()).unwrap()).map(As::Group).map(first);
            let asked: Vec<_> = groups.chain((!rule.any.is_empty()).then(|| first(As::Any))).collect();
            ok(!rule.ordered || asked.is_sorted(), "out of order")
        }
    }
}

const HOLD: &str = "We have read it and are checking. Call 01 99 00 12 34. News at 16:00. Jeanne";
const SAYS: [&str; 4] = [HOLD, "We are checking.", "It was not us.", "I am sorry."];
/// One of them is nobody in the plan: their texts need everybody.
const PEOPLE: [i64; 6] = [JEANNE, PAUL, AISHA, 4, 4, 4];

fn some_words(chance: &mut Chance) -> Words {
    let says = SAYS[chance.below(SAYS.len())];
    let targets = [
        Target::Post(Channel::Bluesky),
        Target::ByHand(Channel::Facebook),
        Target::Mention(MentionId(9)),
        Target::UpdatesPage,
    ];
    let cites = match chance.below(6) {
        0 => vec![Cite { fact: u32::try_from(1 + chance.below(3)).unwrap(), hedged: chance.below(2) == 0 }],
        _ => vec![],
    };
    Words {
        account: AccountId([7, 7, 7, 8, 8, 9][chance.below(6)]),
        target: targets[chance.below(4)].clone(),
        cites,
        posture: [None, Some(Posture::Deny), Some(Posture::Rebuild)][chance.below(3)],
        reply: (chance.below(2) == 0).then(|| "ill-hold-en".to_owned()),
        ..words(says)
    }
}

/// Anything somebody might press.
pub fn some_command(chance: &mut Chance, room: &Room) -> Command {
    let draft = u32::try_from(1 + chance.below(room.state.drafts.len().max(1))).unwrap();
    let known = room.state.drafts.get(&draft);
    // Mostly what is there, at times what was there before, or never.
    let binding = match (known, chance.below(8)) {
        (Some(known), 1..) => known.binding,
        _ => words(SAYS[chance.below(4)]).text.reference().0.into_binding(),
    };
    let attempt = known.map_or(1, |known| known.attempts.max(1));
    let fact = u32::try_from(1 + chance.below(3)).unwrap();
    let status = [FactStatus::Known, FactStatus::Probable, FactStatus::Unknown, FactStatus::CannotSay][chance.below(4)];
    let source = Some(FactSource::Seen);
    let shown = known.and_then(|known| known.checked);
    let why = text("why");
    let checked = Checked { version: 1, stops: u32::try_from(chance.below(8) / 7).unwrap(), warnings: 0 };
    let form = [Form::Holding, Form::Statement, Form::Reply, Form::Update][chance.below(4)];
    match chance.below(26) {
        0 | 1 => {
            let key = key(&format!("draft-{}", chance.below(12)));
            Command::Draft {
                key,
                form,
                words: some_words(chance),
                corrects: (chance.below(4) == 0).then_some(draft),
                about: None,
            }
        }
        2 if chance.below(4) == 0 => Command::Revise { draft, words: some_words(chance), before: None },
        2..=4 => Command::Check { draft, binding, found: checked },
        5..=7 => Command::Submit { draft, binding, despite: (chance.below(2) == 0).then_some(why) },
        8..=11 => Command::Approve { draft, binding },
        12 if chance.below(4) == 0 => Command::Decline { draft, binding, why },
        12..=14 => Command::ReleaseAlone { draft, binding, shown },
        15 | 16 => Command::ReleaseAsFallback { draft, binding },

        19 if chance.below(2) == 0 => Command::Undo { draft },
        20 => Command::Copied { draft, binding, receipt: text("link"), promise: None },
        21 => {
            let receipt = (chance.below(2) == 0).then(|| text("link"));
            Command::Resolve { draft, attempt, receipt, why }
        }
        22 => Command::State { key: key(&format!("fact-{fact}")), status, text: text("fact"), source, capture: None },
        23 => Command::Move { fact, to: status, source, capture: Some(capture("x")), why },
        24 if chance.below(4) == 0 => Command::Retract { fact, why },
        24 => Command::Claim { mention: MentionId(9), published: noon(), channel: None },
        25 if chance.below(6) == 0 => Command::Shelve { draft },
        25 if chance.below(3) == 0 => {
            let (against, said, here) = (draft % 3 + 1, 0, u32::try_from(chance.below(3)).unwrap());
            Command::PassOver { draft, binding, against, said, here, why }
        }
        _ => Command::Send { draft, binding, promise: None },
    }
}

trait IntoBinding {
    fn into_binding(self) -> Binding;
}

impl IntoBinding for [u8; 32] {
    fn into_binding(self) -> Binding {
        Binding(self)
    }
}

/// Random people press random things; the sender sends what is to be sent, and is answered at random.
fn play(room: &mut Room, chance: &mut Chance, presses: usize) {
    for _ in 0..presses {
        let command = some_command(chance, room);
        let asked = match &command {
            Command::Approve { draft, .. } => room.state.drafts.get(draft).map(|it| it.asked_now()).unwrap_or_default(),
            Command::ReleaseAsFallback { draft, .. } => {
                let rule = room.state.drafts.get(draft).and_then(|it| it.rule.as_ref());
                rule.map(|rule| rule.fallback.clone()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let person = match asked.first() {
            Some(Party::Member(asked)) if chance.below(4) > 0 => asked.0,
            _ => PEOPLE[chance.below(PEOPLE.len())],
        };
        let before = room.state.clone();
        let house = matches!(command, Command::Check { .. });
        let found = if house { room.house(command) } else { room.by(person, command) };
        if found.is_err() {
            assert_eq!(room.state, before, "a refusal changes nothing");
        }
        if chance.below(3) == 0 {
            room.now += minutes(i64::try_from(chance.below(30)).unwrap());
        }
        for draft in 1..=12 {
            if chance.below(40) == 0 {
                // A receipt comes late, of any try there was.
                let attempt = u32::try_from(1 + chance.below(2)).unwrap();
                let outcome = Outcome::Sent { receipt: text("late") };
                drop(room.house(Command::Came { draft, attempt, outcome }));
            }
            let trying = match room.state.drafts.get(&draft).map(|it| it.stage.clone()) {
                Some(Stage::Intended(_)) if chance.below(2) == 0 => {
                    drop(room.house(Command::Try { draft }));
                    continue;
                }
                Some(Stage::Trying(attempt) | Stage::Unknown(attempt)) if chance.below(2) == 0 => attempt,
                _ => continue,
            };
            let outcome = match chance.below(3) {
                0 => Outcome::Sent { receipt: text("link") },
                1 => Outcome::Refused { why: text("why") },
                _ => Outcome::Unknown { why: text("why") },
            };
            drop(room.house(Command::Came { draft, attempt: trying, outcome }));
        }
    }
}

/// Plans with each kind of rule; what differs from the team's plan is its approval.
pub fn rooms() -> Vec<(&'static str, Room)> {
    let team = team_plan();
    let (before, rest) = team.split_once("[approval.all]").unwrap();
    let (_, after) = rest.split_once("[escalation.crisis]").unwrap();
    let with = |size: &str, approval: &str, more: &str| {
        let head = before.replace("size = \"team\"", &format!("size = \"{size}\""));
        let plan =
            format!("{head}[approval.all]\nseverity = \"paracrisis\"\n{approval}\n{more}\n[escalation.crisis]{after}");
        let people = [("jeanne", JEANNE), ("paul", PAUL), ("aisha", AISHA)];
        let mut room = Room::new(&plan, &people);
        let size = match size {
            "solo" => Size::Solo,
            "agency" => Size::Agency,
            _ => Size::Team,
        };
        let mut open = opening("tap-1", Step::Crisis);
        open.size = size;
        room.open(open).unwrap();
        room
    };
    let fallback = "within = \"15 min\"\nfallback = [\"aisha\"]";
    let agency = "[mandate]\nday = [\"release\"]\nnight = [\"reply\"]";
    let mut agency_room = with("agency", "any = [\"lead\"]\nwithin = \"15 min\"\nfallback = [\"jeanne\"]", agency);
    for person in &mut agency_room.plan.people {
        person.body.of_agency = person.id != "aisha";
    }
    vec![
        ("any", with("team", &format!("any = [\"lead\", \"paul\"]\n{fallback}"), "")),
        ("all", with("team", &format!("all = [\"paul\", \"jeanne\"]\n{fallback}"), "")),
        ("both", with("team", &format!("any = [\"lead\"]\nall = [\"legal\"]\n{fallback}"), "")),
        (
            "ordered",
            with("team", &format!("any = [\"aisha\"]\nall = [\"paul\", \"jeanne\"]\nordered = true\n{fallback}"), ""),
        ),
        ("authors", with("team", "authors = [\"paul\"]\nany = [\"lead\"]", "")),
        ("solo", with("solo", "any = [\"jeanne\"]", "")),
        ("solo with counsel", with("solo", "any = [\"jeanne\"]\nall = [\"paul\"]", "")),
        ("agency", agency_room),
    ]
}

#[test]
fn no_sequence_reaches_the_public_without_the_right_approvals_of_the_exact_text() {
    let games = 40;
    let mut told = Vec::new();
    for (name, open) in rooms() {
        let (mut sent, mut ways) = (0, BTreeSet::new());
        for seed in 0..games {
            let mut room = open.clone();
            let mut chance = Chance(seed * 1_000 + 1);
            play(&mut room, &mut chance, 300);
            sent += oracle(&room.log).unwrap_or_else(|why| panic!("{name}, seed {seed}: {why}"));
            ways.extend(room.log.iter().filter_map(|entry| match &entry.event {
                Event::Speech(SpeechEvent::Released { how, .. }) => Some(format!("{how:?}")),
                _ => None,
            }));
            assert_eq!(vigie_domain::case::State::of(&room.log), room.state, "{name}, seed {seed}: the fold");
        }
        assert!(sent > 0, "{name}: nothing was ever sent, so nothing was tried");
        told.push(format!("{name}: {sent} sent, {ways:?}"));
    }
    println!("{}", told.join("\n"));
    let all = told.join(" ");
    for way in ["Approved", "SelfReleased", "Fallback"] {
        assert!(all.contains(way), "{way} was never taken: {all}");
    }
}

#[test]
fn where_somebody_who_is_asked_has_no_login_the_fallback_is_left_and_the_rest_is_said() {
    let by_two = "all = [\"legal\"]\nwithin = \"15 min\"\nfallback = [\"aisha\"]";
    for rule in
        [by_two.to_owned(), by_two.replace("all =", "any ="), by_two.replace("all =", "any = [\"lead\"]\nall =")]
    {
        let plan =
            team_plan().replace("any = [\"lead\"]\nwithin = \"15 min\"\nfallback = [\"jeanne\", \"aisha\"]", &rule);
        assert!(plan.contains(&rule));
        let mut room = Room::new(&plan, &[("jeanne", JEANNE), ("aisha", AISHA)]);
        room.open(opening("tap-1", Step::Crisis)).unwrap();
        room.plan.approvals[0].body.authors.clear();
        let nobody = Refusal::NoLogin(vec!["Paul".to_owned()]);
        let new = room.drafted(JEANNE, Form::Holding, words("We are checking."));
        assert_eq!(room.submit(JEANNE, new), Err(nobody.clone()), "{rule}");
        let agreed = room.drafted(JEANNE, Form::Holding, crate::story::holding_words());
        room.submit(JEANNE, agreed).unwrap();
        // Whoever is there does not fill the place of whoever is not.
        let _ = room.approve(AISHA, agreed);
        assert_eq!(room.send(JEANNE, agreed), Err(Refusal::Stage(agreed)), "{rule}");
        room.now += minutes(16);
        let binding = room.binding(agreed);
        room.by(AISHA, Command::ReleaseAsFallback { draft: agreed, binding }).unwrap();
        assert!(room.send(JEANNE, agreed).is_ok(), "{rule}");
        // The fallback has no login either.
        room.people.remove("aisha");
        let again = room.drafted(JEANNE, Form::Holding, crate::story::holding_words());
        assert_eq!(room.submit(JEANNE, again), Err(nobody), "{rule}");
    }
}

#[test]
fn the_oracle_sees_what_is_missing_or_too_much() {
    let log = lived().log;
    assert_eq!(oracle(&log), Ok(3));
    let kinds: Vec<String> = log.iter().map(|entry| entry.event.kind()).collect();
    for kind in ["speech.approved", "speech.released", "speech.submitted"] {
        for at in (0..log.len()).filter(|at| kinds[*at] == kind) {
            let mut without = log.clone();
            without.remove(at);
            // The last text was refused by its target after it was tried: it too needed all of them.
            assert!(oracle(&without).is_err(), "without {kind} at {at}");
        }
    }
    for at in (0..log.len()).filter(|at| kinds[*at] == "speech.trying") {
        let mut twice = log.clone();
        twice.insert(at, log[at].clone());
        assert!(oracle(&twice).is_err(), "tried twice at {at}");
    }
}
