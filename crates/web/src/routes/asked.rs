//! What a form asks of a case, or of the answer to a mention: a command as the API takes it, and in the reader's words why it was not taken.

use super::bridge::failed;
use super::desk::Desk;
use crate::error::Failure;
use engine::EngineError;
use engine::case::{Acted, Ask, CaseError};
use serde_json::Value;

/// Asks it; the inner error says to the reader why nothing was done.
pub(super) async fn asked(
    desk: &Desk,
    asked: Value,
    carry_out: impl AsyncFnOnce(Ask) -> Result<Acted, CaseError>,
) -> Result<Result<(), String>, Failure> {
    let came = match serde_json::from_value::<Ask>(asked) {
        Ok(ask) if desk.app.site.plain_http && ask.publishes() => {
            return Ok(Err(desk.words.say("banner-plain-http")));
        }
        Ok(ask) => carry_out(ask).await,
        Err(_) => return Ok(Err(desk.words.say("case-form-wrong"))),
    };
    match came {
        Ok(_) => Ok(Ok(())),
        Err(CaseError::Refused(refusal)) => Ok(Err(words::case::refusal(&desk.words, &refusal))),
        Err(CaseError::House(EngineError::Report(why))) => Ok(Err(why)),
        Err(CaseError::House(error)) => Err(failed(error)),
    }
}
