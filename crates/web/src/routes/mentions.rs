//! The list to triage.

use super::bridge::{MOST_COUNTED, failed};
use super::desk::{Desk, onward, page};
use super::show::post_view;
use crate::error::Failure;
use crate::pages::mentions::{Filter, MentionsPage, QueryProblem};
use crate::pages::{Figure, Room};
use axum::extract::{Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId, SourceId};
use domain::organisation::Right;
use engine::bus::Change;
use engine::search::{Found, count, search};
use jiff::Timestamp;
use serde::Deserialize;
use store::MentionFilter;
use text::{Language, Polarity};

/// Mentions on a page.
const PAGE: usize = 50;

/// What the address says; empty is any.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    brand: String,
    source: String,
    lang: String,
    polarity: String,
    handled: String,
    seen: Option<i64>,
    before: Option<String>,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            query: self.q.trim().to_owned(),
            brand: self.brand.parse().ok(),
            source: self.source.parse().ok(),
            language: if self.lang.is_empty() { None } else { Language::from_code(&self.lang) },
            polarity: Polarity::ALL.into_iter().find(|p| p.code() == self.polarity),
            handled: match self.handled.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        }
    }

    /// The place a page begins after: `TIME-ID`, the time in microseconds.
    fn before(&self) -> Option<(Timestamp, MentionId)> {
        let (at, id) = self.before.as_deref()?.split_once('-')?;
        Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, MentionId(id.parse().ok()?)))
    }

    /// The address of the page that begins after a mention; the address is the state.
    fn older(&self, (at, id): (Timestamp, MentionId)) -> String {
        let mut address = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("q", &self.q),
            ("brand", &self.brand),
            ("source", &self.source),
            ("lang", &self.lang),
            ("polarity", &self.polarity),
            ("handled", &self.handled),
        ] {
            if !value.is_empty() {
                address.append_pair(name, value);
            }
        }
        address.append_pair("before", &format!("{}-{id}", at.as_microsecond()));
        format!("/mentions?{}", address.finish())
    }
}

/// The list.
pub async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let filter = asked.filter();
    let organisation = desk.about(filter.brand).await?;
    let store = &desk.app.world.store;
    let narrowed = MentionFilter {
        brand: filter.brand.map(BrandId),
        source: filter.source.map(SourceId),
        lang: filter.language,
        polarity: filter.polarity,
        handled: filter.handled,
        ..MentionFilter::default()
    };
    let (found, problem) = find(&desk, organisation, &narrowed, &filter.query, &asked).await?;
    let newest = found.mentions.iter().map(|view| view.mention.id.0).max().unwrap_or(0);
    let fresh = match asked.seen {
        Some(seen) => found.mentions.iter().filter(|view| view.mention.id.0 > seen).count() as i64,
        None => 0,
    };
    let people = desk.people(organisation).await?;
    let may_triage = desk.may(organisation, Right::Triage);
    let brands = brands(&desk).await?;
    let name = |id: BrandId| brands.iter().find(|(brand, _)| *brand == id.0).map_or("", |(_, name)| name.as_str());
    let posts = found.mentions.iter().map(|view| post_view(view, name(view.mention.brand), &people)).collect();
    let shown = MentionsPage {
        shell: desk.shell(Room::Mentions).await?,
        total: total(&desk, organisation, &narrowed, &filter.query, &found, &asked).await?,
        sources: store.sources(organisation).await?.into_iter().map(|s| (s.id.0, s.name)).collect(),
        search_lag: store.index_lag().await?.behind,
        complaints: match store.channels(organisation).await?.is_empty() {
            _ if !may_triage => None,
            true => None,
            false => Some(store.complaint_counts(organisation).await?.open),
        },
        seen: asked.seen.unwrap_or(newest),
        older: found.next.map(|next| asked.older(next)),
        words: desk.words,
        filter,
        brands,
        // Who only reads gives nothing to anybody, and a client is not told who is in the team.
        people: if may_triage { people } else { Vec::new() },
        may_triage,
        posts,
        fresh,
        problem,
    };
    page(&shown)
}

async fn find(
    desk: &Desk,
    organisation: OrganisationId,
    narrowed: &MentionFilter,
    text: &str,
    asked: &Asked,
) -> Result<(Found, Option<QueryProblem>), Failure> {
    let world = &desk.app.world;
    if text.is_empty() {
        return Ok((
            search(world, (organisation, desk.sees(organisation)), narrowed, None, asked.before(), PAGE)
                .await
                .map_err(failed)?,
            None,
        ));
    }
    match query::parse(text) {
        Ok(query) => {
            let found =
                search(world, (organisation, desk.sees(organisation)), narrowed, Some(&query), asked.before(), PAGE)
                    .await
                    .map_err(failed)?;
            Ok((found, None))
        }
        Err(wrong) => Ok((Found::default(), Some(problem(text, &wrong)))),
    }
}

/// What is wrong with a query, and under which characters.
pub fn problem(text: &str, wrong: &query::Diagnostic) -> QueryProblem {
    let span = wrong.span();
    let chars = |part: Option<&str>| part.map_or(0, |part| part.chars().count());
    QueryProblem {
        query: text.to_owned(),
        column: chars(text.get(..span.start)),
        width: chars(text.get(span.clone())).max(1),
        message: wrong.message(),
        suggestion: wrong.suggestion().map(str::to_owned),
    }
}

/// How many there are: those of the page where it holds them all, else counted as far as is worth it.
async fn total(
    desk: &Desk,
    organisation: OrganisationId,
    narrowed: &MentionFilter,
    text: &str,
    found: &Found,
    asked: &Asked,
) -> Result<Figure, Failure> {
    if found.next.is_none() && asked.before.is_none() {
        return Ok(Figure::Counted(found.mentions.len() as i64));
    }
    let query = if text.is_empty() { None } else { query::parse(text).ok() };
    let tally = count(&desk.app.world, (organisation, desk.sees(organisation)), narrowed, query.as_ref(), MOST_COUNTED)
        .await
        .map_err(failed)?;
    Ok(tally.into())
}

/// The brands of everybody the reader belongs to.
pub async fn brands(desk: &Desk) -> Result<Vec<(i64, String)>, Failure> {
    let mut all = Vec::new();
    for organisation in desk.organisations(Right::Read) {
        all.extend(desk.app.world.store.brands(organisation.id).await?.into_iter().map(|b| (b.id.0, b.name)));
    }
    Ok(all)
}

/// Done, open again, or somebody's: for the mentions picked.
pub async fn triage(desk: Desk, RawForm(form): RawForm) -> Result<Response, Failure> {
    let (mut picked, mut action, mut person, mut next) = (Vec::new(), String::new(), None, String::new());
    for (name, value) in url::form_urlencoded::parse(&form) {
        match name.as_ref() {
            "mention" => picked.extend(value.parse().ok().map(MentionId)),
            "action" => action = value.into_owned(),
            "person" => person = value.parse().ok().map(PersonId),
            "next" => next = value.into_owned(),
            _ => {}
        }
    }
    let store = &desk.app.world.store;
    for organisation in desk.organisations(Right::Read) {
        let theirs = store.own_mentions(organisation.id, &picked).await?;
        if theirs.is_empty() {
            continue;
        }
        desk.principal.organisation(organisation.id, Right::Triage)?;
        match action.as_str() {
            "done" => {
                store.set_handled(organisation.id, &theirs, Some(desk.principal.person.id), desk.now()).await?;
            }
            "open" => {
                store.set_handled(organisation.id, &theirs, None, desk.now()).await?;
            }
            "assign" => store.assign(organisation.id, &theirs, person, desk.now()).await?,
            other => return Err(Failure::Bad(format!("`{other}` is not done, open or assign"))),
        }
        desk.app.world.bus.tell(organisation.id, Change::Mentions);
    }
    Ok(Redirect::to(onward(&next)).into_response())
}
