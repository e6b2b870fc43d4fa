//! Drills: what can be played, the drill for whoever leads it and whoever plays, its report, and the page that says that there is none.

use crate::drills::Report;
use crate::drills::door::Why;
use crate::pages::Shell;
use askama::Template;
use domain::drill::{Evidence, Item};
use domain::id::PersonId;
use engine::drill::{Brought, Chair, InjectRow, PACES, Phase, Seat, Status};
use engine::pack::Pack;
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::{DrillNote, DrillRow};
use words::plan::role as plan_role;
use words::{Locale, Words};

/// What can be played, what is played, what was.
#[derive(Clone, Debug, Template)]
#[template(path = "drills.html")]
pub struct DrillsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations: id, name.
    pub others: Vec<(i64, String)>,
    /// The packs that can be played.
    pub packs: Vec<PackView>,
    /// The one that is about to be played.
    pub chosen: Option<Chosen>,
    /// Drills, the last first, with whether each is lost.
    pub drills: Vec<(DrillRow, bool)>,
    /// Whether the reader may lead one.
    pub may_lead: bool,
    /// Why nothing was started.
    pub refused: Option<String>,
}

/// A pack.
#[derive(Clone, Debug)]
pub struct PackView {
    /// Its name.
    pub name: String,
    /// What happens in it.
    pub title: String,
    /// What is told of it before it is played.
    pub about: String,
}

impl PackView {
    /// What is told of a pack before it is played: its languages, how long its story is, how many play and what comes from outside.
    pub fn of(pack: &Pack, seats: &[Seat], words: &Words) -> Self {
        let name = |code: &String| Locale::from_code(code).map_or_else(|| code.clone(), |it| it.own_name().to_owned());
        let parts = [
            pack.languages.iter().map(name).collect::<Vec<_>>().join(", "),
            words.count("drills-story", pack.storm_at().duration_until(pack.end()).as_hours()),
            words.count("drills-people", i64::try_from(seats.len()).unwrap_or(i64::MAX)),
            words.count("drills-injects", i64::try_from(pack.inject.len()).unwrap_or(i64::MAX)),
        ];
        let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Self { name: pack.name.clone(), title: pack.title.clone(), about }
    }
}

/// A pack about to be played.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The pack.
    pub pack: PackView,
    /// Its seats.
    pub seats: Vec<SeatView>,
    /// What its posts are drawn from.
    pub seed: u64,
    /// How many virtual seconds may pass in one.
    pub paces: Vec<Pick>,
}

/// A seat, and who may have it.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// Its name in the plan.
    pub key: String,
    /// What the plan calls whoever sits there, and what they do.
    pub label: String,
    /// The members.
    pub members: Vec<Pick>,
}

/// One of several.
#[derive(Clone, Debug)]
pub struct Pick {
    /// What the form sends.
    pub value: i64,
    /// What is read.
    pub label: String,
    /// Whether it is proposed.
    pub chosen: bool,
}

impl Chosen {
    /// A pack about to be played, by members.
    pub fn of(
        (pack, seats): (&Pack, &[Seat]),
        members: &[(i64, String)],
        cast: &BTreeMap<String, PersonId>,
        (seed, pace): (u64, u32),
        words: &Words,
    ) -> Self {
        let pick = |seat: &Seat, (id, name): &(i64, String)| Pick {
            value: *id,
            label: name.clone(),
            chosen: cast.get(&seat.key).is_some_and(|person| person.0 == *id),
        };
        let shown = seats.iter().map(|seat| {
            let roles = seat.roles.iter().map(|role| plan_role(words, role)).collect::<Vec<_>>().join(", ");
            let label = [seat.name.clone(), roles].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            let members = members.iter().map(|member| pick(seat, member)).collect();
            SeatView { key: seat.key.clone(), label: label.join(" · "), members }
        });
        let paces =
            PACES.iter().map(|one| Pick { value: i64::from(*one), label: format!("×{one}"), chosen: *one == pace });
        Self { pack: PackView::of(pack, seats, words), seats: shown.collect(), seed, paces: paces.collect() }
    }
}

impl DrillsPage {
    pub(crate) fn is(&self, (row, is_lost): &(DrillRow, bool)) -> String {
        let when = self.words.when(row.started_at);
        format!("{when} · {}", ended(&self.words, row, *is_lost))
    }
}

/// How a drill stands, in words.
fn ended(words: &Words, row: &DrillRow, is_lost: bool) -> String {
    let code = match row.ended.as_str() {
        _ if is_lost => "drill-ended-lost",
        "" => "drill-is-on",
        "finished" => "drill-ended-finished",
        "stopped" => "drill-ended-stopped",
        "broke" => "drill-ended-broke",
        _ => "drill-ended-lost",
    };
    let score = row.score.map(|percent| words.tell("drill-percent", &[("percent", percent.into())]));
    [Some(words.say(code)), score].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Lines of what happened that stand open.
const LAST: usize = 5;

/// One drill.
#[derive(Clone, Debug, Template)]
#[template(path = "drill.html")]
pub struct DrillPage {
    /// Speaks, in the reader's zone.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The drill.
    pub row: DrillRow,
    /// Whether it is lost.
    pub is_lost: bool,
    /// Who plays whom, and when they came in.
    pub chairs: Vec<Chair>,
    /// Where it stands, while it is played here.
    pub status: Option<Status>,
    /// The zone in which its hours are meant.
    pub zone: String,
    /// Whether the reader may lead it.
    pub may_lead: bool,
    /// Whether the reader has a seat.
    pub has_seat: bool,
    /// What was written down.
    pub notes: Vec<DrillNote>,
    /// What the world did, and what the team did, the last first.
    pub course: Vec<Happened>,
    /// How the team does, where there is a case.
    pub work: Option<Work>,
    /// What came of it.
    pub report: Option<Report>,
}

/// How the team does so far, in all cases of the drill.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// Deadlines that ended: how many were met, of how many.
    pub clocks: (i64, i64),
    /// Deadlines that run, the next first: what, and until when.
    pub running: Vec<(String, Timestamp)>,
    /// What is to be done still, the most urgent first.
    pub tasks: Vec<(String, Option<Timestamp>)>,
}

/// Something that happened in a drill.
#[derive(Clone, Debug)]
pub struct Happened {
    /// When, in the drill.
    pub at: Timestamp,
    /// Who: somebody of the team, or the world.
    pub by: Option<String>,
    /// What.
    pub what: String,
}

impl DrillPage {
    /// Speaks in the drill's own zone and at its time.
    fn there(&self) -> Words {
        let now = self.status.as_ref().map_or_else(|| self.words.now(), |status| status.now);
        Words::new(self.words.locale(), &self.zone, now)
    }

    pub(crate) fn ended(&self) -> String {
        ended(&self.words, &self.row, self.is_lost)
    }

    pub(crate) fn time(&self, at: Timestamp) -> String {
        self.there().time(at)
    }

    pub(crate) fn date(&self, at: Timestamp) -> String {
        self.there().long_date(at)
    }

    pub(crate) fn stands(&self, status: &Status) -> String {
        let words = &self.words;
        match status.phase {
            Phase::Before => words.say("drill-before"),
            Phase::Over => words.say("drill-scoring"),
            Phase::On if status.jumps_to.is_some() => words.say("drill-jumping"),
            Phase::On if status.paused => words.say("drill-paused"),
            Phase::On => words.tell("drill-runs", &[("pace", i64::from(status.pace).into())]),
        }
    }

    pub(crate) fn is_on(&self, status: &Status) -> bool {
        status.phase == Phase::On
    }

    pub(crate) fn paces(&self, status: &Status) -> Vec<(u32, bool)> {
        PACES.iter().map(|pace| (*pace, *pace == status.pace)).collect()
    }

    pub(crate) fn seat(&self, chair: &Chair) -> String {
        let roles = chair.roles.iter().map(|role| plan_role(&self.words, role)).collect::<Vec<_>>().join(", ");
        let by = match (&chair.player, &chair.joined) {
            (None, _) => self.words.say("drill-by-rules"),
            (Some(player), Some(at)) => {
                let at = self.words.time(*at);
                self.words.tell("drill-joined", &[("who", player.as_str().into()), ("when", at.as_str().into())])
            }
            (Some(player), None) => self.words.tell("drill-not-joined", &[("who", player.as_str().into())]),
        };
        // The files of a drill that is over name people by these numbers alone.
        let member = chair.member.filter(|_| self.report.is_some());
        let member = member.map(|member| self.words.count("drill-member", member)).unwrap_or_default();
        [roles, by, member].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    pub(crate) fn inject(&self, row: &InjectRow) -> String {
        let to = row.to.as_ref().map(|to| plan_role(&self.words, to));
        let kind = self.words.say(match row.kind.as_str() {
            "call" => "drill-inject-call",
            "absent" => "drill-inject-absent",
            "fact" => "drill-inject-fact",
            _ => "drill-inject-contradicts",
        });
        let when = match row.brought {
            None => self.words.tell("drill-inject-due", &[("when", self.time(row.due).as_str().into())]),
            Some(Brought::In(at)) => self.words.tell("drill-inject-in", &[("when", self.time(at).as_str().into())]),
            Some(Brought::Out(at)) => self.words.tell("drill-inject-out", &[("when", self.time(at).as_str().into())]),
        };
        [Some(kind), to, Some(when)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What is still to be brought in, the next first.
    pub(crate) fn next<'s>(&self, status: &'s Status) -> Vec<&'s InjectRow> {
        let mut next: Vec<&InjectRow> = status.injects.iter().filter(|row| row.brought.is_none()).collect();
        next.sort_by_key(|row| (row.due, row.number));
        next
    }

    /// What was brought in or left out.
    pub(crate) fn past<'s>(&self, status: &'s Status) -> Vec<&'s InjectRow> {
        status.injects.iter().filter(|row| row.brought.is_some()).collect()
    }

    /// How much time is left, in the drill and for who waits for it.
    pub(crate) fn left(&self, status: &Status, at: Timestamp) -> String {
        let seconds = status.now.duration_until(at).as_secs();
        let span = |seconds: i64| words::review::span(&self.words, seconds);
        if seconds < 0 {
            return self.words.tell("drill-inject-late", &[("span", span(-seconds).into())]);
        }
        let left = self.words.tell("drill-left", &[("span", span(seconds).into())]);
        if status.pace <= 1 || seconds < 60 {
            return left;
        }
        let real = self.words.tell("drill-left-real", &[("span", span(seconds / i64::from(status.pace)).into())]);
        format!("{left} ({real})")
    }

    pub(crate) fn clocks_met(&self, work: &Work) -> String {
        self.words.tell("drill-work-clocks", &[("met", work.clocks.0.into()), ("of", work.clocks.1.into())])
    }

    /// The last lines, and those before them.
    pub(crate) fn lines(&self) -> (&[Happened], &[Happened]) {
        self.course.split_at(self.course.len().min(LAST))
    }

    pub(crate) fn count(&self, id: &str, count: usize) -> String {
        self.words.count(id, i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(crate) fn item(&self, item: &Item) -> String {
        let what = words::drill::item(&self.words, item.what);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let said = [("what", what.as_str().into()), ("got", number(item.got).into()), ("of", number(item.of).into())];
        self.words.tell("drill-line", &said)
    }

    pub(crate) fn shows(&self, item: &Item, evidence: &Evidence) -> String {
        words::drill::shows(&self.words, item.what, evidence)
    }

    pub(crate) fn percent(&self, report: &Report) -> String {
        let percent = i64::try_from(report.outcome.score.percent).unwrap_or_default();
        self.words.tell("drill-percent", &[("percent", percent.into())])
    }

    pub(crate) fn detected(&self, report: &Report) -> Option<String> {
        let minutes = report.outcome.detected_after_minutes?;
        Some(self.words.tell("drill-detected", &[("minutes", minutes.into())]))
    }
}

/// There is no such page of a drill: it is over, that room is not open in one, or nobody came in.
#[derive(Clone, Debug, Template)]
#[template(path = "drill_gone.html")]
pub struct GonePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The drill.
    pub id: i64,
    /// Why.
    pub why: Why,
}

impl GonePage {
    pub(crate) fn title(&self) -> String {
        self.words.say(match self.why {
            Why::Over => "drill-gone-over",
            Why::NotHere => "drill-gone-not-here",
            Why::Outside => "drill-gone-outside",
        })
    }

    pub(crate) fn hint(&self) -> String {
        self.words.say(match self.why {
            Why::Over => "drill-gone-over-hint",
            Why::NotHere => "drill-gone-not-here-hint",
            Why::Outside => "drill-gone-outside-hint",
        })
    }
}
