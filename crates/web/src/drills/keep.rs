//! What is kept of a drill when it ends: its score, its cases with their reviews and their folders. The drill's world is gone then.

use super::{Drills, Running, told};
use crate::error::Failure;
use crate::pages::review::{Reader, ReviewPage};
use crate::state::App;
use askama::Template;
use domain::case::Folder;
use domain::id::PersonId;
use domain::organisation::Role;
use domain::practice::Kept;
use engine::bus::Change;
use engine::drill::{Chair, Drill, Ended, InjectRow, Live, Outcome, Status};
use engine::world::{Clock, World};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::DrillEnd;
use words::{Locale, Words};

/// How often whatever plays a drill says that it does.
const HEARD: SignedDuration = SignedDuration::from_secs(20);
/// A drill of which nothing was heard for so long is lost.
const LOST: SignedDuration = SignedDuration::from_mins(2);
/// Changes that come closer together are told of once.
const TOGETHER: SignedDuration = SignedDuration::from_secs(1);

/// What came of a drill.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Report {
    /// What time it was in the drill when it ended.
    pub ended_at: Timestamp,
    /// The score and what it rests on.
    pub outcome: Outcome,
    /// What was brought in.
    pub injects: Vec<InjectRow>,
    /// The cases.
    pub cases: Vec<KeptCase>,
}

/// A case of a drill.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptCase {
    /// Its id in the drill.
    pub case: i64,
    /// About which brand.
    pub brand: String,
    /// Its review, a page that needs nothing else.
    pub review: String,
    /// The files that prove it, by their names; signed by no house.
    pub folder: BTreeMap<String, String>,
}

/// Whether nothing will come of a drill that did not end.
pub fn is_lost(row: &store::DrillRow, now: Timestamp) -> bool {
    row.ended_at.is_none() && row.heard_at.duration_until(now) > LOST
}

/// Says again and again that the drill is played, and tells its pages when something changed.
pub(super) async fn watch(live: World, running: Arc<Running>) {
    let mut status = running.status.clone();
    let mut heard = Timestamp::MIN;
    let mut known: Option<(Timestamp, String)> = None;
    loop {
        let now = Clock::Wall.now();
        if heard.duration_until(now) > HEARD {
            heard = now;
            // It is over.
            if let Err(store::Error::NotFound) = live.store.heard_drill(running.organisation, running.id, now).await {
                return;
            }
        }
        let seen = told_of(&status.borrow_and_update());
        if known.as_ref() != Some(&seen) {
            known = Some(seen);
            running.bus.tell(running.organisation, Change::Drills);
        }
        let next = Clock::Wall.now().saturating_add(TOGETHER).unwrap_or(Timestamp::MAX);
        Clock::Wall.sleep_until(next).await;
        if status.has_changed().is_err() && status.borrow().phase == engine::drill::Phase::Over {
            return;
        }
    }
}

/// What a page of the drill shows of where it stands: the minute, not the second.
fn told_of(status: &Status) -> (Timestamp, String) {
    let minute = Timestamp::from_second(status.now.as_second().div_euclid(60) * 60).unwrap_or(status.now);
    let brought = status.injects.iter().filter(|row| row.brought.is_some()).count();
    (minute, format!("{:?} {} {} {:?} {brought}", status.phase, status.pace, status.paused, status.jumps_to))
}

/// Plays a drill to its end, and keeps what came of it.
pub(super) async fn play(app: App, running: Arc<Running>, live: Live, by: PersonId) {
    let (drill, ended) = live.drive().await;
    let ended = match ended {
        Ended::Finished => "finished",
        Ended::Stopped => "stopped",
        Ended::Broke(why) => {
            tracing::error!(why, drill = running.id, "a drill broke; what was played is kept");
            "broke"
        }
    };
    if let Err(error) = kept(&app, &running, &drill, ended, by).await {
        tracing::error!(%error, drill = running.id, "what came of a drill could not be kept");
        let lost = DrillEnd { ended: "lost".to_owned(), score: None, report: String::new(), shown: String::new() };
        drop(app.world.store.end_drill(running.organisation, running.id, &lost, Clock::Wall.now()).await);
    }
    let drills: &Drills = &app.drills;
    drills.forget(running.id);
    running.bus.tell(running.organisation, Change::Drills);
    app.world.bus.tell(running.organisation, Change::Drills);
}

async fn kept(app: &App, running: &Running, drill: &Drill, ended: &str, by: PersonId) -> Result<(), Failure> {
    let report = report(app, drill, by).await?;
    let body = serde_json::to_string(&report).map_err(|error| Failure::Ours(error.to_string()))?;
    let score = i64::try_from(report.outcome.score.percent).ok();
    let shown = serde_json::to_string(&shown_by(&running.chairs, &report.outcome));
    let shown = shown.map_err(|error| Failure::Ours(error.to_string()))?;
    let end = DrillEnd { ended: ended.to_owned(), score, report: body, shown };
    app.world.store.end_drill(running.organisation, running.id, &end, Clock::Wall.now()).await?;
    // Who ended it before anything happened has rehearsed nothing.
    if ended == "finished" && !report.cases.is_empty() {
        rehearsed(app, running, by).await?;
    }
    Ok(())
}

/// What those showed who played, by their ids in the house; what the rules did shows nothing of anybody.
fn shown_by(chairs: &[Chair], outcome: &Outcome) -> Kept {
    let of = |chair: &Chair| Some((PersonId(chair.person?), outcome.shown.get(&chair.seat)?.clone()));
    Kept { scenarios: outcome.scenarios.clone(), shown: chairs.iter().filter_map(of).collect() }
}

/// The scenarios of the organisation's own plan that the pack is about were gone through.
async fn rehearsed(app: &App, running: &Running, by: PersonId) -> Result<(), Failure> {
    let Some(plan) = engine::plan::of(&app.world, running.organisation).await.map_err(told)? else { return Ok(()) };
    for scenario in running.pack.expect.iter().filter_map(|expect| expect.scenario.as_ref()) {
        if plan.plan.scenario(scenario).is_some() {
            engine::team::rehearse(&app.world, running.organisation, scenario, Some(by)).await.map_err(told)?;
        }
    }
    Ok(())
}

async fn report(app: &App, drill: &Drill, by: PersonId) -> Result<Report, Failure> {
    let world = drill.world();
    let leads = app.world.store.person(by).await?;
    let locale = Locale::from_code(&leads.locale).unwrap_or(Locale::En);
    let words = Words::new(locale, &leads.zone, world.clock.now());
    let mut cases = Vec::new();
    for organisation in world.store.organisations().await? {
        let mut files = world.store.cases(organisation.id, false, None, 64).await?;
        files.sort_by_key(|file| file.id);
        let members = world.store.members(organisation.id, world.clock.now()).await?;
        let people: Vec<(i64, String)> = members.into_iter().map(|(person, _)| (person.id.0, person.name)).collect();
        for file in files {
            let brand = world.store.brand(organisation.id, file.brand).await?.name;
            let read = engine::review::read(world, organisation.id, file.id).await.map_err(told)?;
            let texts = read.room.texts_for(Role::Owner);
            let (people, brand_) = (people.as_slice(), brand.as_str());
            let page = ReviewPage {
                read: &read,
                brand: brand_,
                texts: &texts,
                people,
                reader: Reader::Team,
                linked: false,
                words: words.clone(),
            };
            let review = page.render().map_err(|error| Failure::Ours(error.to_string()))?;
            let review = super::mark::kept(&review, &words);
            let exported = engine::case::export(drill.waking(), organisation.id, file.id, Role::Owner).await;
            let folder = files_of(&exported.map_err(told)?.folder);
            cases.push(KeptCase { case: file.id.0, brand, review, folder });
        }
    }
    let outcome = drill.outcome().await.map_err(told)?;
    Ok(Report { ended_at: world.clock.now(), outcome, injects: drill.injects(), cases })
}

/// The files of a folder, by their names.
pub(super) fn files_of(folder: &Folder) -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files = [("manifest.json", &folder.manifest), ("events.jsonl", &folder.events), ("texts.jsonl", &folder.texts)];
    let beside = folder.beside.iter().map(|(name, bytes)| (name.clone(), text(bytes)));
    files.into_iter().map(|(name, bytes)| (name.to_owned(), text(bytes))).chain(beside).collect()
}
