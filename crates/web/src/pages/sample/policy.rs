//! The communication policy: as the public reads it, and as the team publishes it.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::policy::{PolicyPage, PolicySettingsPage};
use askama::Template;
use domain::policy::{Policy, Said};

impl Sample {
    /// Every page of the policy: name, HTML.
    pub(super) fn policy_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let settings = |page: PolicySettingsPage| page.render();
        vec![
            ("public-policy".to_owned(), self.policy_page().render()),
            ("policy".to_owned(), settings(self.policy_settings())),
            (
                "policy-none".to_owned(),
                settings(PolicySettingsPage {
                    planned: None,
                    public: None,
                    channel: false,
                    log: Vec::new(),
                    differences: Vec::new(),
                    problem: Some(words(self.locale).name("policy-wrong-blank", &self.strange("name"))),
                    ..self.policy_settings()
                }),
            ),
        ]
    }

    fn policy(&self) -> Policy {
        let said = |language: &str| Said {
            language: language.to_owned(),
            text: self.strange("Dites-le-nous d’abord : réponse sous un jour ouvré."),
            answers: Some(self.strange("La patronne.")),
            do_: vec![self.strange("Nous lisons chaque message.")],
            never: vec![self.strange("Nous n’effaçons pas les critiques.")],
        };
        Policy {
            complaints: Some(self.strange("martin.example/reclamations")),
            answer_within: Some(24),
            said: vec![said("fr"), said("nl")],
        }
    }

    fn policy_page(&self) -> PolicyPage {
        PolicyPage {
            words: words(self.locale),
            brand: "Boulangerie Martin".into(),
            policy: self.policy(),
            at: at(90_000),
            channel: Some("boulangerie-martin-7f3kqa".into()),
        }
    }

    fn policy_settings(&self) -> PolicySettingsPage {
        let before = Policy { answer_within: Some(48), ..Policy::default() };
        PolicySettingsPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/brands/1/policy"),
            brand: (1, self.strange("Boulangerie Martin")),
            organisation: 1,
            may_configure: true,
            public: Some("https://vigie.example/policy/boulangerie-martin".into()),
            address: "boulangerie-martin".into(),
            channel: true,
            differences: self.policy().differences(Some(&before)),
            planned: Some(self.policy()),
            log: vec![(2, Some(self.strange("Léa Moreau")), at(900)), (1, None, at(90_000))],
            problem: None,
        }
    }
}
