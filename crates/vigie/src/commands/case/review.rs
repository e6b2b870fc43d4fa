//! `vigie case review` and `vigie case lesson`.

use super::{role, unknown};
use crate::Done;
use crate::cli::{CaseLesson, CaseNamed};
use crate::commands::complaint::{desk, member};
use crate::commands::{Setting, house};
use crate::output;
use anyhow::Context;
use domain::case::Key;
use domain::id::CaseId;
use domain::organisation::Organisation;
use domain::plan::Change;
use engine::review::{self, Lesson, Read};
use engine::world::World;
use serde_json::json;
use words::{Locale, Named, Words, review as said};

/// Reads the review of a case.
pub(super) async fn run(world: &World, organisation: &Organisation, case: i64, json: bool) -> anyhow::Result<Done> {
    let read = review::read(world, organisation.id, CaseId(case)).await.with_context(|| unknown(case))?;
    if json {
        let Read { around, review, progress, .. } = &read;
        output::json(&json!({ "case": case, "review": review, "around": around, "progress": progress }))?;
        return Ok(Done::All);
    }
    tell(&Words::new(Locale::En, "UTC", world.clock.now()), case, &read)?;
    Ok(Done::All)
}

/// Says whose paper reviews are written on, or changes it.
pub(super) async fn letterhead(
    world: &World,
    organisation: &Organisation,
    (said, none): (Option<(&str, &str)>, bool),
    json: bool,
) -> anyhow::Result<Done> {
    if said.is_some() || none {
        review::set_letterhead(world, organisation.id, said).await?;
    }
    let head = review::letterhead(world, organisation.id).await?;
    if json {
        output::json(&json!({ "letterhead": head }))?;
    } else {
        let told = head.map(|head| format!("{} {}", head.colour, output::tame(&head.name)));
        output::line(told.unwrap_or_else(|| "reviews have no letterhead".to_owned()))?;
    }
    Ok(Done::All)
}

fn tell(words: &Words, case: i64, read: &Read) -> anyhow::Result<()> {
    let found = &read.review;
    let heading = |id: &str| output::line(words.say(id));
    let step = words::case::step(words, found.step);
    output::line(format!("{}: {step}", words.count("review-title", case)))?;
    let times = &found.times;
    let moments = [
        ("review-onset", times.onset),
        ("review-alert", times.alert),
        ("review-acknowledged", times.acknowledged),
        ("review-opened", times.opened),
        ("review-holding", times.holding),
        ("review-full", times.full),
    ];
    heading("review-times")?;
    for (name, time) in moments {
        let when = time.map_or_else(|| words.say("review-unknown-time"), |time| time.at.to_string());
        output::line(format!("  {}: {when}", words.say(name)))?;
    }
    heading("review-clocks")?;
    for clock in &found.clocks {
        let (of, ran) = (words::case::clock(words, &clock.of), said::ran(words, clock.ran));
        output::line(format!("  {}: {ran}", output::tame(&of)))?;
    }
    for (name, findings) in [("review-strengths", &found.strengths), ("review-improve", &found.improve)] {
        heading(name)?;
        for finding in findings {
            let told = said::observed(Named::by(words, &read.plan), &finding.observed);
            output::line(format!("  {}", output::tame(&told.seen)))?;
            for line in [Some(told.why), told.recommended].into_iter().flatten() {
                output::line(format!("    {line}"))?;
            }
        }
    }
    heading("review-unknown")?;
    for gap in &found.unknown {
        output::line(format!("  {}", output::tame(&said::gap(words, gap))))?;
    }
    Ok(())
}

/// Proposes a lesson, and perhaps takes it into the plan.
pub(super) async fn lesson(setting: &Setting, world: &World, asked: CaseLesson) -> anyhow::Result<Done> {
    let CaseNamed { case, organisation } = asked.case;
    let organisation = house::organisation(world, organisation.as_deref()).await?;
    let person = member(world, &organisation, &asked.by).await?;
    let by = (person.id, role(world, &organisation, person.id).await?);
    let changes: Vec<Change> =
        serde_json::from_str(&asked.changes).context("those are no changes of a plan; nothing was changed")?;
    // The same words and changes are the same lesson.
    let hash = blake3::hash(format!("{} {}", asked.text, asked.changes).as_bytes());
    let key = Key::new(&format!("cli-{}", &hash.to_hex()[..24])).context("a key")?;
    let lesson = Lesson { key, text: asked.text, changes, records: asked.records };
    let (waking, case) = (desk(setting, world).await?, CaseId(case));
    let number = review::draw(&waking, organisation.id, case, by, &lesson).await.with_context(|| unknown(case.0))?;
    let plan = match asked.merge {
        true => Some(review::merge(&waking, organisation.id, case, by, number).await.with_context(|| unknown(case.0))?),
        false => None,
    };
    if setting.json {
        output::json(&json!({ "case": case, "lesson": number, "plan": plan }))?;
    } else {
        let into = plan.map(|plan| format!(", in version {plan} of the plan")).unwrap_or_default();
        output::line(format!("case {case}, lesson {number}{into}"))?;
    }
    Ok(Done::All)
}
