//! What no statement of the store may say.

use super::Finding;
use super::tree::{Tree, ending};

const STORE: [&str; 2] = ["crates/store/src/", "crates/store/migrations/"];

/// Time is an argument: a statement that asks the engine's clock answers otherwise when it runs again.
pub fn no_clock(tree: &Tree) -> Vec<Finding> {
    const CLOCKS: [&str; 14] = [
        "now(",
        "current_timestamp",
        "current_date",
        "current_time",
        "localtime",
        "localtimestamp",
        "clock_timestamp(",
        "statement_timestamp(",
        "transaction_timestamp(",
        "datetime(",
        "date(",
        "julianday(",
        "strftime(",
        "unixepoch(",
    ];
    let asked = statements(tree).flat_map(|(path, number, line)| {
        let line = line.to_lowercase();
        let clock = CLOCKS.into_iter().find(|clock| says(&line, clock));
        clock.map(|clock| Finding::new(path, number, format!("`{clock}` asks the engine's clock: pass the time")))
    });
    asked.collect()
}

/// What people wrote goes only where erasure is done, and told.
pub fn no_loss(tree: &Tree) -> Vec<Finding> {
    const KEPT: [&str; 8] = [
        "post",
        "post_raw",
        "post_version",
        "mention",
        "mention_hit",
        "complaint",
        "complaint_message",
        "complaint_file",
    ];
    let erasure = |path: &str| path.ends_with("/erase.rs") || path.contains("/erase/");
    let lost = statements(tree).filter(|(path, ..)| !erasure(path)).filter_map(|(path, number, line)| {
        let line = line.to_lowercase();
        let table = ["delete from ", "truncate ", "drop table "].iter().find_map(|verb| {
            let rest = line.split_once(verb)?.1.trim_start_matches("table ");
            KEPT.into_iter()
                .find(|table| *table == rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        })?;
        Some(Finding::new(path, number, format!("takes rows out of `{table}`: only an erase module does")))
    });
    lost.collect()
}

/// The lines of the store that are no comments.
fn statements(tree: &Tree) -> impl Iterator<Item = (&str, usize, &str)> {
    let files = tree.texts().filter(|(path, _)| {
        STORE.iter().any(|folder| path.starts_with(folder)) && matches!(ending(path), "rs" | "sql")
    });
    files.flat_map(|(path, text)| {
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with(['/', '-']));
        lines.map(move |(number, line)| (path, number, line))
    })
}

/// Whether the line holds the word, not as a part of a longer one.
fn says(line: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let open = word.ends_with('(');
        !part(line[..at].chars().next_back()) && (open || !part(line[at + word.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn the_clock_of_the_engine() {
        let cases = [
            ("crates/store/src/a.rs", "\"UPDATE source SET at = now()\"", true),
            ("crates/store/src/a.rs", "\"... WHERE at < CURRENT_TIMESTAMP\"", true),
            ("crates/store/src/a.rs", "\"SELECT datetime('now')\"", true),
            ("crates/store/src/a.rs", "\"SELECT strftime('%s', 'now')\"", true),
            ("crates/store/migrations/0009_a.sql", "CREATE TABLE t (at BIGINT DEFAULT (unixepoch()))", true),
            ("crates/store/src/a.rs", "// not now()", false),
            ("crates/store/src/a.rs", "fn update(at: Timestamp)", false),
            ("crates/store/src/a.rs", "self.known(", false),
            ("crates/store/tests/a.rs", "Instant::now()", false),
            ("crates/web/src/a.rs", "clock.now()", false),
        ];
        for (path, text, refused) in cases {
            assert_eq!(!places(no_clock, &[(path, text)]).is_empty(), refused, "{path}: {text}");
        }
    }

    #[test]
    fn what_people_wrote_stays() {
        let cases = [
            ("crates/store/src/a.rs", "\"DELETE FROM post WHERE id = ?\"", true),
            ("crates/store/src/a.rs", "\"delete from mention\"", true),
            ("crates/store/src/a.rs", "\"TRUNCATE TABLE post_version\"", true),
            ("crates/store/migrations/0009_a.sql", "DROP TABLE mention_hit;", true),
            ("crates/store/src/a.rs", "\"DELETE FROM mention_stale WHERE mention = ?\"", false),
            ("crates/store/src/a.rs", "\"DELETE FROM delivery\"", false),
            ("crates/store/src/erase.rs", "\"DELETE FROM post WHERE id = ?\"", false),
            ("crates/store/src/erase/post.rs", "\"DELETE FROM post WHERE id = ?\"", false),
        ];
        for (path, text, refused) in cases {
            assert_eq!(!places(no_loss, &[(path, text)]).is_empty(), refused, "{path}: {text}");
        }
    }
}
