//! `vigie signal show|report|severity|rubric`: what a signal is about, how big and how grave, and what people say of it.

use super::{Setting, house};
use crate::Done;
use crate::cli::Assess as Asked;
use crate::output;
use anyhow::Context;
use domain::assess::{Assessment, Beside, Clocks, Forecast, Reported, Rubric, Severity, Subject, Trade, Whose};
use domain::brand::Brand;
use domain::case::event::ClockOf;
use domain::figure::Figure;
use domain::id::PersonId;
use domain::organisation::{Organisation, Person};
use engine::assess;
use engine::view::Memory;
use engine::world::World;
use std::path::Path;

/// Says what a signal is, or keeps what somebody says of it.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Show { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            show(&world, &organisation, &id, setting.json).await?;
        }
        Asked::Dossier { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            super::dossier::run(&world, &organisation, &id, setting.json).await?;
        }
        Asked::Report { id, subject, value, email, note, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let person = person(&world, &organisation, &email).await?;
            let subject = Subject::from_code(&subject).with_context(|| {
                let known = Subject::ALL.map(Subject::code).join(", ");
                format!("`{subject}` is nothing that can be reported; say one of {known}")
            })?;
            let reported = Reported::new(subject, value, &note, person.id, world.clock.now())?;
            assess::report(&world, organisation.id, &id, &reported).await.with_context(|| format!("signal `{id}`"))?;
            show(&world, &organisation, &id, setting.json).await?;
        }
        Asked::Severity { id, severity, email, reason, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let person = person(&world, &organisation, &email).await?;
            let said = match severity.as_str() {
                "rubric" => None,
                code => Some(Severity::from_code(code).with_context(|| {
                    format!("`{code}` is no severity; say watch, alert, crisis, or rubric to take it back")
                })?),
            };
            let kept = assess::say_severity(&world, organisation.id, &id, said, &reason, person.id).await;
            kept.with_context(|| format!("signal `{id}`"))?;
            show(&world, &organisation, &id, setting.json).await?;
        }
        Asked::Rubric { file, reset, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            rubric(&world, &organisation, file.as_deref(), reset).await?;
        }
    }
    Ok(Done::All)
}

async fn person(world: &World, organisation: &Organisation, email: &str) -> anyhow::Result<Person> {
    let members = world.store.members(organisation.id, world.clock.now()).await?;
    let found = members.into_iter().find(|(person, _)| person.email == email.to_lowercase());
    Ok(found.with_context(|| format!("nobody in {} has the login {email}", organisation.name))?.0)
}

async fn rubric(world: &World, organisation: &Organisation, file: Option<&Path>, reset: bool) -> anyhow::Result<()> {
    if let Some(file) = file {
        let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let rubric: Rubric = serde_json::from_str(&text)
            .with_context(|| format!("{} is no rubric; nothing was kept", file.display()))?;
        assess::set_rubric(world, organisation.id, Some(&rubric)).await?;
    } else if reset {
        assess::set_rubric(world, organisation.id, None).await?;
    }
    let rubric = assess::rubric(world, organisation.id).await?;
    Ok(output::line(serde_json::to_string_pretty(&rubric)?)?)
}

async fn show(world: &World, organisation: &Organisation, id: &str, as_json: bool) -> anyhow::Result<()> {
    let row = world.store.signal(organisation.id, id).await.with_context(|| format!("signal `{id}`"))?;
    let found = assess::of_signal(world, &Memory::default(), &row, world.clock.now()).await?;
    if as_json {
        return output::json(&serde_json::json!({ "id": row.id, "assessment": found }));
    }
    let brands = world.store.brands(organisation.id).await?;
    let who = Who::of(world, organisation, &found).await?;
    let trade = found.trade.iter().flat_map(|trade| controls(trade, &brands));
    for line in lines(&row.id, &found, &who).into_iter().chain(trade) {
        output::line(line)?;
    }
    Ok(())
}

/// The names that stand behind the ids of an assessment.
struct Who {
    /// Who carries it; nobody where that is not known or erased.
    carriers: Vec<Option<String>>,
    people: Vec<Person>,
}

impl Who {
    async fn of(world: &World, organisation: &Organisation, found: &Assessment) -> anyhow::Result<Self> {
        let mut carriers = Vec::new();
        for carrier in &found.carriers {
            let author = world.store.mention(organisation.id, carrier.mention).await?.view.post.post.author;
            carriers.push(author.display.or(author.handle));
        }
        let members = world.store.members(organisation.id, world.clock.now()).await?;
        Ok(Self { carriers, people: members.into_iter().map(|(person, _)| person).collect() })
    }

    fn person(&self, id: PersonId) -> &str {
        self.people.iter().find(|person| person.id == id).map_or("somebody who is gone", |person| &person.name)
    }
}

fn lines(id: &str, found: &Assessment, who: &Who) -> Vec<String> {
    let verdict = &found.severity;
    let mut lines = vec![format!(
        "{id}: {} ({} points; alert from {}, crisis from {}), first word by {}{}",
        verdict.severity.code(),
        verdict.points,
        verdict.bounds.0,
        verdict.bounds.1,
        found.urgency.answer_by,
        if found.urgency.overdue { ", which is over" } else { "" },
    )];
    lines.extend(found.urgency.clocks.iter().flat_map(clocks));
    if let Some(said) = &verdict.overridden {
        let reason = output::tame(&said.reason);
        lines.push(format!("somebody said so: {reason}; the rubric says {}", verdict.by_rubric.code()));
    }
    let (people, reach) = (figure(found.people), figure(found.reach));
    lines.push(format!("{} mentions, {people} people, reach {reach}", figure(found.mentions)));
    match &found.forecast {
        Forecast::Told(told) => lines.extend(told.iter().map(|e| {
            let record = format!("{} of {} earlier ones held", e.held, e.made);
            format!("next {} h: {} more, {} are usual; {record}", e.minutes / 60, figure(e.further), e.usual)
        })),
        Forecast::Young => lines.push("no forecast: it began less than ten minutes ago".to_owned()),
        Forecast::Little => lines.push("no forecast: too few mentions above the usual".to_owned()),
    }
    for cause in &found.causes {
        let beyond = cause.beyond.map_or(String::new(), |n| format!(" ({n} more than usual)"));
        let (name, words) = (cause.cause.code(), cause.words.join(", "));
        lines.push(format!("cause {name}: {} mentions{beyond}, by {words}", cause.count));
    }
    for crossing in &found.crossings {
        let sources: Vec<String> =
            crossing.sources.iter().map(|of| format!("{} since {}", output::tame(&of.source), of.at)).collect();
        let (place, count) = (crossing.place.code(), crossing.count);
        lines.push(format!("{place}: {count} mentions since {}: {}", crossing.at, sources.join(", ")));
    }
    lines.extend(spread(found, who));
    lines.extend(found.beside.iter().map(beside));
    if let Some(company) = &found.company {
        lines.extend(super::dossier::company(company, found.at));
    }
    for reported in &found.reported {
        let (what, note) = (reported.subject.code(), output::tame(&reported.note));
        let by = output::tame(who.person(reported.person));
        lines.push(format!("reported {what}: {} (by {by}, {}) {note}", reported.value, reported.at));
    }
    for graded in verdict.factors.iter().filter(|graded| graded.points > 0) {
        let value = graded.value.map_or("unknown".to_owned(), |value| value.to_string());
        lines.push(format!("  {} {value}: {} of {} points", graded.factor.code(), graded.points, graded.most));
    }
    let unknown: Vec<String> =
        found.unknown.iter().filter_map(|what| serde_json::to_value(what).ok()?.as_str().map(str::to_owned)).collect();
    lines.push(format!("not known: {}", unknown.join(", ")));
    lines
}

/// Which clocks run, or would.
fn clocks(clocks: &Clocks) -> Vec<String> {
    let code = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let of = |of: &ClockOf| match serde_json::to_value(of).unwrap_or_default() {
        serde_json::Value::Object(one) => one.into_iter().map(|(kind, what)| format!("{kind} {what}")).collect(),
        other => code(other),
    };
    let step = code(serde_json::to_value(clocks.step).unwrap_or_default());
    let mut lines = vec![match clocks.case {
        Some(case) => format!("case {} is open at step {step}; {} clocks of it run", case.0, clocks.running.len()),
        None => format!("no case is open; opened now at step {step} it would start {} clocks", clocks.running.len()),
    }];
    lines.extend(clocks.running.iter().map(|left| {
        let stands = match (left.paused, left.minutes) {
            (true, _) => "stands still".to_owned(),
            (_, over @ ..0) => format!("ran out {} min ago", over.unsigned_abs()),
            (_, left) => format!("{left} min left"),
        };
        let if_so =
            if clocks.case.is_none() && matches!(left.of, ClockOf::Legal(_)) { ", if what is said is so" } else { "" };
        format!("  clock {}: {stands}, until {}{if_so}", of(&left.of).replace('"', ""), left.due)
    }));
    lines.extend(clocks.ask_counsel.iter().map(|matter| {
        format!(
            "  law {}: no term is known here, ask your counsel",
            code(serde_json::to_value(matter).unwrap_or_default())
        )
    }));
    lines
}

/// Where it began, who carries it, and in which languages it is told.
fn spread(found: &Assessment, who: &Who) -> Vec<String> {
    let origin = found.origin.map(|origin| {
        let elsewhere = if origin.repeats { "; it repeats a post that is not here: it began elsewhere" } else { "" };
        let (mention, at, copies) = (origin.mention, origin.at, origin.copies);
        format!("origin: mention {mention} at {at}, {copies} tell the same{elsewhere}")
    });
    let carried = found.carriers.iter().zip(&who.carriers).map(|(carrier, name)| {
        let name = name.as_deref().map_or("somebody who is not known".to_owned(), output::tame);
        format!(
            "carrier {name}: {} mentions from mention {} on, repeated {} times, drew {}, followers {}",
            carrier.count,
            carrier.mention,
            carrier.repeated,
            figure(carrier.drawn),
            figure(carrier.followers)
        )
    });
    let shares: Vec<String> =
        found.languages.iter().map(|of| format!("{} {} ({} %)", of.label, of.count, of.share / 10)).collect();
    let languages = (!shares.is_empty()).then(|| format!("languages: {}", shares.join(", ")));
    origin.into_iter().chain(carried).chain(languages).collect()
}

/// One aspect beside the number of mentions; shares in hundredths.
fn beside(beside: &Beside) -> String {
    let (name, stands) = (beside.aspect.code(), serde_json::to_value(beside.stands).unwrap_or_default());
    let value = |of: Figure| match of {
        Figure::Estimated { mid, low, high } if beside.aspect.is_share() => {
            format!("{} % ({} to {})", mid / 10, low / 10, high / 10)
        }
        of => figure(of),
    };
    let stands = stands.as_str().unwrap_or_default();
    format!("beside {name}: {}, usually {}: {stands}", value(beside.now), value(beside.usual))
}

/// Only us or the whole trade, and each of the others.
fn controls(trade: &Trade, brands: &[Brand]) -> Vec<String> {
    let (stirred, of) = (trade.stirred, trade.of);
    let mut lines = vec![match trade.whose {
        Whose::Unknown => "us or the trade: not known, nobody else is watched long enough".to_owned(),
        Whose::Ours => format!("only us: none of {of} others stands out"),
        Whose::Shared => format!("{stirred} of {of} others stand out too; a post that names several counts for each"),
        Whose::Trade => {
            format!("the whole trade: {stirred} of {of} others too; a post that names several counts for each")
        }
    }];
    lines.extend(trade.controls.iter().map(|control| {
        let name = brands.iter().find(|brand| brand.id == control.brand).map_or("?", |brand| &brand.name);
        let stir = serde_json::to_value(control.stir).unwrap_or_default();
        let counts = control.risen.map_or(String::new(), |risen| {
            format!(
                "{} mentions, {} expected ({} to {}): ",
                risen.observed,
                risen.expected / 1_000,
                risen.low,
                risen.high
            )
        });
        format!("  {}: {counts}{}", output::tame(name), stir.as_str().unwrap_or_default())
    }));
    lines
}

fn figure(figure: Figure) -> String {
    match figure {
        Figure::Counted(n) => n.to_string(),
        Figure::Estimated { mid, low, high } => format!("about {mid} ({low} to {high})"),
        Figure::AtLeast(n) => format!("at least {n}"),
        Figure::Reported(n) => format!("{n} (reported)"),
        Figure::Unknown => "unknown".to_owned(),
    }
}
