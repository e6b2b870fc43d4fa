//! Scheduling tools: one that answers and one that does not, and none yet.

use super::marketing::refused;
use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::tools::{Problem, ToolsPage};
use domain::id::{AccountId, BrandId, OrganisationId, ToolId};
use domain::publish::{Channel, Tool};
use store::{Given, ToolRow};

impl Sample {
    /// Every state of the page: name, HTML.
    pub(super) fn tools_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        use askama::Template;
        let none = ToolsPage { tools: Vec::new(), problem: None, ..self.tools() };
        let mut pages = vec![("tools".to_owned(), self.tools().render()), ("tools-none".to_owned(), none.render())];
        let problems = [Problem::Taken, Problem::Holds, Problem::PlainHttp];
        pages.extend(problems.into_iter().enumerate().map(|(n, problem)| {
            let page = ToolsPage { problem: Some(problem), ..self.tools() };
            (format!("tools-problem-{n}"), page.render())
        }));
        pages
    }

    fn tools(&self) -> ToolsPage {
        let to = |organisation, brand| Given::To {
            account: AccountId(3),
            organisation: OrganisationId(organisation),
            brand: Some(BrandId(brand)),
        };
        let channels = vec![
            (self.listed("cm1", Some("Martin"), false), to(1, 1)),
            (self.listed("cm2", None, true), Given::Nobody),
            (self.listed("cm3", Some("Dunes"), false), Given::Taken),
            (self.listed("cm4", None, false), to(9, 9)),
        ];
        let broken = ToolRow { problem: Some(refused(&self.strange("invalid_key")).kept()), ..self.tool(2) };
        ToolsPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/marketing/1/tools"),
            organisation: (1, self.strange("Boulangerie Martin")),
            tools: vec![(self.tool(1), channels), (broken, Vec::new())],
            brands: vec![
                (OrganisationId(1), BrandId(1), self.strange("Boulangerie Martin – Le fournil")),
                (OrganisationId(2), BrandId(2), self.strange("Maison Dunes – Dunes")),
            ],
            typed: (self.strange("https://postiz.example/api"), self.strange("Notre agenda")),
            problem: Some(Problem::Refused(refused(&self.strange("invalid_key")))),
        }
    }

    fn listed(&self, native: &str, client: Option<&str>, disabled: bool) -> Channel {
        Channel {
            native: native.to_owned(),
            name: self.strange("Le fournil"),
            platform: self.strange("bluesky"),
            client: client.map(|client| self.strange(client)),
            disabled,
        }
    }

    fn tool(&self, id: i64) -> ToolRow {
        ToolRow {
            id: ToolId(id),
            organisation: OrganisationId(1),
            kind: Tool::Postiz,
            server: self.strange("https://postiz.example/api"),
            name: self.strange("Notre agenda"),
            token: "SAMPLEONLYnotArealSecret".into(),
            created_at: at(9_000),
            checked_at: Some(at(60)),
            problem: None,
        }
    }
}
