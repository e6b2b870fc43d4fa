//! What the team sees of complaints: who waits, one conversation, and the channel's settings.

use crate::html::Html;
use crate::pages::Shell;
use crate::pages::complaint::SaidView;
use askama::Template;
use domain::complaint::{Held, LONGEST, State};
use engine::complaint::Typed;
use jiff::Timestamp;
use store::ComplaintCounts;
use words::Words;

/// Which complaints are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Those that stand so.
    State(State),
    /// Those held aside.
    Held,
}

/// The list.
#[derive(Clone, Debug, Template)]
#[template(path = "complaints.html")]
pub struct ComplaintsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation's name.
    pub organisation: String,
    /// Its number, and the reader's other organisations.
    pub of: i64,
    /// The reader's other organisations: id, name.
    pub others: Vec<(i64, String)>,
    /// How many there are.
    pub counts: ComplaintCounts,
    /// Which are listed.
    pub tab: Tab,
    /// They.
    pub complaints: Vec<ComplaintRow>,
    /// Whether a brand has a channel.
    pub has_channel: bool,
    /// The next page.
    pub older: Option<String>,
}

/// One complaint of the list.
#[derive(Clone, Debug)]
pub struct ComplaintRow {
    /// Its number.
    pub id: i64,
    /// Of which brand.
    pub brand: String,
    /// The name given.
    pub name: Option<String>,
    /// How it begins.
    pub first: String,
    /// Since when the customer waits.
    pub waiting_since: Option<Timestamp>,
    /// When something last happened.
    pub moved_at: Timestamp,
    /// Who has it.
    pub assigned: Option<String>,
}

impl ComplaintsPage {
    pub(crate) fn lead(&self) -> String {
        self.words.say(if self.tab == Tab::Held { "complaints-held-lead" } else { "complaints-lead" })
    }

    /// Address, word, whether it is this one.
    pub(crate) fn tabs(&self) -> [(String, String, bool); 4] {
        let ComplaintCounts { open, answered, closed, held } = self.counts;
        [
            ("open", "complaints-open", open, Tab::State(State::Open)),
            ("answered", "complaints-answered", answered, Tab::State(State::Answered)),
            ("closed", "complaints-closed", closed, Tab::State(State::Closed)),
            ("held", "complaints-held", held, Tab::Held),
        ]
        .map(|(code, id, count, tab)| {
            let href = format!("/complaints?organisation={}&show={code}", self.of);
            (href, self.words.count(id, count), tab == self.tab)
        })
    }

    pub(crate) fn who(&self, row: &ComplaintRow) -> Html {
        who(&self.words, row.name.as_deref())
    }

    pub(crate) fn since(&self, row: &ComplaintRow) -> String {
        match row.waiting_since {
            Some(at) => self.words.tell("complaint-waits", &[("when", self.words.since(at).into())]),
            None => self.words.tell("complaint-moved", &[("when", self.words.when(row.moved_at).into())]),
        }
    }

    pub(crate) fn has(&self, row: &ComplaintRow) -> String {
        match &row.assigned {
            Some(who) => self.words.tell("complaint-has", &[("who", who.as_str().into())]),
            None => self.words.say("complaint-nobody"),
        }
    }
}

fn who(words: &Words, name: Option<&str>) -> Html {
    match name {
        Some(name) => crate::untrusted::text(name),
        None => crate::untrusted::text(&words.say("complaint-anonymous")),
    }
}

/// One conversation, as the team sees it.
#[derive(Clone, Debug, Template)]
#[template(path = "complaint.html")]
pub struct ComplaintPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Its number.
    pub id: i64,
    /// Whose.
    pub organisation: i64,
    /// The brand.
    pub brand: String,
    /// Where it stands.
    pub state: State,
    /// Whether it came by mail: then nobody was shown a link.
    pub by_mail: bool,
    /// Why it is held aside.
    pub held: Option<Held>,
    /// The name given.
    pub name: Option<String>,
    /// The address left, where the reader may know it.
    pub email: Option<String>,
    /// The mention it is.
    pub mention: Option<i64>,
    /// What was said.
    pub messages: Vec<SaidView>,
    /// The number of the last message.
    pub said: i64,
    /// Whether files were sent.
    pub has_files: bool,
    /// Whether a mail tells of an answer.
    pub mails: bool,
    /// Who may have it: id, name.
    pub people: Vec<(i64, String)>,
    /// Who has it.
    pub assigned: Option<i64>,
    /// Whether the reader may answer.
    pub may_triage: bool,
    /// The name the customer will see.
    pub reader: String,
    /// Whether it was erased.
    pub erased: bool,
    /// What was typed and not taken.
    pub draft: String,
    /// Why.
    pub problem: Option<String>,
}

impl ComplaintPage {
    pub(crate) fn longest(&self) -> usize {
        LONGEST
    }

    pub(crate) fn list(&self) -> String {
        let show = match (self.held, self.state) {
            (Some(_), _) => "held",
            (None, state) => state.code(),
        };
        format!("/complaints?organisation={}&show={show}", self.organisation)
    }

    pub(crate) fn held(&self) -> Option<String> {
        self.held.map(|held| {
            self.words.say(match held {
                Held::Trap => "complaint-held-trap",
                Held::Fast => "complaint-held-fast",
                Held::Unsigned => "complaint-held-unsigned",
                Held::Network => "complaint-held-network",
                Held::Flood => "complaint-held-flood",
                Held::Sender => "complaint-held-sender",
            })
        })
    }

    pub(crate) fn state(&self) -> String {
        self.words.say(match self.state {
            State::Open => "complaint-state-open",
            State::Answered => "complaint-state-answered",
            State::Closed => "complaint-state-closed",
        })
    }

    pub(crate) fn who(&self) -> Html {
        who(&self.words, self.name.as_deref())
    }

    pub(crate) fn can_answer(&self) -> bool {
        self.held.is_none() && !self.erased
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.state == State::Closed
    }

    pub(crate) fn is_assigned(&self, person: &i64) -> bool {
        self.assigned == Some(*person)
    }

    pub(crate) fn answer_hint(&self) -> String {
        let mail = match (self.mails, self.by_mail) {
            (true, _) => "complaint-answer-mail",
            (false, false) => "complaint-answer-no-mail",
            (false, true) => "complaint-answer-lost",
        };
        let named = self.words.tell("complaint-answer-as", &[("who", self.reader.as_str().into())]);
        format!("{named} {}", self.words.say(mail))
    }
}

/// A brand's channel.
#[derive(Clone, Debug, Template)]
#[template(path = "channel.html")]
pub struct ChannelPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The brand: id, name.
    pub brand: (i64, String),
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// Whether complaints are taken.
    pub open: bool,
    /// What its address ends with.
    pub address: String,
    /// Another way to reach the brand.
    pub phone: String,
    /// The sites that may show it, one a line.
    pub sites: String,
    /// The address of the page, where there is one.
    pub public: Option<String>,
    /// Why nothing was changed.
    pub problem: Option<String>,
    /// The mailbox that answers come into; the password is never shown.
    pub mailbox: Typed,
    /// Its source, where one is read.
    pub source: Option<i64>,
    /// Why the mailbox is not read as it was typed.
    pub mailbox_problem: Option<String>,
}

impl ChannelPage {
    /// What another site takes up to show the form.
    pub(crate) fn snippet(&self, public: &str) -> String {
        let mut title = String::new();
        crate::html::escape_into(&mut title, &self.words.name("complaint-title", &self.brand.1));
        format!(
            "<iframe src=\"{public}/embed\" title=\"{title}\" width=\"100%\" height=\"900\" loading=\"lazy\"></iframe>"
        )
    }
}
