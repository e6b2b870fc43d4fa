//! How earlier forecasts of the same storm did: each is held against what came, once its time is over.

use super::{Cascade, HORIZONS, Settings};
use crate::exact;
use serde::{Deserialize, Serialize};

/// A forecast is looked at each quarter of an hour.
const EVERY: usize = 15;

/// How the forecasts of one horizon did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The horizon, in minutes.
    pub minutes: u32,
    /// Forecasts whose time is over; their hours overlap.
    pub made: u32,
    /// Of them, those whose range held what came.
    pub held: u32,
    /// Mean of |ln((what came + 1) / (what was expected + 1))|: 0.69 is a factor of two; 0 where none was made.
    #[serde(with = "exact")]
    pub error: f64,
}

/// What was forecast each quarter of an hour from minute `from` on, held against what came. `counts` are minutes, `usual` what was usual of
/// each; what stands before `from` is only learnt from. Of two lists of unequal length, the shorter one counts.
pub fn record(counts: &[u64], usual: &[f64], from: usize, settings: &Settings) -> [Record; HORIZONS.len()] {
    let mut cascade = Cascade::new(settings);
    let mut records = HORIZONS.map(|minutes| Record { minutes, made: 0, held: 0, error: 0.0 });
    for (at, (count, usual)) in counts.iter().zip(usual).enumerate() {
        cascade.step(*count, *usual);
        if at < from || !(at - from).is_multiple_of(EVERY) {
            continue;
        }
        let Ok(told) = cascade.ahead() else { continue };
        for (record, ahead) in records.iter_mut().zip(told) {
            let Some(next) = counts.get(at + 1..at + 1 + ahead.minutes as usize) else { continue };
            let came: u64 = next.iter().sum();
            record.made += 1;
            record.held += u32::from((ahead.low..=ahead.high).contains(&came));
            record.error += libm::fabs(libm::log((came as f64 + 1.0) / (ahead.mid + 1.0)));
        }
    }
    for record in &mut records {
        record.error /= f64::from(record.made.max(1));
    }
    records
}
