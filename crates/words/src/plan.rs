//! What the check of a plan finds, in sentences: what, why it matters, how to mend it.

use crate::{Arg, Words};
use domain::organisation::Role;
use domain::plan::{Change, Code, Finding, Shape, Written};

/// One finding, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is found, with the word that was probably meant.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub fix: String,
}

/// Tells a finding.
pub fn finding(words: &Words, found: &Finding) -> Told {
    let mut args: Vec<(&str, Arg<'_>)> =
        found.names.iter().map(|(key, name)| (*key, Arg::from(name.as_str()))).collect();
    if found.code == Code::NobodyCanRelease {
        let said = |key: &str| if found.name(key).is_empty() { "no" } else { "yes" };
        args.push(("dated", said("day").into()));
        args.push(("absent", said("missing").into()));
    }
    let id = format!("finding-{}", found.code.code());
    let mut what = words.tell(&id, &args);
    if !found.name("near").is_empty() {
        what = format!("{what} {}", words.name("finding-near", found.name("near")));
    }
    Told { what, why: words.tell(&format!("{id}-why"), &args), fix: words.tell(&format!("{id}-fix"), &args) }
}

/// One change, the same in every language: `~ action.stop within: 15 min → 30 min`.
pub fn change(change: &Change) -> String {
    let item = match &change.id {
        Some(id) => format!("{}.{id}", change.section),
        None => change.section.clone(),
    };
    let value = |written: &Written| match written {
        Written::Text(text) => text.clone(),
        Written::Number(number) => number.to_string(),
        Written::Flag(flag) => flag.to_string(),
        Written::List(texts) => texts.join(", "),
        Written::Section {} => String::new(),
    };
    match (&change.field, &change.from, &change.to) {
        (None, _, None) => format!("- {item}"),
        (None, ..) => format!("+ {item}"),
        (Some(field), Some(from), Some(to)) => format!("~ {item} {field}: {} → {}", value(from), value(to)),
        (Some(field), Some(from), None) => format!("- {item} {field}: {}", value(from)),
        (Some(field), None, to) => format!("+ {item} {field}: {}", to.as_ref().map(value).unwrap_or_default()),
    }
}

/// The word for what somebody is.
pub fn house_role(words: &Words, role: Role) -> String {
    words.say(match role {
        Role::Owner => "person-owner",
        Role::Lead => "person-lead",
        Role::Spokesperson => "person-spokesperson",
        Role::SocialManager => "person-social-manager",
        Role::Legal => "person-legal",
        Role::Executive => "person-executive",
        Role::Agency => "person-agency",
        Role::Client => "person-client",
        Role::ReadOnly => "person-read-only",
        Role::Auditor => "person-auditor",
    })
}

/// The word for a role of a plan: the house's for the roles that it knows, else the plan's own.
pub fn role(words: &Words, id: &str) -> String {
    Role::from_code(id).map_or_else(|| id.to_owned(), |role| house_role(words, role))
}

/// A section as a heading.
pub fn section(words: &Words, section: &str) -> String {
    words.say(&format!("form-section-{section}"))
}

/// A field as the label of its input.
pub fn field(words: &Words, field: &str) -> String {
    words.say(&format!("form-field-{field}"))
}

/// How a field is typed, where that needs saying.
pub fn hint(words: &Words, shape: &Shape) -> Option<String> {
    let id = match shape {
        Shape::Texts => "form-hint-lines",
        Shape::Length => "form-hint-length",
        Shape::Hours => "form-hint-hours",
        Shape::Absences => "form-hint-absences",
        Shape::Zone => "form-hint-zone",
        _ => return None,
    };
    Some(words.say(id))
}

/// A word of a closed list, said.
pub fn choice(words: &Words, field: &str, word: &str) -> String {
    match (field, word) {
        ("cause", _) => words.say(&format!("cause-{word}")),
        ("language" | "languages", _) => words.say(&format!("lang-{word}")),
        ("channel", "mastodon") => "Mastodon".to_owned(),
        ("channel", "bluesky") => "Bluesky".to_owned(),
        ("channel", "x") => "X".to_owned(),
        ("channel", "facebook") => "Facebook".to_owned(),
        ("channel", "instagram") => "Instagram".to_owned(),
        _ => words.say(&format!("form-word-{word}")),
    }
}
