//! Replies approved beforehand: read in full, ticked, by whom and until when.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::form::said;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::plan::approve::{ApprovePage, Waiting};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::{Organisation, Right};
use domain::plan::{Code, Finding, Item, Person, Plan, Reply};
use engine::plan::{self as plans, Kept};
use jiff::civil::Date;
use jiff::{ToSpan, tz::TimeZone};
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
    let (organisation, kept) = asked(&desk, id).await?;
    if kept.findings.iter().any(|found| matches!(found.code, Code::Unreadable | Code::TooLong)) {
        return Ok(Redirect::to(&format!("/plan/{}", organisation.id)).into_response());
    }
    let others = desk.principal.role(organisation.id)?.records_for_others();
    let people = kept.plan.people.iter().map(|one| (one, is_reader(&desk, one)));
    let people = people.filter(|(one, is_reader)| *is_reader || (others && kept.plan.asks(&one.id)));
    let people = people.map(|(one, is_reader)| (one.id.clone(), one.body.name.clone(), is_reader)).collect();
    let today = desk.now().to_zoned(kept.plan.zone.clone().unwrap_or(TimeZone::UTC)).date();
    page(&ApprovePage {
        organisation: (organisation.id.0, organisation.name),
        version: kept.version.version,
        replies: waiting(&kept).map(|reply| told(&desk.words, &kept.plan, reply)).collect(),
        people,
        until: today.saturating_add(6.months()).to_string(),
        shell: desk.shell(Room::Plan).await?,
        words: desk.words,
    })
}

/// Approves what was ticked.
pub async fn save(desk: Desk, Path(id): Path<i64>, RawForm(raw): RawForm) -> Result<Response, Failure> {
    let (organisation, kept) = asked(&desk, id).await?;
    let organisation = organisation.id;
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(&raw).into_owned().collect();
    let one = |name: &str| pairs.iter().find(|(of, _)| of == name).map_or("", |(_, typed)| typed.as_str());
    let until: Date =
        one("until").parse().map_err(|_| Failure::Bad("the day cannot be read; nothing was changed".into()))?;
    let (by, until) = (one("by"), until.to_string());
    let Some(who) = kept.plan.person(by) else {
        return Err(Failure::Bad("nobody of that name is in the plan; nothing was changed".to_owned()));
    };
    let own = is_reader(&desk, who);
    if !own && !desk.principal.role(organisation)?.records_for_others() {
        return Err(Failure::Forbidden);
    }
    // The stamp is of the words that were read, blanks filled in: where they have been changed since, the plan's check says so.
    let ticked = pairs.iter().filter(|(name, _)| name == "reply").filter_map(|(_, read)| read.rsplit_once(':'));
    let known = ticked.filter(|(id, _)| kept.plan.replies.iter().any(|reply| reply.id == *id));
    let approved = |(id, stamp): (&str, &str)| {
        [("approved_by", by), ("expires", &until), ("approved_text", stamp)]
            .map(|(field, to)| said("reply", id, field, to.to_owned()))
    };
    let changes: Vec<_> = known.flat_map(approved).collect();
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

/// Replies that nobody has approved, or not for long any more, or not as they would be sent.
pub fn waiting(kept: &Kept) -> impl Iterator<Item = &Item<Reply>> {
    let about = |reply: &Item<Reply>| {
        let of = |found: &Finding| OPEN.contains(&found.code) && found.name("name") == reply.id;
        kept.findings.iter().any(of)
    };
    kept.plan.replies.iter().filter(move |reply| about(reply))
}

fn told(words: &Words, plan: &Plan, reply: &Item<Reply>) -> Waiting {
    let scenario = reply.body.scenario.as_ref().and_then(|of| plan.scenario(&of.value));
    let mut about = vec![scenario.map_or_else(|| reply.id.clone(), |of| of.body.title.clone())];
    about.push(choice(words, "phase", reply.body.phase.code()));
    about.extend(reply.body.language.as_ref().map(|said| choice(words, "language", said.value.code())));
    let read = format!("{}:{}", reply.id, plan.stamp_of(&reply.body));
    Waiting { read, about: about.join(" · "), text: plan.filled(&reply.body.text.value) }
}
