//! Counts as CSV: `timestamp,value` in, `timestamp,value,expected,score,level` out.

use super::{Judged, time};
use crate::episodes::Level;
use std::io::{BufRead, Read, Write};

/// Bins a file may span: ten years of minutes. The gaps between its rows count too.
pub const MOST_BINS: u64 = 5_300_000;
const MOST_LINE: u64 = 1024;

/// One row in. The time is kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The time as written.
    pub timestamp: String,
    /// The same in seconds since 1970.
    pub at: i64,
    /// The count.
    pub value: u64,
}

/// A file of counts that cannot be replayed.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// It could not be read at all.
    #[error("line {line}: cannot read the counts: {source}")]
    Read {
        /// Counted from 1.
        line: usize,
        /// What went wrong.
        source: std::io::Error,
    },
    /// One line is wrong.
    #[error("line {line}: {problem}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong and what to do.
        problem: String,
    },
    /// There is too little to know the length of a bin.
    #[error("found {0} rows: give at least two, so that the length of a bin is known")]
    Short(usize),
}

/// Reads counts and the length of their bins in seconds: the shortest time between two rows.
///
/// Rows must ascend by whole bins. A gap is kept as it is and replayed as empty bins, since most tools that count leave out zeros.
pub fn read_csv(mut from: impl BufRead) -> Result<(Vec<Row>, u32), ReplayError> {
    let mut rows: Vec<Row> = Vec::new();
    let mut lines = Vec::new();
    let mut buffer = Vec::new();
    for line in 1.. {
        buffer.clear();
        let read = from.by_ref().take(MOST_LINE).read_until(b'\n', &mut buffer);
        let read = read.map_err(|source| ReplayError::Read { line, source })?;
        if read == 0 {
            break;
        }
        let wrong = |problem: String| ReplayError::Line { line, problem };
        if read as u64 == MOST_LINE && buffer.last() != Some(&b'\n') {
            return Err(wrong(format!("longer than {MOST_LINE} bytes: this is not a file of counts")));
        }
        let text = std::str::from_utf8(&buffer).map_err(|_| wrong("not UTF-8: save the file as UTF-8".into()))?;
        if line == 1 {
            header(text).map_err(wrong)?;
        } else if !text.trim().is_empty() {
            let row = row(text).map_err(wrong)?;
            if let Some(before) = rows.last().filter(|before| row.at <= before.at) {
                let problem = if row.at == before.at { "the same time as" } else { "earlier than" };
                return Err(wrong(format!(
                    "{problem} the row before ({}): sort the rows, one per time",
                    before.timestamp
                )));
            }
            if rows.len() as u64 >= MOST_BINS {
                return Err(wrong(format!("more than {MOST_BINS} rows: split the file")));
            }
            rows.push(row);
            lines.push(line);
        }
    }
    let bin = bin_seconds(&rows, &lines)?;
    Ok((rows, bin))
}

fn header(text: &str) -> Result<(), String> {
    let names: Vec<_> = text.trim_start_matches('\u{feff}').split(',').map(unquoted).collect();
    let expected =
        names.len() == 2 && names[0].eq_ignore_ascii_case("timestamp") && names[1].eq_ignore_ascii_case("value");
    if expected { Ok(()) } else { Err("the first line must be the header timestamp,value".into()) }
}

fn row(text: &str) -> Result<Row, String> {
    let (timestamp, value) = text.split_once(',').ok_or("expected timestamp,value")?;
    let (timestamp, value) = (unquoted(timestamp), unquoted(value));
    let at = time::read(timestamp).ok_or_else(|| {
        format!("{timestamp:?} is not a time: write YYYY-MM-DD HH:MM:SS, RFC 3339, or seconds since 1970")
    })?;
    let value = value.parse().map_err(|_| format!("{value:?} is not a count: write a whole number from 0"))?;
    Ok(Row { timestamp: timestamp.into(), at, value })
}

fn unquoted(field: &str) -> &str {
    let field = field.trim();
    field.strip_prefix('"').and_then(|f| f.strip_suffix('"')).unwrap_or(field)
}

fn bin_seconds(rows: &[Row], lines: &[usize]) -> Result<u32, ReplayError> {
    let apart = |pair: &[Row]| pair[1].at - pair[0].at;
    let bin = rows.windows(2).map(apart).min().ok_or(ReplayError::Short(rows.len()))?;
    let at = |i: usize| lines.get(i).copied().unwrap_or(0);
    if let Some(i) = rows.windows(2).position(|pair| apart(pair) % bin != 0) {
        let problem =
            format!("not a whole number of bins of {bin} seconds after the row before: give evenly spaced rows");
        return Err(ReplayError::Line { line: at(i + 1), problem });
    }
    if let Some(i) = rows.iter().position(|row| (row.at - rows[0].at) / bin >= MOST_BINS as i64) {
        let problem = format!("more than {MOST_BINS} bins of {bin} seconds after the first row: split the file");
        return Err(ReplayError::Line { line: at(i), problem });
    }
    u32::try_from(bin).map_err(|_| ReplayError::Line {
        line: at(1),
        problem: format!("{bin} seconds between the rows: give bins of one day at most"),
    })
}

/// Writes the rows with what was found of them. Floats have four decimals, and a score is rounded down: one that does
/// not reach a threshold does not seem to.
pub fn write_csv(mut to: impl Write, rows: &[Row], judged: impl Iterator<Item = Judged>) -> std::io::Result<()> {
    writeln!(to, "timestamp,value,expected,score,level")?;
    for (row, found) in rows.iter().zip(judged) {
        let level = found.level.map_or("", Level::code);
        let score = (found.score * 1e4).floor() / 1e4;
        writeln!(to, "{},{},{:.4},{score:.4},{level}", row.timestamp, row.value, found.expected)?;
    }
    to.flush()
}
