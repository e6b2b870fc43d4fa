//! Which column is what: told by `--map`, or known by the tool's header.

use super::Error;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The platform's id.
    Id,
    /// When it was published.
    At,
    /// A title, put in front of the text.
    Title,
    /// The text.
    Text,
    /// The author's handle, or a name.
    Author,
    /// The author's name as shown.
    Name,
    /// The author's followers.
    Followers,
    /// Since when the author's account exists.
    AuthorCreatedAt,
    /// How many reviews the author's account has written in all.
    AuthorReviews,
    /// Stars.
    Rating,
    /// The top of the scale of the stars.
    OutOf,
    /// The page.
    Url,
    /// The language.
    Lang,
    /// Likes.
    Likes,
    /// Shares.
    Shares,
    /// Answers.
    Replies,
    /// Views.
    Views,
    /// Post, comment, review, article, mail or report.
    Kind,
    /// The id of the post it answers.
    Parent,
    /// The brand it speaks of.
    Brand,
}

impl Field {
    const NAMES: [(&'static str, Self); 20] = [
        ("id", Self::Id),
        ("at", Self::At),
        ("title", Self::Title),
        ("text", Self::Text),
        ("author", Self::Author),
        ("name", Self::Name),
        ("followers", Self::Followers),
        ("author_created_at", Self::AuthorCreatedAt),
        ("author_reviews", Self::AuthorReviews),
        ("rating", Self::Rating),
        ("out_of", Self::OutOf),
        ("url", Self::Url),
        ("lang", Self::Lang),
        ("likes", Self::Likes),
        ("shares", Self::Shares),
        ("replies", Self::Replies),
        ("views", Self::Views),
        ("kind", Self::Kind),
        ("parent", Self::Parent),
        ("brand", Self::Brand),
    ];

    /// The name in `--map`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }
}

/// The columns as told: `text=Tweet,author=name,at=#3`. A column is named, or numbered from 1 behind `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping(Vec<(Field, String)>);

impl FromStr for Mapping {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let mut columns: Vec<(Field, String)> = Vec::new();
        for part in given.split(',') {
            let (name, column) =
                part.split_once('=').ok_or_else(|| format!("{part:?} is no pair: write field=column,field=column"))?;
            let (name, column) = (name.trim(), column.trim());
            let field =
                Field::NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field).ok_or_else(|| {
                    let known: Vec<_> = Field::NAMES.iter().map(|(known, _)| *known).collect();
                    format!("field {name:?} is not known; the fields are {}", known.join(", "))
                })?;
            if column.is_empty() {
                return Err(format!("field {name:?} has no column"));
            }
            if columns.iter().any(|(seen, _)| *seen == field) {
                return Err(format!("field {name:?} is given twice"));
            }
            columns.push((field, column.to_string()));
        }
        if !columns.iter().any(|(field, _)| matches!(field, Field::Text | Field::Title | Field::Rating)) {
            return Err("neither text nor rating is mapped: a post needs one of them".into());
        }
        Ok(Self(columns))
    }
}

/// Where each field stands in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns(pub BTreeMap<Field, usize>);

impl Mapping {
    /// The columns in this header, or the first that it lacks.
    pub(super) fn resolve(&self, header: &[String]) -> Result<Columns, String> {
        let mut columns = Columns::default();
        for (field, column) in &self.0 {
            columns.0.insert(*field, position(header, column).ok_or_else(|| column.clone())?);
        }
        Ok(columns)
    }
}

fn position(header: &[String], column: &str) -> Option<usize> {
    if let Some(number) = column.strip_prefix('#').and_then(|n| n.parse::<usize>().ok()) {
        return (1..=header.len()).contains(&number).then(|| number - 1);
    }
    let exact = header.iter().position(|cell| cell.trim() == column);
    exact.or_else(|| header.iter().position(|cell| cell.trim().to_lowercase() == column.to_lowercase()))
}

/// A column's name as it is compared: case, accents and what parts its words do not matter.
fn folded(name: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        '_' | '-' | '.' | '\u{a0}' => ' ',
        '’' => '\'',
        other => other,
    };
    let plain: String = name.to_lowercase().chars().map(plain).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that one tool gives its columns.
#[derive(Debug, Deserialize)]
struct Family {
    name: String,
    needs: Vec<String>,
    columns: BTreeMap<Field, Vec<String>>,
}

#[derive(Debug, Deserialize)]
struct Families {
    family: Vec<Family>,
}

/// The names shipped with Vigie.
const FAMILIES: &str = include_str!("families.toml");

/// A header that was recognised.
pub(super) struct Header {
    pub delimiter: char,
    /// How many rows end with the header: the preamble and itself.
    pub rows: usize,
    pub cells: Vec<String>,
    pub columns: Columns,
    /// The tool whose names these are; `None` when the mapping was told.
    pub family: Option<String>,
}

/// The first rows of a file, cut at each separator that is tried.
pub(super) type Candidates = Vec<(char, Vec<Vec<String>>)>;

/// Finds the header among the first rows.
pub(super) fn find_header(candidates: &Candidates, mapping: Option<&Mapping>) -> Result<Header, Error> {
    match mapping {
        Some(mapping) => told(candidates, mapping),
        None => known(candidates),
    }
}

fn told(candidates: &Candidates, mapping: &Mapping) -> Result<Header, Error> {
    let mut found: Option<Header> = None;
    for (delimiter, rows) in candidates {
        let hit = rows
            .iter()
            .enumerate()
            .find_map(|(at, cells)| mapping.resolve(cells).ok().map(|columns| (at, cells, columns)));
        if let Some((at, cells, columns)) = hit
            && found.as_ref().is_none_or(|f| cells.len() > f.cells.len())
        {
            found = Some(Header { delimiter: *delimiter, rows: at + 1, cells: cells.clone(), columns, family: None });
        }
    }
    found.ok_or_else(|| {
        let header = widest(candidates);
        let missing = mapping.resolve(&header).err().unwrap_or_default();
        Error::Column { missing, columns: listed(&header) }
    })
}

fn known(candidates: &Candidates) -> Result<Header, Error> {
    let Families { family: families } = toml::from_str(FAMILIES).map_err(|e| Error::Families(e.to_string()))?;
    let mut found: Option<Header> = None;
    // The tool's own family before the general one, then the header that explains most columns.
    for family in &families {
        for (delimiter, rows) in candidates {
            for (at, cells) in rows.iter().enumerate() {
                let Some(columns) = family.resolve(cells) else {
                    continue;
                };
                if found.as_ref().is_none_or(|f| columns.0.len() > f.columns.0.len()) {
                    let family = Some(family.name.clone());
                    found = Some(Header { delimiter: *delimiter, rows: at + 1, cells: cells.clone(), columns, family });
                }
            }
        }
        if found.is_some() {
            break;
        }
    }
    let found = found.ok_or_else(|| Error::Header { columns: listed(&widest(candidates)) })?;
    match found.columns.0.contains_key(&Field::At) {
        true => Ok(found),
        // Posts of years would all count as of today.
        false => Err(Error::Undated { columns: listed(&found.cells) }),
    }
}

impl Family {
    fn resolve(&self, header: &[String]) -> Option<Columns> {
        if !self.needs.iter().all(|name| position(header, name).is_some()) {
            return None;
        }
        let mut columns = Columns::default();
        let header: Vec<String> = header.iter().map(|cell| folded(cell)).collect();
        for (field, names) in &self.columns {
            let names = names.iter().map(String::as_str).chain([field.name()]);
            let at = names.map(folded).find_map(|name| header.iter().position(|cell| *cell == name));
            if let Some(at) = at {
                columns.0.insert(*field, at);
            }
        }
        let speaks = [Field::Text, Field::Title, Field::Rating].iter().any(|f| columns.0.contains_key(f));
        speaks.then_some(columns)
    }
}

fn widest(candidates: &Candidates) -> Vec<String> {
    let mut widest: &[String] = &[];
    for row in candidates.iter().flat_map(|(_, rows)| rows) {
        if row.len() > widest.len() {
            widest = row;
        }
    }
    widest.to_vec()
}

/// The columns for a message; names from outside are cut.
fn listed(header: &[String]) -> String {
    let names: Vec<String> = header.iter().take(40).map(|cell| cell.trim().chars().take(40).collect()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mappings_are_read_or_refused() {
        let mapping: Mapping = "text=Tweet, author=name,at=#3".parse().unwrap();
        let header = ["Name", "tweet", "When"].map(String::from);
        let columns = mapping.resolve(&header).unwrap();
        assert_eq!(columns.0, BTreeMap::from([(Field::Text, 1), (Field::Author, 0), (Field::At, 2)]));
        assert_eq!("text=Body".parse::<Mapping>().unwrap().resolve(&header), Err("Body".into()));
        for bad in ["", "text", "text=", "tekst=x", "text=a,text=b", "author=name", "text=#0"] {
            let refused = bad.parse::<Mapping>().map_err(drop).and_then(|m| m.resolve(&header).map_err(drop));
            assert!(refused.is_err(), "{bad}");
        }
    }

    #[test]
    fn the_shipped_families_name_every_field_they_can() {
        let Families { family } = toml::from_str(FAMILIES).unwrap();
        assert!(family.len() >= 6);
        for family in &family {
            let header: Vec<String> = family.needs.iter().chain(family.columns.values().flatten()).cloned().collect();
            let columns = family.resolve(&header).unwrap();
            assert_eq!(columns.0.len(), family.columns.len(), "{}", family.name);
        }
        for (name, field) in Field::NAMES {
            assert_eq!(field.name(), name);
        }
    }
}
