//! Being woken: the page of a link before the tap and after, targets and hours, a ladder, messages.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::shell::Shell;
use crate::pages::wake::{Came, WakePage};
use crate::pages::waking::{CallView, Draft, LadderPage, MessageView, MessagesPage, OnLadder, TargetView, WakingPage};
use askama::Template;
use store::OutboxState;

impl Sample {
    /// Every page of being woken: name, HTML.
    pub(super) fn waking_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let may_not = Came::MayNot { who: self.strange("Léa Moreau"), signal: Some("/signals/1-mentions".into()) };
        let mine = Came::Mine { posts: 2, signal: Some("/signals/1-mentions".into()) };
        let known = Came::Known { who: "Marc Le Goff".into(), at: at(3), signal: Some("/signals/1-mentions".into()) };
        let draft = |kind: &str| WakingPage {
            draft: Some(Draft {
                kind: kind.into(),
                name: "Téléphone".into(),
                place: "lea@".into(),
                ..Draft::default()
            }),
            ..self.waking()
        };
        let bare =
            WakingPage { targets: Vec::new(), quiet: None, push_key: None, refused: true, lost: 0, ..self.waking() };
        vec![
            ("wake".to_owned(), self.wake(None).render()),
            ("wake-first".to_owned(), self.wake(Some(Came::First { signal: None })).render()),
            ("wake-known".to_owned(), self.wake(Some(known)).render()),
            ("wake-mine".to_owned(), self.wake(Some(mine)).render()),
            ("wake-may-not".to_owned(), self.wake(Some(may_not)).render()),
            ("wake-nothing".to_owned(), self.wake(Some(Came::Nothing)).render()),
            ("wake-here".to_owned(), self.wake(Some(Came::Here)).render()),
            ("wake-works".to_owned(), self.wake(Some(Came::Works { target: "Téléphone".into() })).render()),
            ("waking".to_owned(), self.waking().render()),
            ("waking-bare".to_owned(), bare.render()),
            ("waking-mail".to_owned(), draft("mail").render()),
            ("waking-ntfy".to_owned(), draft("ntfy").render()),
            ("waking-push".to_owned(), draft("push").render()),
            ("waking-chat".to_owned(), draft("chat").render()),
            ("waking-webhook".to_owned(), draft("webhook").render()),
            ("ladder".to_owned(), self.ladder().render()),
            ("messages".to_owned(), self.messages().render()),
            ("messages-none".to_owned(), MessagesPage { messages: Vec::new(), ..self.messages() }.render()),
        ]
    }

    fn wake(&self, came: Option<Came>) -> WakePage {
        let shell = Shell { theme: self.theme, ..Shell::outside("/wake") };
        WakePage { words: words(self.locale), shell, came }
    }

    /// Who was called about a signal, one way and another.
    pub(super) fn calls(&self) -> Vec<CallView> {
        let call = |name: &str, kind: Option<&str>, state, tries, minutes| CallView {
            name: name.into(),
            at: at(minutes),
            kind: kind.map(str::to_owned),
            state,
            tries,
        };
        vec![
            call("Léa Moreau", Some("push"), OutboxState::Unknown, 2, 16),
            call("Léa Moreau", Some("ntfy"), OutboxState::Sent, 1, 12),
            call("Marc Le Goff", None, OutboxState::Silenced, 0, 4),
        ]
    }

    fn waking(&self) -> WakingPage {
        let works = TargetView {
            id: 1,
            kind: "push".into(),
            name: "Téléphone de Léa".into(),
            shown: "push.example.org".into(),
            problem: None,
            rests_until: None,
            tapped_at: Some(at(90)),
        };
        let broken = TargetView {
            id: 2,
            kind: "mail".into(),
            name: "lea@agence.example".into(),
            shown: "lea@agence.example".into(),
            problem: Some(self.strange("mail.agence.example refused the address: 550 5.1.1 no such user")),
            rests_until: Some(at(-4)),
            tapped_at: None,
        };
        WakingPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/waking"),
            targets: vec![works, broken],
            fresh: Some("whsec_SAMPLEONLYnotArealSecretVALUEnotAreal".into()),
            draft: None,
            push_key: Some("BSAMPLE".into()),
            quiet: Some(("22:00".into(), "07:00".into())),
            budget: [2, 6, 3],
            weekly: true,
            refused: false,
            ladders: vec![(1, "Agence du Port".into())],
            lost: 2,
        }
    }

    fn ladder(&self) -> LadderPage {
        LadderPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/waking/ladder/1"),
            organisation: (1, "Agence du Port".into()),
            members: vec![
                OnLadder { id: 1, name: "Léa Moreau".into(), step: 1, reachable: true, only_told: false },
                OnLadder { id: 2, name: "Marc Le Goff".into(), step: 0, reachable: false, only_told: false },
                OnLadder { id: 3, name: self.strange("Jan"), step: 2, reachable: true, only_told: true },
            ],
            waits: vec![10, 10, 20, 10],
            may_configure: true,
            written: true,
            gives_way: true,
            refused: true,
        }
    }

    fn messages(&self) -> MessagesPage {
        let message = |state, minutes| MessageView {
            title: self.strange("Alerte : Boulangerie Martin"),
            at: at(minutes),
            target: Some(("ntfy".into(), "ntfy.example.org".into())),
            state,
            tries: 3,
            unknown: i64::from(state == OutboxState::Unknown),
            next_try_at: (state == OutboxState::Waiting).then(|| at(-2)),
            reason: (state != OutboxState::Sent).then(|| self.strange("no answer from ntfy.example.org within 15 s")),
        };
        let gone = MessageView { target: None, ..message(OutboxState::Failed, 400) };
        let mut messages: Vec<_> = (3..).zip(OutboxState::ALL).map(|(n, state)| message(state, n * 7)).collect();
        messages.push(gone);
        MessagesPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/waking/messages"),
            wanted: "lost".into(),
            messages,
            older: Some("/settings/waking/messages?state=lost&before=7".into()),
        }
    }
}
