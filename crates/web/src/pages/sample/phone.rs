//! The people of an organisation, and the last step of a set-up: nothing tried yet, every way a test can come, and done.

use super::setup::Rendered;
use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::phone::{Found, LinkFault, PhonePage, Test, TestState};
use askama::Template;

impl Sample {
    /// The page in each of its states.
    pub(super) fn phone(&self) -> Vec<Rendered> {
        let found = || Found { reason: Some(self.strange("550 5.1.1 no such user")), next_try_at: at(-2) };
        let first = PhonePage { test: None, ..self.phone_with(TestState::Waiting) };
        let bare = PhonePage { mail: None, push_key: None, ..first.clone() };
        let refused = PhonePage { refused: Some("mail".into()), ..first.clone() };
        let other = PhonePage { other: true, ..self.phone_with(TestState::Sent) };
        let states = [
            ("waiting", TestState::Waiting),
            ("sent", TestState::Sent),
            ("unknown", TestState::Unknown),
            ("refused", TestState::Refused(found())),
            ("failed", TestState::Failed(found())),
            ("tapped", TestState::Tapped),
        ];
        let mut pages = vec![
            ("phone".to_owned(), first.render()),
            ("phone-bare".to_owned(), bare.render()),
            ("phone-wrong".to_owned(), refused.render()),
            ("phone-other".to_owned(), other.render()),
        ];
        pages.extend(states.map(|(name, state)| (format!("phone-{name}"), self.phone_with(state).render())));
        pages
    }

    fn phone_with(&self, state: TestState) -> PhonePage {
        let faults = vec![
            LinkFault::ThisMachine,
            LinkFault::ThisNetwork,
            LinkFault::Plain,
            LinkFault::OtherServer,
            LinkFault::Certificate,
            LinkFault::BadCertificate,
            LinkFault::Unknown,
            LinkFault::Closed,
        ];
        PhonePage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/setup/phone"),
            test: Some(Test { target: 1, name: self.strange("lea@martin.example"), state }),
            other: false,
            origin: "https://vigie.example.org".into(),
            faults,
            mail: Some("lea@martin.example".into()),
            ntfy: Some("https://ntfy.example.org/vigie-SAMPLEONLY".into()),
            push_key: Some("BSAMPLE".into()),
            refused: None,
            too_many: false,
        }
    }
}
