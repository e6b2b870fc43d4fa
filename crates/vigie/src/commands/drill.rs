//! `vigie drill list|run|report|erase`: packs played by a scripted team, each in a store of its own.

mod lesson;

use super::demo::ThrowAway;
use super::{Setting, house, past, plan};
use crate::Done;
use crate::cli::{Drill as Asked, DrillRun, PlanLanguage};
use crate::output;
use anyhow::Context;
use domain::drill::{Score, What};
use engine::drill::{Drill, Outcome};
use engine::pack::{Pack, PackError, shipped};
use engine::replay::Play;
use engine::world::Clock;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use store::Store;
use words::{Locale, Words};

/// The largest report that is read.
const LONGEST: u64 = 50_000_000;

/// Lists, plays or reports.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    match asked {
        Asked::List => list(setting.json),
        Asked::Erase { email, organisation } => erase(&email, organisation.as_deref(), setting).await,
        Asked::Run(run) => play(&run, setting).await,
        Asked::Report { kept: Some(id), organisation, language, .. } => {
            kept(setting, organisation.as_deref(), id, language).await
        }
        Asked::Report { file, language, .. } => report(file.as_deref(), language),
    }
}

async fn erase(email: &str, organisation: Option<&str>, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation).await?;
    let person = super::user::person(&world, email).await?;
    let drills = web::drills::erase(&world, organisation.id, person.id).await;
    let drills = drills.with_context(|| format!("{} was never in that team; nothing was erased", person.email))?;
    match setting.json {
        true => output::json(&json!({ "drills": drills }))?,
        false => output::line(format!("{} is erased from {drills} drills that are kept", person.email))?,
    }
    Ok(Done::All)
}

fn list(as_json: bool) -> anyhow::Result<Done> {
    let mut packs = Vec::new();
    for known in shipped() {
        let pack = known.read().with_context(|| format!("the pack `{}` that ships", known.name))?;
        packs.push((known.name, pack));
    }
    packs.retain(|(_, pack)| pack.team.is_some());
    if as_json {
        let rows: Vec<_> = packs
            .iter()
            .map(|(name, pack)| {
                let plan = pack.team.as_ref().map(|team| &team.plan);
                json!({ "pack": name, "title": pack.title, "languages": pack.languages, "plan": plan, "length": pack.length })
            })
            .collect();
        output::json(&rows)?;
    } else {
        for (name, pack) in packs {
            output::line(format!("{name:<18} {:<10} {}", pack.languages.join(","), pack.title))?;
        }
    }
    Ok(Done::All)
}

fn pack_of(name: &str) -> anyhow::Result<Pack> {
    if let Some(known) = shipped().iter().find(|known| known.name == name) {
        return Ok(known.read()?);
    }
    let path = Path::new(name);
    if !path.exists() {
        return Err(PackError::Unknown(name.to_owned()).into());
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("the pack {} cannot be read", path.display()))?;
    Pack::read(&text).with_context(|| format!("the pack {}", path.display()))
}

async fn play(asked: &DrillRun, setting: &Setting) -> anyhow::Result<Done> {
    let (as_json, plan) = (setting.json, lesson::of(asked, setting).await?);
    let pack = match &asked.case {
        Some(case) => past::pack(case, asked.organisation.as_deref(), setting).await?,
        None => pack_of(asked.pack.as_deref().unwrap_or_default())?,
    };
    let pack = lesson::by(pack, plan.as_ref())?;
    let (storm_at, play) = (pack.storm_at(), Play { seed: asked.seed, ..Play::default() });
    let throw_away;
    let folder = match &asked.keep {
        Some(folder) => {
            std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
            folder
        }
        None => {
            throw_away = ThrowAway::new("vigie-drill-")?;
            &throw_away.0
        }
    };
    let store = Arc::new(Store::open(&format!("sqlite://{}", folder.join("drill.db").display())).await?);
    let mut drill = Drill::set(store, pack, play, asked.workers).await?;
    let wall = Clock::Wall;
    let mut due = wall.now();
    while drill.minute().await? {
        if let Some(speed) = asked.speed
            && drill.world().clock.now() >= storm_at
        {
            let pause = SignedDuration::from_millis(60_000 / i64::from(speed));
            due = due.max(wall.now().saturating_sub(pause)?).saturating_add(pause)?;
            wall.sleep_until(due).await;
        }
    }
    let outcome = drill.outcome().await?;
    let tested = match &plan {
        Some(plan) => Some(lesson::tested(&drill, &outcome, plan, (asked.mark, setting)).await?),
        None => None,
    };
    if as_json {
        output::json(&lesson::beside(&outcome, tested.as_ref())?)?;
    } else {
        say(&outcome)?;
        lesson::say(tested.as_ref())?;
    }
    Ok(Done::All)
}

fn say(outcome: &Outcome) -> anyhow::Result<()> {
    for row in &outcome.signals {
        output::line(format!(
            "{} {} {} ({})",
            row.alert_at.unwrap_or(row.at),
            row.level,
            output::tame(&row.brand),
            row.series
        ))?;
    }
    for refused in &outcome.refused {
        output::line(format!("{} {} was refused to {}: {}", refused.at, refused.what, refused.by, refused.why))?;
    }
    let told = Told { pack: outcome.pack.clone(), after: outcome.detected_after_minutes, score: outcome.score.clone() };
    told.say(Locale::En)?;
    output::line(format!("{} posts, {} alerts, log {}", outcome.posts, outcome.alerts, outcome.log_hash))?;
    Ok(())
}

/// What a report is made from: the last line of a run.
#[derive(Deserialize, Serialize)]
struct Told {
    pack: String,
    #[serde(rename = "detected_after_minutes")]
    after: Option<i64>,
    score: Score,
}

fn report(file: Option<&Path>, language: PlanLanguage) -> anyhow::Result<Done> {
    let mut text = String::new();
    match file {
        Some(path) => {
            let open = std::fs::File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
            open.take(LONGEST).read_to_string(&mut text)?;
        }
        None => drop(std::io::stdin().lock().take(LONGEST).read_to_string(&mut text)?),
    }
    let told: Told = serde_json::from_str(&text)
        .context("this is not what `vigie --json drill run` prints; nothing was reported")?;
    told.say(plan::locale(language))?;
    Ok(Done::All)
}

/// The report of a drill that people played.
async fn kept(setting: &Setting, of: Option<&str>, id: i64, language: PlanLanguage) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, of).await?;
    let (_, report) = world.store.drill(organisation.id, id).await.context("there is no such drill")?;
    anyhow::ensure!(!report.is_empty(), "drill {id} has no report: it is being played, or was lost");
    let mut report: serde_json::Value = serde_json::from_str(&report)?;
    let told: Told = serde_json::from_value(report["outcome"].take())?;
    match setting.json {
        true => output::json(&told)?,
        false => told.say(plan::locale(language))?,
    }
    Ok(Done::All)
}

impl Told {
    fn say(&self, locale: Locale) -> anyhow::Result<()> {
        let words = Words::new(locale, "UTC", Clock::Wall.now());
        let percent = i64::try_from(self.score.percent).unwrap_or_default();
        output::line(words.tell("drill-title", &[("pack", output::tame(&self.pack).as_str().into())]))?;
        let wanted = self.score.items.iter().any(|item| item.what == What::Detected);
        match self.after {
            Some(minutes) => output::line(words.tell("drill-detected", &[("minutes", minutes.into())]))?,
            None if wanted => output::line(words.tell("drill-undetected", &[]))?,
            None => {}
        }
        for item in &self.score.items {
            let number = |count: usize| i64::try_from(count).unwrap_or_default();
            let what = words::drill::item(&words, item.what);
            let line =
                [("what", what.as_str().into()), ("got", number(item.got).into()), ("of", number(item.of).into())];
            output::line(words.tell("drill-line", &line))?;
            for evidence in item.evidence.iter().filter(|one| !one.holds || one.minutes.is_some()) {
                let of = output::tame(&evidence.of);
                output::line(format!("  {of} · {}", words::drill::shows(&words, item.what, evidence)))?;
            }
        }
        output::line(words.tell("drill-percent", &[("percent", percent.into())]))?;
        Ok(())
    }
}
