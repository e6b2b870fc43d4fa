//! The last counts of a series, in short cells for the last hour and long ones before: the sums over several windows in little room.

use super::settings::Settings;
use super::state::WINDOWS;
use serde::{Deserialize, Serialize};

/// Cells kept of each length.
pub(super) const CELLS: usize = 12;
/// A long cell is as many short ones.
pub(super) const LONG: u32 = 6;
/// A short cell is the least number of whole bins that lasts so long.
const CELL_SECONDS: u32 = 300;

/// The seconds of a short cell.
pub(super) fn cell(bin_seconds: u32) -> u32 {
    let bin = bin_seconds.max(1);
    CELL_SECONDS.div_ceil(bin).max(1).saturating_mul(bin)
}

/// What was counted, and in how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) count: u64,
    pub(super) seconds: u32,
}

/// Counts by cell. Whole cells stand in two rings; what is younger than the last whole one is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sums {
    pub(super) bins: u64,
    /// Cell `n` at `n % CELLS`.
    short: [u32; CELLS],
    long: [u32; CELLS],
    open: u32,
    /// Bins of the first long cell that had passed before the first bin: cells begin where the clock's do.
    before: u32,
}

impl Sums {
    pub(super) const NONE: Self = Self { bins: 0, short: [0; CELLS], long: [0; CELLS], open: 0, before: 0 };

    /// Takes in one bin that starts at this second; answers whether it filled a cell.
    pub(super) fn take(&mut self, settings: &Settings, count: u64, second: u32) -> bool {
        if self.bins == 0 {
            let long = cell(settings.bin_seconds).saturating_mul(LONG);
            self.before = second % long / settings.bin_seconds.max(1);
        }
        self.open = self.open.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        self.bins = self.bins.saturating_add(1);
        let (cells, open_bins) = self.cells(settings);
        if open_bins > 0 {
            return false;
        }
        self.short[place(cells - 1)] = self.open;
        self.open = 0;
        if cells % u64::from(LONG) == 0 {
            let whole =
                (1..=u64::from(LONG)).fold(0u32, |sum, back| sum.saturating_add(self.short[place(cells - back)]));
            self.long[place(cells / u64::from(LONG) - 1)] = whole;
        }
        true
    }

    /// The sum over each window: the whole cells it is long, and what is open.
    pub(super) fn over(&self, settings: &Settings) -> [Sum; WINDOWS] {
        let cell = cell(settings.bin_seconds);
        let (cells, open_bins) = self.cells(settings);
        let (longs, since) = (cells / u64::from(LONG), cells % u64::from(LONG));
        let open = open_bins as u32 * settings.bin_seconds;
        let age = self.age(settings.bin_seconds);
        let (short, long) = (backwards_sums(&self.short, cells), backwards_sums(&self.long, longs));
        let mut sums = [Sum::default(); WINDOWS];
        for (sum, window) in sums.iter_mut().zip(&settings.windows) {
            let wanted = window / cell;
            let (shorts, longs) = if wanted as usize <= CELLS {
                (cells.min(wanted.max(1).into()) as usize, 0)
            } else {
                (since as usize, longs.min((wanted / LONG).into()) as usize)
            };
            let long_cell = cell.saturating_mul(LONG);
            *sum = Sum {
                count: u64::from(self.open) + short[shorts] + long[longs.min(CELLS)],
                seconds: (open + shorts as u32 * cell + longs as u32 * long_cell).min(age),
            };
        }
        sums
    }

    /// What the cells hold, the youngest first: what is open, the short cells that end with a long one, the long cells before.
    pub(super) fn backwards(&self, settings: &Settings) -> impl Iterator<Item = Sum> + '_ {
        let cell = cell(settings.bin_seconds);
        let (cells, open_bins) = self.cells(settings);
        let longs = cells / u64::from(LONG);
        let short = (cells % u64::from(LONG) + u64::from(LONG)).min(cells);
        let long = longs.saturating_sub(1).min(CELLS as u64 - 1);
        let open = Sum { count: self.open.into(), seconds: open_bins as u32 * settings.bin_seconds };
        let short = (1..=short).map(move |back| Sum { count: self.short[place(cells - back)].into(), seconds: cell });
        let long = (2..long + 2)
            .map(move |back| Sum { count: self.long[place(longs - back)].into(), seconds: cell.saturating_mul(LONG) });
        std::iter::once(open).filter(|sum| sum.seconds > 0).chain(short).chain(long)
    }

    /// The seconds seen.
    pub(super) fn age(&self, bin_seconds: u32) -> u32 {
        u32::try_from(self.bins.saturating_mul(bin_seconds.into())).unwrap_or(u32::MAX)
    }

    /// Whole cells of the clock so far, and bins since.
    fn cells(&self, settings: &Settings) -> (u64, u64) {
        let bins = u64::from(cell(settings.bin_seconds) / settings.bin_seconds.max(1));
        let seen = self.bins.saturating_add(self.before.into());
        (seen / bins, seen % bins)
    }
}

/// The sums of the last 0, 1, 2 … cells of a ring that has seen `seen`.
fn backwards_sums(ring: &[u32; CELLS], seen: u64) -> [u64; CELLS + 1] {
    let mut sums = [0; CELLS + 1];
    let mut at = place(seen);
    for back in 0..CELLS {
        at = if at == 0 { CELLS - 1 } else { at - 1 };
        sums[back + 1] = sums[back] + u64::from(ring[at]);
    }
    sums
}

fn place(cell: u64) -> usize {
    (cell % CELLS as u64) as usize
}
