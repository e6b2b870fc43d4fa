//! Sources and what they could not read.

use super::{Sample, at, words};
use crate::pages::source::{AddSourcePage, KINDS, SourcePage, Typed};
use crate::pages::sources::{GapView, QuarantinePage, QuarantinedView, SourceView, SourcesPage};
use crate::pages::{Figure, Room};
use askama::Template;
use connect::inbound::Verdict;
use domain::source::Outcome;

impl Sample {
    pub(super) fn sources(&self) -> SourcesPage {
        let heard = SourceView {
            id: 1,
            name: "Ouest-France, Nantes".into(),
            kind: "feed".into(),
            brand: None,
            enabled: true,
            deaf_since: None,
            outcome: Some(Outcome::NotModified),
            detail: None,
            last_ok_at: Some(at(3)),
            last_post_at: Some(at(42)),
            next_try_at: Some(at(-12)),
            posts_today: Figure::Counted(118),
            quarantined: 0,
            house: false,
            gaps: Vec::new(),
        };
        let deaf = SourceView {
            id: 2,
            name: "piaille.fr #galette".into(),
            kind: "mastodon".into(),
            deaf_since: Some(at(12)),
            outcome: Some(Outcome::Network),
            detail: Some(self.strange("connection refused by piaille.fr:443")),
            quarantined: 2,
            gaps: vec![GapView {
                from: at(150),
                until: at(121),
                reason: self.strange("every item was new: the window may have overflowed"),
            }],
            ..heard.clone()
        };
        let bound = SourceView {
            id: 3,
            name: "Google".into(),
            kind: "webhook".into(),
            brand: Some("Boulangerie Martin".into()),
            last_post_at: None,
            posts_today: Figure::Unknown,
            outcome: Some(Outcome::Ok),
            next_try_at: None,
            ..heard.clone()
        };
        let off = SourceView {
            id: 4,
            name: "Import 2025".into(),
            kind: "file".into(),
            enabled: false,
            outcome: None,
            ..heard.clone()
        };
        SourcesPage {
            words: words(self.locale),
            shell: self.shell(Room::Sources, "/sources"),
            sources: vec![deaf, heard, bound, off],
            may_add: true,
        }
    }

    /// One source of each kind, and the form of each: name, HTML.
    pub(super) fn source_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let tried = Verdict {
            reachable: true,
            authorised: Some(true),
            outcome: Outcome::Ok,
            detail: self.strange("the feed answers"),
            sample: Some(self.strange("La galette de la Boulangerie Martin")),
            items: 12,
            next_in: std::time::Duration::from_secs(60),
            not_before: None,
            limits: Some(self.strange("288 of 300 left")),
        };
        let mut pages = Vec::new();
        for (kind, source) in KINDS.into_iter().zip(self.sources().sources) {
            let shown = SourcePage {
                words: words(self.locale),
                shell: self.shell(Room::Sources, "/sources/2"),
                source: crate::pages::sources::SourceView {
                    kind: kind.into(),
                    name: self.strange("piaille"),
                    ..source
                },
                host: Some(self.strange("piaille.fr")),
                brands: vec![(1, self.strange("Boulangerie Martin"))],
                bound: Some(1),
                keep_matched: true,
                streaming: true,
                tried: Some(tried.clone()),
                problem: (kind == "feed").then(|| self.strange("this is no address")),
                secret: (kind == "webhook").then(|| "whsec_AAAA".to_owned()),
                may_configure: true,
            };
            pages.push((format!("source-{kind}"), shown.render()));
            let add = AddSourcePage {
                words: words(self.locale),
                shell: self.shell(Room::Sources, "/sources/add"),
                typed: Typed { kind: kind.into(), of: "1-1".into(), name: self.strange("Google"), ..Typed::default() },
                choices: vec![
                    ("1-0".into(), None, None),
                    ("1-1".into(), Some(self.strange("Agence du Port")), Some(self.strange("Boulangerie Martin"))),
                ],
                problem: Some(self.strange("connection refused")),
                may_force: true,
            };
            pages.push((format!("source-add-{kind}"), add.render()));
        }
        pages
    }

    pub(super) fn quarantine(&self) -> QuarantinePage {
        QuarantinePage {
            words: words(self.locale),
            shell: self.shell(Room::Sources, "/sources/2/quarantine"),
            source: "piaille.fr #galette".into(),
            total: 2,
            dropped: 3,
            items: vec![QuarantinedView {
                at: at(33),
                reason: self.strange("date in the year 2099"),
                place: self.strange("item 14"),
                beginning: self.strange("{\"id\":\"114\",\"created_at\":\"2099-01-01T00:00:00Z\"}"),
                bytes: 1804,
            }],
            older: None,
        }
    }
}
