//! Complaints: what customers see, and the team.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::complaint::{ConversationPage, Draft, FileView, FormPage, SaidView, SentPage, ToldPage, wrong_word};
use crate::pages::complaints::{ChannelPage, ComplaintPage, ComplaintRow, ComplaintsPage, Tab};
use askama::Template;
use domain::complaint::{Held, Mail, State};
use engine::complaint::{Typed, Wrong};
use store::ComplaintCounts;

type Rendered = (String, Result<String, askama::Error>);

impl Sample {
    pub(super) fn complaint_pages(&self) -> Vec<Rendered> {
        let words = words(self.locale);
        let brand = || "Boulangerie Martin".to_owned();
        let form = FormPage {
            words: words.clone(),
            brand: brand(),
            stamp: "1.n.s".into(),
            mails: true,
            draft: Draft { text: "Du verre".into(), ..Draft::default() },
            problems: vec![wrong_word(&words, Wrong::FileKind)],
            phone: Some("02 40 00 00 00".into()),
        };
        let link = "https://vigie.example/conversation/Kx".to_owned();
        let sent = SentPage { words: words.clone(), brand: brand(), link, mailed: true, embed: true };
        let told = ToldPage {
            title: words.say("conversation-gone"),
            lead: words.say("conversation-gone-lead"),
            phone: Some("02 40 00 00 00".into()),
            words: words.clone(),
        };
        let talk = ConversationPage {
            words: words.clone(),
            brand: brand(),
            path: "/conversation/Kx".into(),
            state: State::Answered,
            messages: self.talk(),
            mails: Some(Mail::Unconfirmed),
            said: true,
            erased: false,
            draft: String::new(),
            problems: vec![wrong_word(&words, Wrong::NoText)],
        };
        vec![
            ("public-complaint".into(), form.render()),
            ("public-complaint-sent".into(), sent.render()),
            ("public-complaint-told".into(), told.render()),
            ("public-conversation".into(), talk.render()),
            ("complaints".into(), self.complaints(State::Open).render()),
            ("complaint".into(), self.complaint(None).render()),
            ("complaint-held".into(), self.complaint(Some(Held::Network)).render()),
            ("channel".into(), self.channel().render()),
        ]
    }

    fn talk(&self) -> Vec<SaidView> {
        let file = FileView {
            href: "/complaints/7/files/1".into(),
            name: self.strange("galette.jpg"),
            kind: "JPG".into(),
            kilobytes: 412,
        };
        let said = |n, team, by: &str, text: &str, files| SaidView {
            n,
            team,
            by: self.strange(by),
            at: at(60 - n),
            text: self.strange(text),
            files,
            mail: Some(self.strange("E-mail")),
            raw: (!team).then(|| "/complaints/7/mails/1".into()),
        };
        vec![
            said(1, false, "Jeanne", "Du verre dans la galette", vec![file]),
            said(2, true, "Léa Moreau", "Merci de nous l’avoir dit.", Vec::new()),
        ]
    }

    fn complaints(&self, state: State) -> ComplaintsPage {
        let row = |id, name: Option<&str>, assigned: Option<&str>| ComplaintRow {
            id,
            brand: self.strange("Boulangerie Martin"),
            name: name.map(|name| self.strange(name)),
            first: self.strange("Du verre dans la galette"),
            waiting_since: Some(at(40 + id)),
            moved_at: at(20),
            assigned: assigned.map(str::to_owned),
        };
        ComplaintsPage {
            words: words(self.locale),
            shell: self.shell(Room::Mentions, "/complaints"),
            organisation: "Agence du Port".into(),
            of: 1,
            others: vec![(2, self.strange("Hôtel du Port"))],
            counts: ComplaintCounts { open: 2, answered: 11, closed: 40, held: 1 },
            tab: Tab::State(state),
            complaints: vec![row(7, Some("Jeanne"), Some("Léa Moreau")), row(8, None, None)],
            has_channel: true,
            older: Some("/complaints?beyond=1-2".into()),
        }
    }

    fn complaint(&self, held: Option<Held>) -> ComplaintPage {
        let words = words(self.locale);
        ComplaintPage {
            shell: self.shell(Room::Mentions, "/complaints/7"),
            id: 7,
            organisation: 1,
            brand: self.strange("Boulangerie Martin"),
            state: State::Open,
            by_mail: true,
            held,
            name: Some(self.strange("Jeanne")),
            email: Some("jeanne@example.org".into()),
            mention: held.is_none().then_some(41),
            messages: self.talk(),
            said: 2,
            has_files: true,
            mails: true,
            people: vec![(1, "Léa Moreau".into())],
            assigned: Some(1),
            may_triage: true,
            reader: "Léa Moreau".into(),
            erased: false,
            draft: "Merci".into(),
            problem: Some(words.say("complaint-meanwhile")),
            words,
        }
    }

    fn channel(&self) -> ChannelPage {
        let words = words(self.locale);
        ChannelPage {
            shell: self.shell(Room::Settings, "/settings/brands/1/complaints"),
            brand: (1, "Boulangerie Martin".into()),
            may_configure: true,
            open: true,
            address: "boulangerie-martin-7f3kqa".into(),
            phone: "02 40 00 00 00".into(),
            sites: "https://martin.example".into(),
            public: Some("https://vigie.example/complaint/boulangerie-martin-7f3kqa".into()),
            problem: Some(words.say("channel-wrong-taken")),
            mailbox: Typed {
                server: "imap.martin.example".into(),
                login: "reclamations".into(),
                password: String::new(),
                address: "reclamations@martin.example".into(),
            },
            source: Some(4),
            mailbox_problem: Some(self.strange("it does not let us in")),
            words,
        }
    }
}
