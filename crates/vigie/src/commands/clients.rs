//! `vigie init --from clients.csv`: one organisation a line. What cannot be used is told with its line and column, and the rest is done.

use super::client::{Client, Wrong};
use super::{Setting, house};
use crate::Done;
use crate::output;
use anyhow::{Context, ensure};
use std::path::Path;

/// The largest table, in bytes.
const LARGEST: u64 = 10 << 20;

/// One line of the table.
struct Line {
    number: u64,
    client: Result<Client, Wrong>,
}

/// Makes what is missing; run twice, it changes nothing.
/// `locale` is the language of the pages where neither a line nor the base says one.
pub async fn run(file: &Path, base: Option<&Path>, locale: &str, setting: &Setting) -> anyhow::Result<Done> {
    let shown = file.display();
    let size = std::fs::metadata(file).with_context(|| format!("{shown} cannot be read; nothing was changed"))?.len();
    ensure!(size <= LARGEST, "{shown} is larger than 10 MiB; nothing was changed");
    let bytes = std::fs::read(file).with_context(|| format!("{shown} cannot be read; nothing was changed"))?;
    let base = match base {
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read; nothing was changed", path.display()))?;
            toml::from_str(&text).with_context(|| format!("{} has a mistake; nothing was changed", path.display()))?
        }
        None => Client::default(),
    };
    let lines = lines(&bytes).with_context(|| format!("{shown} cannot be used; nothing was changed"))?;
    let world = house::open(setting).await?;
    let (mut base, mut done, mut refused) = (base, 0, 0);
    for Line { number, client } in lines {
        let planned = match client {
            Ok(client) if client.organisation == "*" => {
                base = Client { organisation: String::new(), ..client.over(&base) };
                continue;
            }
            Ok(client) => {
                let usual = Client { locale: locale.to_owned(), ..Client::default() };
                client.over(&base).over(&usual).planned(&setting.config.setup)
            }
            Err(wrong) => Err(vec![wrong]),
        };
        let planned = match planned {
            Ok(planned) => planned,
            Err(wrong) => {
                refused += 1;
                say(&wrong, number, file, setting.json)?;
                continue;
            }
        };
        let ready = planned.make(&world, setting).await;
        let ready =
            ready.with_context(|| format!("{shown} line {number}: stopped here; {done} lines before it are done"))?;
        done += 1;
        if setting.json {
            output::json(&ready)?;
            continue;
        }
        let state = if ready.changed { "ready" } else { "unchanged" };
        let password = ready
            .password
            .as_ref()
            .map(|made| format!("; the password of {} is {made} (shown this once)", ready.email));
        output::line(format!("{}\t{state}{}", output::tame(&ready.name), password.unwrap_or_default()))?;
        ready.lines().into_iter().try_for_each(|line| output::line(output::tame(&line)))?;
    }
    if !setting.json {
        output::line(format!("{done} organisations are there, {refused} lines were kept aside"))?;
    }
    Ok(if refused == 0 { Done::All } else { Done::KeptAside })
}

fn say(wrong: &[Wrong], number: u64, file: &Path, as_json: bool) -> anyhow::Result<()> {
    for Wrong { column, why } in wrong {
        output::aside(format!("{} line {number}, column {column}: {}; kept aside", file.display(), output::tame(why)));
        if as_json {
            output::json(&serde_json::json!({ "line": number, "column": column, "refused": why }))?;
        }
    }
    Ok(())
}

/// The lines of the table, each with its cells or why it has none.
fn lines(bytes: &[u8]) -> anyhow::Result<Vec<Line>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |sign: u8| first.iter().filter(|b| **b == sign).count();
    let sign = [b';', b'\t'].into_iter().find(|sign| count(*sign) > count(b',')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sign)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let mut records = reader.byte_records();
    let header = records.next().context("the table is empty: its first line names the columns")??;
    let mut columns: Vec<&'static str> = Vec::new();
    for cell in &header {
        let named = String::from_utf8_lossy(cell).to_lowercase();
        let mut empty = Client::default();
        let known = empty.columns().map(|(name, _)| name);
        let column = known.into_iter().find(|name| *name == named);
        columns.push(column.with_context(|| format!("there is no column `{named}`; these are: {}", known.join(", ")))?);
    }
    ensure!(columns.contains(&"organisation"), "the column `organisation` is missing");
    let (mut lines, mut number, mut counted) = (Vec::new(), 1, 0);
    while let Some(record) = records.next() {
        let record = record?;
        // The reader stops before the second half of a line end, and takes empty lines with the record after them.
        let from = record.position().map_or(0, |at| at.byte() as usize).min(bytes.len());
        let start = from + bytes[from..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        number += bytes[counted..start].iter().filter(|b| **b == b'\n').count() as u64;
        counted = start;
        if record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        // A quotation mark that nobody closes takes all that stands below it.
        let whole = &bytes[start..(records.reader().position().byte() as usize).clamp(start, bytes.len())];
        let is_open = whole.iter().filter(|b| **b == b'"').count() % 2 == 1
            && record.iter().any(|cell| cell.contains(&sign) || cell.contains(&b'\n'));
        let why = "a quotation mark is not closed; what stands below it was not read".to_owned();
        let client = if is_open { Err(Wrong { column: columns[0], why }) } else { client(&record, &columns) };
        lines.push(Line { number, client });
    }
    Ok(lines)
}

fn client(record: &csv::ByteRecord, columns: &[&'static str]) -> Result<Client, Wrong> {
    let mut client = Client::default();
    for (at, cell) in record.iter().enumerate() {
        let Some(column) = columns.get(at) else {
            let last = columns.last().copied().unwrap_or("organisation");
            return Err(Wrong { column: last, why: "there are more cells than columns".to_owned() });
        };
        let text =
            std::str::from_utf8(cell).map_err(|_| Wrong { column, why: "it is not written in UTF-8".to_owned() })?;
        if let Some((_, place)) = client.columns().into_iter().find(|(name, _)| name == column) {
            text.clone_into(place);
        }
    }
    Ok(client)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(u64, Result<String, String>)> {
        let shown = |line: Line| {
            let client = line.client.map(|c| format!("{}|{}|{}", c.organisation, c.town, c.email));
            (line.number, client.map_err(|wrong| format!("{}: {}", wrong.column, wrong.why)))
        };
        lines(text).unwrap().into_iter().map(shown).collect()
    }

    #[test]
    fn a_table_is_read_line_by_line() {
        let text = b"\xef\xbb\xbfOrganisation;town;email\r\n*;;a@b.fr\r\n\"Chez; Paul\"; Brest ;\r\n\r\nx;y;z;w\r\n\xff;;\r\nshort\r\n";
        let said: Vec<_> = read(text);
        assert_eq!(said[0], (2, Ok("*||a@b.fr".to_owned())));
        assert_eq!(said[1], (3, Ok("Chez; Paul|Brest|".to_owned())));
        assert_eq!(said[2], (5, Err("email: there are more cells than columns".to_owned())));
        assert_eq!(said[3], (6, Err("organisation: it is not written in UTF-8".to_owned())));
        assert_eq!(said[4], (7, Ok("short||".to_owned())));
        for (bad, why) in
            [("", "empty"), ("town\nx", "`organisation` is missing"), ("organisation,colour\n", "no column `colour`")]
        {
            let error = lines(bad.as_bytes()).err().unwrap().to_string();
            assert!(error.contains(why), "{bad:?}: {error}");
        }
    }
}
