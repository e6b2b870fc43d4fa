//! The plan: begun, written, part by part.

use super::{Sample, words};
use crate::pages::Room;
use crate::pages::plan::approve::{ApprovePage, Waiting};
use crate::pages::plan::form::{Listed, Made, PlanFormPage, PlanSectionPage, called};
use crate::pages::plan::import::{Brought, ImportPage};
use crate::pages::plan::iso::IsoPage;
use crate::pages::plan::{Beginning, Conflict, Draft, PlanPage, Writing, told};
use askama::Template;
use domain::id::OrganisationId;
use domain::plan::{Entry, Finding, Plan, changes, check, entries, form, iso22361, read};
use engine::plan::Base;
use jiff::civil::date;

/// A small plan with something wrong in nearly every part.
const TEXT: &str = "[plan]\ntitle = \"Plan\"\nsize = \"team\"\nlanguages = [\"fr\", \"xx\"]\n\n[blank]\nbrand = \"Martin\"\n\n\
    [person.lea]\nname = \"Léa\"\nhours = [\"mon 8\"]\n\n[role.lead]\npeople = [\"lea\", \"nobody\"]\n\n\
    [clock.hold]\nkind = \"holding-statement\"\ndue = \"soon\"\nowner = \"leed\"\npauses_at_night = true\n\n\
    [reply.first]\nscenario = \"ill\"\nphase = \"holding\"\nlanguage = \"fr\"\ntext = \"{brand}: {nothing}\"\n\n\
    [scenario.ill]\ntitle = \"Ill\"\ncause = \"safety\"\nsigns = [\"one\\ntwo\"]\n";

impl Sample {
    /// Every page of the plan: name, HTML.
    pub(super) fn plan_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let text = TEXT.replace("Martin", "MARTIN").replace("\"Léa\"", &toml_text(&self.strange("Léa")));
        let (plan, found) = read(&text, Some(BASE));
        let findings = check(&plan, found, date(2026, 11, 22));
        let all = entries(&text, Some(BASE));
        let page = |section: &str, id: Option<&str>| {
            let entry = all.iter().find(|entry| entry.section == section && entry.id.as_deref() == id);
            self.plan_form(section, id, entry, (&plan, &findings))
        };
        vec![
            (
                "plan-none".to_owned(),
                PlanPage { writing: None, log: Vec::new(), ..self.plan(&text, &findings) }.render(),
            ),
            ("plan".to_owned(), self.plan(&text, &findings).render()),
            ("plan-iso".to_owned(), self.iso(&plan, &findings).render()),
            ("plan-iso-half".to_owned(), IsoPage { shown: None, ..self.iso(&plan, &findings) }.render()),
            (
                "plan-too-long".to_owned(),
                PlanPage { too_long: Some((1_000_001, 1_000_000)), ..self.plan(&text, &findings) }.render(),
            ),
            ("plan-import".to_owned(), self.import(&text, &findings).render()),
            ("plan-section".to_owned(), self.plan_section(&all).render()),
            ("plan-person".to_owned(), page("person", Some("lea")).render()),
            ("plan-clock".to_owned(), page("clock", Some("hold")).render()),
            ("plan-role".to_owned(), PlanFormPage { conflict: true, ..page("role", Some("lead")) }.render()),
            ("plan-scenario".to_owned(), page("scenario", Some("ill")).render()),
            ("plan-head".to_owned(), PlanFormPage { may_configure: false, ..page("plan", None) }.render()),
            ("plan-blank".to_owned(), page("blank", None).render()),
            ("plan-approve".to_owned(), self.approve().render()),
            ("plan-approved".to_owned(), ApprovePage { replies: Vec::new(), ..self.approve() }.render()),
        ]
    }

    fn import(&self, text: &str, findings: &[Finding]) -> ImportPage {
        let words = words(self.locale);
        ImportPage {
            shell: self.shell(Room::Plan, "/plan/1/import"),
            organisation: (1, self.strange("Boulangerie Martin")),
            version: 7,
            base: true,
            scenarios: vec![("ill".into(), self.strange("Quelqu’un est malade"))],
            may_configure: true,
            brought: Some(Brought {
                text: self.strange(TEXT),
                changes: changes(BASE, text).0,
                found: findings.iter().map(|one| told(&words, one).placed(text, one, true)).collect(),
                is_readable: true,
            }),
            problem: Some(words.say("import-no-text")),
            words,
        }
    }

    fn iso(&self, plan: &Plan, findings: &[Finding]) -> IsoPage {
        IsoPage {
            words: words(self.locale),
            shell: self.shell(Room::Plan, "/plan/1/iso"),
            organisation: (1, self.strange("Boulangerie Martin")),
            shown: Some(iso22361(plan, findings)),
        }
    }

    fn plan(&self, text: &str, findings: &[Finding]) -> PlanPage {
        let words = words(self.locale);
        let base = Base { organisation: OrganisationId(2), text: BASE.to_owned() };
        let draft =
            Draft { organisation: 1, version: 7, text: text.to_owned(), base: Some(&base), why: self.strange("names") };
        let ours = changes(BASE, TEXT).0;
        let conflict = Conflict { version: 8, theirs: ours.clone(), ours, both: Some(TEXT.to_owned()) };
        PlanPage {
            too_long: None,
            writing: Some(Writing::new(&words, draft, findings, Some(conflict))),
            shell: self.shell(Room::Plan, "/plan"),
            organisation: (1, self.strange("Boulangerie Martin")),
            others: vec![(2, self.strange("Hôtel du Port"))],
            may_configure: true,
            beginning: Beginning {
                language: self.locale,
                person: self.strange("Léa Moreau"),
                phone: self.strange("04 78 00 00 00"),
                email: self.strange("lea@port.test"),
            },
            base: Some(self.strange("Agence du Port")),
            bases: vec![(2, self.strange("Agence du Port"), true)],
            clients: vec![(3, self.strange("Hôtel du Port"))],
            to_approve: 3,
            may_approve: true,
            log: Vec::new(),
            words,
        }
    }

    fn plan_section(&self, all: &[Entry]) -> PlanSectionPage {
        let items = all.iter().filter(|entry| entry.section == "person").map(|entry| Listed {
            id: entry.id.clone().unwrap_or_default(),
            name: called(entry),
            below: !entry.own,
            found: 2,
        });
        PlanSectionPage {
            shell: self.shell(Room::Plan, "/plan/1/edit/person"),
            organisation: (1, self.strange("Boulangerie Martin")),
            section: "person",
            may_configure: true,
            items: items.collect(),
            refused: Some(self.strange("Léa !")),
            words: words(self.locale),
        }
    }

    fn plan_form(
        &self,
        section: &str,
        id: Option<&str>,
        entry: Option<&Entry>,
        (plan, findings): (&Plan, &[Finding]),
    ) -> PlanFormPage {
        let words = words(self.locale);
        let made = Made { words: &words, plan, entry, findings, typed: &[], top: 1 };
        let form =
            form(section).unwrap_or_else(|| domain::plan::Form { section: "plan", alone: true, fields: Vec::new() });
        PlanFormPage {
            shell: self.shell(Room::Plan, "/plan/1/edit"),
            organisation: (1, self.strange("Boulangerie Martin")),
            section: form.section,
            id: id.map(str::to_owned),
            name: entry.map(called).unwrap_or_default(),
            may_configure: true,
            version: 7,
            fields: made.inputs(&form),
            found: made.found(),
            conflict: false,
            there: entry.is_some(),
            kept: true,
            blank: (String::new(), self.strange("x")),
            words,
        }
    }

    fn approve(&self) -> ApprovePage {
        let reply = Waiting {
            read: "first:0123456789abcdef".to_owned(),
            about: self.strange("Quelqu’un est malade"),
            text: self.strange("Nous avons lu que quelqu’un est peut-être malade."),
        };
        ApprovePage {
            words: words(self.locale),
            shell: self.shell(Room::Plan, "/plan/1/approve"),
            organisation: (1, self.strange("Boulangerie Martin")),
            version: 7,
            replies: vec![reply],
            people: vec![("lea".to_owned(), self.strange("Léa"), true)],
            until: "2027-05-22".to_owned(),
        }
    }
}

/// The plan below it.
const BASE: &str =
    "[plan]\ntitle = \"Base\"\nsize = \"agency\"\nlanguages = [\"fr\"]\n\n[person.paul]\nname = \"Paul\"\n";

fn toml_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\u{200b}', "\\u200b"))
}
