//! The mailbox that answers to a brand's mails come into.

use super::bridge::failed;
use super::complaints::channel_with_mailbox;
use super::desk::Desk;
use crate::error::Failure;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::organisation::Right;
use engine::EngineError;
use engine::complaint::{Typed, set_mailbox};
use serde::Deserialize;

/// What the form sends.
#[derive(Default, Deserialize)]
pub struct MailboxForm {
    #[serde(default)]
    server: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    address: String,
}

/// Tries a mailbox, and reads it from now on; what cannot be read is told beside what was typed, its password apart.
pub async fn save(desk: Desk, Path(id): Path<i64>, Form(form): Form<MailboxForm>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let MailboxForm { server, login, password, address } = form;
    let typed = Typed { server, login, password, address };
    match set_mailbox(&desk.app.waking, &desk.app.client, (brand.organisation, brand.id), &typed).await {
        Ok(()) => Ok(Redirect::to(&format!("/settings/brands/{id}/complaints?said=saved")).into_response()),
        Err(EngineError::Source { why, .. }) => {
            let typed = Typed { password: String::new(), ..typed };
            channel_with_mailbox(desk, brand, typed, why).await
        }
        Err(error) => Err(failed(error)),
    }
}
