//! One part of the plan as a form: each field with what is found in it.

use super::{Found, told};
use crate::pages::Shell;
use askama::Template;
use domain::plan::{Entry, Field, Finding, Form, Of, Plan, Shape, fits, shown};
use words::Words;
use words::plan::{choice, field, hint};

/// The page of one item, or of a section that stands alone.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_form.html")]
pub struct PlanFormPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The section.
    pub section: &'static str,
    /// The item; none in a section that stands alone.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// The version the form was made from.
    pub version: i64,
    /// The inputs.
    pub fields: Vec<Input>,
    /// What is found in the item as a whole.
    pub found: Vec<Found>,
    /// Somebody changed the same meanwhile.
    pub conflict: bool,
    /// Whether there is such an item yet.
    pub there: bool,
    /// Whether it has just been kept.
    pub kept: bool,
    /// A blank more, as it was typed: name, text.
    pub blank: (String, String),
}

/// The page of a section that holds items.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_section.html")]
pub struct PlanSectionPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The section.
    pub section: &'static str,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// Its items.
    pub items: Vec<Listed>,
    /// A name that could not be taken, as it was typed.
    pub refused: Option<String>,
}

/// An item in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether only the base plan says it.
    pub below: bool,
    /// How much is found in it.
    pub found: i64,
}

/// One input.
#[derive(Clone, Debug)]
pub struct Input {
    /// The field's name.
    pub name: String,
    /// What stands above it.
    pub label: String,
    /// How it is typed.
    pub hint: Option<String>,
    /// Whether it must be there.
    pub needed: bool,
    /// Whether the base plan says it.
    pub below: bool,
    /// What it shows, a line each: sent back with what is typed.
    pub was: String,
    /// What somebody else wrote there meanwhile, where that is not what came back to be typed on.
    pub holds: Option<String>,
    /// How it is asked.
    pub kind: Kind,
    /// What is found in it.
    pub found: Vec<Found>,
}

/// How a field is asked.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A line.
    Line(String),
    /// Several lines.
    Lines(String),
    /// A box to tick.
    Tick(bool),
    /// Boxes to tick: value, label, ticked.
    Ticks(Vec<(String, String, bool)>),
    /// Lists to choose one each from: value, label, chosen.
    Lists(Vec<Vec<(String, String, bool)>>),
    /// Not by a form.
    Locked(String),
}

/// What a form is made from.
pub struct Made<'a> {
    /// Speaks.
    pub words: &'a Words,
    /// The whole plan, for the names one may choose.
    pub plan: &'a Plan,
    /// The item as it stands; none where it is new.
    pub entry: Option<&'a Entry>,
    /// What is found in the plan.
    pub findings: &'a [Finding],
    /// What was typed, where it comes back: by the names of the fields.
    pub typed: &'a [(String, Vec<String>)],
    /// Which text is the organisation's own: 1 over a base, else 0.
    pub top: u8,
}

/// How an item is called: its title, name or words, else its short name.
pub fn called(entry: &Entry) -> String {
    let said =
        ["title", "name", "text"].into_iter().find_map(|field| entry.field(field)?.said.as_ref().and_then(shown));
    let short =
        |text: String| if text.chars().count() > 80 { text.chars().take(79).chain(['…']).collect() } else { text };
    said.and_then(|mut said| said.pop()).map(short).or_else(|| entry.id.clone()).unwrap_or_default()
}

impl Made<'_> {
    /// The inputs of a form.
    pub fn inputs(&self, form: &Form) -> Vec<Input> {
        if form.section == "blank" {
            let names = self.entry.iter().flat_map(|entry| &entry.fields).map(|field| field.name.as_str());
            return names.map(|name| self.input(name, name.to_owned(), &Shape::Text, false)).collect();
        }
        let of = |one: &Field| self.input(one.name, field(self.words, one.name), &one.shape, one.needed);
        // The stamp of an approved text is nothing to type.
        form.fields.iter().filter(|field| field.name != "approved_text").map(of).collect()
    }

    /// What is found in the item as a whole.
    pub fn found(&self) -> Vec<Found> {
        let Some(entry) = self.entry else { return Vec::new() };
        let whole = self.findings.iter().filter(|one| entry.concerns(one) == Some(None));
        whole.map(|one| told(self.words, one)).collect()
    }

    fn input(&self, name: &str, label: String, shape: &Shape, needed: bool) -> Input {
        let there = self.entry.and_then(|entry| entry.field(name));
        let said = match there.map(|field| field.said.as_ref()) {
            None => Some(Vec::new()),
            Some(said) => said.filter(|said| fits(shape, said)).and_then(shown),
        };
        let typed = self.typed.iter().find(|(of, _)| of == name).map(|(_, typed)| typed);
        let was = said.as_ref().map(|said| said.join("\n")).unwrap_or_default();
        let lines = |typed: &Vec<String>| typed.join("\n").replace("\r\n", "\n").trim().to_owned();
        let holds = typed.filter(|typed| lines(typed) != was.trim()).map(|_| was.clone());
        let kind = match (typed, said) {
            (_, None) => Kind::Locked(self.words.say("plan-in-text-only")),
            (Some(typed), _) => self.kind(name, shape, typed),
            (None, Some(said)) => self.kind(name, shape, &said),
        };
        let concerned = |one: &&Finding| self.entry.and_then(|entry| entry.concerns(one)) == Some(Some(name));
        Input {
            name: name.to_owned(),
            label,
            hint: hint(self.words, shape),
            needed,
            below: there.is_some_and(|field| field.at.text != self.top),
            was,
            holds,
            kind,
            found: self.findings.iter().filter(concerned).map(|one| told(self.words, one)).collect(),
        }
    }

    fn kind(&self, name: &str, shape: &Shape, said: &[String]) -> Kind {
        let first = said.first().cloned().unwrap_or_default();
        match shape {
            // An `<input>` would lose the line's end.
            Shape::Text if matches!(name, "text" | "safety" | "message") || first.contains('\n') => Kind::Lines(first),
            Shape::Texts | Shape::Hours | Shape::Absences => Kind::Lines(said.join("\n")),
            Shape::Flag => Kind::Tick(first == "true"),
            // The first language is the main one: order matters.
            Shape::Choices(words) if name == "languages" => lists(said, &self.known(name, words)),
            Shape::Choices(words) => {
                let ticked = said.iter().map(|said| {
                    self.known(name, words)
                        .into_iter()
                        .find(|(word, _)| word == said)
                        .unwrap_or_else(|| (said.clone(), said.clone()))
                });
                let others = self.known(name, words).into_iter().filter(|(word, _)| !said.contains(word));
                let ticked = ticked.map(|(word, label)| (word, label, true));
                Kind::Ticks(ticked.chain(others.map(|(word, label)| (word, label, false))).collect())
            }
            Shape::Choice(words) => Kind::Lists(vec![list(&first, &self.known(name, words))]),
            Shape::Name(of) => Kind::Lists(vec![list(&first, &self.names(*of))]),
            Shape::Names(of) => lists(said, &self.names(*of)),
            _ => Kind::Line(first),
        }
    }

    /// The words of a closed list: as written, as said.
    fn known(&self, name: &str, words: &[&'static str]) -> Vec<(String, String)> {
        words.iter().map(|word| ((*word).to_owned(), choice(self.words, name, word))).collect()
    }

    /// What one may name: short name and how it is called.
    fn names(&self, of: Of) -> Vec<(String, String)> {
        let plan = self.plan;
        let people = || plan.people.iter().map(|one| (one.id.clone(), one.body.name.clone()));
        let roles = plan.roles.iter().map(|one| {
            let first = one.body.people.first().and_then(|first| plan.person(&first.value));
            let name = first.map_or(String::new(), |first| format!(" ({})", first.body.name));
            (one.id.clone(), format!("{}{name}", one.id))
        });
        match of {
            Of::Person => people().collect(),
            Of::Who => roles.chain(people()).collect(),
            Of::Objective => plan.objectives.iter().map(|one| (one.id.clone(), one.body.text.clone())).collect(),
            Of::Strategy => plan.strategies.iter().map(|one| (one.id.clone(), one.body.text.clone())).collect(),
            Of::Action => plan.actions.iter().map(|one| (one.id.clone(), one.body.text.clone())).collect(),
            Of::Scenario => plan.scenarios.iter().map(|one| (one.id.clone(), one.body.title.clone())).collect(),
        }
    }
}

/// One list: nothing, what one may choose, and what stands there although one may not.
fn list(said: &str, known: &[(String, String)]) -> Vec<(String, String, bool)> {
    let mut options = vec![(String::new(), "—".to_owned(), said.is_empty())];
    let odd = !said.is_empty() && !known.iter().any(|(name, _)| name == said);
    options.extend(known.iter().map(|(name, label)| (name.clone(), label.clone(), name == said)));
    if odd {
        options.push((said.to_owned(), said.to_owned(), true));
    }
    options
}

/// A list for each that is said, and two for more.
fn lists(said: &[String], known: &[(String, String)]) -> Kind {
    Kind::Lists(said.iter().map(String::as_str).chain(["", ""]).map(|row| list(row, known)).collect())
}

impl PlanFormPage {
    /// Where the form is sent.
    pub(crate) fn action(&self) -> String {
        let (organisation, section) = (self.organisation.0, self.section);
        match &self.id {
            Some(id) => format!("/plan/{organisation}/edit/{section}/{}", escaped(id)),
            None => format!("/plan/{organisation}/edit/{section}"),
        }
    }

    pub(crate) fn is_locked(&self, input: &Input) -> bool {
        matches!(input.kind, Kind::Locked(_))
    }

    /// Where one comes from.
    pub(crate) fn back(&self) -> String {
        match self.id {
            Some(_) => format!("/plan/{}/edit/{}", self.organisation.0, self.section),
            None => format!("/plan/{}", self.organisation.0),
        }
    }
}

/// A short name in an address.
pub fn escaped(id: &str) -> String {
    let text: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
    text.replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::plan::{Kind as Ships, Sent, below, edits, entries, form, read, shipped};
    use words::Locale;

    /// What a browser sends of an input that nobody touched.
    fn untouched(kind: &Kind) -> Vec<String> {
        match kind {
            Kind::Line(text) => vec![text.replace(['\r', '\n'], "")],
            Kind::Lines(text) => vec![text.replace('\n', "\r\n")],
            Kind::Tick(ticked) => ticked.then(|| "true".to_owned()).into_iter().collect(),
            Kind::Ticks(all) => all.iter().filter(|(.., on)| *on).map(|(value, ..)| value.clone()).collect(),
            Kind::Lists(lists) => {
                let chosen =
                    |list: &Vec<(String, String, bool)>| list.iter().find(|(.., on)| *on).map(|(v, ..)| v.clone());
                lists.iter().filter_map(chosen).collect()
            }
            Kind::Locked(_) => vec!["anything".to_owned()],
        }
    }

    fn sent_back(text: &str, base: Option<&str>) -> usize {
        let words = Words::new(Locale::En, "UTC", jiff::Timestamp::UNIX_EPOCH);
        let (plan, findings) = read(text, base);
        let under = base.map(|base| below(text, base)).unwrap_or_default();
        let mut inputs = 0;
        for entry in entries(text, base) {
            let form = form(&entry.section).unwrap_or_else(|| panic!("a form of {}", entry.section));
            let top = u8::from(base.is_some());
            let made = Made { words: &words, plan: &plan, entry: Some(&entry), findings: &findings, typed: &[], top };
            for input in made.inputs(&form) {
                let shape =
                    form.fields.iter().find(|field| field.name == input.name).map_or(&Shape::Text, |f| &f.shape);
                let (was, typed) = (vec![input.was.replace('\n', "\r\n")], untouched(&input.kind));
                let sent = [Sent { name: &input.name, shape, was, typed }];
                let below = under.iter().find(|one| one.section == entry.section && one.id == entry.id);
                let made = edits(&entry.section, entry.id.as_deref(), Some(&entry), below, &sent);
                assert_eq!(made, vec![], "{}.{:?} {}", entry.section, entry.id, input.name);
                inputs += 1;
            }
        }
        inputs
    }

    #[test]
    fn what_a_browser_sends_back_untouched_changes_nothing() {
        let mut inputs = 0;
        for language in [text::Language::Fr, text::Language::En, text::Language::Fy, text::Language::Nl] {
            for kind in Ships::ALL {
                let ships = |kind| shipped(kind, language).unwrap_or_else(|| panic!("{kind:?} ships"));
                let base = (kind == Ships::Client).then(|| ships(Ships::Agency));
                inputs += sent_back(ships(kind), base);
            }
        }
        assert!(inputs > 10_000, "{inputs} inputs");
        // Orders, line ends, values of the wrong kind.
        let odd = "[plan]\ntitle = \"a\"\nsize = \"team\"\nlanguages = [\"nl\", \"fr\", \"xx\"]\n[blank]\nsign = \"\"\"a\nb\"\"\"\n\
            [mandate]\nday = [\"reply\", \"watch\"]\n[person.a]\nname = \"A\"\nagency = \"yes\"\nhours = \"mon 8\"\n[action.b]\n\
            responsible = [\"a\", \"b\"]\nwithin = 7\n[clock.c]\npauses_at_night = false\nowner = \"gone\"\n";
        assert!(sent_back(odd, None) > 20 && sent_back(odd, Some("[plan]\ntitle = \"b\"\n")) > 20);
    }
}
