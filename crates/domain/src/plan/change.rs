//! Changes of a plan: what two texts say differently, and a text with changes laid into it, its comments kept.

use super::finding::Finding;
use super::source::{self, Table, Value, inner};
use super::value;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use toml_edit::{Array, DocumentMut, Item, TableLike};

/// One change: of a field, or of a whole item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// `action`, or a section that stands alone, such as `policy`.
    pub section: String,
    /// `call-authority`; none in a section that stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `within`; none where the whole item comes or goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What was said; none where it comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Written>,
    /// What is said; none where it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Written>,
}

/// A value as a plan writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Written {
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text, or a day as text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    /// A section, whose fields are changes of their own.
    Section {},
}

impl Written {
    /// Whether both mean the same: lengths of time are compared as such (`60 min`, `1 h`).
    pub fn means(&self, other: &Self) -> bool {
        let length = |written: &Self| match written {
            Self::Text(text) => value::minutes(text),
            _ => None,
        };
        self == other || (length(self).is_some() && length(self) == length(other))
    }
}

/// Why changes could not be laid into a text.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ChangeError {
    /// The text is no TOML.
    #[error("the plan cannot be read, so nothing was changed in it: {0}")]
    Unreadable(String),
    /// A section is something else in the text.
    #[error("`{0}` is no section in the plan, so nothing was changed in it")]
    NoSection(String),
}

/// What the second text says otherwise than the first, in a fixed order; order and comments of the texts do not matter.
pub fn changes(old: &str, new: &str) -> (Vec<Change>, Vec<Finding>) {
    let mut findings = Vec::new();
    let (old, new) = (source::parse(old, 0, &mut findings), source::parse(new, 1, &mut findings));
    let mut changes = Vec::new();
    for section in keys(&old, &new) {
        let (was, is) = (inner(&old, section), inner(&new, section));
        let stands_alone = !holds_items(was) && !holds_items(is);
        match stands_alone {
            true => item(section, None, was, is, &mut changes),
            false => {
                let empty = Table::new();
                let (was, is) = (was.unwrap_or(&empty), is.unwrap_or(&empty));
                for id in keys(was, is) {
                    item(section, Some(id), inner(was, id), inner(is, id), &mut changes);
                }
            }
        }
    }
    (changes, findings)
}

/// What a text says where a change is of; none: nothing.
pub fn value_at(text: &str, place: &Change) -> Option<Written> {
    let is = |one: &Change| one.section == place.section && one.id == place.id && one.field == place.field;
    changes("", text).0.into_iter().find(is)?.to
}

fn keys<'a>(old: &'a Table, new: &'a Table) -> Vec<&'a str> {
    let mut keys: Vec<&str> = old.keys().chain(new.keys()).map(String::as_str).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether a section holds items rather than fields.
fn holds_items(section: Option<&Table>) -> bool {
    section.is_some_and(|table| table.values().any(|node| matches!(node.value, Value::Table(_))))
}

fn item(section: &str, id: Option<&str>, was: Option<&Table>, is: Option<&Table>, changes: &mut Vec<Change>) {
    let change = |field: Option<&str>, from, to| Change {
        section: section.to_owned(),
        id: id.map(str::to_owned),
        field: field.map(str::to_owned),
        from,
        to,
    };
    match (was, is) {
        (Some(_), None) => return changes.push(change(None, Some(Written::Section {}), None)),
        (None, Some(_)) => changes.push(change(None, None, Some(Written::Section {}))),
        _ => {}
    }
    let empty = Table::new();
    let (was, is) = (was.unwrap_or(&empty), is.unwrap_or(&empty));
    for field in keys(was, is) {
        let (from, to) = (was.get(field).and_then(written), is.get(field).and_then(written));
        let same = match (&from, &to) {
            (Some(from), Some(to)) => from.means(to),
            (None, None) => true,
            _ => false,
        };
        if !same {
            changes.push(change(Some(field), from, to));
        }
    }
}

pub(super) fn written(node: &source::Node) -> Option<Written> {
    Some(match &node.value {
        Value::Text(text) | Value::Date(text) => Written::Text(text.clone()),
        Value::Number(number) => Written::Number(*number),
        Value::Flag(flag) => Written::Flag(*flag),
        Value::List(items) => Written::List(
            items
                .iter()
                .filter_map(|item| match &item.value {
                    Value::Text(text) => Some(text.clone()),
                    _ => None,
                })
                .collect(),
        ),
        Value::Table(_) | Value::Other => return None,
    })
}

/// A text with changes laid into it. Comments, order and everything that was not changed stay as they stand; what is there already in
/// the same meaning is not written again.
///
/// # Errors
/// Where the text is no TOML, or a section is something else in it; then nothing is changed.
pub fn apply(text: &str, changes: &[Change]) -> Result<String, ChangeError> {
    let mut document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| ChangeError::Unreadable(error.message().to_owned()))?;
    for change in changes {
        lay(&mut document, change)?;
    }
    Ok(document.to_string())
}

fn lay(document: &mut DocumentMut, change: &Change) -> Result<(), ChangeError> {
    let root = document.as_table_mut();
    let Some(id) = &change.id else {
        return within(root, &change.section, change);
    };
    if change.to.is_none() && !root.contains_key(&change.section) {
        return Ok(());
    }
    let section = open(root, &change.section, true)?;
    within(section, id, change)
}

/// Lays a change into `name` of a table: the item itself, or one of its fields.
fn within(table: &mut dyn TableLike, name: &str, change: &Change) -> Result<(), ChangeError> {
    match (&change.field, &change.to) {
        (None, None) => {
            table.remove(name);
        }
        (None, Some(_)) => {
            open(table, name, false)?;
        }
        (Some(field), None) => {
            if table.contains_key(name) {
                open(table, name, false)?.remove(field);
            }
        }
        (Some(field), Some(to)) => set(open(table, name, false)?, field, to),
    }
    Ok(())
}

fn open<'t>(table: &'t mut dyn TableLike, name: &str, implicit: bool) -> Result<&'t mut dyn TableLike, ChangeError> {
    let entry = table.entry(name).or_insert_with(|| {
        let mut fresh = toml_edit::Table::new();
        fresh.set_implicit(implicit);
        Item::Table(fresh)
    });
    entry.as_table_like_mut().ok_or_else(|| ChangeError::NoSection(name.to_owned()))
}

fn set(table: &mut dyn TableLike, field: &str, to: &Written) {
    if table.get(field).and_then(Item::as_value).and_then(meaning).is_some_and(|was| was.means(to)) {
        return;
    }
    let mut value: toml_edit::Value = match to {
        Written::Flag(flag) => (*flag).into(),
        Written::Number(number) => (*number).into(),
        // The one field that is a day.
        Written::Text(text) if field == "expires" => {
            date(text).map_or_else(|| text.as_str().into(), toml_edit::Value::from)
        }
        Written::Text(text) => text.as_str().into(),
        Written::List(texts) => {
            if let Some(there) = table.get_mut(field).and_then(Item::as_array_mut) {
                return edit(there, texts);
            }
            texts.iter().map(String::as_str).collect::<Array>().into()
        }
        Written::Section {} => return,
    };
    match table.get_mut(field).and_then(Item::as_value_mut) {
        Some(there) => {
            *value.decor_mut() = there.decor().clone();
            *there = value;
        }
        None => {
            table.insert(field, Item::Value(value));
        }
    }
}

/// What a value means; none for what a plan never holds.
fn meaning(value: &toml_edit::Value) -> Option<Written> {
    Some(match value {
        toml_edit::Value::String(text) => Written::Text(text.value().clone()),
        toml_edit::Value::Datetime(day) => Written::Text(day.value().to_string()),
        toml_edit::Value::Integer(number) => Written::Number(*number.value()),
        toml_edit::Value::Boolean(flag) => Written::Flag(*flag.value()),
        toml_edit::Value::Array(items) => {
            Written::List(items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

/// Changes a list place by place, so that what is said beside its items stays.
fn edit(there: &mut Array, texts: &[String]) {
    for (at, text) in texts.iter().enumerate() {
        match there.get_mut(at) {
            Some(item) if item.as_str() == Some(text) => {}
            Some(item) => {
                let decor = item.decor().clone();
                *item = text.as_str().into();
                *item.decor_mut() = decor;
            }
            None => there.push(text.as_str()),
        }
    }
    while there.len() > texts.len() {
        there.remove(there.len() - 1);
    }
}

/// A day is written as TOML's own date.
fn date(text: &str) -> Option<toml_edit::Datetime> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// The same text laid out evenly: one blank line before a header, ` = ` between, nothing at the ends of lines. Meaning, comments and
/// order stay.
///
/// # Errors
/// Where the text is no TOML; then it is left as it is.
pub fn lay_out(text: &str) -> Result<String, ChangeError> {
    let mut document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| ChangeError::Unreadable(error.message().to_owned()))?;
    let mut first = true;
    even(document.as_table_mut(), &mut first);
    let trailing = comments(document.trailing().as_str().unwrap_or_default(), true);
    document.set_trailing(trailing);
    Ok(format!("{}\n", document.to_string().trim_end()))
}

fn even(table: &mut toml_edit::Table, first: &mut bool) {
    for (mut key, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => {
                let blank = !std::mem::take(first);
                let above = comments(inner.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default(), blank);
                if !inner.is_implicit() {
                    inner.decor_mut().set_prefix(above);
                }
                even(inner, first);
            }
            Item::Value(value) => {
                let blank = key.leaf_decor().prefix().and_then(|p| p.as_str()).unwrap_or_default();
                let above = comments(blank, !*first && blank.starts_with('\n'));
                key.leaf_decor_mut().set_prefix(above);
                key.leaf_decor_mut().set_suffix(" ");
                let behind = value.decor().suffix().and_then(|s| s.as_str()).unwrap_or_default().trim().to_owned();
                let behind = if behind.is_empty() { behind } else { format!(" {behind}") };
                value.decor_mut().set_prefix(" ");
                value.decor_mut().set_suffix(behind);
                *first = false;
            }
            _ => {}
        }
    }
}

/// Comments between two things: each on its line, one blank line where there were some, and one above where it is wanted.
fn comments(between: &str, blank_above: bool) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in between.lines().map(str::trim) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    let gap = if blank_above { "\n" } else { "" };
    // A comment that stands apart from what follows stays apart.
    let apart = between.trim_end_matches([' ', '\t']).ends_with("\n\n") && !lines.is_empty();
    let told: String = lines.iter().map(|line| format!("{line}\n")).collect();
    format!("{gap}{told}{}", if apart { "\n" } else { "" })
}
