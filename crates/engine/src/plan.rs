//! The plan of an organisation: kept in versions, read and checked, laid together where two wrote at once.

use crate::EngineError;
use crate::world::World;
use domain::id::{OrganisationId, PersonId};
use domain::plan::{self, Change, Code, Entry, Finding, Kind, MOST_BYTES, Owner, Plan, Sent};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::PlanVersion;
use text::Language;

/// Most characters of a reason.
const LONGEST_WHY: usize = 300;

/// The setting that names the organisation whose plan one's own is laid over.
const BASE: &str = "plan_base";

/// How often an edit is tried again over what others wrote meanwhile.
const TRIES: usize = 5;

/// A plan as it is kept, read and checked.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The version that holds.
    pub version: PlanVersion,
    /// The plan it is laid over, where it is a client's.
    pub base: Option<Base>,
    /// What both say.
    pub plan: Plan,
    /// What the compiler finds in it.
    pub findings: Vec<Finding>,
}

/// The plan that a client's is laid over.
#[derive(Clone, Debug)]
pub struct Base {
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its text as it holds now; empty where that organisation has no plan.
    pub text: String,
}

impl Kept {
    /// The text of the base, where there is one.
    pub fn under(&self) -> Option<&str> {
        self.base.as_ref().map(|base| base.text.as_str())
    }

    /// Whether every part of it was understood: of half a plan nothing is said as of the whole.
    pub fn is_whole(&self) -> bool {
        !self.findings.iter().any(|found| found.code.is_of_reading())
    }

    /// Whether a finding lies in the base rather than in the text itself.
    pub fn is_below(&self, found: &Finding) -> bool {
        self.base.is_some() && found.at.text == 0
    }
}

/// What came of writing a plan.
#[derive(Clone, Debug)]
pub enum Written {
    /// It is kept as this version.
    Kept(i64),
    /// Somebody wrote meanwhile: what holds now, what they changed, and what was to be changed. Nothing was kept.
    Meanwhile {
        /// The version that holds.
        now: Box<PlanVersion>,
        /// What they changed since.
        theirs: Vec<Change>,
        /// What was to be changed.
        ours: Vec<Change>,
        /// Both together, ours last; `None` where one of the texts cannot be read.
        both: Option<String>,
    },
}

/// A text, laid over its base where it has one, read and checked as of the world's day in the plan's own zone.
pub fn checked(world: &World, text: &str, base: Option<&str>) -> (Plan, Vec<Finding>) {
    compiled(world.clock.now(), text, base)
}

fn compiled(now: Timestamp, text: &str, base: Option<&str>) -> (Plan, Vec<Finding>) {
    let (read, found) = plan::read(text, base);
    let zone = read.zone.clone().unwrap_or(TimeZone::UTC);
    let today = now.to_zoned(zone).date();
    let findings = plan::check(&read, found, today);
    (read, findings)
}

/// What the plan that holds says, not checked: for what is asked often.
///
/// # Errors
/// The store's.
pub async fn said(world: &World, organisation: OrganisationId) -> Result<Option<Plan>, EngineError> {
    let Some(version) = world.store.plan(organisation).await? else { return Ok(None) };
    let base = base(world, organisation).await?;
    Ok(Some(plan::read(&version.text, base.as_ref().map(|base| base.text.as_str())).0))
}

/// The plan that holds.
///
/// # Errors
/// The store's.
pub async fn of(world: &World, organisation: OrganisationId) -> Result<Option<Kept>, EngineError> {
    let Some(version) = world.store.plan(organisation).await? else { return Ok(None) };
    let base = base(world, organisation).await?;
    let now = world.clock.now();
    let compile = move || {
        let (plan, findings) = compiled(now, &version.text, base.as_ref().map(|base| base.text.as_str()));
        Kept { version, base, plan, findings }
    };
    // A large plan takes its time, and holds up nobody else.
    tokio::task::spawn_blocking(compile).await.map(Some).map_err(|error| EngineError::Broken(error.to_string()))
}

/// The scenarios of the plan that holds as playbooks of CACAO 2.0, by their names in the plan; made when the plan was begun, changed when it was last.
///
/// # Errors
/// The store's.
pub async fn playbooks(
    world: &World,
    organisation: OrganisationId,
) -> Result<Vec<(String, serde_json::Value)>, EngineError> {
    let (Some(plan), Some(now)) = (said(world, organisation).await?, world.store.plan(organisation).await?) else {
        return Ok(Vec::new());
    };
    let first = world.store.plans(organisation, Some(2), 1).await?.pop().map_or(now.at, |first| first.at);
    let made = plan.scenarios.iter().map(|one| Some((one.id.clone(), plan.cacao(one, (first, now.at))?)));
    Ok(made.flatten().collect())
}

/// The plan that an organisation's own is laid over.
///
/// # Errors
/// The store's.
pub async fn base(world: &World, organisation: OrganisationId) -> Result<Option<Base>, EngineError> {
    let named = world.store.get_setting(Some(organisation), BASE).await?;
    let Some(of) = named.and_then(|id| id.parse().ok()).map(OrganisationId) else { return Ok(None) };
    let text = world.store.plan(of).await?.map(|version| version.text).unwrap_or_default();
    Ok(Some(Base { organisation: of, text }))
}

/// Says whose plan an organisation's own is laid over; `None`: nobody's. Plans lie over each other one deep.
///
/// # Errors
/// [`EngineError::Report`] where that plan cannot be a base; the store's.
pub async fn lay_over(
    world: &World,
    organisation: OrganisationId,
    base: Option<OrganisationId>,
) -> Result<(), EngineError> {
    let Some(base) = base else { return Ok(world.store.unset_setting(organisation, BASE).await?) };
    let laid = world.store.settings_named(BASE).await?;
    let report = |what: &str| Err(EngineError::Report(format!("{what}; nothing was changed")));
    if base == organisation {
        return report("a plan is not laid over itself");
    }
    if laid.iter().any(|(client, _)| *client == base) {
        return report("that plan is itself laid over another");
    }
    if !clients(world, organisation).await?.is_empty() {
        return report("this plan is the base of others");
    }
    if world.store.plan(base).await?.is_none() {
        return report("that organisation has no plan yet");
    }
    Ok(world.store.set_setting(Some(organisation), BASE, &base.to_string()).await?)
}

/// Keeps a text as the next version after `expected`. A plan with errors is kept too: it is being written.
///
/// # Errors
/// [`EngineError::Report`] where it is too long; the store's.
pub async fn write(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
    expected: i64,
    text: &str,
    why: &str,
) -> Result<Written, EngineError> {
    if text.len() > MOST_BYTES || text.contains('\0') {
        return Err(EngineError::Report(format!("a plan has at most {MOST_BYTES} bytes of text; nothing was kept")));
    }
    let text = text.replace("\r\n", "\n");
    let now = world.store.plan(organisation).await?;
    if now.as_ref().is_some_and(|now| now.text == text) {
        return Ok(Written::Kept(now.map_or(0, |now| now.version)));
    }
    let new = PlanVersion {
        version: expected.saturating_add(1),
        text: text.clone(),
        why: why.trim().chars().take(LONGEST_WHY).collect(),
        person,
        at: world.clock.now(),
    };
    match world.store.keep_plan(organisation, expected, &new).await {
        Ok(()) => Ok(Written::Kept(new.version)),
        Err(store::Error::Conflict(_)) => meanwhile(world, organisation, expected, &text).await,
        Err(other) => Err(other.into()),
    }
}

async fn meanwhile(
    world: &World,
    organisation: OrganisationId,
    expected: i64,
    ours: &str,
) -> Result<Written, EngineError> {
    let now = world.store.plan(organisation).await?.ok_or(store::Error::NotFound)?;
    let base = version(world, organisation, expected).await?.unwrap_or_default();
    let (theirs, ours) = (plan::changes(&base, &now.text).0, plan::changes(&base, ours).0);
    let both = plan::apply(&now.text, &ours).ok();
    Ok(Written::Meanwhile { now: Box::new(now), theirs, ours, both })
}

/// Lays changes into the version they were made from (`expected`; 0: no plan yet); where others changed something else meanwhile, into what holds now. Only who
/// changed the same has written meanwhile.
///
/// # Errors
/// [`EngineError::Report`] where the text that holds cannot be read, or grows too long; the store's.
pub async fn edit(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
    expected: i64,
    ours: &[Change],
    why: &str,
) -> Result<Written, EngineError> {
    if let Some(odd) = ours.iter().find(|change| !is_placed(change)) {
        let what = format!("`{}` with this id and field is no place in a plan; nothing was changed", odd.section);
        return Err(EngineError::Report(what));
    }
    let laid = |text: &str| plan::apply(text, ours).map_err(|wrong| EngineError::Report(wrong.to_string()));
    for _ in 0..TRIES {
        let now = world.store.plan(organisation).await?;
        let (number, text) = now.map_or((0, String::new()), |now| (now.version, now.text));
        if ours.is_empty() {
            return Ok(Written::Kept(number));
        }
        if number != expected {
            let made_from = version(world, organisation, expected).await?.unwrap_or_default();
            let theirs = plan::changes(&made_from, &text).0;
            if theirs.iter().any(|their| ours.iter().any(|our| same_place(their, our) && their.to != our.to)) {
                return meanwhile(world, organisation, expected, &laid(&made_from)?).await;
            }
        }
        match write(world, organisation, person, number, &laid(&text)?, why).await? {
            Written::Meanwhile { .. } => {}
            kept @ Written::Kept(_) => return Ok(kept),
        }
    }
    Err(EngineError::Report(BUSY.to_owned()))
}

/// What came of sending a form.
#[derive(Clone, Debug)]
pub enum FilledIn {
    /// What was typed holds now, as this version.
    Kept(i64),
    /// Somebody else changed these fields since they were shown. Nothing was kept.
    Contested(Vec<String>),
}

/// Lays a form into the plan that holds: of its fields those that were typed otherwise than they were shown, whatever others changed elsewhere.
///
/// # Errors
/// [`EngineError::Report`] where the text that holds cannot be read, or grows too long; the store's.
pub async fn fill_in(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
    (section, id): (&str, Option<&str>),
    sent: &[Sent<'_>],
) -> Result<FilledIn, EngineError> {
    let is = |entry: &Entry| entry.section == section && entry.id.as_deref() == id;
    for _ in 0..TRIES {
        let kept = of(world, organisation).await?.ok_or(store::Error::NotFound)?;
        let (text, number) = (&kept.version.text, kept.version.version);
        let now = plan::entries(text, kept.under()).into_iter().find(is);
        let contested = sent.iter().filter(|one| one.is_contested(now.as_ref())).map(|one| one.name.to_owned());
        let contested: Vec<String> = contested.collect();
        if !contested.is_empty() {
            return Ok(FilledIn::Contested(contested));
        }
        let below = kept.under().and_then(|base| plan::below(text, base).into_iter().find(is));
        let ours = plan::edits(section, id, now.as_ref(), below.as_ref(), sent);
        if ours.is_empty() {
            return Ok(FilledIn::Kept(number));
        }
        let laid = plan::apply(text, &ours).map_err(|wrong| EngineError::Report(wrong.to_string()))?;
        match write(world, organisation, person, number, &laid, "").await? {
            Written::Meanwhile { .. } => {}
            Written::Kept(version) => return Ok(FilledIn::Kept(version)),
        }
    }
    Err(EngineError::Report(BUSY.to_owned()))
}

/// Why nothing was kept where others write faster than oneself.
const BUSY: &str = "the plan is being changed by others at this very moment; nothing was kept, send it again";

/// Whether a change is of an item or field that a plan can have.
pub(crate) fn is_placed(change: &Change) -> bool {
    let form = plan::form(&change.section);
    form.is_some_and(|form| form.alone == change.id.is_none() && !(form.alone && change.field.is_none()))
}

/// Whether two changes are of the same field, or one is of the whole item.
fn same_place(a: &Change, b: &Change) -> bool {
    let gone = |change: &Change| change.field.is_none() && change.to.is_none();
    a.section == b.section && a.id == b.id && (a.field == b.field || gone(a) || gone(b))
}

/// The text of one version.
pub(crate) async fn version(
    world: &World,
    organisation: OrganisationId,
    number: i64,
) -> Result<Option<String>, EngineError> {
    let found = world.store.plans(organisation, Some(number.saturating_add(1)), 1).await?.pop();
    Ok(found.filter(|found| found.version == number).map(|found| found.text))
}

/// The organisations whose plans are laid over this one.
///
/// # Errors
/// The store's.
pub async fn clients(world: &World, organisation: OrganisationId) -> Result<Vec<OrganisationId>, EngineError> {
    let (laid, own) = (world.store.settings_named(BASE).await?, organisation.to_string());
    Ok(laid.into_iter().filter(|(_, of)| *of == own).map(|(client, _)| client).collect())
}

/// A plan that was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its version.
    pub version: i64,
    /// Whether only the names were kept: the example rests on what the agency's plan does not have.
    pub names_only: bool,
}

/// Begins with a plan that ships, made the organisation's own; a client's is laid over the plan of its agency, `base`.
///
/// # Errors
/// [`EngineError::Report`] where there is a plan already, or none ships in this language; the store's.
pub async fn begin(
    world: &World,
    organisation: OrganisationId,
    person: Option<PersonId>,
    (kind, language): (Kind, Language),
    base: Option<OrganisationId>,
    owner: &Owner,
) -> Result<Begun, EngineError> {
    let report = |what: &str| EngineError::Report(what.to_owned());
    let shipped = plan::shipped(kind, language).ok_or_else(|| report("this plan does not ship in this language"))?;
    if world.store.plan(organisation).await?.is_some() {
        return Err(report("there is a plan already; nothing was changed"));
    }
    if (kind == Kind::Client) != base.is_some() {
        return Err(report("a client's plan is laid over its agency's, and only a client's; nothing was changed"));
    }
    lay_over(world, organisation, base).await?;
    let under = self::base(world, organisation).await?.map(|base| base.text);
    let mut text = plan::made_ones_own(shipped, owner).map_err(|wrong| EngineError::Report(wrong.to_string()))?;
    // The example names what only the agency's plan that ships has. What is still to be filled in, translated or approved is theirs to do.
    let lacks = |found: &Finding| {
        found.at.text == 1 && matches!(found.code, Code::UnknownReference | Code::OrphanAction | Code::OrphanStrategy)
    };
    let names_only = under.is_some() && checked(world, &text, under.as_deref()).1.iter().any(lacks);
    if names_only {
        text = plan::made_ones_own(&named(owner), owner).map_err(|wrong| EngineError::Report(wrong.to_string()))?;
    }
    match write(world, organisation, person, 0, &text, "").await? {
        Written::Kept(version) => Ok(Begun { version, names_only }),
        Written::Meanwhile { .. } => Err(report("there is a plan already; nothing was changed")),
    }
}

/// A client's plan that says nothing of its own but names: the blanks, still empty, of what is known of it.
fn named(owner: &Owner) -> String {
    let known = [("brand", &owner.brand), ("phone", &owner.phone), ("email", &owner.email)];
    let said = known.iter().filter(|(_, known)| known.as_ref().is_some_and(|known| !known.trim().is_empty()));
    said.fold("[plan]\n\n[blank]\n".to_owned(), |text, (name, _)| format!("{text}{name} = \"\"\n"))
}

/// An address as a text names it.
pub fn as_named(address: &str) -> String {
    address.strip_prefix("https://").unwrap_or(address).to_owned()
}

/// Names the page where anybody complains in the plan, where its policy waits for one: no page stands there, or the address of mail that stood in for it. What a
/// reply says is left as it is.
///
/// # Errors
/// The store's.
pub(crate) async fn name_page(world: &World, organisation: OrganisationId, page: &str) -> Result<(), EngineError> {
    let Some(held) = world.store.plan(organisation).await? else { return Ok(()) };
    let plan = plan::read(&held.text, None).0;
    let blank = |name: &str| plan.blanks.iter().find(|(of, _)| of == name).map(|(_, said)| said.trim());
    let Some(stands) = blank("page") else { return Ok(()) };
    let waits = stands.is_empty() || Some(stands) == blank("email");
    if !waits || plan.replies.iter().any(|reply| reply.body.text.value.contains("{page}")) {
        return Ok(());
    }
    let to = Some(plan::Written::Text(page.to_owned()));
    let ours = Change { section: "blank".to_owned(), id: None, field: Some("page".to_owned()), from: None, to };
    // Who writes at this moment keeps what they write.
    edit(world, organisation, None, held.version, &[ours], "").await?;
    Ok(())
}
