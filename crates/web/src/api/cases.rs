//! Cases: opened by one action, asked for everything else by commands, read with their log, exported as a folder that proves itself.

use super::page::{self, Page};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Inspects, Reads, Seat, Triages};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::case::event::{Moment, Step};
use domain::case::{Actor, Key, Party, Refusal, brief, catch_up, client_view, open_to};
use domain::id::{BrandId, CaseId, MentionId, PersonId};
use domain::organisation::{Right, Role};
use engine::case::{Acted, Alarm, Ask, Caller, CaseError, Outside, Room};
use engine::private::is_shown;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::CaseFile;
use text::Language;
use utoipa::{IntoParams, ToSchema};

/// A case in a list.
#[derive(Serialize, ToSchema)]
pub struct CaseOut {
    /// Its number.
    id: i64,
    /// About which brand.
    brand: i64,
    /// `signal`, `paracrisis`, `crisis`, `follow_up`, `closed` or `dismissed`.
    #[schema(value_type = String)]
    step: Step,
    /// Who leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<i64>,
    /// When it was opened.
    #[schema(value_type = String, format = DateTime)]
    opened_at: Timestamp,
    /// When something last happened.
    #[schema(value_type = String, format = DateTime)]
    moved_at: Timestamp,
    /// The number of its last record.
    version: u32,
}

impl From<CaseFile> for CaseOut {
    fn from(file: CaseFile) -> Self {
        Self {
            id: file.id.0,
            brand: file.brand.0,
            step: file.step,
            lead: file.lead.map(|person| person.0),
            opened_at: file.opened_at,
            moved_at: file.moved_at,
            version: file.version,
        }
    }
}

/// A case with all that stands in it.
#[derive(Serialize, ToSchema)]
pub struct RoomOut {
    #[serde(flatten)]
    case: CaseOut,
    /// The case as its log folds: roles, clocks, facts, tasks, notes, texts under way. Texts stand in it by what stands for them in the log.
    #[schema(value_type = Object)]
    state: serde_json::Value,
    /// The texts, by what stands for them; those that were erased are not there, nor those about what was written in private for who may not answer it.
    texts: BTreeMap<String, String>,
    /// The card of whoever asks: what was decided, what waits, what is theirs, which clock runs out next.
    #[schema(value_type = Object)]
    catch_up: serde_json::Value,
    /// What whoever asks can do now, by the core's own rules: names of commands, with the number of what each is about.
    #[schema(value_type = Object)]
    open: serde_json::Value,
    /// What somebody answered to its mentions outside of it.
    answered_outside: Vec<OutsideOut>,
    /// Where the words of its drafts contradict those of texts that are out.
    contradicted: Vec<ContradictedOut>,
}

/// A contradiction between the words of two texts; `pass_over` says why it stands.
#[derive(Serialize, ToSchema)]
pub struct ContradictedOut {
    /// The draft.
    draft: u32,
    /// The text that is out.
    against: u32,
    /// In what they differ: `number`, `when`, `name`, `yes_no`.
    #[schema(value_type = String)]
    differs: domain::case::Differs,
    /// Where its words begin in that text, in bytes.
    said: usize,
    /// Those words.
    said_words: String,
    /// Where they begin in the draft.
    here: usize,
    /// Those words.
    here_words: String,
    /// Whether somebody said why it stands.
    passed_over: bool,
}

impl ContradictedOut {
    fn of(draft: u32, one: engine::case::Contradicted) -> Self {
        Self {
            draft,
            against: one.against,
            differs: one.apart.differs,
            said: one.apart.said.start,
            said_words: one.said,
            here: one.apart.here.start,
            here_words: one.here,
            passed_over: one.passed_over,
        }
    }
}

/// An answer that went out outside of a case.
#[derive(Serialize, ToSchema)]
pub struct OutsideOut {
    /// To which mention.
    mention: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who wrote it.
    by: Vec<i64>,
    /// Its words; absent: they were erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl From<Outside> for OutsideOut {
    fn from(one: Outside) -> Self {
        let by = one.by.into_iter().map(|person| person.0).collect();
        Self { mention: one.mention.0, at: one.at, by, text: one.text }
    }
}

/// One page for those who decide, or for a client.
#[derive(Serialize, ToSchema)]
pub struct BriefOut {
    /// What it tells; texts by what stands for them in the log.
    #[schema(value_type = Object)]
    brief: serde_json::Value,
    /// The texts it names, by what stands for them.
    texts: BTreeMap<String, String>,
}

/// One record of the log.
#[derive(Serialize, ToSchema)]
pub struct RecordOut {
    /// Its number, from 1.
    version: u32,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who; absent: the house.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<i64>,
    /// What, by its name: `speech.approved`.
    kind: String,
    /// The event, as it is kept.
    #[schema(value_type = Object)]
    event: serde_json::Value,
    /// The hash of this record with all before it.
    hash: String,
}

/// Where a call comes from: one of three.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FromBody {
    /// A signal, by its id.
    Signal(String),
    /// A mention, by its id.
    Mention(i64),
    /// Somebody called, or came: what they said.
    Call(String),
}

/// The call for a case.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlarmBody {
    /// Makes the same call one: 1 to 64 letters, digits and `-`.
    #[schema(value_type = String)]
    key: Key,
    /// About which brand.
    brand: i64,
    /// Where it comes from.
    from: FromBody,
    /// `crisis` where it is not said; `paracrisis` or `signal` to begin a file without the team.
    #[schema(value_type = Option<String>)]
    step: Option<Step>,
    /// When it began, where somebody knows: `{"at", "zone", "precision": "exact" or "about"}`.
    #[schema(value_type = Option<Object>)]
    began: Option<Moment>,
    /// Whether people may be hurt.
    #[serde(default)]
    hurt: bool,
    /// The scenario of the plan.
    scenario: Option<String>,
    /// The language of the holding text; the plan's first where it is not said.
    language: Option<String>,
    /// A case of its own, although the brand has one open.
    #[serde(default)]
    beside: bool,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub struct ActedOut {
    /// The case.
    case: i64,
    /// The number of its last record.
    version: u32,
    /// What happened, by the events' names; nothing where it was so already.
    happened: Vec<String>,
}

impl From<Acted> for ActedOut {
    fn from(acted: Acted) -> Self {
        Self { case: acted.case.0, version: acted.version, happened: acted.happened }
    }
}

/// A case as files.
#[derive(Serialize, ToSchema)]
pub struct FolderOut {
    /// The text files, by their names: `manifest.json`, `events.jsonl`, `texts.jsonl`.
    files: BTreeMap<String, String>,
    /// The files of `captures/`, in base64, by their names.
    captures: BTreeMap<String, String>,
    /// The public half of what the house signs with: keep it, and verify with it.
    key: String,
    /// The head: kept elsewhere, it later proves that nothing before it changed.
    head: String,
}

/// Which cases are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// Those that are not over only.
    #[serde(default)]
    open: bool,
    /// Where the page begins: the `cursor` of the page before.
    cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// After which record.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// Records after this one only.
    #[serde(default)]
    after: u32,
}

impl From<CaseError> for Problem {
    fn from(error: CaseError) -> Self {
        match error {
            CaseError::Refused(refusal) => {
                let status = match refusal {
                    Refusal::Role | Refusal::Lead | Refusal::House | Refusal::Person => StatusCode::FORBIDDEN,
                    _ => StatusCode::CONFLICT,
                };
                Self::new(status, refusal.code(), format!("{refusal}; nothing was changed"))
            }
            CaseError::House(error) => error.into(),
        }
    }
}

pub(super) fn value<T: Serialize>(of: &T) -> Result<serde_json::Value, Problem> {
    serde_json::to_value(of).map_err(|error| Failure::Ours(error.to_string()).into())
}

/// The cases of an organisation, what moved last first.
#[utoipa::path(get, operation_id = "list_cases", path = "/organisations/{organisation}/cases", tag = "cases",
    params(("organisation" = i64, Path), Listed), responses((status = 200, description = "Done.", body = Page<CaseOut>)))]
pub async fn list(
    seat: Seat<Inspects>,
    State(app): State<App>,
    Asked(asked): Asked<Listed>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<CaseOut>>, Problem> {
    let limit = page::limit(asked.limit)?;
    let beyond = asked.cursor.as_deref().map(|cursor| {
        let (at, id) = page::read_moment(cursor)?;
        Ok::<_, Problem>((at, CaseId(id.parse().map_err(|_| page::wrong())?)))
    });
    let mut found = app.world.store.cases(seat.organisation, asked.open, beyond.transpose()?, limit as i64 + 1).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let cursor = found.last().filter(|_| more).map(|last| page::moment(last.moved_at, last.id.0));
    Ok(Json(Page::new(&uri, found.into_iter().map(CaseOut::from).collect(), cursor)))
}

/// The one action: opens a case of a brand with its roles, clocks, evidence and a text that can be sent, or takes the brand's open one up. The same
/// key twice is one call.
#[utoipa::path(post, operation_id = "open_case", path = "/organisations/{organisation}/cases", tag = "cases",
    request_body = AlarmBody, params(("organisation" = i64, Path)),
    responses((status = 200, description = "Done.", body = ActedOut)))]
pub async fn open(
    seat: Seat<Triages>,
    State(app): State<App>,
    Body(body): Body<AlarmBody>,
) -> Result<Json<ActedOut>, Problem> {
    let language = match &body.language {
        None => None,
        Some(code) => Some(Language::from_code(code).ok_or_else(|| Problem::bad("that language is not known"))?),
    };
    let alarm = Alarm {
        key: body.key,
        brand: BrandId(body.brand),
        step: body.step.unwrap_or(Step::Crisis),
        caller: match body.from {
            FromBody::Signal(id) => Caller::Signal(id),
            FromBody::Mention(id) => Caller::Mention(MentionId(id)),
            FromBody::Call(words) => Caller::Call(words),
        },
        began: body.began,
        hurt: body.hurt,
        scenario: body.scenario,
        language,
        beside: body.beside,
    };
    let by = (seat.person, seat.role());
    Ok(Json(engine::case::crisis(&app.waking, seat.organisation, by, &alarm).await?.into()))
}

/// A case with all that stands in it.
#[utoipa::path(get, operation_id = "get_case", path = "/organisations/{organisation}/cases/{case}", tag = "cases",
    params(("organisation" = i64, Path), ("case" = i64, Path)), responses((status = 200, description = "Done.", body = RoomOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>, At(id): At<i64>) -> Result<Json<RoomOut>, Problem> {
    let room = engine::case::room(&app.world, seat.organisation, CaseId(id)).await?;
    let seen = app.world.store.case_seen(seat.organisation, CaseId(id), seat.person).await?;
    let card = catch_up(&room.state, &room.entries, Party::Member(seat.person), seen);
    let (texts, hidden) = engine::private::texts(&app.world, &room, seat.role()).await?;
    let texts = texts.into_iter().map(|(of, text)| (of.to_string(), text)).collect();
    let around = engine::case::Around::of(&app.world, seat.organisation, room.file.brand).await?;
    let desk = around.desk(Actor::Member(seat.person), Some(seat.role()), app.world.clock.now());
    let open = value(&open_to(&room.state, &desk))?;
    let (state, catch_up) = (value(&room.state)?, value(&card)?);
    let outside = engine::case::answered_outside(&app.world, &room).await?;
    let mut answered_outside = Vec::new();
    for one in outside {
        if is_shown(&app.world, seat.organisation, one.mention, seat.role().sees()).await? {
            answered_outside.push(OutsideOut::from(one));
        }
    }
    let of = |draft: u32| {
        engine::case::contradicted(&room, draft).into_iter().map(move |one| ContradictedOut::of(draft, one))
    };
    // The words of what is not shown are not shown here either.
    let is_hidden =
        |draft: u32| room.state.drafts.get(&draft).is_some_and(|draft| hidden.contains(&draft.wording.text));
    let shown = room.state.drafts.keys().copied().filter(|draft| !is_hidden(*draft));
    let contradicted = shown.flat_map(of).filter(|one| !is_hidden(one.against)).collect();
    Ok(Json(RoomOut { case: room.file.into(), state, texts, catch_up, open, answered_outside, contradicted }))
}

/// The records of a case.
#[utoipa::path(get, operation_id = "get_case_log", path = "/organisations/{organisation}/cases/{case}/log", tag = "cases",
    params(("organisation" = i64, Path), ("case" = i64, Path), After), responses((status = 200, description = "Done.", body = Vec<RecordOut>)))]
pub async fn log(
    seat: Seat<Inspects>,
    State(app): State<App>,
    At(id): At<i64>,
    Asked(asked): Asked<After>,
) -> Result<Json<Vec<RecordOut>>, Problem> {
    let room = engine::case::room(&app.world, seat.organisation, CaseId(id)).await?;
    let Room { records, entries, .. } = room;
    let pairs = records.into_iter().zip(entries).filter(|(record, _)| record.version > asked.after);
    let out = pairs.map(|(record, entry)| {
        Ok::<_, Problem>(RecordOut {
            version: record.version,
            at: entry.at,
            by: match entry.by.party() {
                Some(Party::Member(person)) => Some(person.0),
                _ => None,
            },
            kind: record.kind,
            event: value(&entry.event)?,
            hash: record.hash.to_string(),
        })
    });
    Ok(Json(out.collect::<Result<_, _>>()?))
}

/// Who asks that, where it may be asked at all: nothing is published by a way that anybody can read on.
pub(super) fn asks(app: &App, by: (PersonId, Role), asked: &Ask) -> Result<(PersonId, Role), Problem> {
    if app.site.plain_http && asked.publishes() { Err(Failure::PlainHttp.into()) } else { Ok(by) }
}

/// Asks something of a case: one command, named as in the handbook, such as `{"note": {"key": "n1", "text": "…"}}`. The same command twice is one. A
/// refusal is a conflict (or forbidden) whose `code` says why; nothing is changed then.
#[utoipa::path(post, operation_id = "ask_case", path = "/organisations/{organisation}/cases/{case}/commands", tag = "cases",
    request_body = serde_json::Value, params(("organisation" = i64, Path), ("case" = i64, Path)),
    responses((status = 200, description = "Done.", body = ActedOut)))]
pub async fn ask(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<Ask>,
) -> Result<Json<ActedOut>, Problem> {
    let by = asks(&app, (seat.person, seat.role()), &asked)?;
    Ok(Json(engine::case::ask(&app.waking, seat.organisation, CaseId(id), by, asked).await?.into()))
}

/// One page for those who decide. Who may only read, such as a client, gets what is meant for them.
#[utoipa::path(get, operation_id = "get_case_brief", path = "/organisations/{organisation}/cases/{case}/brief", tag = "cases",
    params(("organisation" = i64, Path), ("case" = i64, Path)), responses((status = 200, description = "Done.", body = BriefOut)))]
pub async fn get_brief(seat: Seat<Reads>, State(app): State<App>, At(id): At<i64>) -> Result<Json<BriefOut>, Problem> {
    let room = engine::case::room(&app.world, seat.organisation, CaseId(id)).await?;
    let told = match seat.may(Right::Inspect) {
        true => value(&brief(&room.state, &room.entries, false))?,
        false => value(&client_view(&room.state))?,
    };
    let written = told.to_string();
    let texts = room.texts.into_iter().map(|(of, text)| (of.to_string(), text));
    // Only what the brief itself names.
    let texts = texts.filter(|(of, _)| written.contains(of)).collect();
    Ok(Json(BriefOut { brief: told, texts }))
}

/// The case as the files of a folder, for `vigie case verify`: for who works on it, and for who audits, to whom what was written in private is missing.
#[utoipa::path(get, operation_id = "export_case", path = "/organisations/{organisation}/cases/{case}/export", tag = "cases",
    params(("organisation" = i64, Path), ("case" = i64, Path)), responses((status = 200, description = "Done.", body = FolderOut)))]
pub async fn export(seat: Seat<Inspects>, State(app): State<App>, At(id): At<i64>) -> Result<Json<FolderOut>, Problem> {
    if !seat.role().may_export() {
        return Err(Failure::Forbidden.into());
    }
    let exported = engine::case::export(&app.waking, seat.organisation, CaseId(id), seat.role()).await?;
    let folder = exported.folder;
    let text = |bytes| String::from_utf8(bytes).map_err(|error| Failure::Ours(error.to_string()));
    let mut files = BTreeMap::from([
        ("manifest.json".to_owned(), text(folder.manifest)?),
        ("events.jsonl".to_owned(), text(folder.events)?),
        ("texts.jsonl".to_owned(), text(folder.texts)?),
    ]);
    for (name, bytes) in folder.beside {
        files.insert(name, text(bytes)?);
    }
    let captures = exported.captures.into_iter().map(|(name, bytes)| (name, STANDARD.encode(bytes))).collect();
    let key = engine::case::house_key(&app.waking.secret).to_string();
    Ok(Json(FolderOut { files, captures, key, head: exported.head.to_string() }))
}
