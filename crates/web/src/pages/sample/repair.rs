//! After a case: measures and promises, limits, the hot wash, lessons; reviews side by side.

use super::{Sample, at, words};
use crate::pages::case::{
    EarlierPage, LessonPage, LessonRow, LimitRow, MeasureRow, PromiseRow, Question, RepairPage, WashPage, advanced,
};
use crate::pages::plan::form::{Input, Kind};
use crate::pages::plan::told;
use crate::pages::reviews::ReviewsPage;
use crate::pages::{Kept, Room};
use askama::Template;
use domain::case::event::{Standing, Step};
use domain::case::measure::Progress;
use domain::counter::Series;
use domain::figure::Figure;
use domain::id::{BrandId, CaseId};
use domain::plan::{check, read};
use domain::quality::{Went, quality};
use domain::review::Summary;
use domain::signal::{Budget, Level, Verdict};
use engine::backtest::Raised;
use engine::review::{Compared, Letterhead, Tried};
use jiff::civil::date;
use std::collections::BTreeMap;

impl Sample {
    pub(super) fn repair_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let page = self.repair_page();
        let reader = RepairPage {
            may: Vec::new(),
            measures: page.measures.iter().map(|row| MeasureRow { may: Vec::new(), ..row.clone() }).collect(),
            ..page.clone()
        };
        let typed = [("text", self.strange("On répare.")), ("theme", "query-4".to_owned()), ("under", "x".to_owned())];
        let typed = typed.map(|(name, value)| (name.to_owned(), value));
        let kept = Kept::of("rate", "", BTreeMap::from(typed));
        let refused =
            RepairPage { kept, problem: Some(self.strange("Rien n’a été gardé.")), to: None, ..page.clone() };
        let empty = RepairPage {
            measures: Vec::new(),
            promised: Vec::new(),
            limits: Vec::new(),
            lessons: Vec::new(),
            before: None,
            sent: Vec::new(),
            to: None,
            ..page.clone()
        };
        let question = self.wash_page(true);
        let (place, fields) = (None, Vec::new());
        let lesson = self.lesson_page();
        let places = LessonPage { place, fields, problem: None, ..lesson.clone() };
        let unplanned = LessonPage { places: Vec::new(), ..places.clone() };
        let reviews = self.reviews_page();
        let (name, _, quality) = reviews.organisations[0].clone();
        let none = ReviewsPage {
            organisations: vec![(name, Vec::new(), quality)],
            letterheads: Vec::new(),
            ..reviews.clone()
        };
        vec![
            ("case-repair".to_owned(), page.render()),
            ("case-repair-reader".to_owned(), reader.render()),
            ("case-repair-refused".to_owned(), refused.render()),
            ("case-repair-empty".to_owned(), empty.render()),
            ("case-wash".to_owned(), question.render()),
            ("case-wash-end".to_owned(), self.wash_page(false).render()),
            ("case-lesson".to_owned(), lesson.render()),
            ("case-lesson-places".to_owned(), places.render()),
            ("case-lesson-unplanned".to_owned(), unplanned.render()),
            ("case-earlier".to_owned(), self.earlier_page(true).render()),
            ("case-earlier-none".to_owned(), self.earlier_page(false).render()),
            ("reviews".to_owned(), reviews.render()),
            ("reviews-none".to_owned(), none.render()),
        ]
    }

    fn repair_page(&self) -> RepairPage {
        let words = words(self.locale);
        let progress = Progress {
            standing: Standing::Holding,
            value: Figure::Estimated { mid: 210, low: 150, high: 290 },
            target: 250,
            since: Some(at(2_880)),
            held: 2,
            of: 7,
        };
        let (counted, days) = advanced(&words, true, &progress);
        let measure = |number, is_open: bool| MeasureRow {
            number,
            text: self.strange("La chambre froide est réparée."),
            test: words.say("review-test-word"),
            stands: words::case::standing(&words, Standing::Holding),
            counted: counted.clone(),
            days,
            due: is_open.then(|| at(-1_440)),
            owner: is_open.then(|| self.strange("Léa Moreau")),
            is_open,
            result: (!is_open).then(|| self.strange("Vérifié avec le réparateur.")),
            may: if is_open { vec!["measured", "given-up"] } else { Vec::new() },
        };
        let promise = |measure| PromiseRow { mention: 7, said: self.strange("Malade après leur galette"), measure };
        let text = "[plan]\ntitle = \"a\"\nsize = \"solo\"\n[lesson.case-3-1]\ntext = \"b\"\nreview = \"3\"\n";
        let (plan, found) = read(text, None);
        let found = check(&plan, found, date(2026, 11, 24));
        let lesson = |number, drawn: bool| LessonRow {
            number,
            text: self.strange("Nous avons arrêté la vente trop tard."),
            stands: words.say("review-lesson-drawn"),
            why: (!drawn).then(|| self.strange("Le plan le disait déjà.")),
            changes: vec![self.strange("~ action.stop within: 15 min → 5 min")],
            problem: (number == 2).then(|| self.strange("somebody changed this")),
            new: found.iter().take(3).map(|one| told(&words, one)).collect(),
            gone: 1,
            records: "3, 12".to_owned(),
            may: if drawn { vec!["accept", "shelve"] } else { Vec::new() },
        };
        RepairPage {
            shell: self.shell(Room::Cases, "/cases/3/repair"),
            id: 3,
            about: self.strange("Agence du Port · Galettes Rozenn"),
            measures: vec![measure(1, true), measure(2, false)],
            promised: vec![promise(Some((1, "tient".to_owned()))), promise(None)],
            limits: vec![
                LimitRow { what: self.strange("mentions : plus de 20 en 24 h"), passed: Some(at(30)) },
                LimitRow { what: "…".to_owned(), passed: None },
            ],
            asked: vec![(words.say("case-ask-missing"), 2), (words.say("case-ask-earlier"), 0)],
            lessons: vec![lesson(1, true), lesson(2, true), lesson(3, false)],
            queries: vec![(4, self.strange("galette"))],
            people: vec![(1, self.strange("Léa Moreau")), (2, "Jon".to_owned())],
            sent: vec![(2, self.strange("We know what happened."))],
            before: Some(12),
            to: Some((7, self.strange("Malade après leur galette"))),
            may: vec!["take", "limit", "wash", "lesson"],
            key: "0123456789abcdef".to_owned(),
            kept: Kept::default(),
            problem: None,
            words,
        }
    }

    fn wash_page(&self, asks: bool) -> WashPage {
        let words = words(self.locale);
        let answer = || (self.strange("Léa Moreau"), at(20), self.strange("Un deuxième téléphone."));
        WashPage {
            shell: self.shell(Room::Cases, "/cases/3/wash"),
            id: 3,
            about: self.strange("Galettes Rozenn"),
            at: if asks { 2 } else { 5 },
            of: 4,
            question: asks.then(|| Question {
                name: "missing",
                asked: words.say("case-ask-missing"),
                own: vec![self.strange("Du café.")],
            }),
            said: vec![(words.say("case-ask-missing"), vec![answer()]), (words.say("case-ask-earlier"), Vec::new())],
            may: true,
            key: "0123456789abcdef".to_owned(),
            typed: self.strange("Une clé"),
            problem: asks.then(|| self.strange("Rien n’a été gardé.")),
            words,
        }
    }

    fn lesson_page(&self) -> LessonPage {
        let input = |name: &str, kind| Input {
            name: name.to_owned(),
            label: self.strange("Délai"),
            hint: None,
            needed: true,
            below: false,
            was: self.strange("15 min"),
            holds: None,
            kind,
            found: Vec::new(),
        };
        let place = ("action.stop".to_owned(), self.strange("Arrêter la vente"));
        LessonPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases/3/lesson"),
            id: 3,
            about: self.strange("Galettes Rozenn"),
            places: vec![(self.strange("Actions"), vec![place.clone()])],
            place: Some(place),
            fields: vec![
                input("within", Kind::Line(self.strange("5 min"))),
                input("text", Kind::Lines(self.strange("Arrêter la vente"))),
                input("odd", Kind::Locked("…".to_owned())),
            ],
            may_configure: true,
            section: "action",
            said: (self.strange("Trop tard."), "3, 12".to_owned()),
            key: "0123456789abcdef".to_owned(),
            problem: Some(self.strange("Rien n’a été gardé.")),
        }
    }

    fn earlier_page(&self, found: bool) -> EarlierPage {
        let raised =
            Raised { level: Level::Notice, series: Series::Negative, onset: at(9_000), observed: 7, expected: 900 };
        EarlierPage {
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/cases/3/earlier"),
            id: 3,
            about: self.strange("Galettes Rozenn"),
            query: self.strange("galette AND malade"),
            budget: Budget::default(),
            problem: None,
            refused: (!found).then(|| self.strange("C’est trop ancien.")),
            result: Some(Tried {
                from: at(40_000),
                heard_of: at(40),
                present: None,
                changed: found.then_some(raised),
                sooner: found.then_some(537_600),
                signals: (1, 4),
                whole: found,
                passed: i64::from(!found) * 12,
            }),
        }
    }

    fn reviews_page(&self) -> ReviewsPage {
        let compared = |case, alert| Compared {
            case: CaseId(case),
            brand: BrandId(2),
            called: self.strange("Galettes Rozenn"),
            is: Summary {
                opened: Some(at(case * 10_000)),
                ended: None,
                worst: Step::Crisis,
                onset_to_alert: alert,
                alert_to_acknowledged: alert,
                opened_to_holding: Some(1_260),
                opened_to_full: None,
                clocks: (5, 7),
                answered: (0, 0),
                relapses: 1,
                lessons: (2, 1, 0),
            },
        };
        let went = |minutes: i64| Went {
            level: Level::Alert,
            onset: at(minutes + 20),
            raised_at: at(minutes),
            late: false,
            at_night: minutes % 3 == 0,
            verdict: Some(if minutes % 4 == 0 { Verdict::Dismissed } else { Verdict::Confirmed }),
        };
        let went: Vec<Went> = (1..13).map(went).collect();
        let quality = quality(&went, (at(100_000), at(0)));
        let organisation = |cases| (self.strange("Agence du Port"), cases, quality);
        ReviewsPage {
            letterheads: vec![
                (1, self.strange("Galettes"), Letterhead::checked("Agence Marée", "#1a5fb4").ok()),
                (2, self.strange("Dunes"), None),
            ],
            words: words(self.locale),
            shell: self.shell(Room::Cases, "/reviews"),
            organisations: vec![
                organisation(vec![compared(3, Some(2_580)), compared(4, None)]),
                organisation(Vec::new()),
            ],
        }
    }
}
