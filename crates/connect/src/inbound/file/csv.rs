//! Rows of cells: RFC 4180 and what programs really write; and the writer, safe to open in a spreadsheet.

use super::lines::{KEPT, Line, Lines, MAX_LINE};
use domain::post::Post;
use std::collections::VecDeque;
use std::io::{self, BufRead};

/// The separators that are tried.
pub(super) const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// One row, with where it stands.
pub(super) struct Row {
    /// Its cells, or why it cannot be cut into cells.
    pub cells: Result<Vec<String>, String>,
    /// Its bytes, cut to [`KEPT`].
    pub bytes: Vec<u8>,
    /// How many bytes it takes in the file.
    pub len: u64,
    /// Its first line, from 1.
    pub line: u64,
}

/// Cuts lines into rows. A quote that is never closed costs its own line, not the rest of the file.
pub(super) struct Rows<R> {
    lines: Lines<R>,
    replay: VecDeque<Line>,
    delimiter: char,
    line: u64,
}

impl<R: BufRead> Rows<R> {
    pub(super) fn new(lines: Lines<R>, delimiter: char) -> Self {
        Self { lines, replay: VecDeque::new(), delimiter, line: 0 }
    }

    /// The next row that is not blank; `skipped` grows by the bytes of the blank lines before it.
    pub(super) fn next(&mut self, skipped: &mut u64) -> io::Result<Option<Row>> {
        let first = loop {
            let Some(line) = self.next_line()? else {
                return Ok(None);
            };
            self.line += 1;
            match &line.text {
                Ok(text) if text.trim_matches(['\r', '\n', ' ']).is_empty() => *skipped += line.len,
                _ => break line,
            }
        };
        self.row(first).map(Some)
    }

    fn next_line(&mut self) -> io::Result<Option<Line>> {
        match self.replay.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }

    fn row(&mut self, first: Line) -> io::Result<Row> {
        let start = self.line;
        let mut splitter = Splitter::new(self.delimiter);
        let mut taken = vec![first];
        let mut size = taken[0].len;
        loop {
            let line = &taken[taken.len() - 1];
            let text = match &line.text {
                Ok(text) if text.contains('\0') => Err("contains NUL"),
                Ok(text) => Ok(text.as_str()),
                Err(reason) => Err(*reason),
            };
            // A line that cannot be read may have held the closing quote: it ends the row, whatever its state.
            match text {
                Err(reason) if taken.len() == 1 => return Ok(refused(reason, &taken[0], start)),
                Err(_) => break,
                Ok(text) if splitter.feed(text) => {
                    let bytes = taken.iter().flat_map(|l| l.bytes.iter().copied()).take(KEPT).collect();
                    self.line += taken.len() as u64 - 1;
                    return Ok(Row { cells: Ok(splitter.cells), bytes, len: size, line: start });
                }
                Ok(_) if size > MAX_LINE as u64 => break,
                Ok(_) => {}
            }
            let Some(line) = self.next_line()? else { break };
            size += line.len;
            taken.push(line);
        }
        if splitter.ends_well() {
            let bytes = taken.iter().flat_map(|l| l.bytes.iter().copied()).take(KEPT).collect();
            self.line += taken.len() as u64 - 1;
            return Ok(Row { cells: Ok(splitter.finish()), bytes, len: size, line: start });
        }
        let mut rest = taken.drain(1..).collect::<VecDeque<_>>();
        rest.append(&mut self.replay);
        self.replay = rest;
        Ok(refused("a quote is opened and not closed", &taken[0], start))
    }
}

fn refused(reason: &str, line: &Line, start: u64) -> Row {
    let kept = line.bytes[..line.bytes.len().min(KEPT)].to_vec();
    Row { cells: Err(reason.to_string()), bytes: kept, len: line.len, line: start }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before a cell's first character.
    Start,
    /// In a cell without quotes, or behind a closing quote.
    Plain,
    /// Between quotes.
    Quoted,
    /// Behind a quote between quotes: closing, or the first of a pair.
    Quote,
}

/// Cuts the lines of one row into cells.
struct Splitter {
    delimiter: char,
    cells: Vec<String>,
    cell: String,
    state: State,
}

impl Splitter {
    fn new(delimiter: char) -> Self {
        Self { delimiter, cells: Vec::new(), cell: String::new(), state: State::Start }
    }

    /// Takes one line; whether the row is complete.
    fn feed(&mut self, line: &str) -> bool {
        for c in line.chars() {
            match (self.state, c) {
                (State::Quoted, '"') => self.state = State::Quote,
                (State::Quoted, c) => self.cell.push(c),
                (State::Quote, '"') => {
                    self.cell.push('"');
                    self.state = State::Quoted;
                }
                (State::Start, '"') => self.state = State::Quoted,
                (_, '\n') => {
                    if self.state == State::Plain && self.cell.ends_with('\r') {
                        self.cell.pop();
                    }
                    self.close_cell();
                    return true;
                }
                (_, c) if c == self.delimiter => self.close_cell(),
                (_, c) => {
                    self.cell.push(c);
                    self.state = State::Plain;
                }
            }
        }
        false
    }

    fn close_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
        self.state = State::Start;
    }

    /// Whether the file may end here.
    fn ends_well(&self) -> bool {
        self.state != State::Quoted
    }

    fn finish(mut self) -> Vec<String> {
        self.feed("\n");
        self.cells
    }
}

/// The columns of [`row`], in order.
pub const COLUMNS: [&str; 22] = [
    "source_kind",
    "native_id",
    "kind",
    "published_at",
    "seen_at",
    "author",
    "author_name",
    "followers",
    "author_created_at",
    "author_reviews",
    "url",
    "lang",
    "rating",
    "out_of",
    "likes",
    "shares",
    "replies",
    "views",
    "parent",
    "repost_of",
    "brand",
    "text",
];

/// The first line of an export.
pub fn header() -> String {
    line_of(COLUMNS.map(String::from))
}

/// A post as one row with the brand it is a mention of, its line break included. Cells that a spreadsheet would take for a formula get a `'` in front.
pub fn row(post: &Post, brand: &str) -> String {
    let count = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let word = |t: &Option<String>| t.clone().unwrap_or_default();
    let kind = serde_json::to_value(post.kind).ok().and_then(|k| k.as_str().map(String::from)).unwrap_or_default();
    line_of([
        post.source_kind.clone(),
        post.native_id.clone(),
        kind,
        post.published_at.map(|at| at.to_string()).unwrap_or_default(),
        post.seen_at.to_string(),
        word(&post.author.handle),
        word(&post.author.display),
        count(post.author.followers),
        post.author.created_at.map(|at| at.to_string()).unwrap_or_default(),
        count(post.author.reviews),
        word(&post.url),
        word(&post.lang),
        post.rating.map(|r| format!("{}.{}", r.tenths / 10, r.tenths % 10)).unwrap_or_default(),
        post.rating.map(|r| r.out_of.to_string()).unwrap_or_default(),
        count(post.engagement.likes),
        count(post.engagement.shares),
        count(post.engagement.replies),
        count(post.engagement.views),
        word(&post.parent),
        word(&post.repost_of),
        brand.to_owned(),
        post.text.clone(),
    ])
}

fn line_of<const N: usize>(cells: [String; N]) -> String {
    let mut line = cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// A cell between quotes that no spreadsheet computes.
fn quoted(cell: &str) -> String {
    format!("\"{}{}\"", if is_formula(cell) { "'" } else { "" }, cell.replace('"', "\"\""))
}

/// What stood in a cell before it was written by [`row`].
pub(super) fn restored(mut cell: String) -> String {
    if cell.strip_prefix('\'').is_some_and(is_formula) {
        cell.remove(0);
    }
    cell
}

/// Whether a spreadsheet would compute it, or it was kept from that: so nothing is told apart that was not.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_8;

    fn rows(text: &str, delimiter: char) -> Vec<Result<Vec<String>, String>> {
        let mut rows = Rows::new(Lines::new(text.as_bytes(), UTF_8), delimiter);
        let (mut out, mut bytes) = (Vec::new(), 0);
        let mut skipped = 0;
        while let Some(row) = rows.next(&mut skipped).unwrap() {
            bytes += row.len;
            out.push(row.cells);
        }
        assert_eq!(bytes + skipped, text.len() as u64, "every byte is accounted for");
        out
    }

    fn cells(list: &[&str]) -> Result<Vec<String>, String> {
        Ok(list.iter().map(|c| c.to_string()).collect())
    }

    #[test]
    fn rows_and_quotes() {
        for (text, delimiter, expected) in [
            ("a,b\r\nc,d", ',', vec![cells(&["a", "b"]), cells(&["c", "d"])]),
            ("\"a\nb\";\"c\"\"d\"\n", ';', vec![cells(&["a\nb", "c\"d"])]),
            ("a\t\t\n\n \n\"\"\tx\n", '\t', vec![cells(&["a", "", ""]), cells(&["", "x"])]),
            ("5\" pipe,\"q\" tail\r\n", ',', vec![cells(&["5\" pipe", "q tail"])]),
            ("\"a\r\nb\"\r\n", ',', vec![cells(&["a\r\nb"])]),
            ("\"end\"", ',', vec![cells(&["end"])]),
        ] {
            assert_eq!(rows(text, delimiter), expected, "{text:?}");
        }
    }

    #[test]
    fn an_open_quote_costs_one_line_only() {
        let found = rows("1,\"open\n2,b\n3,c\n", ',');
        assert_eq!(found[0], Err("a quote is opened and not closed".into()));
        assert_eq!(found[1..], [cells(&["2", "b"]), cells(&["3", "c"])]);
        let long = format!("1,\"open\n{}", "2,b\n".repeat(400_000));
        let found = rows(&long, ',');
        assert_eq!(found.len(), 400_001);
        assert_eq!(found.iter().filter(|r| r.is_err()).count(), 1);
    }

    #[test]
    fn formulas_are_defused() {
        for cell in ["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"] {
            assert_eq!(quoted(cell), format!("\"'{cell}\""));
            for kept in [cell.to_owned(), format!("'{cell}"), format!("''{cell}"), "'quoted'".to_owned()] {
                let written = quoted(&kept);
                assert_eq!(restored(written[1..written.len() - 1].to_owned()), kept);
            }
        }
        assert_eq!(quoted("say \"=\""), "\"say \"\"=\"\"\"");
        let post = Post { text: "=HYPERLINK(\"http://x\")\nsecond".into(), native_id: "1".into(), ..Post::default() };
        let line = row(&post, "@Dunes");
        let back = rows(&line, ',').remove(0).unwrap();
        assert_eq!(back.len(), COLUMNS.len());
        assert_eq!(back[20], "'@Dunes");
        assert_eq!(back[21], "'=HYPERLINK(\"http://x\")\nsecond");
        assert_eq!(rows(&header(), ',')[0], cells(&COLUMNS));
    }
}
