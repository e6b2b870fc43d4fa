//! What is said of an organisation: as kept, refused, and unsaid to somebody who may not change it.

use super::{Sample, words};
use crate::pages::Room;
use crate::pages::profile::{ProfilePage, Typed};
use askama::Template;
use domain::setup::ProfileError;

impl Sample {
    /// Every state of the page: name, HTML.
    pub(super) fn profile_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        use ProfileError::{Country, Days, From, Languages, Size, Until, Zone};
        let wrong = ProfilePage {
            problems: vec![Size, Country, Languages, Days, From, Until, Zone],
            planned: None,
            ..self.profile()
        };
        let unsaid = ProfilePage { is_said: false, may_configure: false, others: Vec::new(), ..self.profile() };
        vec![
            ("profile".to_owned(), self.profile().render()),
            ("profile-wrong".to_owned(), wrong.render()),
            ("profile-unsaid".to_owned(), unsaid.render()),
        ]
    }

    fn profile(&self) -> ProfilePage {
        ProfilePage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/profile/1"),
            organisation: (1, self.strange("Boulangerie Martin")),
            others: vec![(2, self.strange("Maison Dunes"))],
            typed: Typed {
                size: "solo".into(),
                country: "FR".into(),
                languages: vec!["fr".into()],
                days: ("2".into(), "7".into()),
                hours: (self.strange("7:00"), "19:30".into()),
                zone: self.strange("Europe/Paris"),
            },
            problems: Vec::new(),
            is_said: true,
            planned: Some(self.strange("BE")),
            may_configure: true,
        }
    }
}
