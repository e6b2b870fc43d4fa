//! The team: everything to be seen and done, and nothing of it; readiness; the pages behind links.

use super::{Sample, at, words};
use crate::pages::calendar::CalendarPage;
use crate::pages::confirm::{Came, ConfirmPage};
use crate::pages::readiness::ReadinessPage;
use crate::pages::staff::StaffPage;
use crate::pages::team::{Fresh, InvitationView, Refused, TeamPage};
use crate::pages::training::{Run, Step, TrainingPage};
use crate::pages::{Room, Shell};
use askama::Template;
use domain::calendar::{Due, Kind as Days};
use domain::id::PersonId;
use domain::organisation::{Membership, Person, Right, Role};
use domain::plan::{self, Held, Hole, Night, Plan, Reached as Covered};
use domain::readiness::{Contact, Kind, Readiness, Reason, Row, without_plan};
use domain::training::{Answer, Ask, Part, Question, Reflex};
use engine::practice::Standing;
use engine::team::{Mate, Team, Way};
use engine::waking::Reached;
use jiff::civil::date;
use std::collections::BTreeMap;
use store::{StaffLink, Trained};

impl Sample {
    pub(super) fn team_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let team = self.team_page();
        let reader = TeamPage {
            rights: vec![Right::Read, Right::Inspect],
            reader: 3,
            waiting: Vec::new(),
            links: Vec::new(),
            fresh: None,
            refused: None,
            others: Vec::new(),
            team: Team { coverage: None, reviewed: Some(at(9_000)), without_login: Vec::new(), ..team.team.clone() },
            ..team.clone()
        };
        let staff =
            TeamPage { fresh: Some(Fresh::Staff("https://vigie.example.org/staff/SAMPLE".into())), ..team.clone() };
        let shown = |refused| TeamPage { refused: Some(refused), ..team.clone() };
        let mut pages = vec![
            ("team".to_owned(), team.render()),
            ("team-reader".to_owned(), reader.render()),
            ("team-staff".to_owned(), staff.render()),
            ("calendar".to_owned(), self.calendar_page().render()),
            (
                "calendar-none".to_owned(),
                CalendarPage { days: None, since: None, fresh: None, others: Vec::new(), ..self.calendar_page() }
                    .render(),
            ),
            ("readiness".to_owned(), self.readiness_page().render()),
            ("readiness-none".to_owned(), self.without_plan().render()),
            ("staff".to_owned(), self.staff_page().render()),
            ("training".to_owned(), self.training(Step::Ask).render()),
            ("training-explain".to_owned(), self.training(Step::Explain).render()),
            ("training-end".to_owned(), self.training(Step::End).render()),
            ("training-told".to_owned(), self.training(Step::Told).render()),
        ];
        for (name, refused) in [("end", Refused::WithoutEnd), ("past", Refused::Past), ("plan", Refused::NotInPlan)] {
            pages.push((format!("team-{name}"), shown(refused).render()));
        }
        let came = [
            ("asked", None),
            ("kept", Some(Came::Kept(self.strange("06 12 34 56 78")))),
            ("changed", Some(Came::Changed)),
            ("nothing", Some(Came::Nothing)),
        ];
        pages.extend(came.map(|(name, came)| (format!("confirm-{name}"), self.confirm_page(came).render())));
        pages
    }

    fn mate(&self, id: i64, name: &str, membership: Membership, reached: Reached, state: Option<Contact>) -> Mate {
        Mate {
            person: Person {
                id: PersonId(id),
                name: self.strange(name),
                email: self.strange("lea@agence.example"),
                locale: "fr".into(),
                zone: "Europe/Paris".into(),
            },
            membership,
            reached,
            roles: vec!["lead".into(), self.strange("garde")],
            contact: state.map(|state| Way {
                contact: self.strange("06 12 34 56 78"),
                state,
                at: (state != Contact::Never).then(|| at(9_000)),
            }),
        }
    }

    fn team_page(&self) -> TeamPage {
        let until = |role, minutes_ago| Membership { role, until: Some(at(minutes_ago)) };
        TeamPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/team/1"),
            organisation: (1, self.strange("Agence du Port")),
            others: vec![(2, self.strange("Maison Dunes"))],
            reader: 1,
            team: Team {
                mates: vec![
                    self.mate(1, "Léa Moreau", Role::Owner.into(), Reached::Tapped, Some(Contact::Never)),
                    self.mate(2, "Marc Le Goff", Role::SocialManager.into(), Reached::Untried, Some(Contact::Stale)),
                    self.mate(3, "Anna Dijkstra", Role::ReadOnly.into(), Reached::NoTarget, Some(Contact::Confirmed)),
                    self.mate(4, "Jan de Vries", until(Role::Agency, -90_000), Reached::Tapped, Some(Contact::Changed)),
                    self.mate(5, "Inès Roux", until(Role::Agency, 90_000), Reached::Tapped, None),
                    self.mate(6, "Paul Martin", Role::Client.into(), Reached::NoTarget, None),
                    self.mate(7, "Rose Petit", Role::Auditor.into(), Reached::NoTarget, None),
                ],
                without_login: vec![self.strange("Maître Leroy")],
                coverage: Some(self.coverage()),
                names: BTreeMap::from([("lea".to_owned(), self.strange("Léa Moreau"))]),
                reviewed: None,
                closed: None,
            },
            rights: Right::ALL.into(),
            waiting: vec![
                InvitationView {
                    id: 1,
                    membership: until(Role::Agency, -90_000),
                    by: Some(self.strange("Léa Moreau")),
                    expires_at: at(-60),
                },
                InvitationView { id: 2, membership: Role::Owner.into(), by: None, expires_at: at(-900) },
            ],
            links: vec![StaffLink { id: 1, name: self.strange("cuisine"), person: None, created_at: at(9_000) }],
            practice: vec![
                Standing {
                    id: "lea".into(),
                    name: self.strange("Léa Moreau"),
                    status: BTreeMap::from([(Part::Spot, at(9_000)), (Part::Speak, at(90_000))]),
                },
                Standing { id: "marc".into(), name: "Marc Le Goff".into(), status: BTreeMap::new() },
            ],
            trained: vec![
                Trained {
                    id: 2,
                    link: self.strange("cuisine"),
                    name: self.strange("Zoé"),
                    correct: 5,
                    asked: 6,
                    parts: Some("spot speak".into()),
                    at: at(90),
                },
                Trained {
                    id: 1,
                    link: "salle".into(),
                    name: String::new(),
                    correct: 6,
                    asked: 6,
                    parts: None,
                    at: at(9_000),
                },
            ],
            fresh: Some(Fresh::Invitation("https://vigie.example.org/setup?key=SAMPLEONLYnotArealSecret".into())),
            refused: Some(Refused::Ownerless),
        }
    }

    fn calendar_page(&self) -> CalendarPage {
        let due = |day, kind, about: &str, months: &[i8]| Due {
            day,
            kind,
            about: self.strange(about),
            months: months.into(),
            uid: format!("{day}@vigie"),
        };
        CalendarPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/calendar/1"),
            organisation: (1, self.strange("Agence du Port")),
            others: vec![(2, self.strange("Maison Dunes"))],
            days: Some(vec![
                due(date(2026, 11, 24), Days::Drill, "Une rumeur d’intoxication", &[]),
                due(date(2026, 12, 1), Days::Expires, "Une rumeur d’intoxication (fr)", &[]),
                due(date(2027, 1, 1), Days::Confirm, "", &[1, 4, 7, 10]),
                due(date(2027, 3, 1), Days::Team, "", &[3, 9]),
            ]),
            beside: "1795386600000000".to_owned(),
            since: Some(at(9_000)),
            fresh: Some("https://vigie.example.org/calendars/SAMPLEONLYnotArealSecret.ics".into()),
        }
    }

    fn coverage(&self) -> plan::Coverage {
        let (lead, odd) = ("lead".to_owned(), self.strange("garde"));
        let evening = date(2026, 11, 21);
        let holes = vec![Hole { from: evening.at(22, 0, 0, 0), until: date(2026, 11, 22).at(7, 0, 0, 0) }];
        let night = |step: i8| Night {
            evening: date(2026, 11, 21 + step),
            roles: vec![
                Held {
                    role: lead.clone(),
                    people: vec!["lea".into()],
                    holes: if step == 1 { holes.clone() } else { Vec::new() },
                },
                Held { role: odd.clone(), people: Vec::new(), holes: holes.clone() },
            ],
        };
        plan::Coverage {
            now: vec![
                Covered { role: lead.clone(), people: vec!["lea".into()] },
                Covered { role: odd.clone(), people: Vec::new() },
            ],
            nights: (0..7).map(night).collect(),
            zone: "Europe/Paris".into(),
        }
    }

    fn readiness_page(&self) -> ReadinessPage {
        let risk = self.strange("hygiene");
        let reason = |kind: Kind| Reason {
            kind,
            cost: if kind == Kind::NoDrill { 1 } else { 6 },
            subjects: match kind {
                Kind::TeamNotReviewed => Vec::new(),
                Kind::Tonight => vec!["legal".into(), self.strange("garde")],
                _ => vec![risk.clone()],
            },
        };
        let row = |queries, scenario: Option<String>, replies, rehearsed| Row {
            risk: risk.clone(),
            text: self.strange("Quelqu’un tombe malade."),
            weight: 20,
            queries,
            scenario,
            replies,
            rehearsed,
        };
        let (plan, _) =
            plan::read("[scenario.card]\ntitle = \"Quelqu’un est malade\"\nseverity = \"crisis\"\nmoves = []\n", None);
        ReadinessPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/readiness/1"),
            organisation: (1, self.strange("Boulangerie Martin")),
            others: vec![(2, self.strange("Maison Dunes"))],
            ready: Readiness {
                score: 41,
                reasons: Kind::ALL.into_iter().filter(|kind| *kind != Kind::NoPlan).map(reason).collect(),
                matrix: vec![row(2, Some("card".into()), 3, Some(at(9_000))), row(0, None, 0, None)],
            },
            plan,
            may_configure: true,
        }
    }

    fn without_plan(&self) -> ReadinessPage {
        ReadinessPage { ready: without_plan(), plan: Plan::default(), others: Vec::new(), ..self.readiness_page() }
    }

    fn staff_page(&self) -> StaffPage {
        StaffPage {
            words: words(self.locale),
            shell: Shell::outside("/staff"),
            language: "fr",
            training: "/staff/SAMPLE/training".into(),
            do_: vec![self.strange("Écoutez, remerciez, notez un nom et un numéro.")],
            dont: vec![self.strange("Ne discutez pas.")],
            tell: vec![(self.strange("Léa Moreau"), self.strange("06 12 34 56 78"))],
        }
    }

    fn training(&self, step: Step) -> TrainingPage {
        let question = |part: Part, ask: Ask| Question {
            part,
            ask,
            answers: vec![
                Answer::Said(self.strange("Quelqu’un est malade")),
                Answer::Reflex(Reflex::Nothing),
                Answer::Minutes(90),
            ],
            right: 1,
            because: vec![self.strange("Un avis suffit.")],
        };
        let questions = vec![
            question(Part::Spot, Ask::Sign(self.strange("un médecin appelle"))),
            question(Part::Speak, Ask::Safety(self.strange("Quelqu’un est malade"))),
        ];
        let given = match step {
            Step::Ask => Vec::new(),
            Step::Explain => vec![0],
            Step::End | Step::Told => vec![0, 1],
        };
        TrainingPage {
            words: words(self.locale),
            shell: Shell::outside("/staff"),
            path: "/staff/SAMPLE".into(),
            people: vec![("lea".to_owned(), self.strange("Léa Moreau"))],
            language: "fr",
            run: Run { seed: 7, mark: "0123456789abcdef".into(), given },
            notice: (step == Step::Ask).then(|| words(self.locale).say("training-choose")),
            questions,
            step,
        }
    }

    fn confirm_page(&self, came: Option<Came>) -> ConfirmPage {
        ConfirmPage { words: words(self.locale), shell: Shell::outside("/confirm"), came }
    }
}
