//! `vigie text read`: a filter, one text a line in, one reading a line out.

use crate::Done;
use serde::Serialize;
use std::io::{self, BufRead, BufWriter, Write};

/// Longest line that is read; what goes beyond is left out of the reading, never of the count.
const LONGEST: u64 = 1 << 20;

#[derive(Serialize)]
struct Line<'a> {
    lang: &'a str,
    polarity: &'a str,
    p: [f32; 3],
    kind: &'a str,
    fingerprint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    grave: Option<Grave<'a>>,
    reader: &'a str,
}

/// What makes a text grave.
#[derive(Serialize)]
struct Grave<'a> {
    harm: &'a str,
    words: Vec<&'a str>,
}

/// Reads standard input line by line.
pub fn read() -> anyhow::Result<Done> {
    let reader = text::Reader::new()?;
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut bytes = Vec::new();
    while next_line(&mut input, &mut bytes)? {
        let text = String::from_utf8_lossy(&bytes);
        let said = reader.read(&text);
        let grave = said.grave.as_ref();
        let line = Line {
            lang: said.lang.code(),
            polarity: said.polarity.code(),
            p: said.p.map(|thousandths| f32::from(thousandths) / 1000.0),
            kind: said.kind.code(),
            fingerprint: format!("{:016x}", said.fingerprint),
            grave: grave.map(|grave| Grave { harm: grave.harm.code(), words: grave.words(&text).collect() }),
            reader: text::READER,
        };
        serde_json::to_writer(&mut out, &line)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(Done::All)
}

/// The next line without its end, cut at [`LONGEST`]; whether there was one.
fn next_line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<bool> {
    bytes.clear();
    if io::Read::take(&mut *input, LONGEST).read_until(b'\n', bytes)? == 0 {
        return Ok(false);
    }
    if !bytes.ends_with(b"\n") && bytes.len() as u64 == LONGEST {
        input.skip_until(b'\n')?;
    }
    while matches!(bytes.last(), Some(b'\n' | b'\r')) {
        bytes.pop();
    }
    Ok(true)
}
