//! One section of a plan, asked field by field; what it has beyond what was asked is found.

use super::finding::{Code, Finding};
use super::form::{Field, Of, Shape};
use super::model::{Item, Said};
use super::source::{At, Node, Table, Value};
use super::value;
use jiff::civil::Date;
use text::Language;

/// A section while it is read.
pub(super) struct Section<'a> {
    table: &'a Table,
    /// Where its header stands.
    pub at: At,
    name: String,
    /// What was asked for so far: the form of the section, see [`super::form()`].
    pub asked: Vec<Field>,
    pub findings: Vec<Finding>,
}

/// A word of a closed list: as it is written, and what it means.
pub(super) type Choice<T> = (&'static str, T);

impl<'a> Section<'a> {
    pub fn new(name: &str, table: &'a Table, at: At) -> Self {
        Self { table, at, name: name.to_owned(), asked: Vec::new(), findings: Vec::new() }
    }

    fn node(&mut self, field: &'static str, shape: Shape) -> Option<&'a Node> {
        if !self.asked.iter().any(|asked| asked.name == field) {
            self.asked.push(Field { name: field, shape, needed: false });
        }
        self.table.get(field)
    }

    fn wrong(&mut self, at: At, field: &'static str, wanted: &'static str) {
        self.findings.push(Finding::new(Code::WrongKind, at).with("field", field).with("wanted", wanted));
    }

    fn unreadable(&mut self, said: &Said<String>, field: &'static str, wanted: &'static str) {
        let found = Finding::new(Code::BadValue, said.at).with("field", field).with("name", &said.value);
        self.findings.push(found.with("wanted", wanted));
    }

    /// A text, if it is there and not blank.
    pub fn text(&mut self, field: &'static str) -> Option<Said<String>> {
        self.one(field, Shape::Text)
    }

    /// A text that can be used as what it is for; one that cannot is left out, and found.
    pub fn read(&mut self, field: &'static str, wanted: &'static str, fits: fn(&str) -> bool) -> Option<String> {
        let said = self.text(field)?;
        if fits(&said.value) {
            return Some(said.value);
        }
        self.unreadable(&said, field, wanted);
        None
    }

    /// The name of something else in the plan, if it is there and not blank.
    pub fn name_of(&mut self, field: &'static str, of: Of) -> Option<Said<String>> {
        self.one(field, Shape::Name(of))
    }

    fn one(&mut self, field: &'static str, shape: Shape) -> Option<Said<String>> {
        let node = self.node(field, shape)?;
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => None,
            Value::Text(text) => Some(Said { value: text.clone(), at: node.at }),
            _ => {
                self.wrong(node.at, field, "text");
                None
            }
        }
    }

    /// A text that must be there.
    pub fn needed(&mut self, field: &'static str) -> Said<String> {
        self.text(field).unwrap_or_else(|| {
            self.missing(field);
            Said::default()
        })
    }

    /// Says that a field is missing.
    pub fn missing(&mut self, field: &'static str) {
        if let Some(asked) = self.asked.iter_mut().find(|asked| asked.name == field) {
            asked.needed = true;
        }
        if !self.findings.iter().any(|found| found.name("field") == field) {
            let found = Finding::new(Code::MissingField, self.at).with("field", field).with("name", &self.name);
            self.findings.push(found);
        }
    }

    /// A list of texts; a single text is a list of one.
    pub fn list(&mut self, field: &'static str) -> Vec<Said<String>> {
        self.several(field, Shape::Texts)
    }

    /// Names of other things in the plan.
    pub fn names_of(&mut self, field: &'static str, of: Of) -> Vec<Said<String>> {
        self.several(field, Shape::Names(of))
    }

    fn several(&mut self, field: &'static str, shape: Shape) -> Vec<Said<String>> {
        let Some(node) = self.node(field, shape) else { return Vec::new() };
        let items = match &node.value {
            Value::Text(text) if text.trim().is_empty() => return Vec::new(),
            Value::Text(text) => return vec![Said { value: text.clone(), at: node.at }],
            Value::List(items) => items,
            _ => {
                self.wrong(node.at, field, "list");
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Text(text) => texts.push(Said { value: text.clone(), at: item.at }),
                _ => self.wrong(item.at, field, "text"),
            }
        }
        texts
    }

    /// Where a field holds a list although one text is asked for.
    pub fn list_instead(&self, field: &str) -> Option<(At, usize)> {
        match self.table.get(field) {
            Some(Node { value: Value::List(items), at, .. }) => Some((*at, items.len())),
            _ => None,
        }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, field: &'static str, least: i64, most: i64) -> Option<i64> {
        let node = self.node(field, Shape::Number(least, most))?;
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => None,
            Value::Number(number) if (least..=most).contains(number) => Some(*number),
            Value::Number(number) => {
                let said = Said { value: number.to_string(), at: node.at };
                self.unreadable(&said, field, "number");
                None
            }
            _ => {
                self.wrong(node.at, field, "number");
                None
            }
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, field: &'static str) -> Option<bool> {
        let node = self.node(field, Shape::Flag)?;
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => {
                self.wrong(node.at, field, "flag");
                None
            }
        }
    }

    /// One word of a closed list.
    pub fn choice<T: Copy>(&mut self, field: &'static str, choices: &[Choice<T>]) -> Option<Said<T>> {
        let said = self.one(field, Shape::Choice(words(choices)))?;
        self.chosen(field, &said, choices)
    }

    /// Several words of a closed list.
    pub fn choices<T: Copy>(&mut self, field: &'static str, choices: &[Choice<T>]) -> Vec<Said<T>> {
        let said = self.several(field, Shape::Choices(words(choices)));
        said.iter().filter_map(|one| self.chosen(field, one, choices)).collect()
    }

    fn chosen<T: Copy>(&mut self, field: &'static str, said: &Said<String>, choices: &[Choice<T>]) -> Option<Said<T>> {
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == said.value) {
            return Some(Said { value: *value, at: said.at });
        }
        let found = Finding::new(Code::UnknownChoice, said.at).with("field", field).with("name", &said.value);
        self.findings.push(found.with("wanted", words(choices).join(", ")));
        None
    }

    /// Languages by their codes.
    pub fn languages(&mut self, field: &'static str) -> Vec<Said<Language>> {
        self.choices(field, value::LANGUAGES)
    }

    /// A length of time, in minutes.
    pub fn minutes(&mut self, field: &'static str) -> Option<i64> {
        let said = self.one(field, Shape::Length)?;
        let minutes = value::minutes(&said.value);
        if minutes.is_none() {
            self.unreadable(&said, field, "length");
        }
        minutes
    }

    /// A day: TOML's own date, or the same as a text.
    pub fn day(&mut self, field: &'static str) -> Option<Said<Date>> {
        let node = self.node(field, Shape::Day)?;
        let written = match &node.value {
            Value::Text(written) if written.trim().is_empty() => return None,
            Value::Date(written) | Value::Text(written) => Said { value: written.clone(), at: node.at },
            _ => {
                self.wrong(node.at, field, "day");
                return None;
            }
        };
        match written.value.parse::<Date>() {
            Ok(day) => Some(Said { value: day, at: node.at }),
            Err(_) => {
                self.unreadable(&written, field, "day");
                None
            }
        }
    }

    /// What a reading of each text of a list gives; those it cannot read are found.
    pub fn each<T>(
        &mut self,
        field: &'static str,
        shape: Shape,
        wanted: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let said = self.several(field, shape);
        let mut values = Vec::with_capacity(said.len());
        for one in &said {
            match read(&one.value) {
                Some(value) => values.push(value),
                None => self.unreadable(one, field, wanted),
            }
        }
        values
    }

    /// Says what was there and not asked for.
    pub fn done(mut self) -> Vec<Finding> {
        for (field, node) in self.table {
            if !self.asked.iter().any(|asked| asked.name == field) {
                let near = value::nearest(field, self.asked.iter().map(|asked| asked.name));
                let found = Finding::new(Code::UnknownField, node.key_at).with("name", field);
                self.findings.push(found.with("section", &self.name).with("near", near.unwrap_or_default()));
            }
        }
        self.findings
    }
}

fn words<T>(choices: &[Choice<T>]) -> Vec<&'static str> {
    choices.iter().map(|(word, _)| *word).collect()
}

/// Most items of one kind: a plan is read by people.
const MOST_ITEMS: usize = 500;

/// Reads every `[kind.id]`, in the order of the text.
pub(super) fn items<T>(
    root: &Table,
    kind: &'static str,
    findings: &mut Vec<Finding>,
    read: impl Fn(&mut Section<'_>) -> T,
) -> Vec<Item<T>> {
    let Some(node) = root.get(kind) else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        findings.push(Finding::new(Code::WrongKind, node.at).with("field", kind).with("wanted", "section"));
        return Vec::new();
    };
    if table.len() > MOST_ITEMS {
        findings.push(Finding::new(Code::TooLong, node.key_at).with("most", MOST_ITEMS).with("kind", "items"));
        return Vec::new();
    }
    let mut read_items = Vec::with_capacity(table.len());
    let mut nodes: Vec<_> = table.iter().collect();
    nodes.sort_by_key(|(_, node)| node.order);
    for (id, node) in nodes {
        let Value::Table(fields) = &node.value else {
            findings.push(Finding::new(Code::WrongKind, node.at).with("field", id).with("wanted", "section"));
            continue;
        };
        let mut section = Section::new(&format!("{kind}.{id}"), fields, node.key_at);
        let body = read(&mut section);
        findings.extend(section.done());
        read_items.push(Item { id: id.clone(), at: node.key_at, body });
    }
    read_items
}

/// Reads `[kind]`, where it stands alone.
pub(super) fn single<T>(
    root: &Table,
    kind: &'static str,
    findings: &mut Vec<Finding>,
    read: impl Fn(&mut Section<'_>) -> T,
) -> Option<Said<T>> {
    let node = root.get(kind)?;
    let Value::Table(fields) = &node.value else {
        findings.push(Finding::new(Code::WrongKind, node.at).with("field", kind).with("wanted", "section"));
        return None;
    };
    let mut section = Section::new(kind, fields, node.key_at);
    let value = read(&mut section);
    findings.extend(section.done());
    Some(Said { value, at: node.key_at })
}
