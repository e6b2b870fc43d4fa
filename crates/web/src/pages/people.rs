//! Who belongs to an organisation, what each may do, and whether they can be woken.

use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use domain::organisation::{Right, Role};
use engine::waking::Reached;
use jiff::Timestamp;
use words::Words;

/// The people of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "people.html")]
pub struct PeoplePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations: id, name.
    pub others: Vec<(i64, String)>,
    /// Its members.
    pub members: Vec<MemberView>,
    /// Whether the reader invites people and changes roles.
    pub may_manage: bool,
    /// The invitations that nobody has followed yet, where the reader may take them back.
    pub waiting: Vec<InvitationView>,
    /// An invitation made a moment ago, shown this once.
    pub fresh: Option<String>,
    /// Whether nobody would have been left to own the organisation; nothing was changed.
    pub ownerless: bool,
}

/// One member.
#[derive(Clone, Debug)]
pub struct MemberView {
    /// Their id.
    pub id: i64,
    /// Their name.
    pub name: String,
    /// Their login, where the reader may know it.
    pub email: Option<String>,
    /// What they are.
    pub role: Role,
    /// Whether they can be woken.
    pub reached: Reached,
}

/// One invitation that nobody has followed yet.
#[derive(Clone, Debug)]
pub struct InvitationView {
    /// Its id.
    pub id: i64,
    /// What who follows it will be.
    pub role: Role,
    /// Who invites; `None` for the command line.
    pub by: Option<String>,
    /// From then on it opens nothing.
    pub expires_at: Timestamp,
}

/// The word for what somebody is.
pub fn role_word(words: &Words, role: Role) -> String {
    words.say(match role {
        Role::Owner => "person-owner",
        Role::Lead => "person-lead",
        Role::Spokesperson => "person-spokesperson",
        Role::SocialManager => "person-social-manager",
        Role::Legal => "person-legal",
        Role::Executive => "person-executive",
        Role::ReadOnly => "person-read-only",
    })
}

/// What a role may do, the most it may.
fn may_word(words: &Words, role: Role) -> String {
    words.say(match () {
        () if role.may(Right::ManagePeople) => "person-may-all",
        () if role.may(Right::Configure) => "person-may-configure",
        () if role.may(Right::Triage) => "person-may-triage",
        () => "person-may-read",
    })
}

impl MemberView {
    pub(crate) fn role_word(&self, words: &Words) -> String {
        role_word(words, self.role)
    }

    pub(crate) fn reached_word(&self, words: &Words) -> String {
        words.say(match self.reached {
            Reached::NoTarget => "reached-no-target",
            Reached::Untried => "reached-untried",
            Reached::Tapped => "reached-tapped",
        })
    }

    /// Its shape.
    pub(crate) fn mark(&self) -> char {
        match self.reached {
            Reached::NoTarget => '✕',
            Reached::Untried => '◆',
            Reached::Tapped => '●',
        }
    }
}

impl PeoplePage {
    /// Every role, the one of this code chosen, with what it may do.
    pub(crate) fn roles(&self, chosen: Role) -> Vec<Choice> {
        let label = |role| format!("{} – {}", role_word(&self.words, role), may_word(&self.words, role));
        let choice = |role: Role| Choice { value: role.code().to_owned(), label: label(role), chosen: role == chosen };
        Role::ALL.map(choice).into()
    }

    /// The roles for somebody new, who only reads unless told.
    pub(crate) fn roles_of_new(&self) -> Vec<Choice> {
        self.roles(Role::ReadOnly)
    }

    pub(crate) fn invited_as(&self, invitation: &InvitationView) -> String {
        role_word(&self.words, invitation.role)
    }

    pub(crate) fn invited_by(&self, invitation: &InvitationView) -> String {
        let (until, console) = (invitation.expires_at, || self.words.say("retention-console"));
        let by = invitation.by.clone().unwrap_or_else(console);
        let when = format!("{}, {}", self.words.date(until), self.words.time(until));
        self.words.tell("people-waits", &[("who", by.as_str().into()), ("when", when.as_str().into())])
    }

    pub(crate) fn lasts(&self) -> String {
        self.words.count("people-fresh", crate::auth::doorstep::LASTS.as_hours())
    }
}
