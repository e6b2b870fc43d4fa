//! The steps of a set-up, and what is said where there is no way in.

use super::{Sample, at, words};
use crate::pages::setup::{AccountPage, ClosedPage, FieldsPage, PlacesPage, ProposalPage, SizePage};
use crate::pages::{Room, Shell, brand};
use askama::Template;
use domain::brand::{Place, Watch};
use domain::organisation::Role;
use domain::setup::{Country, Exclusion, Fields, Opening, ProposedQuery, Reason, Sample as Said, Size};
use engine::setup::{Example, Trouble};
use text::Language;

pub(super) type Rendered = (String, Result<String, askama::Error>);

impl Sample {
    pub(super) fn setup(&self) -> Vec<Rendered> {
        let closed = |over| ClosedPage { words: words(self.locale), shell: self.door("/setup"), over };
        let settings = self.settings();
        let solo = Shell { solo: true, ..self.shell(Room::Settings, "/settings") };
        let expert = brand::ExpertPage {
            words: words(self.locale),
            shell: solo.clone(),
            brands: settings.brands.clone(),
            houses: settings.houses.clone(),
        };
        let invited = AccountPage { invited: Some((self.strange("Maison Dunes"), Role::Lead)), ..self.setup_account() };
        let size = SizePage { words: words(self.locale), shell: self.door("/setup/size"), size: Size::Solo };
        let pages: [(&str, Result<String, askama::Error>); 10] = [
            ("setup-none", closed(false).render()),
            ("setup-over", closed(true).render()),
            ("setup-size", size.render()),
            ("setup-brand", self.setup_brand().render()),
            ("setup-proposal", self.setup_proposal().render()),
            ("setup-places", self.setup_places().render()),
            ("setup-account", self.setup_account().render()),
            ("setup-invited", invited.render()),
            ("settings-solo", brand::SettingsPage { shell: solo, ..settings }.render()),
            ("expert", expert.render()),
        ];
        pages.into_iter().map(|(name, html)| (name.to_owned(), html)).collect()
    }

    fn door(&self, path: &str) -> Shell {
        Shell { theme: self.theme, ..Shell::outside(path) }
    }

    fn setup_brand(&self) -> FieldsPage {
        let wrong = words(self.locale).say("setup-problem-link");
        FieldsPage {
            words: words(self.locale),
            shell: self.door("/setup/brand"),
            fields: Fields {
                name: self.strange("Boulangerie Martin"),
                town: self.strange("Nantes"),
                trade: "bakery".into(),
                link: self.strange("boulangerie martin"),
                contact: self.strange("lea@martin.example"),
                ..Fields::default()
            },
            problems: vec![("link", wrong)],
        }
    }

    fn setup_proposal(&self) -> ProposalPage {
        let query = |text: &str, reason| ProposedQuery { text: self.strange(text), reason };
        let example = |text: &str, minutes| Example {
            sample: Said { text: self.strange(text), author: Some(self.strange("@jeanne@piaille.fr")) },
            url: Some("https://mastodon.example/@jeanne/1".into()),
            source: self.strange("#boulangeriemartin · mastodon.social"),
            at: at(minutes),
        };
        ProposalPage {
            words: words(self.locale),
            shell: self.door("/setup/proposal"),
            queries: vec![
                (query("\"Boulangerie Martin\"", Reason::Name), true),
                (query("Martin NEAR/8 (boulange* OR pain OR galette) AND Nantes", Reason::Trade), true),
                (query("#boulangeriemartin", Reason::Hashtag), false),
            ],
            examples: vec![
                (example("La galette de la Boulangerie Martin, un régal", 14), Some(true)),
                (example("La boulangerie Martin de Brest ferme ses portes", 95), Some(false)),
                (example("Qui connaît la boulangerie Martin ?", 300), None),
            ],
            exclusions: vec![(Exclusion { term: self.strange("brest"), holds: 1 }, true)],
            troubles: vec![Trouble {
                source: self.strange("Boulangerie Martin · news.google.com (fr)"),
                why: self.strange("no answer"),
            }],
            competitor: self.strange("Pains & Cie"),
            country: Country::expected_of(self.locale.code()),
            expected: true,
            languages: vec![Language::Fy, Language::Nl],
            opening: Opening { first_day: 2, last_day: 7, from: 420, until: 1170 },
            own_accounts: "https://instagram.com/boulangeriemartin".into(),
            problems: Vec::new(),
        }
    }

    fn setup_places(&self) -> PlacesPage {
        let place = |name: &str, watch| Place { name: self.strange(name), watch };
        PlacesPage {
            words: words(self.locale),
            shell: self.door("/setup/places"),
            places: vec![
                place("Google", Watch::Mails),
                place("Instagram", Watch::NotWatched),
                place("Mastodon", Watch::Watched),
            ],
            sources: vec![self.strange("#boulangeriemartin · mastodon.social")],
            problems: Vec::new(),
        }
    }

    fn setup_account(&self) -> AccountPage {
        AccountPage {
            words: words(self.locale),
            shell: self.door("/setup/account"),
            email: self.strange("lea@martin.example"),
            name: self.strange("Léa Martin"),
            agency: true,
            invited: None,
            problems: vec![words(self.locale).say("setup-problem-taken")],
        }
    }
}
