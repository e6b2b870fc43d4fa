//! The link of a message. Asking for it tells nothing and changes nothing, whoever asks: mail scanners, link previews, robots. A tap sends the
//! form, and the form acknowledges; the link is the authority, no login is needed.

use super::bridge::failed;
use super::desk::{locale, page, theme};
use crate::error::Failure;
use crate::health::is_local;
use crate::listen::Peer;
use crate::pages::Shell;
use crate::pages::wake::{Came, WakePage};
use crate::state::App;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use connect::outbound::link::Reach;
use domain::id::PersonId;
use domain::organisation::Person;
use domain::waking::{StoryId, Subject};
use engine::waking::{Link, Taken};
use serde::Deserialize;
use url::Url;
use words::{Locale, Words};

/// What the address says beside the link.
#[derive(Deserialize)]
pub struct Asked {
    /// The language of the message that it stood in.
    #[serde(default)]
    lang: String,
}

impl Asked {
    fn locale(&self, headers: &HeaderMap) -> Locale {
        Locale::from_code(&self.lang).unwrap_or_else(|| locale(headers))
    }
}

/// The button. It looks at nothing: a right link, a wrong one and an old one are answered alike.
pub async fn show(State(app): State<App>, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let words = Words::new(asked.locale(&headers), "UTC", app.world.clock.now());
    shown(&app, &headers, words, None)
}

/// The tap.
pub async fn tap(
    State(app): State<App>,
    headers: HeaderMap,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
    peer: Option<Extension<ConnectInfo<Peer>>>,
    sent: Bytes,
) -> Result<Response, Failure> {
    let now = app.world.clock.now();
    // A wrong link costs a hash and nothing else, so that guesses need no counting.
    let Some(link) = Link::read(&token, &app.waking.secret) else {
        return shown(&app, &headers, Words::new(asked.locale(&headers), "UTC", now), Some(Came::Nothing));
    };
    let mut came = came(&app, &link, is_from_here(&app, &headers, peer)).await?;
    // The second tap, of whoever acknowledged it: it is theirs.
    if sent == "do=mine"
        && let Came::First { signal } | Came::Known { signal, .. } = &came
    {
        let story = Subject::Story(StoryId(link.story.clone()));
        let posts = app.waking.take(&story, link.person).await.map_err(failed)?;
        came = Came::Mine { posts: i64::try_from(posts).unwrap_or(i64::MAX), signal: signal.clone() };
    }
    let words = match app.world.store.person(link.person).await {
        Ok(Person { locale, zone, .. }) => Words::new(Locale::from_code(&locale).unwrap_or(Locale::En), &zone, now),
        Err(store::Error::NotFound) => Words::new(asked.locale(&headers), "UTC", now),
        Err(error) => return Err(error.into()),
    };
    shown(&app, &headers, words, Some(came))
}

/// Whether a tap comes from the machine that Vigie runs on, although phones reach it elsewhere: that shows nothing of any phone.
fn is_from_here(app: &App, headers: &HeaderMap, peer: Option<Extension<ConnectInfo<Peer>>>) -> bool {
    let elsewhere = Url::parse(&app.waking.origin).is_ok_and(|origin| Reach::of(&origin) != Reach::ThisMachine);
    elsewhere && is_local(headers, peer.as_deref())
}

async fn came(app: &App, link: &Link, from_here: bool) -> Result<Came, Failure> {
    let store = &app.world.store;
    if from_here && link.story == Link::TEST {
        return Ok(Came::Here);
    }
    // A tap shows that the target works, whatever the message was about.
    match store.target_tapped(link.person, link.target, app.world.clock.now()).await {
        Ok(()) => app.waking.tell_pages(link.person).await.map_err(failed)?,
        Err(store::Error::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    if link.story == Link::TEST {
        return match store.target(link.person, link.target).await {
            Ok(target) => Ok(Came::Works { target: target.name }),
            Err(store::Error::NotFound) => Ok(Came::Nothing),
            Err(error) => Err(error.into()),
        };
    }
    let subject = Subject::Story(StoryId(link.story.clone()));
    let taken = app.waking.acknowledge(&subject, link.person, Some(link.step)).await.map_err(failed)?;
    let signals = app.waking.signals_of(&subject, link.person).await.map_err(failed)?;
    let signal = signals.first().map(|(_, signal)| format!("/signals/{signal}"));
    Ok(match taken {
        Taken::First => Came::First { signal },
        Taken::Known(answer) => Came::Known { who: name(app, answer.by).await?, at: answer.at, signal },
        Taken::Nothing => Came::Nothing,
        Taken::MayNot(people) => {
            let mut names = Vec::new();
            for person in people {
                names.push(name(app, person).await?);
            }
            Came::MayNot { who: names.join(", "), signal }
        }
    })
}

async fn name(app: &App, person: PersonId) -> Result<String, Failure> {
    match app.world.store.person(person).await {
        Ok(person) => Ok(person.name),
        Err(store::Error::NotFound) => Ok("?".to_owned()),
        Err(error) => Err(error.into()),
    }
}

fn shown(app: &App, headers: &HeaderMap, words: Words, came: Option<Came>) -> Result<Response, Failure> {
    let world = app.site.world();
    let shell = Shell { theme: theme(headers), world, plain_http: app.site.plain_http, ..Shell::outside("/wake") };
    let mut answer = page(&WakePage { words, shell, came })?;
    answer.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow, noarchive"));
    Ok(answer)
}
