//! Sample contexts: every page, filled with what a bad evening looks like, and once with what an attacker would write.

use crate::chart::Point;
use crate::pages::bridge::{Asleep, BrandCard, BridgePage, SurgeLine, Uncovered};
use crate::pages::carried::Carried;
use crate::pages::error::{ErrorPage, Fault};
use crate::pages::login::{AgainPage, LoginFailure, LoginPage};
use crate::pages::mentions::{
    EngagementRow, Filter, MentionAddPage, MentionDraft, MentionPage, MentionsPage, QueryProblem,
};
use crate::pages::post::PostView;
use crate::pages::reader::ReaderPage;
use crate::pages::shell::{DeafSource, Notice, Reader, Room, Shell, Theme, Undo, World};
use crate::pages::signal::{Reason, ShareView, SignalPage, StoryView, Subject};
use crate::pages::tokens::{TokenView, TokensPage};
use crate::pages::{Figure, State};
use askama::Template;
use engine::waking::Reached;
use jiff::{SignedDuration, Timestamp};
use store::Tally;
use text::{Harm, Kind, Language, Polarity};
use words::{Locale, Words};

mod answer;
mod assessment;
mod backtest;
mod brand;
mod budget;
mod case;
mod company;
mod complaint;
mod drill;
mod marketing;
mod phone;
mod plan;
mod policy;
mod profile;
mod repair;
mod report;
mod retention;
mod setup;
mod sources;
mod team;
mod timeline;
mod tools;
mod waking;

/// 2026-11-21 23:22 in Paris.
const NOW: i64 = 1_795_299_720;

fn at(minutes_ago: i64) -> Timestamp {
    Timestamp::from_second(NOW - minutes_ago * 60).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn words(locale: Locale) -> Words {
    Words::new(locale, "Europe/Paris", at(0))
}

/// Every page in `locale`: name, HTML. With `hostile`, strangers' fields hold [`hostile_text`].
pub fn all(locale: Locale, theme: Theme, hostile: bool) -> Vec<(String, Result<String, askama::Error>)> {
    let s = Sample { locale, theme, hostile: hostile.then(crate::untrusted::hostile_text) };
    let mut pages = vec![
        ("login".to_owned(), s.login().render()),
        ("login-carried".to_owned(), LoginPage { carried: s.carried(), ..s.login() }.render()),
        ("login-again".to_owned(), s.again().render()),
        ("bridge".to_owned(), s.bridge().render()),
        (
            "bridge-empty".to_owned(),
            BridgePage { brands: Vec::new(), asleep: None, uncovered: Vec::new(), ..s.bridge() }.render(),
        ),
        ("mentions".to_owned(), s.mentions().render()),
        ("mention".to_owned(), s.mention().render()),
        ("mention-free".to_owned(), s.mention_answered(0).render()),
        ("mention-in-case".to_owned(), s.mention_answered(1).render()),
        ("mention-add".to_owned(), s.mention_add().render()),
        ("timeline".to_owned(), s.timeline().render()),
        ("timeline-silent".to_owned(), s.timeline_silent().render()),
        ("signal".to_owned(), s.signal().render()),
        ("signal-dismissed".to_owned(), s.signal_dismissed().render()),
        ("sources".to_owned(), s.sources().render()),
        ("quarantine".to_owned(), s.quarantine().render()),
        ("settings".to_owned(), s.settings().render()),
        ("brand".to_owned(), s.brand().render()),
        ("backtest".to_owned(), s.backtest().render()),
        ("backtest-wrong".to_owned(), s.backtest_wrong().render()),
        ("report".to_owned(), s.report().render()),
        ("report-quiet".to_owned(), s.report_quiet().render()),
        ("tokens".to_owned(), s.tokens().render()),
        ("reader".to_owned(), ReaderPage { words: words(locale), shell: s.shell(Room::Mentions, "/reader") }.render()),
    ];
    pages.push(("dossier".to_owned(), s.dossier().render()));
    pages.push(("dossier-none".to_owned(), s.dossier_none().render()));
    pages.extend(s.case_pages());
    pages.extend(s.repair_pages());
    pages.extend(s.waking_pages());
    pages.extend(s.retention_pages());
    pages.extend(s.profile_pages());
    pages.extend(s.source_pages());
    pages.extend(s.budget_pages());
    pages.extend(s.plan_pages());
    pages.extend(s.policy_pages());
    pages.extend(s.complaint_pages());
    pages.extend(s.setup());
    pages.extend(s.phone());
    pages.extend(s.team_pages());
    pages.extend(s.marketing_pages());
    pages.extend(s.drill_pages());
    pages.extend(s.tools_pages());
    pages.extend(Fault::ALL.map(|fault| {
        let code = format!("{fault:?}").to_lowercase();
        (format!("error-{code}"), s.error(fault).render())
    }));
    pages
}

fn tally(found: i64) -> Tally {
    Tally { found, whole: true }
}

struct Sample {
    locale: Locale,
    theme: Theme,
    hostile: Option<String>,
}

impl Sample {
    fn strange(&self, usual: &str) -> String {
        self.hostile.clone().unwrap_or_else(|| usual.to_owned())
    }

    fn shell(&self, room: Room, path: &str) -> Shell {
        Shell {
            theme: self.theme,
            person: Some(Reader {
                name: "Léa Moreau".into(),
                organisation: "Agence du Port".into(),
                zone: "Europe/Paris".into(),
            }),
            room,
            world: World::Demo,
            deaf: vec![DeafSource {
                name: "piaille.fr #galette".into(),
                since: at(12),
                href: "/sources#source-2".into(),
            }],
            live_after: Some("1041".into()),
            ..Shell::outside(path)
        }
    }

    fn post(&self, id: i64, author: &str, text: &str, minutes: i64) -> PostView {
        PostView {
            id,
            brand: "Boulangerie Martin".into(),
            author: Some(self.strange(author)),
            followers: if id % 3 == 0 { Figure::Unknown } else { Figure::Counted(id * 613 % 9000) },
            source: "mastodon.social #nantes".into(),
            at: at(minutes),
            text: self.strange(text),
            url: Some("https://mastodon.example/@jeanne/1".into()),
            stars: None,
            language: Language::Fr,
            polarity: Polarity::Negative,
            p: 930 - (id as u16 % 5) * 41,
            kind: Kind::Statement,
            grave: (id == 41).then(|| (Harm::Injury, vec![self.strange("verre"), self.strange("coupé la lèvre")])),
            late: false,
            deleted: false,
            erased: false,
            handled: None,
            assigned: None,
        }
    }

    fn posts(&self) -> Vec<PostView> {
        vec![
            self.post(41, "@jeanne@piaille.fr", "Un morceau de verre dans la galette de chez Martin. Mon fils s’est coupé la lèvre. Je n’en reviens pas.", 2),
            PostView { kind: Kind::Question, assigned: Some("Marc".into()), ..self.post(40, "@yann_44", "Quelqu’un sait si les galettes achetées hier sont concernées ?", 5) },
            PostView { stars: Some(1), text: String::new(), source: "Google".into(), ..self.post(39, "Paul B.", "", 8) },
            PostView { erased: true, author: None, ..self.post(37, "", "", 700_000) },
            PostView { language: Language::Fy, kind: Kind::Complaint, late: true, ..self.post(38, "@famke@frysk.example", "Glês yn ’e galette! Dit kin dochs net wêze, ik bin der o sa lilk om.", 14) },
            PostView {
                language: Language::En,
                polarity: Polarity::Positive,
                p: 712,
                handled: Some(("Léa".into(), at(3))),
                ..self.post(37, "@tim", "Still the best croissants in town, and Martin himself called us back within the hour.", 18)
            },
        ]
    }

    fn points(&self) -> Vec<Point> {
        let storm = [3, 9, 22, 41];
        (0..96)
            .map(|i: i64| {
                let hour = (i / 2 + 23) % 24;
                let day = (8..22).contains(&hour);
                let calm = i64::from(day && i % 5 == 0) + i64::from(day && i % 11 == 3);
                let observed = if i >= 92 { storm[(i - 92) as usize] } else { calm };
                Point {
                    at: at(22) - SignedDuration::from_mins((95 - i) * 30),
                    observed: (!(60..63).contains(&i)).then_some(observed),
                    low: 0.0,
                    high: if day { 3.0 } else { 1.0 },
                }
            })
            .collect()
    }

    fn people(&self) -> Vec<(i64, String)> {
        vec![(1, "Léa Moreau".into()), (2, "Marc Le Goff".into())]
    }

    fn login(&self) -> LoginPage {
        let shell = Shell { theme: self.theme, ..Shell::outside("/login") };
        LoginPage {
            words: words(self.locale),
            shell,
            email: self.strange("lea@agence.example"),
            next: "/".into(),
            failed: Some(LoginFailure::Wrong),
            carried: Carried::default(),
        }
    }

    /// A form that met the closed door.
    fn carried(&self) -> Carried {
        let said = self.strange("Nous avons vu vos messages.");
        let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("text", &said).finish();
        Carried { path: "/cases/3/note".to_owned(), body }
    }

    fn again(&self) -> AgainPage {
        let LoginPage { words, shell, .. } = self.login();
        AgainPage { words, shell, carried: self.carried() }
    }

    fn bridge(&self) -> BridgePage {
        let calm = |id, name: &str, state, today| BrandCard {
            id,
            name: name.to_owned(),
            client: (id, self.strange(name)),
            state,
            surge: None,
            today,
            usual: (3, 11),
            negative: None,
            points: self.points().into_iter().take(48).collect(),
            places: (4, 7),
            unwatched: vec!["Instagram".into(), "TikTok".into(), "Tripadvisor".into()],
            unheard: Vec::new(),
            may_listen: true,
            partial: false,
            open: tally(0),
        };
        let storm = BrandCard {
            surge: Some(SurgeLine {
                signal: "1-mentions-20261121T2204Z".into(),
                observed: 41,
                minutes: 30,
                usual: (0, 3),
                since: at(18),
                grave: None,
            }),
            negative: Some((712, 640, 780)),
            points: self.points().into_iter().skip(48).collect(),
            partial: true,
            open: Tally { found: 10_000, whole: false },
            ..calm(1, "Boulangerie Martin", State::Alert, 75)
        };
        let notice = BrandCard {
            surge: Some(SurgeLine {
                signal: "2-negative-20261121T2104Z".into(),
                observed: 9,
                minutes: 60,
                usual: (1, 5),
                since: at(78),
                grave: None,
            }),
            open: tally(4),
            unwatched: Vec::new(),
            unheard: vec![self.strange("Google")],
            places: (4, 5),
            ..calm(2, "Hôtel du Port", State::Notice, 14)
        };
        BridgePage {
            words: words(self.locale),
            shell: self.shell(Room::Bridge, "/"),
            brands: vec![
                storm,
                notice,
                calm(3, "Bakkerij De Molen", State::Calm, 6),
                calm(4, "Maison Kerguelen", State::Calm, 1),
            ],
            as_of: at(0),
            cases: Vec::new(),
            heard: (11, 12),
            uncovered: vec![Uncovered {
                organisation: 1,
                name: Some(self.strange("Boulangerie Martin")),
                roles: vec![("legal".into(), true), (self.strange("garde"), false)],
                void: 3,
                may_approve: true,
            }],
            asleep: Some(Asleep { reached: Reached::Untried, names: vec![self.strange("Boulangerie Martin")] }),
        }
    }

    fn problem(&self) -> QueryProblem {
        QueryProblem {
            query: "galette AND (verre OR".into(),
            column: 12,
            width: 9,
            message: "this parenthesis is never closed".into(),
            suggestion: Some("galette AND (verre OR blessé)".into()),
        }
    }

    fn mentions(&self) -> MentionsPage {
        let notice = Notice {
            text: "2 ✓".into(),
            undo: Some(Undo {
                action: "/mentions/triage".into(),
                fields: vec![("mention".into(), "35".into()), ("action".into(), "open".into())],
            }),
        };
        MentionsPage {
            complaints: Some(3),
            words: words(self.locale),
            shell: Shell { notice: Some(notice), ..self.shell(Room::Mentions, "/mentions?brand=1") },
            filter: Filter { query: self.strange("verre OR blessé"), brand: Some(1), ..Filter::default() },
            brands: vec![(1, "Boulangerie Martin".into()), (2, "Hôtel du Port".into())],
            sources: vec![(1, "mastodon.social #nantes".into())],
            people: self.people(),
            may_triage: true,
            posts: self.posts(),
            total: Figure::Estimated { mid: 12_000, low: 9_000, high: 14_000 },
            fresh: 12,
            seen: 41,
            older: Some("/mentions?before=37".into()),
            search_lag: 3,
            problem: Some(self.problem()),
        }
    }

    fn mention(&self) -> MentionPage {
        let row = |minutes, views, by: Option<&str>| EngagementRow {
            at: at(minutes),
            likes: Figure::Counted(12),
            shares: Figure::Counted(4),
            replies: Figure::Unknown,
            views,
            by: by.map(str::to_owned),
        };
        MentionPage {
            may_triage: true,
            complaint: Some(7),
            crisis: true,
            answer: Some(self.answer()),
            words: words(self.locale),
            shell: self.shell(Room::Mentions, "/mentions/41"),
            post: self.post(41, "@jeanne@piaille.fr", "Un morceau de verre dans la galette de chez Martin.", 2),
            queries: vec!["nom et fautes de frappe".into()],
            engagement: vec![row(90, Figure::Unknown, None), row(10, Figure::Counted(340_000), Some("Léa"))],
            versions: vec![(at(60), self.strange("Du verre dans ma galette !!!"))],
            digest: "9f2b6b0f1a4d7c6e5b3a2918f7e6d5c4b3a291807f6e5d4c3b2a19080706f5e4".into(),
            bytes: 4211,
            arrived_at: at(1),
            reader: "reader-1".into(),
            people: self.people(),
            screenshot: Some("capture.png".into()),
        }
    }

    fn mention_add(&self) -> MentionAddPage {
        MentionAddPage {
            words: words(self.locale),
            shell: self.shell(Room::Mentions, "/mentions/add"),
            brands: vec![(1, "Boulangerie Martin".into())],
            draft: MentionDraft { url: self.strange("https://"), text: self.strange(""), ..MentionDraft::default() },
            problems: Vec::new(),
        }
    }

    fn share(&self, label: &str, count: i64, fires_without: bool) -> ShareView {
        ShareView { label: self.strange(label), count, share: count * 1000 / 41, fires_without }
    }

    fn signal(&self) -> SignalPage {
        let story = |text: &str, count, fires_without, minutes| StoryView {
            text: self.strange(text),
            author: Some(self.strange("@jeanne@piaille.fr")),
            at: at(minutes),
            count,
            fires_without,
            href: "/mentions?story=1".into(),
        };
        SignalPage {
            words: words(self.locale),
            shell: self.shell(Room::Bridge, "/signals/1-mentions-20261121T2204Z"),
            id: "1-mentions-20261121T2204Z".into(),
            brand: (1, "Boulangerie Martin".into()),
            state: State::Alert,
            subject: Subject::Mentions,
            observed: 41,
            minutes: 30,
            expected: 1_240,
            usual: (0, 3),
            since: at(18),
            frozen_at: at(16),
            least: 11,
            one_in: Figure::Estimated { mid: 4_000_000, low: 900_000, high: 20_000_000 },
            assessment: self.assessment(),
            negative: Some((712, 640, 780)),
            points: self.points(),
            grave: None,
            standing_out: ["hair", "<b>chambre</b>", "remboursement"].map(str::to_owned).to_vec(),
            stories: vec![
                story(
                    "Un morceau de verre dans la galette de chez Martin. Mon fils s’est coupé la lèvre.",
                    27,
                    false,
                    21,
                ),
                story("Fermé sans explication ce soir, rideau baissé.", 9, true, 11),
            ],
            queries: vec![self.share("nom et fautes de frappe", 38, false), self.share("galette + verre", 29, true)],
            authors: vec![
                self.share("@nantes_infos", 14, true),
                self.share("@jeanne@piaille.fr", 3, true),
                self.share("@yann_44", 2, true),
            ],
            sources: vec![
                self.share("mastodon.social #nantes", 31, false),
                self.share("Ouest-France", 6, true),
                self.share("Google", 4, true),
            ],
            posts: self.posts(),
            posts_total: 41,
            partial: vec!["piaille.fr #galette".into()],
            late: true,
            versions: ("surge-1".into(), "reader-1".into()),
            acknowledged: None,
            dismissed: None,
            first: None,
            calls: self.calls(),
            may_triage: true,
        }
    }

    fn signal_dismissed(&self) -> SignalPage {
        SignalPage {
            state: State::Closed,
            acknowledged: Some(("Marc".into(), at(10))),
            first: Some(("Marc".into(), at(10))),
            dismissed: Some(("Léa".into(), at(2), Reason::OwnCampaign)),
            assessment: self.assessment_bare(),
            ..self.signal()
        }
    }

    fn tokens(&self) -> TokensPage {
        TokensPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/tokens"),
            fresh: Some("vig_7Qd2xSAMPLEONLYnotArealTokenVALUE".into()),
            tokens: vec![TokenView { id: 1, name: "tableau de bord".into(), created_at: at(9000), may_revoke: true }],
            may_make: true,
        }
    }

    fn error(&self, fault: Fault) -> ErrorPage {
        ErrorPage {
            words: words(self.locale),
            shell: self.shell(Room::None, "/nowhere"),
            fault,
            reference: (fault == Fault::Internal).then(|| "7c1e-4410".to_owned()),
            kept: (fault == Fault::DiskFull).then(|| self.strange("Une personne de l’équipe vous rappelle.")),
        }
    }
}
