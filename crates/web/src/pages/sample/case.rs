//! The case room at its worst hour: everything open, and nothing yet; the board; what everybody reads.

use super::{Sample, at, words};
use crate::pages::case::{Caller, CaseRow, CasesPage, ClockRow, DraftRow, FactRow, LogRow, RoomPage, TaskRow, Told};
use crate::pages::updates::{UpdatesFile, UpdatesPage};
use crate::pages::{Notice, Room};
use askama::Template;
use domain::case::event::{FactStatus, Step};
use domain::case::triage::{Answers, Loudness};
use domain::case::{Update, UpdateKind};
use engine::case::{Published, PublishedUpdate};
use std::collections::BTreeMap;
use text::Language;

impl Sample {
    pub(super) fn case_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let (room, board) = (self.room_page(), self.cases_page());
        let reader = RoomPage { may_act: false, ..room.clone() };
        let problem = Some("The wording check found 2 reasons to stop.".to_owned());
        let typed = BTreeMap::from([("text".to_owned(), self.strange("Nous sommes désolés."))]);
        let kept = Some(("draft".to_owned(), String::new(), typed));
        let refused = RoomPage { problem, kept, safety: None, ..room.clone() };
        let empty = RoomPage {
            clocks: Vec::new(),
            waits: Vec::new(),
            tasks: Vec::new(),
            facts: Vec::new(),
            drafts: Vec::new(),
            answers: None,
            advice: None,
            lead: None,
            step: Step::Signal,
            scenarios: Vec::new(),
            alternatives: Vec::new(),
            ..room.clone()
        };
        let called = CasesPage { from: self.caller(), open: Vec::new(), over: Vec::new(), ..board.clone() };
        let wrong = CasesPage {
            problem: Some("It was refused.".to_owned()),
            typed: self.strange("Une cliente est malade."),
            ..board.clone()
        };
        vec![
            ("cases".to_owned(), board.render()),
            ("cases-called".to_owned(), called.render()),
            ("cases-refused".to_owned(), wrong.render()),
            ("case".to_owned(), room.render()),
            ("case-reader".to_owned(), reader.render()),
            ("case-refused".to_owned(), refused.render()),
            ("case-empty".to_owned(), empty.render()),
            ("public-updates".to_owned(), self.updates_page(None).render()),
            ("public-updates-over".to_owned(), self.updates_page(Some(())).render()),
            ("public-updates-file".to_owned(), self.updates_file().render()),
        ]
    }

    fn caller(&self) -> Option<Caller> {
        Some(Caller {
            kind: "mention",
            id: "7".to_owned(),
            said: self.strange("Malade après leur galette"),
            brand: (1, 2),
        })
    }

    fn cases_page(&self) -> CasesPage {
        let row = |id, is_crisis| CaseRow {
            id,
            about: self.strange("Agence du Port · Galettes Rozenn"),
            step: "Crise".to_owned(),
            is_crisis,
            lead: is_crisis.then(|| self.strange("Léa Moreau")),
            moved_at: at(3),
            clock: is_crisis.then(|| ("message d’attente".to_owned(), at(-20), false)),
        };
        CasesPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases"),
            open: vec![row(3, true), row(4, false)],
            over: vec![row(1, false)],
            brands: vec![(1, 2, self.strange("Galettes Rozenn"))],
            from: None,
            key: "0123456789abcdef".to_owned(),
            typed: String::new(),
            problem: None,
        }
    }

    fn room_page(&self) -> RoomPage {
        let clock = |number, of: &str, minutes| ClockRow {
            number,
            of: of.to_owned(),
            due: at(minutes),
            late: minutes > 0,
            paused: number == 3,
            by_word: number != 2,
        };
        let task = |number, is_open: bool| TaskRow {
            number,
            text: self.strange("Arrêter la vente"),
            owner: is_open.then(|| self.strange("Léa Moreau")),
            due: is_open.then(|| at(-10)),
            is_open,
            is_done: !is_open,
            stands: "fait".to_owned(),
            is_mine: number == 1,
        };
        let fact = |number, status, retracted| FactRow {
            number,
            status,
            stands: words::case::fact_status(&words(self.locale), status),
            text: self.strange("Le lot de mardi a été retiré."),
            retracted,
        };
        let mut shell = self.shell(Room::Cases, "/cases/3");
        shell.notice = Some(Notice { text: "C’est enregistré.".to_owned(), undo: None });
        RoomPage {
            words: words(self.locale),
            shell,
            id: 3,
            about: self.strange("Agence du Port · Galettes Rozenn"),
            brand: 2,
            step: Step::Crisis,
            is_live: true,
            lead: Some(self.strange("Léa Moreau")),
            opened_at: at(40),
            safety: Some(self.strange("Ne mangez plus le lot 42.")),
            clocks: vec![clock(1, "message d’attente", 5), clock(2, "tâche 1", -10), clock(3, "communiqué", -60)],
            waits: vec![self.strange("Textes qui attendent : 2")],
            roles: vec![(self.strange("lead"), Some(self.strange("Léa Moreau"))), ("legal".to_owned(), None)],
            tasks: vec![task(1, true), task(2, false)],
            facts: vec![
                fact(1, FactStatus::Known, false),
                fact(2, FactStatus::Probable, false),
                fact(3, FactStatus::Unknown, true),
            ],
            drafts: self.drafts(),
            log: self.lines(),
            answers: Some(Answers::default()),
            advice: Some(Told {
                posture: "informer".to_owned(),
                rule: "D’abord ce qu’il faut faire pour rester en sécurité.".to_owned(),
                loudness: Loudness::Statement,
                how: "un communiqué là où c’est dit".to_owned(),
            }),
            people: vec![(1, self.strange("Léa Moreau")), (2, "Jon".to_owned())],
            leads: vec![(1, self.strange("Léa Moreau"))],
            organisation: 1,
            freeze: Some("Le marketing est suspendu.".to_owned()),
            scenarios: vec![("illness".to_owned(), self.strange("Un client malade"))],
            scenario: Some("illness".to_owned()),
            languages: vec![("fr", "FR".to_owned()), ("en", "EN".to_owned())],
            alternatives: vec![("hold-fr".to_owned(), self.strange("Nous avons vu…"))],
            may_act: true,
            key: "0123456789abcdef".to_owned(),
            kept: None,
            problem: None,
        }
    }

    /// One text at each stage.
    fn drafts(&self) -> Vec<DraftRow> {
        let draft = |number, stands: &str, may: &[&'static str]| DraftRow {
            number,
            what: "attente · fr · page publique".to_owned(),
            text: (number != 8).then(|| self.strange("Nous avons vu les messages et nous vérifions.")),
            stands: stands.to_owned(),
            binding: format!("bind:{}", "ab".repeat(32)),
            findings: vec![(number == 1, self.strange("Il manque un nom."), "Signez.".to_owned())],
            shown: "{\"version\":1,\"stops\":0,\"warnings\":1}".to_owned(),
            asked: (number == 2).then(|| self.strange("Demandé à Léa")),
            may: may.to_vec(),
            attempt: 1,
            language: "fr",
            receipt: (number == 7).then(|| self.strange("https://vigie.example.org/updates/2")),
        };
        vec![
            draft(1, "en cours", &["submit", "revise"]),
            draft(2, "à valider", &["approve", "revise"]),
            draft(3, "à valider", &["release", "revise"]),
            draft(4, "validé", &["send", "revise"]),
            draft(5, "part dans dix secondes", &["undo"]),
            draft(6, "inconnu", &["resolve"]),
            draft(7, "publié", &[]),
            draft(8, "validé", &["copied"]),
        ]
    }

    fn lines(&self) -> Vec<LogRow> {
        let line = |version, note: Option<String>| LogRow {
            version,
            at: at(60 - i64::from(version)),
            by: self.strange("Léa Moreau"),
            what: self.strange("a pris une note"),
            note,
        };
        vec![line(12, Some(self.strange("Le fournisseur rappelle à 3 h."))), line(11, None)]
    }

    fn updates_file(&self) -> UpdatesFile {
        UpdatesFile { inner: UpdatesPage { as_file: true, ..self.updates_page(None) } }
    }

    fn updates_page(&self, over: Option<()>) -> UpdatesPage {
        let update = |number, corrected| Update {
            number,
            at: at(60 - i64::from(number)),
            kind: if number == 1 { UpdateKind::Holding } else { UpdateKind::Update },
            language: Language::Fr,
            text: None,
            corrects: None,
            corrected,
        };
        let one = |number, corrected, text: Option<String>| PublishedUpdate {
            update: update(number, corrected),
            name: format!("u{number}"),
            corrected_by: corrected.map(|(by, _)| format!("u{by}")),
            text,
        };
        let page = Published {
            brand: self.strange("Galettes Rozenn"),
            zone: "Europe/Paris".to_owned(),
            updates: vec![
                one(3, None, None),
                one(2, None, Some(self.strange("Le lot 42 est rappelé."))),
                one(1, Some((2, at(58))), Some(self.strange("Nous vérifions."))),
            ],
            next: over.is_none().then(|| at(-30)),
            closed: over.map(|()| at(1)),
        };
        UpdatesPage { words: words(self.locale), brand: 2, page, as_file: false }
    }
}
