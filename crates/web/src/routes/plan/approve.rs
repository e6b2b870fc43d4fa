//! Replies approved beforehand: read in full, ticked, by whom and until when.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::form::said;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::plan::approve::{Apart, ApprovePage, Lapsed, Unapproved, Waiting};
use axum::extract::{Path, RawForm};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::{Organisation, Right};
use domain::plan::{Code, Finding, Item, Person, Plan, Reply};
use engine::plan::{self as plans, Kept};
use jiff::civil::Date;
use jiff::{ToSpan, tz::TimeZone};
use std::collections::BTreeMap;
use words::Words;
use words::plan::choice;

/// What the compiler finds where a reply is not approved as it would be sent, or not for long any more.
const OPEN: [Code; 5] =
    [Code::NotApproved, Code::ExpiredApproval, Code::ExpiresSoon, Code::ApprovedOtherText, Code::UnboundApproval];

/// Whether somebody of the plan is the reader: they have the address of the login.
fn is_reader(desk: &Desk, one: &Item<Person>) -> bool {
    one.body.email.as_ref().is_some_and(|email| email.trim().eq_ignore_ascii_case(&desk.principal.person.email))
}

/// Whether the reader may approve: whom the rules of the plan name, and whoever may change it.
pub fn may(desk: &Desk, organisation: OrganisationId, plan: &Plan) -> bool {
    desk.principal.organisation(organisation, Right::Configure).is_ok()
        || plan.people.iter().any(|one| is_reader(desk, one) && plan.asks(&one.id))
}

/// The plan, for those who may approve.
async fn asked(desk: &Desk, id: i64) -> Result<(Organisation, Kept), Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Read)?.clone();
    match plans::of(&desk.app.world, organisation.id).await.map_err(failed)? {
        Some(kept) if may(desk, organisation.id, &kept.plan) => Ok((organisation, kept)),
        None if desk.principal.organisation(organisation.id, Right::Configure).is_ok() => Err(Failure::NotFound),
        _ => Err(Failure::Forbidden),
    }
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    shown(desk, id, None).await
}

/// What somebody sent that approved nothing, and why it did not.
struct Tried {
    problem: Unapproved,
    by: String,
    until: String,
    ticked: Vec<String>,
}

async fn shown(desk: Desk, id: i64, tried: Option<Tried>) -> Result<Response, Failure> {
    let (organisation, kept) = asked(&desk, id).await?;
    if kept.findings.iter().any(|found| matches!(found.code, Code::Unreadable | Code::TooLong)) {
        return Ok(Redirect::to(&format!("/plan/{}", organisation.id)).into_response());
    }
    let was = plans::approved_words(&desk.app.world, organisation.id, &kept).await.map_err(failed)?;
    let others = desk.principal.role(organisation.id)?.records_for_others();
    let is_chosen = |one: &Item<Person>| match &tried {
        Some(tried) => one.id == tried.by,
        None => is_reader(&desk, one),
    };
    let may_be = |one: &&Item<Person>| is_reader(&desk, one) || (others && kept.plan.asks(&one.id));
    let people = kept.plan.people.iter().filter(may_be);
    let people = people.map(|one| (one.id.clone(), one.body.name.clone(), is_chosen(one))).collect();
    let today = today(&desk, &kept.plan);
    let mut replies: Vec<Waiting> =
        waiting(&kept).map(|reply| told(&desk.words, (&kept.plan, today), reply, &was)).collect();
    if let Some(tried) = &tried {
        replies.iter_mut().for_each(|reply| reply.ticked = tried.ticked.contains(&reply.read));
    }
    // What counted and does not any more comes first.
    replies.sort_by_key(|reply| match reply.lapsed {
        Some(Lapsed::Changed(_)) => 0,
        Some(Lapsed::Expired) => 1,
        None => 2,
    });
    let half_a_year = || today.saturating_add(6.months()).to_string();
    let refused = tried.is_some();
    let page = page(&ApprovePage {
        organisation: (organisation.id.0, organisation.name),
        version: kept.version.version,
        replies,
        people,
        until: (today.to_string(), tried.as_ref().map_or_else(half_a_year, |tried| tried.until.clone())),
        problem: tried.map(|tried| tried.problem),
        shell: desk.shell(Room::Plan).await?,
        words: desk.words,
    })?;
    Ok(if refused { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() } else { page })
}

fn today(desk: &Desk, plan: &Plan) -> Date {
    desk.now().to_zoned(plan.zone.clone().unwrap_or(TimeZone::UTC)).date()
}

/// Approves what was ticked.
pub async fn save(desk: Desk, Path(id): Path<i64>, RawForm(raw): RawForm) -> Result<Response, Failure> {
    let (organisation, kept) = asked(&desk, id).await?;
    let organisation = organisation.id;
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(&raw).into_owned().collect();
    let one = |name: &str| pairs.iter().find(|(of, _)| of == name).map_or("", |(_, typed)| typed.as_str());
    let until: Date =
        one("until").parse().map_err(|_| Failure::Bad("the day cannot be read; nothing was changed".into()))?;
    let by = one("by");
    let Some(who) = kept.plan.person(by) else {
        return Err(Failure::Bad("nobody of that name is in the plan; nothing was changed".to_owned()));
    };
    let own = is_reader(&desk, who);
    if !own && !desk.principal.role(organisation)?.records_for_others() {
        return Err(Failure::Forbidden);
    }
    let ticked: Vec<&str> = pairs.iter().filter(|(name, _)| name == "reply").map(|(_, read)| read.as_str()).collect();
    // The stamp is of the words that were read, blanks filled in.
    let is_as_read = |read: &str| kept.plan.replies.iter().any(|reply| self::read(&kept.plan, reply) == read);
    let problem = if ticked.is_empty() {
        Some(Unapproved::Nothing)
    } else if until < today(&desk, &kept.plan) {
        Some(Unapproved::Past)
    } else {
        ticked.iter().any(|read| !is_as_read(read)).then_some(Unapproved::Meanwhile)
    };
    if let Some(problem) = problem {
        let ticked = ticked.into_iter().map(str::to_owned).collect();
        let tried = Tried { problem, by: by.to_owned(), until: until.to_string(), ticked };
        return shown(desk, organisation.0, Some(tried)).await;
    }
    let until = until.to_string();
    let approved = |(id, stamp): (&str, &str)| {
        [("approved_by", by), ("expires", &until), ("approved_text", stamp)]
            .map(|(field, to)| said("reply", id, field, to.to_owned()))
    };
    let changes: Vec<_> = ticked.iter().filter_map(|read| read.rsplit_once(':')).flat_map(approved).collect();
    let version = one("version").parse().unwrap_or(0);
    let person = Some(desk.principal.person.id);
    let why = match own {
        true => desk.words.say("plan-approve"),
        false => {
            let names = [("by", desk.principal.person.name.as_str().into()), ("for", who.body.name.as_str().into())];
            desk.words.tell("plan-approve-recorded", &names)
        }
    };
    match plans::edit(&desk.app.world, organisation, person, version, &changes, &why).await.map_err(failed)? {
        plans::Written::Kept(_) => Ok(Redirect::to(&format!("/plan/{organisation}?said=saved")).into_response()),
        // Somebody approved, or took out, one of these meanwhile: read again.
        plans::Written::Meanwhile { .. } => Ok(Redirect::to(&format!("/plan/{organisation}/approve")).into_response()),
    }
}

/// Which words of a reply were read.
fn read(plan: &Plan, reply: &Item<Reply>) -> String {
    format!("{}:{}", reply.id, plan.stamp_of(&reply.body))
}

/// Replies that nobody has approved, or not for long any more, or not as they would be sent.
pub fn waiting(kept: &Kept) -> impl Iterator<Item = &Item<Reply>> {
    let about = |reply: &Item<Reply>| {
        let of = |found: &Finding| OPEN.contains(&found.code) && found.name("name") == reply.id;
        kept.findings.iter().any(of)
    };
    kept.plan.replies.iter().filter(move |reply| about(reply))
}

fn told(words: &Words, (plan, today): (&Plan, Date), reply: &Item<Reply>, was: &BTreeMap<String, String>) -> Waiting {
    let scenario = reply.body.scenario.as_ref().and_then(|of| plan.scenario(&of.value));
    let mut about = vec![scenario.map_or_else(|| reply.id.clone(), |of| of.body.title.clone())];
    about.push(choice(words, "phase", reply.body.phase.code()));
    about.extend(reply.body.language.as_ref().map(|said| choice(words, "language", said.value.code())));
    let text = plan.filled(&reply.body.text.value);
    let expired = reply.body.approved_by.is_some() && reply.body.expires.as_ref().is_some_and(|on| on.value < today);
    let lapsed = match plan.is_other_than_approved(&reply.body) {
        true => Some(Lapsed::Changed(was.get(&reply.id).map(|was| Apart::of(was, &text)))),
        false => expired.then_some(Lapsed::Expired),
    };
    Waiting { read: read(plan, reply), ticked: false, about: about.join(" · "), text, lapsed }
}
