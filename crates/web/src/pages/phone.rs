//! The last step of the set-up: how somebody is reached at night, and whether a test was tapped.

use crate::pages::Shell;
use askama::Template;
use connect::http::CertificateFault;
use connect::outbound::link::Opened;
use engine::waking::settings::MOST_TARGETS;
use jiff::Timestamp;
use words::Words;

/// How somebody is reached, tried.
#[derive(Clone, Debug, Template)]
#[template(path = "phone.html")]
pub struct PhonePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The test that was sent last, or the target that was tapped.
    pub test: Option<Test>,
    /// Whether the ways are shown though a test is on its way.
    pub other: bool,
    /// What links begin with.
    pub origin: String,
    /// Why a phone may not open them.
    pub faults: Vec<LinkFault>,
    /// The mail address offered; `None` where no mail leaves the house.
    pub mail: Option<String>,
    /// The ntfy topic offered, with its server.
    pub ntfy: Option<String>,
    /// The key that browsers subscribe with; `None` where nothing is pushed.
    pub push_key: Option<String>,
    /// The kind of target that could not be added.
    pub refused: Option<String>,
    /// Whether that is because there are too many targets already.
    pub too_many: bool,
}

/// A target that is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Its id.
    pub target: i64,
    /// Its name.
    pub name: String,
    /// How far it came.
    pub state: TestState,
}

/// How far a test came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestState {
    /// It is on its way.
    Waiting,
    /// The target took it; nobody has tapped yet.
    Sent,
    /// Nobody knows whether it arrived.
    Unknown,
    /// It was refused and is tried again.
    Refused(Found),
    /// It was refused for good, or came too late.
    Failed(Found),
    /// Its link was tapped.
    Tapped,
}

/// Why a try failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As the target or the connector said it.
    pub reason: Option<String>,
    /// When it is tried again, where it is.
    pub next_try_at: Timestamp,
}

/// Why a phone may not open the links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// They lead to this machine itself.
    ThisMachine,
    /// They lead into the house's own network.
    ThisNetwork,
    /// They are not encrypted.
    Plain,
    /// They lead to a server that is not this one, or that does not answer for the name.
    OtherServer,
    /// A phone refuses the certificate: nobody known has signed it.
    Certificate,
    /// A phone refuses the certificate: it is another host's, out of time or broken.
    BadCertificate,
    /// Nobody knows the name.
    Unknown,
    /// Nothing answers there.
    Closed,
}

impl LinkFault {
    const FOUND: [Self; 5] = [Self::OtherServer, Self::Certificate, Self::BadCertificate, Self::Unknown, Self::Closed];

    /// What opening the login page there says; nothing where it opened, or could not be tried.
    pub fn of(opened: &Opened) -> Option<Self> {
        match opened {
            Opened::Ours | Opened::Untried(_) => None,
            Opened::OtherName | Opened::OtherServer(_) => Some(Self::OtherServer),
            Opened::Certificate(CertificateFault::Unknown) => Some(Self::Certificate),
            Opened::Certificate(_) => Some(Self::BadCertificate),
            Opened::Unknown => Some(Self::Unknown),
            Opened::Closed(_) => Some(Self::Closed),
        }
    }

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::ThisMachine => "machine",
            Self::ThisNetwork => "network",
            Self::Plain => "plain",
            Self::OtherServer => "other-server",
            Self::Certificate => "certificate",
            Self::BadCertificate => "bad-certificate",
            Self::Unknown => "unknown",
            Self::Closed => "closed",
        }
    }

    /// Reads the code of what was found by opening; what the name tells needs no code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::FOUND.into_iter().find(|fault| fault.code() == code)
    }

    /// The sentence: what is so and what to do.
    fn message(self) -> &'static str {
        match self {
            Self::ThisMachine => "phone-link-machine",
            Self::ThisNetwork => "phone-link-network",
            Self::Plain => "phone-link-plain",
            Self::OtherServer => "phone-link-other-server",
            Self::Certificate => "phone-link-certificate",
            Self::BadCertificate => "phone-link-bad-certificate",
            Self::Unknown => "phone-link-unknown",
            Self::Closed => "phone-link-closed",
        }
    }
}

impl PhonePage {
    pub(crate) fn is_done(&self) -> bool {
        self.test.as_ref().is_some_and(|test| test.state == TestState::Tapped)
    }

    /// Whether the page looks again by itself, without scripts too. Never while somebody may be typing.
    pub(crate) fn looks_again(&self) -> bool {
        self.test.is_some() && !self.is_done() && !self.other
    }

    /// Whether the ways to be reached are offered.
    pub(crate) fn offers(&self) -> bool {
        self.test.is_none() || self.other
    }

    pub(crate) fn progress(&self) -> Option<String> {
        (!self.is_done()).then(|| crate::pages::setup::last_step(&self.words))
    }

    /// How far the test came.
    pub(crate) fn came(&self) -> Option<String> {
        let test = self.test.as_ref()?;
        let id = match test.state {
            TestState::Waiting => "phone-waiting",
            TestState::Sent => "phone-sent",
            TestState::Unknown => "phone-unknown",
            TestState::Refused(_) => "phone-refused",
            TestState::Failed(_) => "phone-failed",
            TestState::Tapped => "wake-page-works",
        };
        Some(self.words.name(id, &test.name))
    }

    /// Why it was refused, as it was said, and when it is tried again.
    pub(crate) fn reason(&self) -> Option<(String, Option<String>)> {
        match &self.test.as_ref()?.state {
            TestState::Refused(found) => {
                let again = self.words.name("phone-next-try", &self.words.when(found.next_try_at));
                Some((found.reason.clone().unwrap_or_default(), Some(again)))
            }
            TestState::Failed(found) => Some((found.reason.clone().unwrap_or_default(), None)),
            _ => None,
        }
    }

    /// What keeps the link from being opened, in sentences.
    pub(crate) fn warnings(&self) -> Vec<String> {
        self.faults.iter().map(|fault| self.words.name(fault.message(), &self.origin)).collect()
    }

    pub(crate) fn problem(&self, kind: &str) -> Option<String> {
        (self.refused.as_deref() == Some(kind)).then(|| match kind {
            _ if self.too_many => self.words.count("target-problem-many", MOST_TARGETS as i64),
            "mail" => self.words.say("target-problem-mail"),
            "push" => self.words.say("target-problem-push"),
            _ => self.words.say("target-problem-ntfy"),
        })
    }
}
