//! How somebody is woken: their targets, quiet hours and budgets; an organisation's ladder; the messages and what became of each.

use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use jiff::Timestamp;
use store::OutboxState;
use words::Words;

/// How one person is woken.
#[derive(Clone, Debug, Template)]
#[template(path = "waking.html")]
pub struct WakingPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Their targets, in the order they are tried.
    pub targets: Vec<TargetView>,
    /// A webhook's secret made a moment ago, shown this once.
    pub fresh: Option<String>,
    /// What could not be added, given back.
    pub draft: Option<Draft>,
    /// The key that browsers subscribe with; `None` where nothing is pushed.
    pub push_key: Option<String>,
    /// The quiet hours; `None` where there are none.
    pub quiet: Option<(String, String)>,
    /// The most calls in half an hour, in a day, and because of one brand in a day.
    pub budget: [u32; 3],
    /// Whether they get the week on Monday morning.
    pub weekly: bool,
    /// Whether hours or budgets could not be taken; nothing was changed.
    pub refused: bool,
    /// The organisations whose ladder they may see: id, name.
    pub ladders: Vec<(i64, String)>,
    /// How many of the newest messages have surely or perhaps not arrived.
    pub lost: i64,
}

/// One way to reach somebody.
#[derive(Clone, Debug)]
pub struct TargetView {
    /// Its id.
    pub id: i64,
    /// `mail`, `ntfy`, `push`, `webhook` or `chat`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The address or the host: no secret.
    pub shown: String,
    /// What went wrong last.
    pub problem: Option<String>,
    /// Until then it is left alone.
    pub rests_until: Option<Timestamp>,
    /// When the link of a message that it brought was tapped last.
    pub tapped_at: Option<Timestamp>,
}

/// A target that could not be added, as it was typed; without its secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Mail: the address. Others: the address of the server.
    pub place: String,
    /// ntfy: the topic.
    pub topic: String,
    /// Whether there are too many targets already.
    pub too_many: bool,
}

/// The word for a kind of target.
pub fn kind_word(words: &Words, kind: &str) -> String {
    match kind {
        "mail" => words.say("target-mail"),
        "push" => words.say("target-push"),
        "webhook" => words.say("target-webhook"),
        "chat" => words.say("target-chat"),
        "ntfy" => "ntfy".to_owned(),
        other => other.to_owned(),
    }
}

/// The word for what became of a message.
pub fn state_word(words: &Words, state: OutboxState) -> String {
    words.say(match state {
        OutboxState::Waiting => "outbox-waiting",
        OutboxState::Sending => "outbox-sending",
        OutboxState::Sent => "outbox-sent",
        OutboxState::Unknown => "outbox-unknown",
        OutboxState::Failed => "outbox-failed",
        OutboxState::Stale => "outbox-stale",
        OutboxState::Silenced => "outbox-silenced",
    })
}

impl TargetView {
    pub(crate) fn kind_word(&self, words: &Words) -> String {
        kind_word(words, &self.kind)
    }
}

impl WakingPage {
    /// What the page comes to.
    pub(crate) fn headline(&self) -> String {
        match self.targets.iter().filter(|target| target.tapped_at.is_some()).count() {
            _ if self.targets.is_empty() => self.words.say("waking-nobody"),
            0 => self.words.say("waking-untried"),
            _ => self.words.say("waking-works"),
        }
    }

    /// What was typed into the form of this kind, where it could not be taken.
    pub(crate) fn typed(&self, kind: &str) -> Draft {
        self.draft.clone().filter(|draft| draft.kind == kind).unwrap_or_default()
    }

    /// Why the form of this kind could not be taken.
    pub(crate) fn problem(&self, kind: &str) -> Option<String> {
        let draft = self.draft.as_ref().filter(|draft| draft.kind == kind)?;
        if draft.too_many {
            return Some(self.words.count("target-problem-many", engine::waking::settings::MOST_TARGETS as i64));
        }
        Some(self.words.say(match kind {
            "mail" => "target-problem-mail",
            "ntfy" => "target-problem-ntfy",
            "push" => "target-problem-push",
            "webhook" => "target-problem-webhook",
            _ => "target-problem-chat",
        }))
    }

    pub(crate) fn most(&self) -> u32 {
        engine::waking::settings::MOST_CALLS
    }

    pub(crate) fn lost_line(&self) -> String {
        self.words.count("messages-lost", self.lost)
    }
}

/// Who is called first in one organisation, and who next.
#[derive(Clone, Debug, Template)]
#[template(path = "ladder.html")]
pub struct LadderPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The members.
    pub members: Vec<OnLadder>,
    /// The wait of each step, in minutes, empty ones too.
    pub waits: Vec<u32>,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// Whether somebody wrote it; else it is the members one after the other.
    pub written: bool,
    /// Whether it reaches nobody now, and the members are called in its place.
    pub gives_way: bool,
    /// Whether it could not be taken; nothing was changed.
    pub refused: bool,
}

/// A member and their place on a ladder.
#[derive(Clone, Debug)]
pub struct OnLadder {
    /// Who.
    pub id: i64,
    /// Their name.
    pub name: String,
    /// The step they are called on; 0: none.
    pub step: usize,
    /// Whether they have a target.
    pub reachable: bool,
    /// Whether they may not acknowledge.
    pub only_told: bool,
}

impl LadderPage {
    pub(crate) fn steps(&self, chosen: &usize) -> Vec<Choice> {
        let label = |step: usize| match step {
            0 => self.words.say("ladder-not-called"),
            step => self.words.count("ladder-step", step as i64),
        };
        let choice = |step: usize| Choice { value: step.to_string(), label: label(step), chosen: step == *chosen };
        (0..=self.waits.len()).map(choice).collect()
    }

    pub(crate) fn step(&self, index: &usize) -> String {
        self.words.count("ladder-wait", *index as i64)
    }

    pub(crate) fn longest(&self) -> u32 {
        engine::waking::settings::LONGEST_WAIT
    }
}

/// The messages to one person, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "messages.html")]
pub struct MessagesPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Which are shown: a state's code, `lost`, or empty for all.
    pub wanted: String,
    /// The messages.
    pub messages: Vec<MessageView>,
    /// The next page's address.
    pub older: Option<String>,
}

/// One message.
#[derive(Clone, Debug)]
pub struct MessageView {
    /// Its title.
    pub title: String,
    /// Since when.
    pub at: Timestamp,
    /// The target's kind and name; `None` where it was taken away.
    pub target: Option<(String, String)>,
    /// What became of it.
    pub state: OutboxState,
    /// How often it was tried.
    pub tries: i64,
    /// Of how many tries it is not known whether they arrived.
    pub unknown: i64,
    /// When it is tried next, while it waits.
    pub next_try_at: Option<Timestamp>,
    /// What went wrong last.
    pub reason: Option<String>,
}

/// The states in which a message has surely or perhaps not arrived.
pub const LOST: [OutboxState; 3] = [OutboxState::Failed, OutboxState::Stale, OutboxState::Unknown];

impl MessageView {
    pub(crate) fn state_word(&self, words: &Words) -> String {
        state_word(words, self.state)
    }

    /// Its class in the style sheet.
    pub(crate) fn class(&self) -> &'static str {
        match self.state {
            OutboxState::Sent => "calm",
            OutboxState::Failed | OutboxState::Stale => "alert",
            OutboxState::Unknown => "notice",
            OutboxState::Waiting | OutboxState::Sending | OutboxState::Silenced => "closed",
        }
    }

    /// Its shape.
    pub(crate) fn mark(&self) -> char {
        match self.state {
            OutboxState::Sent => '●',
            OutboxState::Failed | OutboxState::Stale => '✕',
            OutboxState::Unknown => '◆',
            OutboxState::Waiting | OutboxState::Sending | OutboxState::Silenced => '○',
        }
    }

    pub(crate) fn target_line(&self, words: &Words) -> String {
        match &self.target {
            Some((kind, name)) => format!("{} · {name}", kind_word(words, kind)),
            None => words.say("target-removed"),
        }
    }

    pub(crate) fn tries_line(&self, words: &Words) -> String {
        words.count("outbox-tries", self.tries)
    }

    pub(crate) fn unknown_line(&self, words: &Words) -> Option<String> {
        (self.unknown > 0).then(|| words.count("outbox-perhaps", self.unknown))
    }
}

impl MessagesPage {
    pub(crate) fn choices(&self) -> Vec<Choice> {
        let of = |value: &str, label| Choice { value: value.to_owned(), label, chosen: self.wanted == value };
        let mut all = vec![of("", self.words.say("filter-all")), of("lost", self.words.say("messages-lost-only"))];
        all.extend(OutboxState::ALL.map(|state| of(state.code(), state_word(&self.words, state))));
        all
    }
}

/// One message that called somebody about a signal.
#[derive(Clone, Debug)]
pub struct CallView {
    /// Whom.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// The kind of target; `None` where it was taken away.
    pub kind: Option<String>,
    /// What became of it.
    pub state: OutboxState,
    /// How often it was tried.
    pub tries: i64,
}

impl CallView {
    pub(crate) fn kind_word(&self, words: &Words) -> String {
        self.kind.as_deref().map_or_else(|| words.say("target-removed"), |kind| kind_word(words, kind))
    }

    pub(crate) fn came(&self, words: &Words) -> String {
        let state = state_word(words, self.state);
        if self.tries > 1 { format!("{state} ({})", words.count("outbox-tries", self.tries)) } else { state }
    }
}
