//! One action, "Crisis": from quiet to an open case with its roles, clocks, evidence and a text that can be sent.

use super::act::{Acted, Said, act};
use super::around::{Around, own_voice};
use super::worded::{next_news, speech, worded};
use super::{CaseError, hold, seal};
use crate::EngineError;
use crate::waking::Waking;
use crate::world::World;
use domain::case::event::{Moment, Opening, Origin, Step, Target};
use domain::case::{Actor, Capture, Command, Holding, Key, Open, Words, holding};
use domain::id::{BrandId, CaseId, MentionId, OrganisationId, PersonId};
use domain::mention::Sees;
use domain::organisation::Role;
use domain::plan::Channel;
use domain::setup::Country;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::MentionFilter;
use text::Language;
use words::{Locale, Words as Speech};

/// Most posts of a signal that are captured when a case is opened; more is captured by hand.
const CAPTURED: i64 = 20;
/// Cases among which the same call is looked for.
const LATELY: i64 = 20;
/// The number to call in an emergency where nobody said in which country: every mobile telephone takes it (3GPP TS 22.101, 10.1.1).
const EMERGENCY: &str = "112";

/// Where the call comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A signal, by its id.
    Signal(String),
    /// A mention.
    Mention(MentionId),
    /// Somebody called, or came: in their words.
    Call(String),
}

/// What somebody knows who calls for a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Makes a second tap the same tap.
    pub key: Key,
    /// About which brand.
    pub brand: BrandId,
    /// `Crisis` by the button; a lower step to begin a file without the team.
    pub step: Step,
    /// Where it comes from.
    pub caller: Caller,
    /// When it began, where somebody knows.
    pub began: Option<Moment>,
    /// Whether people may be hurt.
    pub hurt: bool,
    /// The scenario of the plan, where one is named.
    pub scenario: Option<String>,
    /// The language of the holding text; `None`: the plan's first.
    pub language: Option<Language>,
    /// A case of its own, although the brand has one open.
    pub beside: bool,
}

/// Opens a case of a brand, or takes its open one up: roles, clocks, evidence, holding text. The same alarm twice is one.
///
/// # Errors
/// Why it is refused; the store's, [`store::Error::NotFound`] for what is not this organisation's.
pub async fn crisis(
    waking: &Waking,
    organisation: OrganisationId,
    (person, role): (PersonId, Role),
    alarm: &Alarm,
) -> Result<Acted, CaseError> {
    let (world, now) = (&waking.world, waking.world.clock.now());
    let around = Around::of(world, organisation, alarm.brand).await?;
    let mut said = Said::default();
    let (origin, captures) = evidence(world, organisation, alarm, &mut said).await?;
    let opening = Opening {
        key: alarm.key.clone(),
        organisation,
        brand: alarm.brand,
        step: alarm.step,
        origin,
        began: alarm.began.clone(),
        reported: now,
        plan: around.version,
        size: around.size,
        country: around.country.clone(),
        zone: around.zone.clone(),
        hurt: alarm.hurt,
        scenario: alarm.scenario.clone(),
    };
    let holding = match alarm.step {
        Step::Crisis => first_words(world, &around, person, alarm, &mut said)?,
        _ => Vec::new(),
    };
    let (accounts, unmapped) = around.frozen(world).await?;
    let freeze = (alarm.step == Step::Crisis && !accounts.is_empty()).then_some((accounts, unmapped));
    let command = Command::Open(Box::new(Open { opening, captures, freeze, holding }));
    let known = if alarm.beside { called(world, organisation, alarm).await? } else { None };
    let case = match known {
        Some(case) => case,
        None => world.store.number_case(organisation, alarm.brand, alarm.beside, now).await?,
    };
    let acted =
        act(waking, organisation, case, &said, |turn| turn.ask(Actor::Member(person), Some(role), &command)).await?;
    // The case is open whatever becomes of the queues: the house goes on holding them.
    if let Err(error) = hold::account(waking, organisation, case).await {
        tracing::error!(%error, case = case.0, "marketing could not be held yet; it is tried again");
    }
    Ok(acted)
}

/// The case of its own that this very call opened before.
async fn called(world: &World, organisation: OrganisationId, alarm: &Alarm) -> Result<Option<CaseId>, EngineError> {
    for file in world.store.cases(organisation, false, None, LATELY).await? {
        let open = super::room(world, organisation, file.id).await?;
        if file.brand == alarm.brand && open.state.opening.is_some_and(|opening| opening.key == alarm.key) {
            return Ok(Some(file.id));
        }
    }
    Ok(None)
}

type Captured = Vec<(Option<MentionId>, Capture)>;

/// Captures what the call is about before it can vanish: the signal as it was frozen with its newest posts, or the mention's raw payload.
async fn evidence(
    world: &World,
    organisation: OrganisationId,
    alarm: &Alarm,
    said: &mut Said,
) -> Result<(Origin, Captured), EngineError> {
    let store = &world.store;
    let mut captures = Vec::new();
    let origin = match &alarm.caller {
        Caller::Call(words) => Origin::Call(said.say(seal(world, words)?)),
        Caller::Mention(mention) => {
            if store.mention(organisation, *mention).await?.view.mention.brand != alarm.brand {
                return Err(store::Error::NotFound.into());
            }
            captures.push((Some(*mention), said.capture(payload(world, organisation, *mention).await?)));
            Origin::Mention(*mention)
        }
        Caller::Signal(id) => {
            let row = store.signal(organisation, id).await?;
            if row.brand != alarm.brand {
                return Err(store::Error::NotFound.into());
            }
            captures.push((None, said.capture(row.explanation.clone().into_bytes())));
            let (brand, since, sees) = (Some(row.brand), Some(row.onset), Sees::All);
            let filter = MentionFilter { brand, since, sees, ..MentionFilter::default() };
            for view in store.mentions(organisation, &filter, None, CAPTURED).await? {
                let mention = view.mention.id;
                captures.push((Some(mention), said.capture(payload(world, organisation, mention).await?)));
            }
            Origin::Signal(id.clone())
        }
    };
    Ok((origin, captures))
}

/// The exact bytes of a mention's post; its text where the record itself was the payload.
pub(super) async fn payload(
    world: &World,
    organisation: OrganisationId,
    mention: MentionId,
) -> Result<Vec<u8>, EngineError> {
    let raw = world.store.raw(organisation, mention).await?;
    if !raw.is_empty() {
        return Ok(raw);
    }
    Ok(world.store.mention(organisation, mention).await?.view.post.post.text.into_bytes())
}

/// Texts that can be sent although nothing is known yet, one in each language of the plan: the plan's, for the scenario that somebody named or for none, where it needs no
/// fact; else Vigie's own: seen, checking, whom to call, when there is more. What scenario it is nobody guesses aloud.
fn first_words(
    world: &World,
    around: &Around,
    person: PersonId,
    alarm: &Alarm,
    said: &mut Said,
) -> Result<Vec<(Key, Words)>, EngineError> {
    let now = world.clock.now();
    let zone = TimeZone::get(&around.zone).unwrap_or(TimeZone::UTC);
    let planned = || around.plan.languages.iter().map(|said| said.value);
    let own = around.member(person).and_then(|person| Language::from_code(&person.locale));
    let first = alarm.language.or(planned().next()).or(own).unwrap_or(Language::En);
    let name = around.member(person).map(|person| person.name.clone()).unwrap_or_default();
    let today = now.to_zoned(zone).date();
    let mut all = Vec::new();
    for language in [first].into_iter().chain(planned().filter(|language| *language != first)) {
        let planned = holding(&around.plan, alarm.scenario.as_deref(), language, Channel::Site, today);
        let speaks = language == first || Locale::from_code(language.code()).is_some();
        let (text, posture, reply) = match planned.filter(Holding::is_whole) {
            Some(found) => (worded(around, person, language, now, &found.text), found.posture, Some(found.reply)),
            None if speaks => {
                let speech = speech(around, language, now);
                (own_words(around, &speech, next_news(now), &name, alarm.hurt), None, None)
            }
            None => continue,
        };
        let own_key = Key::new(&format!("{}-{}", alarm.key, language.code()));
        let Some(key) = (if language == first { Some(alarm.key.clone()) } else { own_key }) else { continue };
        let text = seal(world, &text)?;
        said.say(text.clone());
        let (target, account) = (Target::UpdatesPage, own_voice(alarm.brand));
        let (subject, cites) = (None, Vec::new());
        all.push((key, Words { text, language, target, subject, account, cites, posture, reply }));
    }
    Ok(all)
}

/// Vigie's own first text: nothing in it but what is so whatever happened. Where people may be hurt it says what keeps whoever reads it safe.
fn own_words(around: &Around, speech: &Speech, next: Timestamp, name: &str, hurt: bool) -> String {
    let blank = |name: &str| {
        let found = around.plan.blanks.iter().find(|(blank, filling)| blank == name && !filling.trim().is_empty());
        found.map(|(_, filling)| filling.clone())
    };
    let (phone, country) = (blank("phone"), around.country.as_deref().and_then(Country::from_code));
    let emergency = blank("emergency").unwrap_or_else(|| country.map_or(EMERGENCY, Country::emergency).to_owned());
    let id = match (hurt, &phone) {
        (false, None) => "case-holding",
        (false, Some(_)) => "case-holding-phone",
        (true, None) => "case-holding-hurt",
        (true, Some(_)) => "case-holding-hurt-phone",
    };
    let mut args = vec![
        ("what", around.brand.1.as_str().into()),
        ("next", speech.time(next).into()),
        ("who", name.into()),
        ("phone", phone.unwrap_or_default().into()),
    ];
    if hurt {
        args.push(("emergency", emergency.into()));
    }
    speech.tell(id, &args)
}
