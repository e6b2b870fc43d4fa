//! Actions as CSV: `account,object,timestamp` in, `account,score,group` out.

use super::{Action, Kind, Report};
use crate::replay::seconds;
use std::collections::HashMap;
use std::io::{BufRead, Read, Write};

/// Actions a file may hold.
pub const MOST_ACTIONS: usize = 10_000_000;
const MOST_LINE: u64 = 8192;

/// A file of actions that cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It could not be read.
    #[error("line {line}: cannot read the actions: {source}")]
    Read {
        /// Counted from 1.
        line: usize,
        /// What went wrong.
        source: std::io::Error,
    },
    /// One line makes the rest worthless.
    #[error("line {line}: {problem}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong and what to do.
        problem: String,
    },
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

/// The actions of a file, and what its numbers stand for.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// All rows that could be read.
    pub actions: Vec<Action>,
    /// Name of each account, by its number.
    pub accounts: Vec<String>,
    /// Name of each object, by its number.
    pub objects: Vec<String>,
}

/// Reads actions: a header that names `account`, `object` and `timestamp`, and may name `kind`, in any order among other columns; rows in any
/// order. `aside` hears of each row that is left out. The order of the rows changes no number.
pub fn read_csv(mut from: impl BufRead, mut aside: impl FnMut(Aside)) -> Result<Known, ReadError> {
    let mut actions = Vec::new();
    let (mut accounts, mut objects) = (Names::default(), Names::default());
    let mut header: Option<Columns> = None;
    let mut buffer = Vec::new();
    for line in 1.. {
        buffer.clear();
        let read = from.by_ref().take(MOST_LINE).read_until(b'\n', &mut buffer);
        let read = read.map_err(|source| ReadError::Read { line, source })?;
        if read == 0 {
            break;
        }
        let wrong = |problem: String| ReadError::Line { line, problem };
        if read as u64 == MOST_LINE && buffer.last() != Some(&b'\n') {
            return Err(wrong(format!("longer than {MOST_LINE} bytes: this is not a file of actions")));
        }
        let text = std::str::from_utf8(&buffer);
        let Some(columns) = &header else {
            header = Some(text.ok().and_then(Columns::read).ok_or_else(|| wrong(HEADER.into()))?);
            continue;
        };
        match text.map_err(|_| "not UTF-8: save the file as UTF-8".into()).and_then(|text| columns.row(text)) {
            Ok(None) => {}
            Ok(Some(_)) if actions.len() >= MOST_ACTIONS => {
                return Err(wrong(format!("more than {MOST_ACTIONS} rows: split the file")));
            }
            Ok(Some(Row { account, object, at, kind })) => {
                let (account, object) = (accounts.number(account), objects.number((object, kind)));
                actions.push(Action { at, object, account, kind });
            }
            Err(problem) => aside(Aside { line, problem }),
        }
    }
    if header.is_none() {
        return Err(ReadError::Line { line: 1, problem: HEADER.into() });
    }
    let ((accounts, account), (objects, object)) = (accounts.sorted(), objects.sorted());
    for action in &mut actions {
        action.account = account[action.account as usize];
        action.object = object[action.object as usize];
    }
    Ok(Known { actions, accounts, objects: objects.into_iter().map(|(name, _)| name).collect() })
}

const HEADER: &str = "the first line must be a header that names account, object and timestamp";

/// Numbers for names, in the order they come.
struct Names<K>(HashMap<K, u64>);

impl<K> Default for Names<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Ord + std::hash::Hash> Names<K> {
    fn number(&mut self, name: K) -> u64 {
        let next = self.0.len() as u64;
        *self.0.entry(name).or_insert(next)
    }

    /// The names in their own order, and the new number of each old one.
    fn sorted(self) -> (Vec<K>, Vec<u64>) {
        let mut names: Vec<(K, u64)> = self.0.into_iter().collect();
        names.sort_unstable();
        let mut new = vec![0; names.len()];
        for (i, (_, old)) in names.iter().enumerate() {
            new[*old as usize] = i as u64;
        }
        (names.into_iter().map(|(name, _)| name).collect(), new)
    }
}

struct Columns {
    account: usize,
    object: usize,
    timestamp: usize,
    kind: Option<usize>,
}

struct Row {
    account: String,
    object: String,
    at: i64,
    kind: Kind,
}

impl Columns {
    fn read(text: &str) -> Option<Self> {
        let names = fields(text.trim_start_matches('\u{feff}')).ok()?;
        let find = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
        Some(Self {
            account: find("account")?,
            object: find("object")?,
            timestamp: find("timestamp")?,
            kind: find("kind"),
        })
    }

    /// `None` for an empty line.
    fn row(&self, text: &str) -> Result<Option<Row>, String> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let mut fields = fields(text)?;
        let mut take = |i: usize, name: &str| match fields.get_mut(i).map(std::mem::take) {
            Some(field) if !field.is_empty() => Ok(field),
            _ => Err(format!("no {name}")),
        };
        let (account, object) = (take(self.account, "account")?, take(self.object, "object")?);
        if account.chars().chain(object.chars()).any(char::is_control) {
            return Err("a name holds control characters".into());
        }
        let timestamp = take(self.timestamp, "timestamp")?;
        let kind = self.kind.and_then(|i| take(i, "kind").ok());
        let kind = kind.as_deref().map_or(Ok(Kind::Unknown), |kind| {
            Kind::parse(kind).ok_or_else(|| {
                let known = Kind::ALL.map(Kind::code).join(", ");
                format!("{kind:?} is not a kind: write one of {known}, or nothing")
            })
        })?;
        let at = seconds(&timestamp).or_else(|| fraction(&timestamp)).ok_or_else(|| {
            let hint =
                if is_milliseconds(&timestamp) { "; these look like milliseconds: divide them by 1000" } else { "" };
            format!("{timestamp:?} is not a time: write seconds since 1970, YYYY-MM-DD HH:MM:SS or RFC 3339{hint}")
        })?;
        Ok(Some(Row { account, object, at, kind }))
    }
}

/// Seconds with a fraction, which is cut off.
fn fraction(text: &str) -> Option<i64> {
    let (whole, rest) = text.split_once('.')?;
    rest.bytes().all(|b| b.is_ascii_digit()).then(|| seconds(whole)).flatten()
}

/// Thirteen digits: from 2001 to 2286 in milliseconds since 1970.
fn is_milliseconds(text: &str) -> bool {
    text.len() == 13 && text.bytes().all(|b| b.is_ascii_digit())
}

/// The fields of one line; quoted ones may hold commas and doubled quotes, not line breaks.
fn fields(line: &str) -> Result<Vec<String>, String> {
    let mut fields = Vec::new();
    let mut rest = line.trim_end_matches(['\r', '\n']);
    loop {
        rest = rest.trim_start();
        let Some(quoted) = rest.strip_prefix('"') else {
            let (field, after) = rest.split_once(',').map_or((rest, None), |(field, after)| (field, Some(after)));
            fields.push(field.trim_end().to_owned());
            let Some(after) = after else { return Ok(fields) };
            rest = after;
            continue;
        };
        let mut field = String::new();
        let mut at = quoted;
        loop {
            let (part, after) = at.split_once('"').ok_or("a quote is not closed")?;
            field.push_str(part);
            let Some(doubled) = after.strip_prefix('"') else {
                at = after.trim_start();
                break;
            };
            field.push('"');
            at = doubled;
        }
        fields.push(field);
        match at.strip_prefix(',') {
            Some(after) => rest = after,
            None if at.is_empty() => return Ok(fields),
            None => return Err("text after a closing quote".into()),
        }
    }
}

/// Writes the accounts, the most suspicious first; groups are counted from 1, nothing stands for none. Scores have six decimals.
pub fn write_csv(mut to: impl Write, report: &Report, names: &[String]) -> std::io::Result<()> {
    writeln!(to, "account,score,group")?;
    for account in &report.accounts {
        let name = names.get(account.account as usize).map_or("", String::as_str);
        let group = account.group.map_or(String::new(), |group| (group + 1).to_string());
        writeln!(to, "{},{:.6},{group}", quoted(name), account.score)?;
    }
    to.flush()
}

fn quoted(name: &str) -> String {
    if name.contains([',', '"']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
