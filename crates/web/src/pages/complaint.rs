//! What customers see: the form, what came of it, and the conversation. Without scripts, cookies or login, in the brand's name.

use crate::assets;
use askama::Template;
use domain::complaint::{LONGEST, Mail, State};
use engine::complaint::Wrong;
use jiff::Timestamp;
use words::{Locale, Words};

/// The style sheet's address.
pub(crate) fn style() -> &'static str {
    &assets::STYLE.path
}

/// The mark's address.
pub(crate) fn icon() -> &'static str {
    &assets::ICON.path
}

/// The languages to choose from: code, name, whether it is this one.
pub(crate) fn languages(words: &Words) -> [(&'static str, &'static str, bool); 4] {
    Locale::ALL.map(|locale| (locale.code(), locale.own_name(), locale == words.locale()))
}

/// What is wrong with a form, in a sentence.
pub fn wrong_word(words: &Words, wrong: Wrong) -> String {
    match wrong {
        Wrong::NoText => words.say("complaint-wrong-no-text"),
        Wrong::LongText => words.count("complaint-wrong-long", LONGEST as i64),
        Wrong::Name => words.say("complaint-wrong-name"),
        Wrong::Email => words.say("complaint-wrong-email"),
        Wrong::ManyFiles => words.say("complaint-wrong-many"),
        Wrong::LargeFile => words.say("complaint-wrong-large"),
        Wrong::FileKind => words.say("complaint-wrong-kind"),
        Wrong::NoRoom => words.say("complaint-wrong-room"),
        Wrong::Waits => words.say("complaint-wrong-waits"),
    }
}

/// What somebody typed, given back where it could not be taken.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What happened.
    pub text: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// The form.
#[derive(Clone, Debug, Template)]
#[template(path = "complaint_form.html")]
pub struct FormPage {
    /// Speaks.
    pub words: Words,
    /// The brand.
    pub brand: String,
    /// The mark of this form.
    pub stamp: String,
    /// Whether mails leave this house: only then an address is asked for.
    pub mails: bool,
    /// What was typed.
    pub draft: Draft,
    /// Why it was not taken.
    pub problems: Vec<String>,
    /// Another way to reach the brand.
    pub phone: Option<String>,
}

impl FormPage {
    pub(crate) fn longest(&self) -> usize {
        LONGEST
    }
}

/// It was taken: the link, shown once.
#[derive(Clone, Debug, Template)]
#[template(path = "complaint_sent.html")]
pub struct SentPage {
    /// Speaks.
    pub words: Words,
    /// The brand.
    pub brand: String,
    /// The address of the conversation.
    pub link: String,
    /// Whether a mail is on its way.
    pub mailed: bool,
    /// Whether the page stands in a frame of another site.
    pub embed: bool,
}

/// One thing said: the channel is shut, a link opens nothing, a form was too large.
#[derive(Clone, Debug, Template)]
#[template(path = "complaint_told.html")]
pub struct ToldPage {
    /// Speaks.
    pub words: Words,
    /// What.
    pub title: String,
    /// What follows.
    pub lead: String,
    /// Another way to reach the brand.
    pub phone: Option<String>,
}

/// One message of a conversation.
#[derive(Clone, Debug)]
pub struct SaidView {
    /// Its number.
    pub n: i64,
    /// Whether the team said it.
    pub team: bool,
    /// Who, or what was done by whom.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: String,
    /// Its files.
    pub files: Vec<FileView>,
    /// How it came by mail; of what the team says, what became of the mail that tells of it.
    pub mail: Option<String>,
    /// Where the mail that it came by is saved from; for the team.
    pub raw: Option<String>,
}

/// One file.
#[derive(Clone, Debug)]
pub struct FileView {
    /// Where it is saved from.
    pub href: String,
    /// The name it was sent by.
    pub name: String,
    /// `PNG`, `JPG`, `WEBP` or `PDF`.
    pub kind: String,
    /// Its size, at least one.
    pub kilobytes: i64,
}

/// The conversation as the customer sees it.
#[derive(Clone, Debug, Template)]
#[template(path = "conversation.html")]
pub struct ConversationPage {
    /// Speaks.
    pub words: Words,
    /// The brand.
    pub brand: String,
    /// Its own address.
    pub path: String,
    /// Where it stands.
    pub state: State,
    /// What was said.
    pub messages: Vec<SaidView>,
    /// What mails go to the address that was left, where the link came by mail.
    pub mails: Option<Mail>,
    /// Whether something was said a moment ago.
    pub said: bool,
    /// Whether it was erased.
    pub erased: bool,
    /// What was typed and not taken.
    pub draft: String,
    /// Why.
    pub problems: Vec<String>,
}

impl ConversationPage {
    pub(crate) fn longest(&self) -> usize {
        LONGEST
    }

    pub(crate) fn state(&self) -> String {
        self.words.say(match self.state {
            State::Open => "conversation-open",
            State::Answered => "conversation-answered",
            State::Closed => "conversation-closed",
        })
    }

    /// What is said of mails, and whether they can be wanted, and stopped.
    pub(crate) fn mail(&self) -> Option<(String, bool, bool)> {
        let (id, yes, no) = match self.mails? {
            Mail::None => return None,
            Mail::Unconfirmed => ("conversation-mail-unconfirmed", true, true),
            Mail::Confirmed => ("conversation-mail-confirmed", false, true),
            Mail::Stopped => ("conversation-mail-stopped", true, false),
        };
        Some((self.words.say(id), yes, no))
    }
}
