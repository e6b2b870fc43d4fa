//! Language, theme, zone, single keys: the first and the third go with the login, the others with the browser.

use super::desk::onward;
use crate::auth::principal::Principal;
use crate::error::Failure;
use crate::pages::shell::Theme;
use crate::state::App;
use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use serde::Deserialize;
use words::Locale;

/// What the form sends.
#[derive(Deserialize)]
pub struct Chosen {
    locale: String,
    theme: String,
    zone: Option<String>,
    keys: Option<String>,
    #[serde(default)]
    next: String,
}

/// Keeps them.
pub async fn save(
    State(app): State<App>,
    principal: Result<Principal, Failure>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let locale = Locale::from_code(&chosen.locale)
        .ok_or_else(|| Failure::Bad(format!("`{}` is not a language of the pages", chosen.locale)))?;
    let theme =
        Theme::from_code(&chosen.theme).ok_or_else(|| Failure::Bad(format!("`{}` is not a theme", chosen.theme)))?;
    if let Ok(principal) = principal {
        let zone = chosen.zone.unwrap_or(principal.person.zone);
        TimeZone::get(&zone).map_err(|_| Failure::Bad(format!("`{zone}` is not a time zone like Europe/Paris")))?;
        app.world.store.set_preferences(principal.person.id, locale.code(), &zone).await?;
    }
    let keys = if chosen.keys.is_some() { "on" } else { "off" };
    let keep = |name: &str, value: &str| {
        (header::SET_COOKIE, format!("{name}={value}; Path=/; SameSite=Lax; Max-Age=31536000"))
    };
    let cookies = [keep("vigie-locale", locale.code()), keep("vigie-theme", theme.code()), keep("vigie-keys", keys)];
    Ok((AppendHeaders(cookies), Redirect::to(onward(&chosen.next))).into_response())
}
