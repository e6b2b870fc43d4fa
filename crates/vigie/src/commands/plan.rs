//! `vigie plan`: the compiler of plans, as a filter over files; and the plan that an organisation keeps.

use super::{Setting, house};
use crate::Done;
use crate::cli::{Plan as Asked, PlanCalendar, PlanCard, PlanCheck, PlanHeld, PlanKind, PlanLanguage, PlanTraining};
use crate::output;
use anyhow::{Context, bail};
use domain::plan::{self, Finding, Kind, Owner, Weight};
use domain::training;
use engine::plan as plans;
use engine::world::Clock;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use words::{Locale, Words};

/// Runs one of the filters.
pub fn run(asked: &Asked, json: bool) -> anyhow::Result<Done> {
    match asked {
        Asked::Check(asked) => check(asked, json),
        Asked::Diff { old, new } => diff(old, new, json),
        Asked::Fmt { file, check } => lay_out(file, *check),
        Asked::Card(asked) => card(asked),
        Asked::Calendar(asked) => calendar(asked),
        Asked::Iso(asked) => iso(asked, json),
        Asked::Cacao { file, base, scenario, created } => {
            cacao(&whole(file, base.as_deref())?, scenario.as_deref(), *created)
        }
        Asked::Training(asked) => train(asked, json),
        // Asks the store: `team` does it.
        Asked::Readiness { .. } => Ok(Done::All),
        Asked::New { kind, language, brand, person, phone, email, page, updates } => {
            let owner = Owner {
                brand: brand.clone(),
                person: person.clone(),
                phone: phone.clone(),
                email: email.clone(),
                page: page.clone(),
                updates: updates.clone(),
                ..Owner::default()
            };
            new(*kind, *language, &owner)
        }
        Asked::Held(_) => Ok(Done::All),
    }
}

/// Prints, keeps or lays over another the plan of an organisation.
pub async fn held(asked: PlanHeld, setting: &Setting) -> anyhow::Result<Done> {
    match asked {
        PlanHeld::Show { organisation } => show(setting, organisation.as_deref()).await,
        PlanHeld::Keep { file, organisation, over, why } => {
            keep(setting, &file, organisation.as_deref(), over, &why).await
        }
        PlanHeld::Base { base, organisation, .. } => lay_over(setting, organisation.as_deref(), base.as_deref()).await,
    }
}

async fn show(setting: &Setting, organisation: Option<&str>) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation).await?;
    let held = world.store.plan(organisation.id).await?;
    let held = held
        .with_context(|| format!("{} has no plan yet; `vigie plan new` writes one to begin with", organisation.name))?;
    match setting.json {
        true => output::json(&json!({ "version": held.version, "text": held.text, "why": held.why, "at": held.at }))?,
        false => output::line(held.text.trim_end())?,
    }
    Ok(Done::All)
}

async fn keep(
    setting: &Setting,
    file: &Path,
    organisation: Option<&str>,
    over: Option<i64>,
    why: &str,
) -> anyhow::Result<Done> {
    let text = text_of(file)?;
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation).await?.id;
    let over = match over {
        Some(over) => over,
        None => world.store.plan(organisation).await?.map_or(0, |held| held.version),
    };
    match plans::write(&world, organisation, None, over, &text, why).await? {
        plans::Written::Kept(version) => {
            output::line(format!("kept as version {version}"))?;
            Ok(Done::All)
        }
        plans::Written::Meanwhile { now, theirs, .. } => {
            let told: Vec<String> = theirs.iter().map(|one| format!("\n  {}", words::plan::change(one))).collect();
            bail!("somebody wrote version {} meanwhile; nothing was kept. They changed:{}", now.version, told.concat())
        }
    }
}

async fn lay_over(setting: &Setting, organisation: Option<&str>, base: Option<&str>) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, organisation).await?;
    let base = match base {
        Some(base) => Some(house::organisation(&world, Some(base)).await?.id),
        None => None,
    };
    plans::lay_over(&world, organisation.id, base).await?;
    Ok(Done::All)
}

fn text_of(path: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("the plan {} cannot be read", path.display()))?;
    String::from_utf8(bytes).ok().with_context(|| format!("the plan {} is no UTF-8 text", path.display()))
}

fn check(asked: &PlanCheck, json: bool) -> anyhow::Result<Done> {
    let text = text_of(&asked.file)?;
    let base = asked.base.as_deref().map(text_of).transpose()?;
    let now = Clock::Wall.now();
    let today = asked.today.unwrap_or_else(|| now.to_zoned(TimeZone::system()).date());
    let (read, found) = plan::read(&text, base.as_deref());
    let findings = plan::check(&read, found, today);
    let words = Words::new(locale(asked.language), "UTC", now);
    let shown = Shown { text: &text, base: base.as_deref(), asked, words };
    for finding in &findings {
        if json { output::json(&shown.record(finding))? } else { output::line(shown.told(finding))? }
    }
    let of = |weight| findings.iter().filter(|finding| finding.code.weight() == weight).count();
    let (errors, warnings, notes) = (of(Weight::Error), of(Weight::Warning), of(Weight::Note));
    if !json {
        output::line(format!("{}: {errors} errors, {warnings} warnings, {notes} to do", asked.file.display()))?;
    }
    if errors > 0 {
        bail!("the plan would fail at the bad moment: {errors} errors");
    }
    Ok(Done::All)
}

/// A plan's texts, as findings are shown in them.
struct Shown<'a> {
    text: &'a str,
    base: Option<&'a str>,
    asked: &'a PlanCheck,
    words: Words,
}

impl Shown<'_> {
    /// The text a finding stands in, with its name.
    fn stands(&self, found: &Finding) -> (&str, String) {
        match (self.base, &self.asked.base) {
            (Some(base), Some(path)) if found.at.text == 0 => (base, path.display().to_string()),
            _ => (self.text, self.asked.file.display().to_string()),
        }
    }

    fn told(&self, found: &Finding) -> String {
        let (text, name) = self.stands(found);
        let place = plan::place(text, found.at);
        let told = words::plan::finding(&self.words, found);
        let margin = " ".repeat(place.line.to_string().len());
        let weight = word(found.code.weight());
        format!(
            "{weight}[{}]: {}\n{margin}--> {}:{}:{}\n{margin} |\n{} | {}\n{margin} | {}\n{margin} = {}\n{margin} = {}\n",
            found.code.code(),
            output::tame(&told.what),
            output::tame(&name),
            place.line,
            place.column,
            place.line,
            place.text,
            place.marks,
            output::tame(&told.why),
            output::tame(&told.fix),
        )
    }

    fn record(&self, found: &Finding) -> serde_json::Value {
        let (text, name) = self.stands(found);
        let place = plan::place(text, found.at);
        let told = words::plan::finding(&self.words, found);
        serde_json::json!({
            "code": found.code.code(), "weight": found.code.weight(), "file": name, "line": place.line,
            "column": place.column, "from": found.at.from, "to": found.at.to,
            "what": told.what, "why": told.why, "fix": told.fix,
        })
    }
}

fn word(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => "error",
        Weight::Warning => "warning",
        Weight::Note => "to do",
    }
}

pub fn locale(language: PlanLanguage) -> Locale {
    match language {
        PlanLanguage::En => Locale::En,
        PlanLanguage::Fr => Locale::Fr,
        PlanLanguage::Fy => Locale::Fy,
        PlanLanguage::Nl => Locale::Nl,
    }
}

fn diff(old: &Path, new: &Path, json: bool) -> anyhow::Result<Done> {
    let (before, after) = (text_of(old)?, text_of(new)?);
    let (changes, findings) = plan::changes(&before, &after);
    if let Some(found) = findings.first() {
        let (text, path) = if found.at.text == 0 { (&before, old) } else { (&after, new) };
        let place = plan::place(text, found.at);
        let told = words::plan::finding(&Words::new(Locale::En, "UTC", Clock::Wall.now()), found);
        bail!("{}:{}:{}: {}", path.display(), place.line, place.column, told.what);
    }
    for change in &changes {
        if json { output::json(change)? } else { output::line(output::tame(&words::plan::change(change)))? }
    }
    Ok(Done::All)
}

fn lay_out(file: &Path, only_say: bool) -> anyhow::Result<Done> {
    let text = text_of(file)?;
    let even = plan::lay_out(&text)?;
    match (even == text, only_say) {
        (true, _) => {}
        (false, true) => bail!("{} is not laid out evenly: `vigie plan fmt` does it", file.display()),
        (false, false) => {
            // Beside it first: a plan is never left half written.
            let beside = file.with_extension("toml.new");
            std::fs::write(&beside, &even)
                .and_then(|()| std::fs::rename(&beside, file))
                .with_context(|| format!("{} could not be written; it is as it was", file.display()))?;
            output::aside(format!("{}: laid out", file.display()));
        }
    }
    Ok(Done::All)
}

/// A plan that could be read whole.
fn whole(file: &Path, base: Option<&Path>) -> anyhow::Result<plan::Plan> {
    let (text, base) = (text_of(file)?, base.map(text_of).transpose()?);
    let (plan, found) = plan::read(&text, base.as_deref());
    read_whole(&found)?;
    Ok(plan)
}

fn read_whole(found: &[Finding]) -> anyhow::Result<()> {
    if found.iter().any(|one| one.code.weight() == Weight::Error) {
        bail!("the plan cannot be read whole, and half of it must not be left out: `vigie plan check` says where");
    }
    Ok(())
}

fn iso(asked: &PlanCheck, json: bool) -> anyhow::Result<Done> {
    let (text, base) = (text_of(&asked.file)?, asked.base.as_deref().map(text_of).transpose()?);
    let now = Clock::Wall.now();
    let today = asked.today.unwrap_or_else(|| now.to_zoned(TimeZone::system()).date());
    let (read, found) = plan::read(&text, base.as_deref());
    read_whole(&found)?;
    let findings = plan::check(&read, found, today);
    let words = Words::new(locale(asked.language), "UTC", now);
    if !json {
        output::line(words.say("iso-lead"))?;
    }
    for row in plan::iso22361(&read, &findings) {
        if json {
            output::json(&row)?;
            continue;
        }
        let (element, state) = (words::iso::element(&words, row.element), words::iso::state(&words, row.state));
        output::line(format!("{}: {element}\t{state}", words::iso::group(&words, row.group)))?;
        for (evidence, there) in row.evidence {
            let mark = if there { '●' } else { '✕' };
            let what = words::iso::evidence(&words, evidence);
            output::line(format!("  {mark} {what}\t[{}]", evidence.section()))?;
        }
    }
    Ok(Done::All)
}

fn cacao(plan: &plan::Plan, only: Option<&str>, created: Option<Timestamp>) -> anyhow::Result<Done> {
    let now = Clock::Wall.now();
    let chosen = plan.scenarios.iter().filter(|scenario| only.is_none_or(|only| scenario.id == only));
    let made: Vec<_> = chosen.filter_map(|one| plan.cacao(one, (created.unwrap_or(now), now))).collect();
    if made.is_empty() {
        bail!("no such scenario of the plan has moves, and a playbook has at least one step; nothing was written");
    }
    for playbook in &made {
        output::json(playbook)?;
    }
    Ok(Done::All)
}

fn train(asked: &PlanTraining, json: bool) -> anyhow::Result<Done> {
    let plan = whole(&asked.file, asked.base.as_deref())?;
    let questions = training::questions(&plan, asked.seed);
    if questions.is_empty() {
        bail!("the plan tells staff nothing to ask for: it has no [conduct]");
    }
    let words = Words::new(locale(asked.language), "UTC", Clock::Wall.now());
    for question in &questions {
        let ask = words::training::ask(&words, &question.ask);
        let answers: Vec<String> = question.answers.iter().map(|one| words::training::answer(&words, one)).collect();
        if json {
            output::json(&json!({
                "part": question.part, "ask": ask, "answers": answers, "right": question.right,
                "because": question.because,
            }))?;
            continue;
        }
        output::line(output::tame(&format!("{}: {ask}", words::training::part(&words, question.part))))?;
        for (at, answer) in answers.iter().enumerate() {
            let mark = if at == question.right { '●' } else { '○' };
            output::line(output::tame(&format!("  {mark} {answer}")))?;
        }
        for line in &question.because {
            output::line(output::tame(&format!("    {line}")))?;
        }
    }
    Ok(Done::All)
}

fn card(asked: &PlanCard) -> anyhow::Result<Done> {
    let plan = whole(&asked.file, asked.base.as_deref())?;
    let page = web::card(&plan, Clock::Wall.now(), true)?;
    match &asked.html {
        None => output::line(page)?,
        Some(path) => {
            std::fs::write(path, page).with_context(|| format!("{} could not be written", path.display()))?;
            output::aside(format!("{}: written", path.display()));
        }
    }
    Ok(Done::All)
}

/// Without a store nothing is known of what was done: every drill is ahead.
fn calendar(asked: &PlanCalendar) -> anyhow::Result<Done> {
    let plan = whole(&asked.file, asked.base.as_deref())?;
    let now = asked.at.unwrap_or_else(|| Clock::Wall.now());
    let of_file = || asked.file.file_stem().map(|name| name.to_string_lossy().into_owned());
    let name = asked.name.clone().or_else(of_file).unwrap_or_default();
    let known = domain::calendar::Known { plan: &plan, rehearsed: &BTreeMap::new(), house: &name, now };
    let words = Words::new(locale(asked.language), "UTC", now);
    // Lines of a calendar end with CR and LF: they are written as they are.
    let text = words::calendar::ics(&words, &name, &domain::calendar::dues(&known), now);
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Done::All)
}

fn new(kind: PlanKind, language: PlanLanguage, owner: &Owner) -> anyhow::Result<Done> {
    let kind = match kind {
        PlanKind::Shop => Kind::Shop,
        PlanKind::Brand => Kind::Brand,
        PlanKind::Agency => Kind::Agency,
        PlanKind::Client => Kind::Client,
        PlanKind::Figure => Kind::Figure,
    };
    let language = text::Language::from_code(locale(language).code()).context("a language of Vigie")?;
    let shipped = plan::shipped(kind, language).context("this plan does not ship in this language")?;
    output::line(plan::made_ones_own(shipped, owner)?.trim_end())?;
    Ok(Done::All)
}
