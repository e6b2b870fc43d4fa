//! A plan as forms: which sections there are, what each is asked for, what a text says there, and the changes that a filled-in form means.
//! The forms are taken from the reader ([`super::read()`]), so that a field is asked for here exactly where it is understood there.

use super::change::{Change, Written, written};
use super::finding::{Code, Finding};
use super::read::{asked, tree, tree_below};
use super::source::{At, Node, Table, Value};

/// What a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A person.
    Person,
    /// A role or a person.
    Who,
    /// An objective.
    Objective,
    /// A strategy.
    Strategy,
    /// An action.
    Action,
    /// A scenario.
    Scenario,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// Texts, one a line.
    Texts,
    /// A whole number between two.
    Number(i64, i64),
    /// Yes or no.
    Flag,
    /// One of these words.
    Choice(Vec<&'static str>),
    /// Some of these words.
    Choices(Vec<&'static str>),
    /// A length of time: `15 min`, `2 h`, `3 days`.
    Length,
    /// A day: `2026-08-01`.
    Day,
    /// Hours of the week, one a line: `mon-fri 08:00-19:00`.
    Hours,
    /// Days away, one a line: `2026-08-01..2026-08-21`.
    Absences,
    /// A time zone: `Europe/Paris`.
    Zone,
    /// The name of something in the plan.
    Name(Of),
    /// Names of things in the plan, in order.
    Names(Of),
}

/// A field of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the text.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub needed: bool,
}

/// The form of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its name in the text.
    pub section: &'static str,
    /// Whether it stands alone (`[policy]`) rather than holding items (`[action.stop]`).
    pub alone: bool,
    /// Its fields, in the order of asking; none in `blank`, whose fields have any name and hold texts.
    pub fields: Vec<Field>,
}

/// The sections of a plan, in the order in which one writes them, and whether each stands alone.
pub(super) const SECTIONS: [(&str, bool); 21] = [
    ("plan", true),
    ("blank", true),
    ("person", false),
    ("role", false),
    ("objective", false),
    ("strategy", false),
    ("action", false),
    ("risk", false),
    ("scenario", false),
    ("reply", false),
    ("clock", false),
    ("stakeholder", false),
    ("approval", false),
    ("escalation", false),
    ("mandate", true),
    ("freeze", true),
    ("policy", true),
    ("policy-in", false),
    ("conduct", true),
    ("test", false),
    ("lesson", false),
];

/// The forms of a plan.
pub fn forms() -> impl Iterator<Item = Form> {
    SECTIONS.into_iter().map(|(section, alone)| {
        let mut fields = asked(section);
        // What it is called stands first.
        fields.sort_by_key(|field| !matches!(field.name, "title" | "name" | "text"));
        Form { section, alone, fields }
    })
}

/// The form of one section; `None` where no plan has it.
pub fn form(section: &str) -> Option<Form> {
    forms().find(|form| form.section == section)
}

/// What a plan says in one section that stands alone, or in one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `action`.
    pub section: String,
    /// `call-authority`; none in a section that stands alone.
    pub id: Option<String>,
    /// Where its header stands.
    pub at: At,
    /// Whether the text itself writes it, in part at least, rather than its base alone.
    pub own: bool,
    /// What it says, by the names of the fields.
    pub fields: Vec<Filled>,
}

/// What one field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Its name in the text.
    pub name: String,
    /// What it says; `None` for what no plan holds.
    pub said: Option<Written>,
    /// Where its value stands.
    pub at: At,
}

/// Everything a plan says, in its order; of a client's differences, laid over their base.
pub fn entries(text: &str, base: Option<&str>) -> Vec<Entry> {
    listed(&tree(text, base, &mut Vec::new()), u8::from(base.is_some()))
}

fn listed(root: &Table, top: u8) -> Vec<Entry> {
    let mut all = Vec::new();
    for (section, alone) in SECTIONS {
        let Some(Node { value: Value::Table(table), key_at, .. }) = root.get(section) else { continue };
        if alone {
            all.push(entry(section, None, *key_at, table, top));
            continue;
        }
        let mut items: Vec<_> = table.iter().collect();
        items.sort_by_key(|(_, node)| node.order);
        for (id, node) in items {
            if let Value::Table(fields) = &node.value {
                all.push(entry(section, Some(id.clone()), node.key_at, fields, top));
            }
        }
    }
    all
}

fn entry(section: &str, id: Option<String>, at: At, table: &Table, top: u8) -> Entry {
    let fields: Vec<Filled> =
        table.iter().map(|(name, node)| Filled { name: name.clone(), said: whole(node), at: node.at }).collect();
    let own = at.text == top || fields.iter().any(|field| field.at.text == top);
    Entry { section: section.to_owned(), id, at, own, fields }
}

/// What a node says, unless a part of it would be lost.
fn whole(node: &Node) -> Option<Written> {
    let lost = |item: &Node| !matches!(item.value, Value::Text(_));
    match &node.value {
        Value::List(items) if items.iter().any(lost) => None,
        _ => written(node),
    }
}

impl Entry {
    /// What a field says.
    pub fn field(&self, name: &str) -> Option<&Filled> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether a finding is about it; then which field, where it is about one.
    pub fn concerns<'a>(&'a self, found: &'a Finding) -> Option<Option<&'a str>> {
        let within = |at: At| at.text == found.at.text && at.from <= found.at.from && found.at.to <= at.to;
        if let Some((section, _)) = found.code.belongs() {
            return (self.section == section && self.id.is_none()).then_some(None);
        }
        if found.at == self.at {
            let named = Some(found.name("field")).filter(|field| !field.is_empty());
            return Some(named.or_else(|| self.mended_in(found.code)));
        }
        self.fields.iter().find(|field| within(field.at)).map(|field| Some(field.name.as_str()))
    }
}

impl Entry {
    /// The field in which something missing is mended.
    fn mended_in(&self, code: Code) -> Option<&'static str> {
        let fields: &[&str] = match code {
            Code::OrphanStrategy => &["objective"],
            Code::OrphanAction => &["strategy"],
            Code::NoResponsible => &["responsible", "owner", "tell"],
            Code::NoDeputy => &["deputy"],
            Code::UnreachableOwner | Code::InventedContact | Code::OnePersonTwice => &["phone"],
            Code::RiskWithoutQuery => &["queries"],
            Code::RiskWithoutScenario => &["scenario"],
            Code::ScenarioWithoutAction => &["moves"],
            Code::NoSafety => &["safety"],
            Code::NotApproved | Code::UnboundApproval => &["approved_by"],
            Code::ClockWithoutFallback | Code::ApprovalWithoutFallback => &["fallback"],
            Code::FreezeWithoutAllow => &["allow"],
            _ => return None,
        };
        let asked = asked(&self.section);
        asked.iter().map(|field| field.name).find(|name| fields.contains(name))
    }
}

/// A value as the inputs of a form hold it: one text each; a list has one for each item. `None` for what a form cannot hold without loss.
pub fn shown(said: &Written) -> Option<Vec<String>> {
    Some(match said {
        Written::Text(text) => vec![text.clone()],
        Written::Number(number) => vec![number.to_string()],
        Written::Flag(flag) => vec![flag.to_string()],
        Written::List(items) if items.iter().any(|item| item.contains(['\n', '\r']) || item.trim().is_empty()) => {
            return None;
        }
        Written::List(items) => items.clone(),
        Written::Section {} => return None,
    })
}

/// What was typed into a field: nothing, where all of it is blank. What does not fit the shape is kept as the text it is; the compiler finds it there.
pub fn meant(shape: &Shape, typed: &[String]) -> Option<Written> {
    let typed: Vec<String> = typed.iter().map(|text| text.replace("\r\n", "\n")).collect();
    let lines = || typed.iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| !line.is_empty());
    let first = typed.first().map(|text| text.trim()).filter(|text| !text.is_empty());
    if is_several(shape) && *shape != Shape::Zone {
        let lines: Vec<String> = lines().map(str::to_owned).collect();
        return (!lines.is_empty()).then_some(Written::List(lines));
    }
    let first = first?;
    Some(match shape {
        Shape::Number(..) => first.parse().map_or_else(|_| Written::Text(first.to_owned()), Written::Number),
        Shape::Flag => Written::Flag(first == "true"),
        _ => Written::Text(first.to_owned()),
    })
}

/// One field of a form, as it came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent<'a> {
    /// The field's name.
    pub name: &'a str,
    /// What it holds.
    pub shape: &'a Shape,
    /// What it showed.
    pub was: Vec<String>,
    /// What was typed.
    pub typed: Vec<String>,
}

impl Sent<'_> {
    fn shows(&self) -> Option<Written> {
        meant(self.shape, &self.was)
    }

    fn means(&self) -> Option<Written> {
        meant(self.shape, &self.typed)
    }

    /// Whether anything was typed. A box that was not ticked says `false` or nothing.
    pub fn is_changed(&self) -> bool {
        let no = |said: Option<Written>| said.filter(|said| *said != Written::Flag(false));
        no(self.shows()) != no(self.means())
    }

    /// Whether somebody else changed the field since it was shown, and otherwise.
    pub fn is_contested(&self, now: Option<&Entry>) -> bool {
        let said = now.and_then(|entry| entry.field(self.name)).and_then(|field| field.said.as_ref());
        let holds = said.and_then(shown).and_then(|shown| meant(self.shape, &shown));
        self.is_changed() && holds != self.shows() && holds != self.means()
    }
}

/// The changes that a form means, of what was typed alone. Over a base (`under`: what that says there), a field that says what the base says
/// goes out of the differences, and one that is emptied says so.
pub fn edits(
    section: &str,
    id: Option<&str>,
    now: Option<&Entry>,
    under: Option<&Entry>,
    sent: &[Sent<'_>],
) -> Vec<Change> {
    let change = |field: Option<&str>, from, to| Change {
        section: section.to_owned(),
        id: id.map(str::to_owned),
        field: field.map(str::to_owned),
        from,
        to,
    };
    let mut changes = Vec::new();
    for one in sent.iter().filter(|one| one.is_changed()) {
        let there = now.and_then(|entry| entry.field(one.name));
        let said = there.and_then(|field| field.said.clone());
        // What a form cannot hold without loss is not changed by one.
        if there.is_some() && !said.as_ref().is_some_and(|said| fits(one.shape, said)) {
            continue;
        }
        let below = under.and_then(|entry| entry.field(one.name)).and_then(|field| field.said.as_ref());
        let to = match (one.means(), below) {
            (Some(means), Some(below)) if means == *below => None,
            (None, Some(_)) => Some(emptied(one.shape)),
            (means, _) => means,
        };
        changes.push(change(Some(one.name), said, to));
    }
    if now.is_none() && !changes.is_empty() {
        changes.insert(0, change(None, None, Some(Written::Section {})));
    }
    changes
}

fn is_several(shape: &Shape) -> bool {
    matches!(shape, Shape::Texts | Shape::Choices(_) | Shape::Hours | Shape::Absences | Shape::Zone | Shape::Names(_))
}

/// Whether a form can hold it without loss in an input of this shape.
pub fn fits(shape: &Shape, said: &Written) -> bool {
    let kind = match said {
        Written::Flag(_) => *shape == Shape::Flag,
        Written::List(_) => is_several(shape) && *shape != Shape::Zone,
        Written::Text(_) => *shape != Shape::Flag,
        Written::Number(_) => !is_several(shape) && *shape != Shape::Flag,
        Written::Section {} => false,
    };
    kind && shown(said).is_some()
}

/// What says that a field of the base is empty.
fn emptied(shape: &Shape) -> Written {
    match shape {
        Shape::Flag => Written::Flag(false),
        Shape::Zone => Written::Text(String::new()),
        shape if is_several(shape) => Written::List(Vec::new()),
        _ => Written::Text(String::new()),
    }
}

/// What the base plan of a client's differences says beneath them: without what they take out.
pub fn below(text: &str, base: &str) -> Vec<Entry> {
    listed(&tree_below(text, base), 0)
}

/// The changes that take an item out: of the text, and of its base by name (`without`). With a scenario go its replies and risks, and its name
/// wherever others list it; what was only for that scenario goes too.
pub fn without(text: &str, base: Option<&str>, section: &str, id: &str) -> Vec<Change> {
    let is = |entry: &Entry| entry.section == section && entry.id.as_deref() == Some(id);
    let own = entries(text, None);
    let mut changes: Vec<Change> = own.iter().filter(|entry| is(entry)).map(out).collect();
    if section == "scenario" {
        changes.extend(own.iter().filter_map(|entry| along(entry, id)));
    }
    if base.is_some_and(|base| entries(base, None).iter().any(is)) {
        let head = own.iter().find(|entry| entry.section == "plan");
        let from = head.and_then(|head| head.field("without")).and_then(|field| field.said.clone());
        let mut gone = match &from {
            Some(Written::List(gone)) => gone.clone(),
            _ => Vec::new(),
        };
        let name = format!("{section}.{id}");
        if !gone.contains(&name) {
            gone.push(name);
            let (section, field) = ("plan".to_owned(), Some("without".to_owned()));
            changes.push(Change { section, id: None, field, from, to: Some(Written::List(gone)) });
        }
    }
    changes
}

fn out(entry: &Entry) -> Change {
    let (section, id) = (entry.section.clone(), entry.id.clone());
    Change { section, id, field: None, from: Some(Written::Section {}), to: None }
}

/// What becomes of an entry when a scenario goes.
fn along(entry: &Entry, scenario: &str) -> Option<Change> {
    let said = |field: &str| entry.field(field).and_then(|field| field.said.as_ref());
    if said("scenario") == Some(&Written::Text(scenario.to_owned())) {
        return Some(out(entry));
    }
    let Some(Written::List(listed)) = said("scenarios") else { return None };
    let rest: Vec<String> = listed.iter().filter(|one| *one != scenario).cloned().collect();
    if rest.len() == listed.len() {
        return None;
    }
    if rest.is_empty() {
        return Some(out(entry));
    }
    let (section, id) = (entry.section.clone(), entry.id.clone());
    let from = Some(Written::List(listed.clone()));
    Some(Change { section, id, field: Some("scenarios".to_owned()), from, to: Some(Written::List(rest)) })
}
