//! Drills: what can be played, one being played as its leader and as a player see it, one with its report, and the pages that say that there is none.

use super::{Sample, at, words};
use crate::drills::door::Why;
use crate::drills::{KeptCase, Report};
use crate::pages::Room;
use crate::pages::drill::{Chosen, DrillPage, DrillsPage, GonePage, Happened, PackView, Work};
use askama::Template;
use domain::drill::{Evidence, Item, Score, What};
use domain::id::{BrandId, PersonId};
use domain::training::Part;
use engine::drill::{Brought, Chair, InjectRow, Outcome, Phase, Seat, Status};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::{DrillNote, DrillRow};

impl Sample {
    pub(super) fn drill_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let list = self.drills_page();
        let none = DrillsPage { packs: Vec::new(), drills: Vec::new(), chosen: None, may_lead: false, ..list.clone() };
        let wrong = DrillsPage { refused: Some(self.strange("nobody plays")), ..list.clone() };
        let plain = DrillsPage { chosen: None, refused: None, ..list };
        let led = self.drill_page();
        let played = DrillPage { may_lead: false, notes: Vec::new(), course: Vec::new(), work: None, ..led.clone() };
        let before = DrillPage {
            status: led.status.clone().map(|status| Status { phase: Phase::Before, ..status }),
            course: Vec::new(),
            work: None,
            ..led.clone()
        };
        let over = DrillPage {
            status: None,
            report: Some(self.drill_report()),
            row: DrillRow { ended_at: Some(at(1)), ended: "finished".into(), score: Some(92), ..led.row.clone() },
            ..led.clone()
        };
        let mut pages = vec![
            ("drills".to_owned(), wrong.render()),
            ("drills-packs".to_owned(), plain.render()),
            ("drills-none".to_owned(), none.render()),
            ("drill".to_owned(), led.render()),
            ("drill-played".to_owned(), played.render()),
            ("drill-before".to_owned(), before.render()),
            ("drill-over".to_owned(), over.render()),
        ];
        for (name, why) in [("over", Why::Over), ("room", Why::NotHere), ("outside", Why::Outside)] {
            let page = GonePage { words: words(self.locale), shell: self.shell(Room::None, "/"), id: 7, why };
            pages.push((format!("drill-gone-{name}"), page.render()));
        }
        pages
    }

    fn seats(&self) -> Vec<Seat> {
        let seat = |key: &str, name: &str, roles: &[&str]| Seat {
            key: key.to_owned(),
            name: name.to_owned(),
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
            role: None,
        };
        vec![seat("owner", "Jeanne Martin", &["lead"]), seat("friend", "Paul Martin", &[])]
    }

    fn drill_row(&self) -> DrillRow {
        DrillRow {
            id: 7,
            pack: "grave-post".into(),
            title: "One customer writes that a child is in hospital".into(),
            seed: 1,
            seats: String::new(),
            person: Some(PersonId(1)),
            started_at: at(14),
            heard_at: at(0),
            ended_at: None,
            ended: String::new(),
            score: None,
        }
    }

    fn drills_page(&self) -> DrillsPage {
        let words = words(self.locale);
        let packs = crate::drills::packs();
        let seats = self.seats();
        let shown = packs.iter().map(|pack| PackView::of(pack, &seats, &words)).collect();
        let members = [(1, self.strange("Léa Moreau")), (2, self.strange("Inès Roux"))];
        let cast = BTreeMap::from([("owner".to_owned(), PersonId(1))]);
        let chosen = packs.first().map(|pack| Chosen::of((pack, &seats), &members, &cast, (1, 4), &words));
        DrillsPage {
            shell: self.shell(Room::Settings, "/drills"),
            organisation: (4, self.strange("Agence du Port")),
            others: vec![(5, self.strange("Boulangerie Martin"))],
            packs: shown,
            chosen,
            drills: vec![
                (self.drill_row(), false),
                (DrillRow { id: 6, ..self.drill_row() }, true),
                (
                    DrillRow {
                        id: 5,
                        ended_at: Some(at(99)),
                        ended: "finished".into(),
                        score: Some(88),
                        ..self.drill_row()
                    },
                    false,
                ),
            ],
            may_lead: true,
            refused: None,
            words,
        }
    }

    fn inject(&self, number: usize, brought: Option<Brought>) -> InjectRow {
        InjectRow {
            number,
            kind: ["call", "absent", "fact", "contradicts"][number % 4].to_owned(),
            to: Some("lead".to_owned()),
            text: self.strange("The mother calls. She is calm."),
            tells: "The person concerned comes before everybody else.".to_owned(),
            due: at(10),
            brought,
        }
    }

    fn drill_page(&self) -> DrillPage {
        let status = Status {
            now: at(20),
            course: (at(900), at(30), at(0)),
            phase: Phase::On,
            pace: 4,
            paused: true,
            jumps_to: None,
            injects: vec![
                self.inject(0, Some(Brought::In(at(25)))),
                self.inject(1, Some(Brought::Out(at(22)))),
                self.inject(2, None),
            ],
            posts: 41,
        };
        let chair = |seat: &Seat, player: Option<String>, joined: Option<Timestamp>| Chair {
            seat: seat.key.clone(),
            name: seat.name.clone(),
            roles: seat.roles.clone(),
            person: player.is_some().then_some(1),
            player,
            member: Some(3),
            joined,
        };
        let seats = self.seats();
        let chairs = vec![
            chair(&seats[0], Some(self.strange("Léa Moreau")), Some(at(12))),
            chair(&seats[1], Some(self.strange("Inès Roux")), None),
            chair(&seats[1], None, None),
        ];
        let note = DrillNote {
            person: None,
            at: at(1),
            played_at: at(21),
            text: self.strange("They called the owner first."),
        };
        let happened = |by: Option<&str>| Happened {
            at: at(24),
            by: by.map(|by| self.strange(by)),
            what: self.strange("opened the case"),
        };
        DrillPage {
            shell: self.shell(Room::Settings, "/drills/7"),
            row: self.drill_row(),
            is_lost: false,
            chairs,
            status: Some(status),
            zone: "Europe/London".to_owned(),
            may_lead: true,
            has_seat: true,
            notes: vec![note],
            course: (0..4).flat_map(|_| [happened(Some("Léa Moreau")), happened(None)]).collect(),
            work: Some(Work {
                clocks: (1, 2),
                running: vec![(self.strange("holding statement"), at(12)), (self.strange("full statement"), at(25))],
                tasks: vec![(self.strange("Stop the sale"), Some(at(5))), (self.strange("Call the mother"), None)],
            }),
            report: None,
            words: words(self.locale),
        }
    }

    fn drill_report(&self) -> Report {
        let shows = |of: &str, holds| Evidence {
            brand: BrandId(1),
            of: self.strange(of),
            holds,
            at: Some(at(24)),
            minutes: Some(if holds { 12 } else { -7 }),
        };
        let evidence = vec![shows("holding-statement", true), shows("first-assessment", false)];
        let items = vec![
            Item { what: What::Detected, got: 1, of: 1, evidence: vec![shows("alert", true)] },
            Item { what: What::Clocks, got: 1, of: 2, evidence },
        ];
        let outcome = Outcome {
            pack: "grave-post".into(),
            seed: 1,
            posts: 41,
            brands: Vec::new(),
            signals: Vec::new(),
            alerts: 1,
            called: 1,
            refused: Vec::new(),
            claimed_twice: 0,
            scenarios: BTreeSet::from(["injury".to_owned()]),
            shown: BTreeMap::from([("owner".to_owned(), BTreeSet::from([Part::Spot]))]),
            score: Score { percent: 92, items },
            detected_after_minutes: Some(1),
            log_hash: "0".repeat(64),
        };
        let case = KeptCase {
            case: 1,
            brand: self.strange("Martin's Bakery"),
            review: String::new(),
            folder: BTreeMap::new(),
        };
        Report { ended_at: at(0), outcome, injects: vec![self.inject(0, None)], cases: vec![case] }
    }
}
