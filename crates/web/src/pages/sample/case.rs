//! The case room at its worst hour: everything open, and nothing yet; the board; what everybody reads.

use super::{Sample, at, words};
use crate::pages::case::{
    ApartRow, AuthorRow, BriefPage, Caller, CaseRow, CasesPage, ClockRow, DraftRow, FactRow, FigureRow, LegalRow,
    LogRow, MentionRow, NewsCard, NightPage, RoomPage, Screen, SheetPage, StakeholderRow, TaskRow, Told,
};
use crate::pages::updates::{UpdatesFile, UpdatesPage};
use crate::pages::{Kept, Notice, Room};
use askama::Template;
use domain::case::event::{FactStatus, Step};
use domain::case::triage::{Answers, Loudness};
use domain::case::{Update, UpdateKind};
use domain::figure::Figure;
use domain::plan::Posture;
use engine::case::{Published, PublishedUpdate};
use std::collections::BTreeMap;
use text::Language;

/// Everything that can be done with a case.
const ALL: [&str; 19] = [
    "assign", "lead", "choose", "triage", "posture", "loudness", "capture", "promise", "declare", "fact", "task",
    "note", "report", "tell", "draft", "freeze", "lift", "unfreeze", "export",
];

impl Sample {
    pub(super) fn case_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let (room, board) = (self.room_page(), self.cases_page());
        let reader = RoomPage { may: Vec::new(), next_steps: Vec::new(), news: None, ..room.clone() };
        let problem = Some("The wording check found 2 reasons to stop.".to_owned());
        let typed = BTreeMap::from([("text".to_owned(), self.strange("Nous sommes désolés."))]);
        let kept = Kept::of("draft", "", typed);
        // The form of one text that is gone: what was typed is said beside the reason.
        let mut gone = Kept::of("revise", "99", BTreeMap::from([("text".to_owned(), self.strange("Nous savons."))]));
        gone.look_on("");
        let gone = RoomPage { kept: gone, problem: Some("It is out.".to_owned()), ..room.clone() };
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
            mentions: Vec::new(),
            stakeholders: Vec::new(),
            figures: Vec::new(),
            legal: Vec::new(),
            news: None,
            freeze: None,
            section: "legal".to_owned(),
            ..room.clone()
        };
        let called = CasesPage { from: self.caller(), open: Vec::new(), over: Vec::new(), ..board.clone() };
        let wrong = CasesPage {
            problem: Some("It was refused.".to_owned()),
            typed: self.strange("Une cliente est malade."),
            ..board.clone()
        };
        let mut pages = vec![
            ("cases".to_owned(), board.render()),
            ("cases-called".to_owned(), called.render()),
            ("cases-refused".to_owned(), wrong.render()),
            ("case".to_owned(), room.render()),
            ("case-reader".to_owned(), reader.render()),
            ("case-refused".to_owned(), refused.render()),
            ("case-refused-gone".to_owned(), gone.render()),
            ("case-empty".to_owned(), empty.render()),
            ("public-updates".to_owned(), self.updates_page(None).render()),
            ("public-updates-over".to_owned(), self.updates_page(Some(())).render()),
            ("public-updates-file".to_owned(), self.updates_file().render()),
            ("case-sheet".to_owned(), self.sheet_page().render()),
            ("case-brief".to_owned(), self.brief_page().render()),
        ];
        pages.extend(self.screens().into_iter().map(|(name, screen)| (name, self.night_page(screen).render())));
        pages
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
            zone: jiff::tz::TimeZone::UTC,
            for_client: !is_crisis,
        };
        CasesPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases"),
            reviews: true,
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
            may: if number == 3 { vec!["resume"] } else { vec!["meet", "drop", "pause"] },
        };
        let task = |number, is_open: bool| TaskRow {
            number,
            text: self.strange("Arrêter la vente"),
            owner: is_open.then(|| self.strange("Léa Moreau")),
            due: is_open.then(|| at(-10)),
            is_open,
            is_done: !is_open,
            stands: "fait".to_owned(),
            result: (!is_open).then(|| self.strange("Le lot 42 est en réserve.")),
            is_mine: number == 1,
            clock: is_open.then(|| clock(number + 10, "tâche", -10)),
            may: if is_open { vec!["done", "aside", "hand"] } else { vec!["reopen"] },
        };
        let fact = |number, status, retracted| FactRow {
            number,
            status,
            stands: words::case::fact_status(&words(self.locale), status),
            text: self.strange("Le lot de mardi a été retiré."),
            source: (number == 1).then(|| self.strange("le fournisseur")),
            retracted,
            may: if retracted { Vec::new() } else { vec!["move", "retract"] },
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
            news: Some(NewsCard {
                count: 3,
                decided: vec![(self.strange("a libéré le texte 1"), at(9), self.strange("Jon"))],
                notes: vec![self.strange("@Léa rappelle le fournisseur")],
            }),
            clocks: vec![clock(1, "message d’attente", 5), clock(2, "tâche 1", -10), clock(3, "communiqué", -60)],
            waits: vec![(self.strange("Textes qui attendent : 2"), "#texts")],
            roles: vec![
                ("lead".to_owned(), self.strange("Pilote"), Some(self.strange("Léa Moreau"))),
                ("legal".to_owned(), "Juriste".to_owned(), None),
            ],
            tasks: vec![task(1, true), task(2, false)],
            facts: vec![
                fact(1, FactStatus::Known, false),
                fact(2, FactStatus::Probable, false),
                fact(3, FactStatus::Unknown, true),
            ],
            drafts: self.drafts(),
            mentions: self.mention_rows(),
            waiting: vec![(9, self.strange("22:48 · Yann · Pareil chez moi"))],
            stakeholders: self.stakeholders(),
            figures: vec![FigureRow {
                what: self.strange("appels au magasin"),
                figure: Figure::Counted(11),
                as_of: at(5),
                by: self.strange("Jon"),
            }],
            legal: self.legal(),
            log: self.lines(),
            answers: Some(Answers::default()),
            posture: Some(Posture::Inform),
            bolster: true,
            advice: Some(Told {
                posture: "informer".to_owned(),
                rule: "D’abord ce qu’il faut faire pour rester en sécurité.".to_owned(),
                loudness: Loudness::Statement,
                how: "un communiqué là où c’est dit".to_owned(),
            }),
            people: vec![(1, self.strange("Léa Moreau")), (2, "Jon".to_owned())],
            is_unplanned: true,
            able: vec![(1, self.strange("Léa Moreau"))],
            organisation: 1,
            freeze: Some("Le marketing est suspendu.".to_owned()),
            scenarios: vec![("illness".to_owned(), self.strange("Un client malade"))],
            scenario: Some("illness".to_owned()),
            languages: vec![("fr", "FR".to_owned()), ("en", "EN".to_owned())],
            alternatives: vec![("hold-fr".to_owned(), self.strange("Nous avons vu…"))],
            accounts: vec![(7, self.strange("@rozenn@social.example"))],
            may: ALL.to_vec(),
            next_steps: vec![Step::FollowUp],
            section: "facts".to_owned(),
            key: "0123456789abcdef".to_owned(),
            kept: Kept::default(),
            problem: None,
        }
    }

    fn apart(&self, passed_over: bool) -> ApartRow {
        ApartRow {
            what: words(self.locale).count("case-apart-yes-no", 2),
            against: 2,
            said: (self.strange("n’a pas été retiré"), 12),
            here: (self.strange("a été retiré"), 34),
            passed_over,
        }
    }

    /// One text at each stage.
    fn drafts(&self) -> Vec<DraftRow> {
        let draft = |number, stands: &str, may: &[&'static str]| DraftRow {
            number,
            what: "attente · fr · page publique".to_owned(),
            text: (number != 8).then(|| self.strange("Nous avons vu les messages et nous vérifions.")),
            apart: if number == 1 { vec![self.apart(false), self.apart(true)] } else { Vec::new() },
            letter: (number == 2).then(|| (self.strange("vos@paper.example"), self.strange("Vos questions"))),
            stands: stands.to_owned(),
            binding: format!("bind:{}", "ab".repeat(32)),
            findings: vec![(number == 1, self.strange("Il manque un nom."), "Signez.".to_owned())],
            against: if number == 1 { vec![self.strange("texte 7")] } else { Vec::new() },
            hindrance: (number == 1).then(|| self.strange("Il reste un blanc à remplir.")),
            promises: if number == 4 { "2026-11-24T15:30".to_owned() } else { String::new() },
            broken: (number == 8).then(|| at(5)),
            shown: "{\"version\":1,\"stops\":0,\"warnings\":1}".to_owned(),
            asked: (number == 2).then(|| self.strange("Demandé à Léa")),
            may: may.to_vec(),
            attempt: 1,
            language: "fr",
            receipt: (number == 7).then(|| self.strange("https://vigie.example.org/updates/2")),
        };
        vec![
            draft(1, "en cours", &["submit", "revise"]),
            draft(2, "à valider", &["approve", "decline", "revise", "shelve"]),
            draft(3, "à valider", &["release", "fallback", "revise"]),
            draft(4, "validé", &["send", "revise"]),
            draft(5, "part dans dix secondes", &["undo"]),
            draft(6, "inconnu", &["resolve"]),
            draft(7, "publié", &[]),
            draft(8, "validé", &["copied"]),
        ]
    }

    fn mention_rows(&self) -> Vec<MentionRow> {
        let author = AuthorRow {
            name: self.strange("Anne K."),
            followers: Some(1_234),
            earlier: vec![(at(900), self.strange("Déjà l’an dernier…"), false), (at(999), "Merci".to_owned(), true)],
            offers: vec![(self.strange("un bon d’achat"), Some("12,50".to_owned()), self.strange("Léa"))],
        };
        let may = vec!["answer", "handmention", "letgo", "rules", "illegal", "offer"];
        let row = |id, holder: Option<(String, _)>| MentionRow {
            id,
            whose: self.strange("Mention de Claire"),
            said: self.strange("Malade après leur galette"),
            author: holder.is_some().then(|| author.clone()),
            may: if holder.is_some() { may.clone() } else { vec!["claim"] },
            exits: Vec::new(),
            outside: vec![(at(9), self.strange("Léa Moreau"), Some(self.strange("Merci de nous l’avoir dit.")))],
            holder,
        };
        vec![row(7, Some((self.strange("Léa Moreau"), at(4)))), row(8, None)]
    }

    fn stakeholders(&self) -> Vec<StakeholderRow> {
        let row = |id: &str, told| StakeholderRow {
            id: id.to_owned(),
            name: self.strange("Le personnel"),
            how: self.strange("Léa Moreau · téléphone"),
            message: self.strange("Ne répondez pas à la presse."),
            told,
        };
        vec![row("staff", Some((at(8), self.strange("Léa Moreau")))), row("insurer", None)]
    }

    fn legal(&self) -> Vec<LegalRow> {
        let row = |terms: Vec<(String, jiff::Timestamp)>| LegalRow {
            what: "données personnelles · connaissance".to_owned(),
            since: at(30),
            by: self.strange("Léa Moreau"),
            why: self.strange("Le prestataire a appelé."),
            terms,
        };
        vec![row(vec![("Regulation (EU) 2016/679, art. 33(1)".to_owned(), at(-4_000))]), row(Vec::new())]
    }

    fn screens(&self) -> Vec<(String, Screen)> {
        let text = |number: usize| self.drafts().into_iter().nth(number).map(Box::new);
        let who =
            || (self.strange("staff"), self.strange("Le personnel"), self.strange("Léa"), self.strange("Dites-leur."));
        let clock = |due, late| (self.strange("message d’attente"), at(due), late);
        let all = [
            ("hurt", Screen::Hurt),
            ("safe", Screen::Safe(self.strange("Ne mangez plus le lot 42."))),
            ("say", Screen::Say(text(0), true)),
            ("sent", Screen::Say(text(6), false)),
            ("undo", Screen::Say(text(4), false)),
            ("no-text", Screen::Say(None, false)),
            ("held", Screen::Held(Some("Le marketing est suspendu.".to_owned()), true)),
            ("free", Screen::Held(None, false)),
            ("who", Screen::Who(Some(who()))),
            ("everybody", Screen::Who(None)),
            ("next", Screen::Next(None, "2026-11-24T15:30".to_owned())),
            ("promised", Screen::Next(Some(at(-30)), String::new())),
            ("sleep", Screen::Sleep(vec![clock(20, true), clock(-20, false)])),
        ];
        all.into_iter().map(|(name, screen)| (format!("case-night-{name}"), screen)).collect()
    }

    fn night_page(&self, screen: Screen) -> NightPage {
        NightPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases/3/night"),
            id: 3,
            about: self.strange("Galettes Rozenn"),
            alone: matches!(screen, Screen::Say(..)),
            skip: 0,
            key: "00112233445566778899aabbccddeeff".to_owned(),
            problem: matches!(screen, Screen::Who(None)).then(|| "C’est refusé.".to_owned()),
            screen,
        }
    }

    fn sheet_page(&self) -> SheetPage {
        let question = |answers| (self.strange("Quel lot ?"), "connu".to_owned(), answers);
        SheetPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases/3/sheet"),
            id: 3,
            about: self.strange("Galettes Rozenn"),
            at: at(0),
            next: Some(at(-30)),
            questions: vec![question(vec![self.strange("Le lot 42.")]), question(Vec::new())],
            said: vec![(at(9), self.strange("Nous vérifions."))],
        }
    }

    fn brief_page(&self) -> BriefPage {
        let line = (self.strange("Onze appels"), self.strange("14:05 · Jon"));
        BriefPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases/3/brief"),
            id: 3,
            for_client: false,
            about: self.strange("Galettes Rozenn"),
            at: at(0),
            stands: vec![("Étape".to_owned(), "Crise".to_owned()), ("Pilote".to_owned(), self.strange("Léa Moreau"))],
            safety_first: true,
            parts: vec![("Chiffres".to_owned(), vec![line.clone(), (line.0, String::new())])],
        }
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
        UpdatesPage { words: words(self.locale).for_everybody(), brand: 2, page, as_file: false }
    }
}
