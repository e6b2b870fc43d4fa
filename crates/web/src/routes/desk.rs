//! What a page needs beside its own data: who reads, in which language and zone, and what surrounds it.

use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::pages::shell::{Reader, Theme};
use crate::pages::{DeafSource, Room, Shell};
use crate::state::App;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Response};
use domain::brand::Brand;
use domain::id::{BrandId, OrganisationId};
use domain::mention::Sees;
use domain::organisation::{Organisation, Right, Role};
use domain::setup::Size;
use jiff::Timestamp;
use words::{Locale, Words};

/// The desk of somebody logged in.
pub struct Desk {
    /// What every handler sees.
    pub app: App,
    /// Who reads.
    pub principal: Principal,
    /// Speaks their language in their zone at the world's time.
    pub words: Words,
    /// The address of the page, with its query.
    pub path: String,
    theme: Theme,
    keys: bool,
}

impl FromRequestParts<App> for Desk {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        // A token is for the API, which knows what one of a single organisation must not touch.
        if parts.headers.contains_key(header::AUTHORIZATION) {
            return Err(Failure::LoginNeeded);
        }
        let principal = Principal::from_request_parts(parts, app).await?;
        let locale = Locale::from_code(&principal.person.locale).unwrap_or(Locale::En);
        let words = Words::new(locale, &principal.person.zone, app.world.clock.now());
        let path = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        let (theme, keys) = (theme(&parts.headers), keys(&parts.headers));
        Ok(Self { app: app.clone(), principal, words, path, theme, keys })
    }
}

/// The value of a cookie that holds a preference.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The theme chosen in this browser.
pub fn theme(headers: &HeaderMap) -> Theme {
    cookie(headers, "vigie-theme").and_then(Theme::from_code).unwrap_or(Theme::Auto)
}

/// The language of somebody who is not logged in: chosen in this browser, or the browser's.
pub fn locale(headers: &HeaderMap) -> Locale {
    let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let chosen = cookie(headers, "vigie-locale").and_then(Locale::from_code);
    chosen.unwrap_or_else(|| Locale::negotiate(said))
}

fn keys(headers: &HeaderMap) -> bool {
    cookie(headers, "vigie-keys") != Some("off")
}

impl Desk {
    /// What surrounds the page. Every deaf source of every organisation of the reader is told of on every page.
    ///
    /// # Errors
    /// The store's.
    pub async fn shell(&self, room: Room) -> Result<Shell, Failure> {
        let site = &self.app.site;
        let organisation = match self.principal.memberships.as_slice() {
            [(only, _)] => only.name.clone(),
            all => all.iter().map(|(o, _)| o.name.as_str()).collect::<Vec<_>>().join(", "),
        };
        let reader =
            Reader { name: self.principal.person.name.clone(), organisation, zone: self.principal.person.zone.clone() };
        Ok(Shell {
            theme: self.theme,
            keys: self.keys,
            person: Some(reader),
            room,
            world: site.world(),
            deaf: self.deaf().await?,
            plain_http: site.plain_http,
            solo: self.is_solo().await?,
            live_after: Some(self.app.world.bus.position().to_string()),
            ..Shell::outside(&self.path)
        })
    }

    /// Whether the reader alone looks after one organisation's brand.
    async fn is_solo(&self) -> Result<bool, Failure> {
        let [(only, _)] = self.principal.memberships.as_slice() else { return Ok(false) };
        let profile = engine::setup::profile(&self.app.world, only).await.map_err(|e| Failure::Ours(e.to_string()))?;
        Ok(profile.is_some_and(|profile| profile.size == Size::Solo))
    }

    async fn deaf(&self) -> Result<Vec<DeafSource>, Failure> {
        let mut deaf = Vec::new();
        for organisation in self.organisations(Right::Inspect) {
            let health = self.app.world.store.health(organisation.id).await?;
            if health.iter().all(|(_, health)| health.deaf_since.is_none()) {
                continue;
            }
            let sources = self.app.world.store.sources(organisation.id).await?;
            for (id, since) in health.into_iter().filter_map(|(id, health)| Some((id, health.deaf_since?))) {
                if let Some(source) = sources.iter().find(|s| s.id == id && s.enabled) {
                    deaf.push(DeafSource { name: source.name.clone(), since, href: "/sources".to_owned() });
                }
            }
        }
        Ok(deaf)
    }

    /// The organisations where the reader may do that.
    pub fn organisations(&self, right: Right) -> impl Iterator<Item = &Organisation> {
        self.principal.memberships.iter().filter(move |(_, role): &&(_, Role)| role.may(right)).map(|(o, _)| o)
    }

    /// Whether the reader may do that there.
    pub fn may(&self, organisation: OrganisationId, right: Right) -> bool {
        self.principal.organisation(organisation, right).is_ok()
    }

    /// What of an organisation's mentions the reader is shown.
    pub fn sees(&self, organisation: OrganisationId) -> Sees {
        self.principal.role(organisation).map_or(Sees::Open, Role::sees)
    }

    /// The brand of that id in any organisation where the reader may do that.
    ///
    /// # Errors
    /// Not there, not theirs, or not allowed.
    pub async fn brand(&self, id: i64, right: Right) -> Result<Brand, Failure> {
        for (organisation, role) in &self.principal.memberships {
            match self.app.world.store.brand(organisation.id, BrandId(id)).await {
                Ok(_) if !role.may(right) => return Err(Failure::Forbidden),
                Ok(brand) => return Ok(brand),
                Err(store::Error::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::NotFound)
    }

    /// The organisation the page is about: of the brand asked for, else the reader's first.
    ///
    /// # Errors
    /// A brand that is not theirs, or nobody's member.
    pub async fn about(&self, brand: Option<i64>) -> Result<OrganisationId, Failure> {
        match brand {
            Some(id) => Ok(self.brand(id, Right::Read).await?.organisation),
            None => self.organisations(Right::Read).next().map(|o| o.id).ok_or(Failure::NotFound),
        }
    }

    /// The first organisation in which the reader may do that.
    ///
    /// # Errors
    /// There is none.
    pub fn first(&self, right: Right) -> Result<OrganisationId, Failure> {
        self.organisations(right).next().map(|o| o.id).ok_or(Failure::Forbidden)
    }

    /// The members of an organisation, to assign to.
    ///
    /// # Errors
    /// The store's.
    pub async fn people(&self, organisation: OrganisationId) -> Result<Vec<(i64, String)>, Failure> {
        let members = self.app.world.store.members(organisation, self.now()).await?;
        Ok(members.into_iter().map(|(person, _)| (person.id.0, person.name)).collect())
    }

    /// The world's time.
    pub fn now(&self) -> Timestamp {
        self.words.now()
    }
}

/// A page as the answer.
///
/// # Errors
/// A template that cannot be filled: a bug of ours.
pub fn page(page: &impl Template) -> Result<Response, Failure> {
    Ok(Html(page.render().map_err(|e| Failure::Ours(e.to_string()))?).into_response())
}

/// Where to go on after a form: an address of ours only.
pub fn onward(next: &str) -> &str {
    // Browsers drop tabs and line ends from an address before they read it: `/<tab>/host` would lead to another host.
    let plain = !next.contains(|c: char| c == '\\' || c.is_control());
    let ours = next.starts_with('/') && !next.starts_with("//") && plain;
    if ours { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn a_form_leads_nowhere_else() {
        for (asked, led) in [
            ("/mentions?q=a", "/mentions?q=a"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example/", "/"),
            ("", "/"),
            ("/a\r\nx: y", "/"),
            ("/\t/evil.example", "/"),
            ("/\0", "/"),
        ] {
            assert_eq!(onward(asked), led);
        }
    }
}
