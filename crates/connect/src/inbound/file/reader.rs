//! Reads a file batch by batch, and knows where it is.

use super::csv::{self, DELIMITERS, Row, Rows};
use super::lines::{KEPT, Lines, detect};
use super::mapping::{Candidates, Columns, Field, Header, find_header};
use super::{Error, Format, Options, jsonl, record, time};
use crate::inbound::{LONGEST_ID, too_long};
use domain::post::Post;
use domain::source::{Delivery, Quarantined};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::{BufRead, Chain, Cursor, Read};

/// How much of the file's beginning tells one file from another.
const HEAD: usize = 64 << 10;

/// How many rows are looked at for the header.
const HEADER_WITHIN: usize = 40;

/// Where an import is. Its JSON is the cursor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// BLAKE3 of the first `head` bytes.
    pub digest: String,
    /// How many bytes the digest covers: 64 KiB, or the whole of a smaller file.
    pub head: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Rows read: posts and quarantined.
    pub rows: u64,
}

/// Some of the posts.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Posts and quarantined rows, with the cursor.
    pub delivery: Delivery,
    /// What the brand column, or a line's `brand`, says of each post of the delivery.
    pub brands: Vec<Option<String>>,
    /// Where the import is after it.
    pub position: Position,
    /// Whether the file has ended.
    pub done: bool,
}

/// What was seen of a file before its first row.
#[derive(Clone, Debug)]
pub struct Detected {
    /// JSON lines or CSV.
    pub format: Format,
    /// The encoding's name.
    pub encoding: &'static str,
    /// What separates the cells.
    pub delimiter: Option<char>,
    /// The tool whose header it is.
    pub family: Option<String>,
    /// Which column is what.
    pub mapping: Vec<(Field, String)>,
    /// Columns that are not read.
    pub unread: Vec<String>,
}

type Input<R> = Chain<Cursor<Vec<u8>>, R>;

enum Body<R> {
    Jsonl(Lines<Input<R>>),
    Csv {
        rows: Rows<Input<R>>,
        columns: Columns,
        width: usize,
        /// Whether it is an export of ours.
        own: bool,
    },
}

/// Reads posts from a file or a pipe.
pub struct Reader<R> {
    body: Body<R>,
    detected: Detected,
    options: Options,
    position: Position,
    line: u64,
    repeats: Repeats,
}

/// One row read.
enum Item {
    Post(Box<Post>, Option<String>),
    Refused(Quarantined),
}

impl<R: BufRead> Reader<R> {
    /// Looks at the beginning of the input and makes ready; with a cursor, goes on behind what was read before.
    pub fn open(mut input: R, options: Options, cursor: Option<&str>) -> Result<Self, Error> {
        let mut head = Vec::new();
        input.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
        let before = cursor.map(|text| resumed(text, &head)).transpose()?;
        let (encoding, bom) = encoding_of(&head, &options)?;
        let format = options.format.unwrap_or_else(|| format_of(&head[bom..], encoding));
        // JSON is never in an older encoding: there, broken bytes are broken lines.
        let json = format == Format::Jsonl && options.encoding.is_none() && encoding == WINDOWS_1252;
        let encoding = if json { UTF_8 } else { encoding };
        let cut = head.len() == HEAD;
        let header = match format {
            Format::Jsonl => None,
            Format::Csv => header_of(&head[bom..], cut, encoding, &options)?,
        };
        let position = Position { digest: digest(&head), head: head.len(), bytes: bom as u64, rows: 0 };
        let mut start = Cursor::new(head);
        start.set_position(bom as u64);
        let lines = Lines::new(start.chain(input), encoding);
        let detected = Detected {
            format,
            encoding: encoding.name(),
            delimiter: header.as_ref().map(|h| h.delimiter),
            family: header.as_ref().and_then(|h| h.family.clone()),
            mapping: header.as_ref().map(named_columns).unwrap_or_default(),
            unread: header.as_ref().map(unread).unwrap_or_default(),
        };
        let body = match (format, &header) {
            (Format::Csv, Some(header)) => Body::Csv {
                rows: Rows::new(lines, header.delimiter),
                columns: header.columns.clone(),
                width: header.cells.len(),
                own: header.cells.iter().map(|cell| cell.trim()).eq(csv::COLUMNS),
            },
            _ => Body::Jsonl(lines),
        };
        let mut reader = Self { body, detected, options, position, line: 0, repeats: Repeats::default() };
        reader.pass_header(header.map_or(0, |h| h.rows))?;
        if let Some(before) = before {
            reader.pass_rows(&before)?;
        }
        Ok(reader)
    }

    /// What was seen of the file.
    pub fn detected(&self) -> &Detected {
        &self.detected
    }

    /// Where the import is.
    pub fn position(&self) -> &Position {
        &self.position
    }

    /// Up to `max` rows more.
    pub fn next_batch(&mut self, max: usize) -> Result<Batch, Error> {
        let mut delivery = Delivery::default();
        let mut brands = Vec::new();
        let mut done = false;
        for _ in 0..max {
            match self.next_item()? {
                Some(Item::Post(post, brand)) => {
                    // A file is the operator's own word.
                    delivery.posts.push(Post { at_home: true, ..*post });
                    brands.push(brand);
                }
                Some(Item::Refused(refused)) => delivery.quarantined.push(refused),
                None => {
                    done = true;
                    break;
                }
            }
        }
        delivery.cursor = serde_json::to_string(&self.position).ok();
        Ok(Batch { delivery, brands, position: self.position.clone(), done })
    }

    fn pass_header(&mut self, count: usize) -> Result<(), Error> {
        let Body::Csv { rows, .. } = &mut self.body else {
            return Ok(());
        };
        for _ in 0..count {
            let mut skipped = 0;
            let row = rows.next(&mut skipped)?;
            self.position.bytes += skipped + row.map_or(0, |row| row.len);
        }
        Ok(())
    }

    fn pass_rows(&mut self, before: &Position) -> Result<(), Error> {
        while self.position.rows < before.rows {
            if self.next_item()?.is_none() {
                return Err(Error::Changed("it is shorter"));
            }
        }
        if self.position.bytes != before.bytes {
            return Err(Error::Changed("the rows already read take another space"));
        }
        Ok(())
    }

    fn next_item(&mut self) -> Result<Option<Item>, Error> {
        let item = match &mut self.body {
            Body::Jsonl(lines) => {
                // Blank lines belong to the row behind them; at the very end to none.
                let mut blank = 0;
                let line = loop {
                    let Some(line) = lines.next()? else {
                        return Ok(None);
                    };
                    self.line += 1;
                    match &line.text {
                        Ok(text) if text.trim().is_empty() => blank += line.len,
                        _ => break line,
                    }
                };
                self.position.bytes += blank + line.len;
                match line.text {
                    Ok(text) => self.read_line(&text),
                    Err(reason) => Item::Refused(quarantined(reason.into(), self.line, line.bytes)),
                }
            }
            Body::Csv { rows, .. } => {
                let mut skipped = 0;
                let row = rows.next(&mut skipped)?;
                let Some(row) = row else { return Ok(None) };
                self.position.bytes += skipped + row.len;
                self.read_row(row)
            }
        };
        self.position.rows += 1;
        Ok(Some(item))
    }

    fn read_line(&mut self, text: &str) -> Item {
        match jsonl::read(text, &self.options) {
            Ok((mut post, brand)) => {
                if post.native_id.is_empty() {
                    let id = self.repeats.told_apart(jsonl::line_id(text));
                    post.native_id = self.options.scope.as_ref().map_or(id.clone(), |scope| format!("{scope}:{id}"));
                }
                match too_long("id", &post.native_id, LONGEST_ID) {
                    Ok(()) => Item::Post(Box::new(post), brand),
                    Err(reason) => Item::Refused(quarantined(reason, self.line, text.as_bytes().to_vec())),
                }
            }
            Err(reason) => Item::Refused(quarantined(reason, self.line, text.as_bytes().to_vec())),
        }
    }

    fn read_row(&mut self, row: Row) -> Item {
        let Body::Csv { columns, width, own, .. } = &self.body else {
            return Item::Refused(quarantined("no row".into(), row.line, row.bytes));
        };
        let cells = row.cells.map(|cells| if *own { cells.into_iter().map(csv::restored).collect() } else { cells });
        match cells.and_then(|cells| record::read(&cells, *width, columns, &self.options)) {
            Ok(record::Record { mut post, made_id, brand }) => {
                if made_id {
                    post.native_id = self.repeats.told_apart(post.native_id);
                }
                if let Some(scope) = &self.options.scope {
                    post.native_id = format!("{scope}:{}", post.native_id);
                }
                match too_long("id", &post.native_id, LONGEST_ID) {
                    Ok(()) => Item::Post(Box::new(post), brand),
                    Err(reason) => Item::Refused(quarantined(reason, row.line, row.bytes)),
                }
            }
            Err(reason) => Item::Refused(quarantined(reason, row.line, row.bytes)),
        }
    }
}

fn quarantined(reason: String, line: u64, mut bytes: Vec<u8>) -> Quarantined {
    bytes.truncate(KEPT);
    Quarantined { reason, place: format!("line {line}"), bytes }
}

fn digest(head: &[u8]) -> String {
    blake3::hash(head).to_hex()[..32].to_string()
}

fn resumed(cursor: &str, head: &[u8]) -> Result<Position, Error> {
    let before: Position = serde_json::from_str(cursor).map_err(|e| Error::Cursor(e.to_string()))?;
    match head.get(..before.head) {
        None => Err(Error::Changed("it is shorter")),
        Some(same) if digest(same) != before.digest => Err(Error::Changed("its beginning differs")),
        Some(_) => Ok(before),
    }
}

fn encoding_of(head: &[u8], options: &Options) -> Result<(&'static Encoding, usize), Error> {
    let (seen, bom) = detect(head);
    let Some(label) = &options.encoding else {
        return Ok((seen, bom));
    };
    let told = Encoding::for_label(label.as_bytes()).ok_or_else(|| Error::Encoding(label.clone()))?;
    // A byte order mark that agrees is passed over; one that does not would be text.
    Ok((told, if told == seen { bom } else { 0 }))
}

fn format_of(head: &[u8], encoding: &'static Encoding) -> Format {
    let (text, _) = encoding.decode_without_bom_handling(head);
    match text.trim_start().chars().next() {
        Some('{') | None => Format::Jsonl,
        Some(_) => Format::Csv,
    }
}

/// The header among the first rows, and a check that its times are not month first unless told; `None` for an empty file.
fn header_of(head: &[u8], cut: bool, encoding: &'static Encoding, options: &Options) -> Result<Option<Header>, Error> {
    let mut candidates: Candidates = Vec::new();
    for delimiter in DELIMITERS {
        candidates.push((delimiter, first_rows(head, cut, encoding, delimiter, HEADER_WITHIN)?));
    }
    if candidates.iter().all(|(_, rows)| rows.is_empty()) {
        return Ok(None);
    }
    let header = find_header(&candidates, options.mapping.as_ref())?;
    if let (Some(at), time::TimeFormat::DayFirst) = (header.columns.0.get(&Field::At), &options.time) {
        let rows = first_rows(head, cut, encoding, header.delimiter, usize::MAX)?;
        let told_by =
            rows.iter().skip(header.rows).filter_map(|row| row.get(*at)).find(|cell| time::is_month_first(cell.trim()));
        if let Some(cell) = told_by {
            return Err(Error::MonthFirst(cell.trim().chars().take(40).collect()));
        }
    }
    Ok(Some(header))
}

/// The first rows; a row that cannot be cut stands as one without cells, so that rows keep their number.
fn first_rows(
    head: &[u8],
    cut: bool,
    encoding: &'static Encoding,
    delimiter: char,
    max: usize,
) -> Result<Vec<Vec<String>>, Error> {
    let mut rows = Rows::new(Lines::new(head, encoding), delimiter);
    let mut out = Vec::new();
    let mut used = 0;
    while out.len() < max
        && let Some(row) = rows.next(&mut used)?
    {
        used += row.len;
        if cut && used == head.len() as u64 && !out.is_empty() {
            break;
        }
        out.push(row.cells.unwrap_or_default());
    }
    Ok(out)
}

fn named_columns(header: &Header) -> Vec<(Field, String)> {
    header
        .columns
        .0
        .iter()
        .filter_map(|(field, at)| Some((*field, header.cells.get(*at)?.trim().to_string())))
        .collect()
}

fn unread(header: &Header) -> Vec<String> {
    let read = |at: &usize| header.columns.0.values().any(|column| column == at);
    (0..header.cells.len())
        .filter(|at| !read(at))
        .filter_map(|at| Some(header.cells.get(at)?.trim().to_string()))
        .collect()
}

/// Tells rows with the same content apart: four ratings of one star on one day are four.
///
/// Rows without an id of their own only. Memory is bounded: a repeat further than about a million such rows away is not noticed.
#[derive(Default)]
struct Repeats {
    young: HashMap<u64, u32>,
    old: HashMap<u64, u32>,
}

impl Repeats {
    const GENERATION: usize = 1 << 19;

    fn told_apart(&mut self, id: String) -> String {
        let hash = blake3::hash(id.as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&hash.as_bytes()[..8]);
        let key = u64::from_le_bytes(first);
        if self.young.len() >= Self::GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        let seen = self.young.get(&key).or_else(|| self.old.get(&key)).copied().unwrap_or(0) + 1;
        self.young.insert(key, seen);
        if seen == 1 { id } else { format!("{id}-{seen}") }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
