//! The people of an organisation, and the last step of a set-up: nothing tried yet, every way a test can come, and done.

use super::setup::Rendered;
use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::people::{InvitationView, MemberView, PeoplePage};
use crate::pages::phone::{Found, LinkFault, PhonePage, Test, TestState};
use askama::Template;
use domain::organisation::Role;
use engine::waking::Reached;

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
        let people = self.members();
        let reader = PeoplePage {
            may_manage: false,
            waiting: Vec::new(),
            fresh: None,
            ownerless: false,
            others: Vec::new(),
            ..people.clone()
        };
        pages.push(("people".to_owned(), people.render()));
        pages.push(("people-reader".to_owned(), reader.render()));
        pages
    }

    fn members(&self) -> PeoplePage {
        let member = |id, name: &str, role, reached| MemberView {
            id,
            name: self.strange(name),
            email: Some(self.strange("lea@agence.example")),
            role,
            reached,
        };
        PeoplePage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/people"),
            organisation: (1, self.strange("Agence du Port")),
            others: vec![(2, self.strange("Maison Dunes"))],
            members: vec![
                member(1, "Léa Moreau", Role::Owner, Reached::Tapped),
                member(2, "Marc Le Goff", Role::SocialManager, Reached::Untried),
                member(3, "Anna Dijkstra", Role::ReadOnly, Reached::NoTarget),
            ],
            may_manage: true,
            waiting: vec![
                InvitationView { id: 1, role: Role::Lead, by: Some(self.strange("Léa Moreau")), expires_at: at(-60) },
                InvitationView { id: 2, role: Role::Owner, by: None, expires_at: at(-900) },
            ],
            fresh: Some("https://vigie.example.org/setup?key=SAMPLEONLYnotArealSecretVALUEnotAreal".into()),
            ownerless: true,
        }
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
