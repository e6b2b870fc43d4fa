//! Us or the whole trade: competitors and the trade, watched beside the brand, in the same stretch and by the same detector.

use crate::brand::BrandRole;
use crate::id::BrandId;
use ::signal::Level;
use serde::{Deserialize, Serialize};

/// What the detector says of a brand in a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risen {
    /// How many mentions.
    pub observed: i64,
    /// How many were expected, in thousandths.
    pub expected: i64,
    /// Nine in ten such stretches: from.
    pub low: i64,
    /// …to.
    pub high: i64,
}

/// One brand that is watched beside ours, as it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Which.
    pub brand: BrandId,
    /// A competitor, or the trade.
    pub role: BrandRole,
    /// Its counts; `None` where it has not been watched long enough to know what is usual.
    pub risen: Option<Risen>,
    /// The highest level its counts reached by themselves.
    pub level: Option<Level>,
}

/// How a control stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stir {
    /// As usual.
    Calm,
    /// It stands out, but less than half as much as ours; or how much ours does is not known.
    Less,
    /// It stands out at least half as much as ours, each by how many times its own usual.
    AsMuch,
    /// It was watched too shortly.
    Unknown,
}

/// One brand beside ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// Which.
    pub brand: BrandId,
    /// A competitor, or the trade.
    pub role: BrandRole,
    /// Its counts.
    pub risen: Option<Risen>,
    /// How it stands.
    pub stir: Stir,
}

/// Whose storm it is, by the others that are watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Nobody else is watched, or not long enough.
    Unknown,
    /// No other stands out.
    Ours,
    /// Some others stand out.
    Shared,
    /// At least half of the others stand out as much, or the trade itself.
    Trade,
}

/// The others, and whose storm it is. It is told, and silences nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trade {
    /// Whose.
    pub whose: Whose,
    /// How many of the others stand out.
    pub stirred: i64,
    /// Of how many that were watched long enough.
    pub of: i64,
    /// Ours in the same stretch; `None` where what is usual is not known.
    pub ours: Option<Risen>,
    /// Each.
    pub controls: Vec<Control>,
}

impl Trade {
    /// Holds the others beside ours.
    pub fn of(ours: Option<Risen>, watched: &[Watched]) -> Self {
        let controls: Vec<Control> = watched
            .iter()
            .map(|w| Control { brand: w.brand, role: w.role, risen: w.risen, stir: stir(ours, w) })
            .collect();
        let known = || controls.iter().filter(|control| control.stir != Stir::Unknown);
        let stirs = |control: &&Control| control.stir != Stir::Calm;
        let (stirred, of) = (known().filter(stirs).count() as i64, known().count() as i64);
        let as_much = || known().filter(|control| control.stir == Stir::AsMuch);
        let whose = match (stirred, of) {
            (_, 0) => Whose::Unknown,
            (0, _) => Whose::Ours,
            _ if as_much().count() as i64 * 2 >= of || as_much().any(|c| c.role == BrandRole::Industry) => Whose::Trade,
            _ => Whose::Shared,
        };
        Self { whose, stirred, of, ours, controls }
    }

    /// The others that stand out as much as ours.
    pub fn as_much(&self) -> impl Iterator<Item = &Control> {
        self.controls.iter().filter(|control| control.stir == Stir::AsMuch)
    }
}

/// How a control stands to ours.
fn stir(ours: Option<Risen>, watched: &Watched) -> Stir {
    let Some(risen) = watched.risen else { return Stir::Unknown };
    // What alerts by itself is not calm, whatever the whole stretch came to.
    if watched.level != Some(Level::Alert) && (watched.level.is_none() || risen.observed <= risen.high) {
        return Stir::Calm;
    }
    // Beside an expectation of nearly nothing, few are not many: at least one is expected.
    let times = |risen: Risen| risen.observed as f64 / risen.expected.max(1_000) as f64;
    if ours.is_some_and(|ours| times(risen) * 2.0 >= times(ours)) { Stir::AsMuch } else { Stir::Less }
}
