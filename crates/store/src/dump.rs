//! The whole state as text that reads the same on both engines: what tests compare.

use crate::schema::MIGRATIONS;
use crate::sql::Row;
use crate::value::Value;
use crate::{Result, Store};
use std::fmt::Write;

/// A table as the schema's text declares it.
struct Table {
    name: String,
    columns: Vec<(String, Type)>,
}

#[derive(Clone, Copy)]
enum Type {
    Int,
    Text,
    Bytes,
}

impl Store {
    /// Every row of every table, in order, absent values left out, bytes in hex. It holds personal data and secrets.
    pub async fn dump(&self) -> Result<String> {
        let mut out = String::new();
        for table in tables() {
            let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
            let sql = format!("SELECT {} FROM {}", names.join(", "), table.name);
            let rows = self.rows(&sql, []).await?;
            let mut rows = rows.iter().map(|r| values(r, &table.columns)).collect::<Result<Vec<_>>>()?;
            rows.sort_unstable();
            for row in rows {
                // Writing to a string cannot fail.
                let _ = write!(out, "{}", table.name);
                for (name, value) in names.iter().zip(row) {
                    let _ = match value {
                        Value::Int(Some(n)) => write!(out, " {name}={n}"),
                        Value::Text(Some(text)) => write!(out, " {name}={text:?}"),
                        Value::Blob(bytes) => write!(out, " {name}={}", hex(&bytes)),
                        Value::Int(None) | Value::Text(None) => Ok(()),
                    };
                }
                out.push('\n');
            }
        }
        Ok(out)
    }
}

fn values(row: &Row, columns: &[(String, Type)]) -> Result<Vec<Value>> {
    let mut c = row.columns();
    columns
        .iter()
        .map(|(_, of)| {
            Ok(match of {
                Type::Int => Value::Int(c.maybe_int()?),
                Type::Text => Value::Text(c.maybe_text()?.map(Into::into)),
                Type::Bytes => Value::Blob(c.bytes()?),
            })
        })
        .collect()
}

/// The tables of the schema, read from its text, so that no column is forgotten.
fn tables() -> Vec<Table> {
    let all = MIGRATIONS.iter().flat_map(|text| text.split("CREATE TABLE ").skip(1));
    all.filter_map(|text| {
        let (name, rest) = text.split_once(" (")?;
        let (body, _) = rest.split_once(';')?;
        let dropped = |column: &str| {
            MIGRATIONS.iter().any(|text| text.contains(&format!("ALTER TABLE {name} DROP COLUMN {column};")))
        };
        if MIGRATIONS.iter().any(|text| text.contains(&format!("DROP TABLE {name};"))) {
            return None;
        }
        let added = MIGRATIONS
            .iter()
            .flat_map(|text| text.split("ALTER TABLE ").skip(1))
            .filter_map(|text| text.split_once(';')?.0.strip_prefix(name)?.strip_prefix(" ADD COLUMN "));
        let columns = body.split(',').chain(added).filter_map(|part| {
            let mut words = part.split_whitespace();
            let (column, of) = (words.next()?, words.next()?);
            if dropped(column) {
                return None;
            }
            let of = match of.trim_end_matches(')') {
                "BIGINT" => Type::Int,
                "TEXT" => Type::Text,
                "BLOB" => Type::Bytes,
                _ => return None,
            };
            Some((column.to_owned(), of))
        });
        Some(Table { name: name.to_owned(), columns: columns.collect() })
    })
    .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
