//! A row of cells becomes a post.

use super::mapping::{Columns, Field};
use super::{Options, is_absent, is_web_address, jsonl, rating, row_id, time};
use domain::post::{Engagement, Post, PostKind};

/// A post read from a row.
pub(super) struct Record {
    pub post: Post,
    /// Whether its id was made from its content.
    pub made_id: bool,
    /// The cell of the brand column.
    pub brand: Option<String>,
}

/// Reads a row whose header has `width` columns.
pub(super) fn read(cells: &[String], width: usize, columns: &Columns, options: &Options) -> Result<Record, String> {
    if cells.len() < width || cells[width..].iter().any(|extra| !extra.trim().is_empty()) {
        return Err(format!("has {} cells where the header has {width}", cells.len()));
    }
    let cell = |field| {
        columns.0.get(&field).and_then(|at| cells.get(*at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let present = |field| cell(field).filter(|cell| !is_absent(cell));
    let count = |field: Field| match present(field) {
        None => Ok(None),
        Some(text) => count(text).map(Some).ok_or_else(|| format!("{}: {:?} is no count", field.name(), cut(text))),
    };
    let rating = match present(Field::Rating) {
        None => None,
        Some(stars) => rating::parse(stars, scale(present(Field::OutOf), options.out_of)?)?,
    };
    let text = joined(cell(Field::Title), cell(Field::Text));
    if text.is_empty() && rating.is_none() {
        return Err("has neither text nor rating".into());
    }
    let mut author = cell(Field::Author).map(jsonl::named).unwrap_or_default();
    author.display = cell(Field::Name).map(String::from).or(author.display);
    author.followers = count(Field::Followers)?;
    let time = |field| present(field).map(|at| time::parse(at, &options.time, &options.zone)).transpose();
    // Beside the post: what cannot be read of the account is not known, and costs no row.
    author.reviews = count(Field::AuthorReviews).unwrap_or_default();
    author.created_at = time(Field::AuthorCreatedAt).unwrap_or_default();
    let given_id = present(Field::Id).filter(|id| !is_rounded(id));
    let post = Post {
        source_kind: "file".into(),
        native_id: given_id.map_or_else(|| row_id(cells.iter().map(String::as_str)), String::from),
        kind: kind(cell(Field::Kind), rating.is_some()),
        author,
        url: cell(Field::Url).filter(|url| is_web_address(url)).map(String::from),
        text,
        lang: present(Field::Lang).map(String::from),
        published_at: time(Field::At)?,
        seen_at: options.seen_at,
        parent: present(Field::Parent).filter(|id| !is_rounded(id)).map(String::from),
        engagement: Engagement {
            likes: count(Field::Likes)?,
            shares: count(Field::Shares)?,
            replies: count(Field::Replies)?,
            views: count(Field::Views)?,
        },
        rating,
        ..Post::default()
    };
    Ok(Record { post, made_id: given_id.is_none(), brand: cell(Field::Brand).map(String::from) })
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Title and text, unless the text begins with its title anyway.
fn joined(title: Option<&str>, text: Option<&str>) -> String {
    match (title, text) {
        (Some(title), Some(text)) if !text.starts_with(title) => format!("{title}\n{text}"),
        (title, text) => text.or(title).unwrap_or_default().to_string(),
    }
}

fn scale(cell: Option<&str>, default: u32) -> Result<u32, String> {
    cell.map_or(Ok(default), |top| top.parse().map_err(|_| format!("out_of: {:?} is no scale", cut(top))))
}

fn kind(cell: Option<&str>, rated: bool) -> PostKind {
    match cell.map(str::to_lowercase).as_deref() {
        Some("comment") => PostKind::Comment,
        Some("review") => PostKind::Review,
        Some("article") => PostKind::Article,
        Some("mail") => PostKind::Mail,
        Some("report") => PostKind::Report,
        None if rated => PostKind::Review,
        _ => PostKind::Post,
    }
}

/// An id that a spreadsheet has rounded (`5.70306E+17`): several posts share it, so it names none.
fn is_rounded(id: &str) -> bool {
    let Some((digits, power)) = id.split_once(['E', 'e']) else {
        return false;
    };
    let digits = digits.replacen(['.', ','], "", 1);
    let power = power.strip_prefix('+').unwrap_or("");
    [digits.as_str(), power].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A count as people write it: `1234`, `1 234`, `1.234`, `1,234,567`, `12.0`.
fn count(text: &str) -> Option<i64> {
    let text: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{202f}' | '\u{a0}' | '\'')).collect();
    let plain = text.strip_suffix(".0").unwrap_or(&text);
    if let Ok(count) = plain.parse::<i64>() {
        return (count >= 0).then_some(count);
    }
    let separator = text.chars().find(|c| matches!(c, '.' | ','))?;
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if !grouped {
        return None;
    }
    let digits = text.replace(separator, "");
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (text, expected) in [
            ("0", Some(0)),
            ("1234", Some(1234)),
            ("1 234", Some(1234)),
            ("1\u{202f}234\u{a0}567", Some(1_234_567)),
            ("1.234", Some(1234)),
            ("1,234,567", Some(1_234_567)),
            ("12.0", Some(12)),
            ("-3", None),
            ("12.5", None),
            ("1,23", None),
            ("many", None),
            ("99999999999999999999", None),
            ("", None),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
    }

    #[test]
    fn ids_that_a_spreadsheet_rounded_name_nothing() {
        assert!(is_rounded("5.70306E+17") && is_rounded("5,7e+17") && is_rounded("6E+17"));
        for id in ["570306133677760513", "a1e+b", "e", "1E5", "post-7", "E+17"] {
            assert!(!is_rounded(id), "{id}");
        }
    }
}
