//! How often the reader is wrong.

use super::seat::Anybody;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// What was measured of one language, on texts that the measured models had not seen; thousandths.
#[derive(Serialize, ToSchema)]
pub struct Measured {
    /// The language.
    language: &'static str,
    /// Of texts cut to three words, to five, or left whole, how many were told right.
    told: [u16; 3],
    /// Macro-averaged F1 of polarity; `null` where no labelled posts could be had. Chance is 333.
    polarity: Option<u16>,
}

/// How often the reader is wrong, by language.
#[utoipa::path(get, operation_id = "get_reader", path = "/reader", tag = "reader", responses((status = 200, description = "Done.", body = Vec<Measured>)))]
pub async fn get(_: Anybody) -> Json<Vec<Measured>> {
    let shown = |m: &text::Measured| Measured { language: m.language.code(), told: m.told, polarity: m.polarity };
    Json(text::measured().iter().map(shown).collect())
}
