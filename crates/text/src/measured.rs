//! How often the reader is wrong, as measured when its models were trained.

use crate::Language;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What was measured of one language, on texts that the measured models had not seen. Thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The language.
    pub language: Language,
    /// Of texts in it that were cut to three words, five words, or left whole, how many were taken for it.
    pub told: [u16; 3],
    /// Macro-averaged F1 of the polarity of posts in it; `None` where no labelled posts could be had. Chance is 333.
    pub polarity: Option<u16>,
}

/// Written by the training, with the models that it stands beside: `code<TAB>three<TAB>five<TAB>whole<TAB>polarity or nothing`.
static MEASURED: LazyLock<Vec<Measured>> =
    LazyLock::new(|| include_str!("../models/measured.tsv").lines().filter_map(line).collect());

fn line(line: &str) -> Option<Measured> {
    let mut fields = line.split('\t');
    let language = Language::from_code(fields.next()?)?;
    let mut told = [0; 3];
    for share in &mut told {
        *share = fields.next()?.parse().ok()?;
    }
    Some(Measured { language, told, polarity: fields.next()?.parse().ok() })
}

/// The languages that the reader tells apart, each with how well.
pub fn measured() -> &'static [Measured] {
    &MEASURED
}
