//! How long things are kept: nothing set, something tried, something refused.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::retention::{EntryView, RetentionPage};
use askama::Template;
use engine::retain::{Survey, Tally};
use store::Stock;

impl Sample {
    /// Every page of retention: name, HTML.
    pub(super) fn retention_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let bare = RetentionPage {
            set: false,
            survey: Survey::default(),
            days: Default::default(),
            sources: Vec::new(),
            tried: None,
            log: Vec::new(),
            others: Vec::new(),
            may_configure: false,
            ..self.retention()
        };
        vec![
            ("retention".to_owned(), self.retention().render()),
            ("retention-none".to_owned(), bare.render()),
            ("retention-set".to_owned(), RetentionPage { tried: None, ..self.retention() }.render()),
            ("retention-refused".to_owned(), RetentionPage { refused: true, tried: None, ..self.retention() }.render()),
        ]
    }

    fn retention(&self) -> RetentionPage {
        let entry = |minutes, set_by: Option<&str>, texts| EntryView {
            at: at(minutes),
            set_by: set_by.map(str::to_owned),
            texts,
            authors: texts / 2,
        };
        RetentionPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/retention/1"),
            organisation: (1, "Agence du Port".into()),
            others: vec![(2, "Boulangerie Martin".into())],
            set: true,
            survey: Survey {
                stock: Stock { posts: 48_211, oldest: Some(at(900_000)), without_text: 1_200, without_author: 3_400 },
                tally: Tally { texts: 1_812, authors: 2_040, evidence: 31 },
                whole: false,
            },
            days: ["365".into(), "90".into(), String::new()],
            sources: vec![
                (3, self.strange("#boulangeriemartin · mastodon.social"), ["30".into(), String::new()]),
                (4, self.strange("Le Télégramme"), Default::default()),
            ],
            tried: Some("{\"all\":{}}".into()),
            refused: false,
            may_configure: true,
            log: vec![entry(30, None, 1_200), entry(70, Some("Léa Moreau"), 0), entry(90, Some(""), 0)],
        }
    }
}
