//! The case room: the night board with the one action, the room, and what its forms ask.

mod act;
mod earlier;
mod lesson;
mod lines;
mod mentions;
mod night;
mod print;
mod repair;
mod review;
mod show;
mod texts;
mod verbs;
mod view;
mod wash;

pub use act::act;
pub use earlier::earlier;
pub use lesson::{draw, lesson};
pub use night::night;
pub use print::{brief, export, sheet};
pub use repair::{act as act_repair, repair};
pub use review::review;
pub use show::show;
pub use wash::{answer as answer_wash, wash};

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::case::{Caller, CaseRow, CasesPage};
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::event::Step;
use domain::case::{Key, client_view};
use domain::id::{BrandId, CaseId, MentionId, OrganisationId};
use domain::organisation::{Right, Role};
use engine::case::{self, Alarm, CaseError};
use serde::Deserialize;
use store::CaseFile;

/// Cases of an organisation on the board.
const MOST: i64 = 50;
/// Most characters of a mention that is shown where a case is called for it.
const SHOWN: usize = 300;

/// What the board is opened for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    signal: String,
    #[serde(default)]
    mention: Option<i64>,
}

/// A key that nobody else's form has.
pub(super) fn fresh_key() -> Result<String, Failure> {
    let (_, random) = crate::auth::secret::fresh("").map_err(|error| Failure::Ours(error.to_string()))?;
    Ok(blake3::Hash::from_bytes(random).to_hex()[..32].to_owned())
}

/// A case of one of the reader's organisations, where they may do that; and what they are there.
pub(super) async fn find(desk: &Desk, id: i64, right: Right) -> Result<(CaseFile, Role), Failure> {
    for (organisation, role) in &desk.principal.memberships {
        match desk.app.world.store.case(organisation.id, CaseId(id)).await {
            Ok(file) if file.version > 0 && file.mention.is_none() => {
                desk.principal.organisation(organisation.id, right)?;
                return Ok((file, *role));
            }
            Ok(_) | Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}

/// The night board.
pub async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    desk.first(Right::Read)?;
    let caller = called(&desk, &asked).await?;
    Ok(board(desk, caller, String::new(), None).await?.into_response())
}

async fn called(desk: &Desk, asked: &Asked) -> Result<Option<Caller>, Failure> {
    if let Some(id) = asked.mention {
        for organisation in desk.organisations(Right::Triage) {
            if let Ok(found) = desk.app.world.store.mention(organisation.id, MentionId(id)).await {
                let said = found.view.post.post.text.chars().take(SHOWN).collect();
                let brand = (organisation.id.0, found.view.mention.brand.0);
                return Ok(Some(Caller { kind: "mention", id: id.to_string(), said, brand }));
            }
        }
        return Err(Failure::NotFound);
    }
    if asked.signal.is_empty() {
        return Ok(None);
    }
    for organisation in desk.organisations(Right::Inspect) {
        if let Ok(found) = desk.app.world.store.signal(organisation.id, &asked.signal).await {
            let said = desk.words.name("case-of-signal", &asked.signal);
            let brand = (organisation.id.0, found.brand.0);
            return Ok(Some(Caller { kind: "signal", id: asked.signal.clone(), said, brand }));
        }
    }
    Err(Failure::NotFound)
}

async fn board(
    desk: Desk,
    caller: Option<Caller>,
    typed: String,
    problem: Option<String>,
) -> Result<Response, Failure> {
    let store = &desk.app.world.store;
    let (mut open, mut over, mut brands) = (Vec::new(), Vec::new(), Vec::new());
    let several = desk.principal.memberships.len() > 1;
    for (organisation, role) in &desk.principal.memberships {
        let own = store.brands(organisation.id).await?;
        let called = |brand: BrandId| {
            let name = own.iter().find(|own| own.id == brand).map_or("?", |own| own.name.as_str());
            if several { format!("{} · {name}", organisation.name) } else { name.to_owned() }
        };
        for file in store.cases(organisation.id, false, None, MOST).await? {
            let is_over = matches!(file.step, Step::Closed | Step::Dismissed);
            let row = row(&desk, &file, *role, called(file.brand)).await?;
            if is_over { over.push(row) } else { open.push(row) }
        }
        if role.may(Right::Triage) {
            let ours = own.iter().filter(|brand| brand.role == domain::brand::BrandRole::Own);
            brands.extend(ours.map(|brand| (organisation.id.0, brand.id.0, called(brand.id))));
        }
    }
    open.sort_by_key(|row: &CaseRow| (!row.is_crisis, std::cmp::Reverse(row.moved_at)));
    over.truncate(10);
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = "/cases".to_owned();
    let status = if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let reviews = desk.organisations(Right::Inspect).next().is_some();
    let shown = CasesPage {
        shell,
        reviews,
        open,
        over,
        brands,
        from: caller,
        key: fresh_key()?,
        typed,
        problem,
        words: desk.words,
    };
    Ok((status, page(&shown)?).into_response())
}

/// A case on the board, with the clock that runs out next; to a client, where it stands and since when.
async fn row(desk: &Desk, file: &CaseFile, role: Role, about: String) -> Result<CaseRow, Failure> {
    let case = case::folded(&desk.app.world, file).await.map_err(failed)?;
    if !role.may(Right::Inspect) {
        let told = client_view(&case.state);
        return Ok(CaseRow {
            id: file.id.0,
            about,
            step: words::case::step(&desk.words, told.step),
            is_crisis: told.step == Step::Crisis,
            lead: None,
            moved_at: told.since,
            clock: None,
            zone: case.state.zone(),
            for_client: true,
        });
    }
    let clock = case.state.next_clock().map(|(_, clock)| {
        let due = clock.terms.due;
        (words::case::clock(&desk.words, &clock.of), due, due <= desk.now())
    });
    let people = desk.people(file.organisation).await?;
    let lead = file.lead.and_then(|lead| people.into_iter().find(|(id, _)| *id == lead.0)).map(|(_, name)| name);
    Ok(CaseRow {
        id: file.id.0,
        about,
        step: words::case::step(&desk.words, file.step),
        is_crisis: file.step == Step::Crisis,
        lead,
        moved_at: file.moved_at,
        clock: clock.filter(|_| case.state.is_live()),
        zone: case.state.zone(),
        for_client: false,
    })
}

/// The call for a case.
#[derive(Debug, Deserialize)]
pub struct Call {
    key: String,
    brand: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    of: String,
    #[serde(default)]
    said: String,
    #[serde(default)]
    hurt: String,
}

/// Opens a case, or takes the brand's open one up, and goes there.
pub async fn open(desk: Desk, Form(call): Form<Call>) -> Result<Response, Failure> {
    let named = call.brand.split_once('-').and_then(|(of, brand)| Some((of.parse().ok()?, brand.parse().ok()?)));
    let (organisation, brand): (i64, i64) = named.ok_or(Failure::NotFound)?;
    let organisation = desk.principal.organisation(OrganisationId(organisation), Right::Triage)?.id;
    let role = desk.principal.role(organisation)?;
    let key = Key::new(&call.key).ok_or_else(|| Failure::Bad("the form is damaged; load the page again".to_owned()))?;
    let said = call.said.clone();
    let signal = (call.kind == "signal").then(|| call.of.clone());
    let mention = call.of.parse().ok().filter(|_| call.kind == "mention");
    let caller = match call.kind.as_str() {
        "signal" => case::Caller::Signal(call.of),
        "mention" => case::Caller::Mention(MentionId(call.of.parse().map_err(|_| Failure::NotFound)?)),
        _ if call.said.trim().is_empty() => case::Caller::Call(desk.words.say("case-called-without-words")),
        _ => case::Caller::Call(call.said.chars().take(5_000).collect()),
    };
    let alarm = Alarm {
        key,
        brand: BrandId(brand),
        step: Step::Crisis,
        caller,
        began: None,
        hurt: call.hurt == "yes",
        scenario: None,
        language: None,
        beside: false,
    };
    let by = (desk.principal.person.id, role);
    match case::crisis(&desk.app.waking, organisation, by, &alarm).await {
        Ok(acted) => Ok(Redirect::to(&format!("/cases/{}", acted.case)).into_response()),
        Err(CaseError::Refused(refusal)) => {
            let why = words::case::refusal(&desk.words, &refusal);
            let asked = Asked { signal: signal.unwrap_or_default(), mention };
            let caller = called(&desk, &asked).await?;
            board(desk, caller, said, Some(why)).await
        }
        Err(CaseError::House(error)) => Err(failed(error)),
    }
}
