//! API tokens.

use super::desk::{Desk, page};
use super::settings::named;
use crate::auth::secret;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::tokens::{TokenView, TokensPage};
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::organisation::Right;
use serde::Deserialize;

/// The tokens of the reader's organisations.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    tokens_page(desk, None).await
}

async fn tokens_page(desk: Desk, fresh: Option<String>) -> Result<Response, Failure> {
    let mut tokens = Vec::new();
    for organisation in desk.organisations(Right::Audit) {
        let may_revoke = desk.principal.organisation(organisation.id, Right::Configure).is_ok();
        for token in desk.app.world.store.tokens(organisation.id).await? {
            tokens.push(TokenView { id: token.id, name: token.name, created_at: token.created_at, may_revoke });
        }
    }
    let shell = desk.shell(Room::Settings).await?;
    let may_make = desk.organisations(Right::Configure).next().is_some();
    page(&TokensPage { words: desk.words, shell, fresh, tokens, may_make })
}

/// What the form sends.
#[derive(Deserialize)]
pub struct NewToken {
    name: String,
}

/// Makes a token and shows it, this once.
pub async fn add(desk: Desk, Form(form): Form<NewToken>) -> Result<Response, Failure> {
    let organisation = desk.first(Right::Configure)?;
    let (secret, digest) = secret::fresh(secret::TOKEN_PREFIX).map_err(|e| Failure::Ours(e.to_string()))?;
    let person = desk.principal.person.id;
    let name = named(&desk, &form.name).map_err(Failure::Bad)?;
    desk.app.world.store.create_token(organisation, person, &name, digest, desk.now()).await?;
    tokens_page(desk, Some(secret)).await
}

/// Revokes a token.
pub async fn revoke(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    for organisation in desk.organisations(Right::Configure) {
        match desk.app.world.store.revoke_token(organisation.id, id).await {
            Ok(()) => return Ok(Redirect::to("/settings/tokens").into_response()),
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}
