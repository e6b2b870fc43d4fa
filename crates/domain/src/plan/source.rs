//! The text of a plan as a tree whose every node knows its place, before anybody asks what it means.

use super::finding::{Code, Finding};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Most bytes of a plan's text: more is refused before it is read.
pub const MOST_BYTES: usize = 1_000_000;

/// A place in one of the texts of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Which text: 0 is the base plan or the only one, 1 the differences of a client.
    pub text: u8,
    /// First byte.
    pub from: u32,
    /// The byte behind the last one.
    pub to: u32,
}

/// One node of the tree.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Where its value stands.
    pub at: At,
    /// Where its key stands.
    pub key_at: At,
    /// Where it comes in the order of the plan: laid over by a client's, it keeps the place it had in the base.
    pub order: At,
    /// What it is.
    pub value: Value,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
    /// A date as written.
    Date(String),
    List(Vec<Node>),
    Table(Table),
    /// Something a plan never holds, such as a number with a fraction.
    Other,
}

/// A table: key → node.
pub(super) type Table = BTreeMap<String, Node>;

/// Reads one text. What cannot be read is found and left out; the rest stands.
pub(super) fn parse(source: &str, text: u8, findings: &mut Vec<Finding>) -> Table {
    if source.len() > MOST_BYTES {
        findings.push(
            Finding::new(Code::TooLong, At { text, ..At::default() }).with("most", MOST_BYTES).with("kind", "bytes"),
        );
        return Table::new();
    }
    let (root, errors) = DeTable::parse_recoverable(source);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        findings.push(Finding::new(Code::Unreadable, at(text, &span)).with("what", error.message()));
    }
    table(root.get_ref(), text)
}

fn at(text: u8, span: &std::ops::Range<usize>) -> At {
    At { text, from: span.start as u32, to: span.end as u32 }
}

fn table(of: &DeTable<'_>, text: u8) -> Table {
    of.iter()
        .map(|(key, value)| {
            let key_at = at(text, &key.span());
            (key.get_ref().to_string(), node(value, text, key_at))
        })
        .collect()
}

fn node(of: &Spanned<DeValue<'_>>, text: u8, key_at: At) -> Node {
    let here = at(text, &of.span());
    let value = match of.get_ref() {
        DeValue::String(said) => Value::Text(said.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Other, Value::Number)
        }
        DeValue::Float(_) => Value::Other,
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(list) => Value::List(list.iter().map(|item| node(item, text, at(text, &item.span()))).collect()),
        DeValue::Table(inner) => Value::Table(table(inner, text)),
    };
    Node { at: here, key_at, order: key_at, value }
}

/// A section of a table.
pub(super) fn inner<'a>(table: &'a Table, key: &str) -> Option<&'a Table> {
    match &table.get(key)?.value {
        Value::Table(inner) => Some(inner),
        _ => None,
    }
}

/// Lays a client's differences over the base plan: field by field; a list is replaced whole.
pub(super) fn overlay(base: &mut Table, differences: Table) {
    for (key, node) in differences {
        match (base.get_mut(&key), node.value) {
            (Some(Node { value: Value::Table(under), key_at, .. }), Value::Table(over)) => {
                *key_at = node.key_at;
                overlay(under, over);
            }
            (_, value) => {
                base.insert(key, Node { value, ..node });
            }
        }
    }
}

/// Takes out what a client's plan does `without`: `"scenario.leak"`, or a whole `"freeze"`. With a scenario go its replies and risks, and its
/// name wherever others list it.
pub(super) fn take_out(base: &mut Table, without: &[(String, At)], findings: &mut Vec<Finding>) {
    for (path, place) in without {
        let there = match path.split_once('.') {
            None => base.contains_key(path),
            Some((section, id)) => inner(base, section).is_some_and(|items| items.contains_key(id)),
        };
        if !there {
            findings.push(Finding::new(Code::UnknownReference, *place).with("name", path).with("kind", "without"));
        }
    }
    for (path, _) in without {
        let Some((section, id)) = path.split_once('.') else {
            base.remove(path);
            continue;
        };
        if let Some(Node { value: Value::Table(items), .. }) = base.get_mut(section) {
            items.remove(id);
        }
        if section == "scenario" {
            take_along(base, id);
        }
    }
}

fn take_along(base: &mut Table, scenario: &str) {
    for (section, node) in base {
        let Value::Table(items) = &mut node.value else { continue };
        let names = |node: &Node| matches!(&node.value, Value::Text(name) if name == scenario);
        let goes = |item: &mut Node| {
            let Value::Table(fields) = &mut item.value else { return false };
            if section == "reply" || section == "risk" {
                return fields.get("scenario").is_some_and(names);
            }
            let Some(Node { value: Value::List(listed), .. }) = fields.get_mut("scenarios") else { return false };
            let before = listed.len();
            listed.retain(|one| !names(one));
            // None would mean all.
            listed.is_empty() && before > 0
        };
        let gone: Vec<String> = items.iter_mut().filter_map(|(id, item)| goes(item).then(|| id.clone())).collect();
        items.retain(|id, _| !gone.contains(id));
    }
}
