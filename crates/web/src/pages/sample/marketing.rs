//! Scheduled marketing, as usual in a freeze and where nothing is there yet.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::marketing::{MarketingPage, Problem, Typed};
use domain::id::{AccountId, CaseId, OrganisationId, ScheduledId, ToolId};
use domain::marketing::{Lease, Misfit, State};
use domain::publish::{Length, Reason, Why};
use engine::marketing::write::Unfit;
use std::collections::BTreeMap;
use store::{AccountRow, CampaignTold, ScheduledRow};

impl Sample {
    /// Every state of the page: name, HTML.
    pub(super) fn marketing_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        use askama::Template;
        let problems = [
            Problem::Unfit(Unfit::Empty),
            Problem::Unfit(Unfit::TooLong { long: 1_512, most: 500 }),
            Problem::Unfit(Unfit::Language),
            Problem::Unfit(Unfit::Label),
            Problem::Misfit(Misfit::Time),
            Problem::Misfit(Misfit::Frozen),
            Problem::Misfit(Misfit::Burst),
            Problem::Changed,
            Problem::Taken,
            Problem::Holds,
            Problem::NoTime,
            Problem::Misfit(Misfit::Elsewhere),
            Problem::PlainHttp,
        ];
        let none = MarketingPage {
            accounts: Vec::new(),
            posts: Vec::new(),
            clashes: BTreeMap::new(),
            others: Vec::new(),
            kinds: Vec::new(),
            unmapped: 0,
            may_configure: false,
            may_decide: false,
            problem: None,
            ..self.marketing()
        };
        let mut pages =
            vec![("marketing".to_owned(), self.marketing().render()), ("marketing-none".to_owned(), none.render())];
        pages.extend(problems.into_iter().enumerate().map(|(n, problem)| {
            let page = MarketingPage { problem: Some(problem), ..self.marketing() };
            (format!("marketing-problem-{n}"), page.render())
        }));
        pages
    }

    fn marketing(&self) -> MarketingPage {
        let lease = Lease { case: CaseId(4), fence: 2, allow: vec!["recall".into()], since: at(30), until: None };
        let posts = State::ALL.into_iter().zip(1..).map(|(state, id)| self.scheduled(id, state));
        let left = ScheduledRow { label: Some("Recall".into()), ..self.scheduled(20, State::Queued) };
        let theirs = ScheduledRow { native: Some("77".into()), media: 2, ..self.scheduled(21, State::Held) };
        let lost = ScheduledRow { account: AccountId(9), ..self.scheduled(22, State::Held) };
        let dated =
            ScheduledRow { account: AccountId(3), native: Some("cm4".into()), ..self.scheduled(23, State::Held) };
        MarketingPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/marketing/1"),
            organisation: (1, self.strange("Boulangerie Martin")),
            others: vec![(2, self.strange("Maison Dunes"))],
            accounts: vec![
                (self.account(1, None), vec![lease]),
                (self.account(2, Some("status 401")), Vec::new()),
                (self.channel_account(), Vec::new()),
                (self.hook_account(), Vec::new()),
            ],
            posts: posts.chain([left, theirs, lost, dated]).collect(),
            clashes: BTreeMap::from([(ScheduledId(21), vec![self.strange("galette"), self.strange("verre")])]),
            unmapped: 3,
            more: true,
            kinds: vec![self.strange("rappel"), self.strange("sécurité")],
            may_configure: true,
            may_decide: true,
            typed: Typed {
                account: 2,
                text: self.strange("Demain, la brioche est à trois euros."),
                language: "fr".into(),
                label: self.strange("rappel"),
                at: self.strange("2026-11-24T10:00"),
                server: self.strange("https://mastodon.example"),
                name: self.strange("Le fournil"),
                hook: self.strange("https://flows.example/hook"),
            },
            problem: Some(Problem::Refused(refused(&self.strange("invalid_token")))),
        }
    }

    fn channel_account(&self) -> AccountRow {
        AccountRow {
            kind: "postiz".into(),
            tool: Some(ToolId(1)),
            server: "https://postiz.example/api".into(),
            acct: self.strange("bluesky"),
            ..self.account(3, None)
        }
    }

    fn hook_account(&self) -> AccountRow {
        let answer = self.strange(r#"200 {"paused": true}"#);
        AccountRow {
            kind: "webhook".into(),
            server: "https://flows.example/hook/secret".into(),
            acct: "flows.example".into(),
            told: Some(CampaignTold { key: "pause-4-1".into(), at: at(40), answer }),
            ..self.account(4, None)
        }
    }

    fn account(&self, id: i64, problem: Option<&str>) -> AccountRow {
        AccountRow {
            id: AccountId(id),
            organisation: OrganisationId(1),
            brand: None,
            kind: "mastodon".into(),
            tool: None,
            server: self.strange("https://mastodon.example"),
            native: "109".into(),
            acct: self.strange("fournil"),
            name: self.strange("Le fournil"),
            token: "SAMPLEONLYnotArealSecret".into(),
            length: Length { characters: 500, per_link: 23 },
            created_at: at(9_000),
            checked_at: Some(at(60)),
            problem: problem.map(|problem| refused(&self.strange(problem)).kept()),
            listed_at: Some(at(1)),
            told: None,
            gone_at: None,
        }
    }

    fn scheduled(&self, id: i64, state: State) -> ScheduledRow {
        let out = state == State::Sent;
        ScheduledRow {
            id: ScheduledId(id),
            organisation: OrganisationId(1),
            brand: None,
            account: AccountId(1),
            native: None,
            key: "0".repeat(32),
            text: self.strange("Samedi, la galette est à six euros."),
            language: Some("fr".into()),
            label: None,
            media: 0,
            due: at(-60 * id),
            state,
            version: 3,
            holder: None,
            fence: None,
            tries: 1,
            tried_at: None,
            next_at: None,
            remote_at: None,
            reason: (state == State::Failed).then(|| self.strange("the text is refused (status 422)")),
            receipt: out.then(|| "503".to_owned()),
            url: out.then(|| "https://mastodon.example/@fournil/503".to_owned()),
            sent_at: out.then(|| at(5)),
            person: None,
            created_at: at(9_000),
        }
    }
}

/// What a server said, as it is kept.
pub(super) fn refused(said: &str) -> Reason {
    Reason::new(Why::Token, "the token is not known any more").of("tool.example").saying(said)
}
