//! What surrounds every page: who reads it, where they are, and what they must know everywhere.

use crate::assets;
use jiff::Timestamp;
use words::{Locale, Words};

/// Most sources that are told of by name on every page.
const MOST_DEAF: usize = 3;

/// What surrounds a page.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The theme chosen.
    pub theme: Theme,
    /// Whether single keys act (WCAG 2.1.4: they can be turned off).
    pub keys: bool,
    /// The address of this page with its query, to come back to.
    pub path: String,
    /// Who reads; `None` before login.
    pub person: Option<Reader>,
    /// Which room of the house this is.
    pub room: Room,
    /// Live, demo or drill.
    pub world: World,
    /// Sources that cannot be heard.
    pub deaf: Vec<DeafSource>,
    /// Whether the page came over plain http from another machine: said on every page.
    pub plain_http: bool,
    /// Whether one person looks after one brand: only what is needed is shown.
    pub solo: bool,
    /// What just happened.
    pub notice: Option<Notice>,
    /// The last live event already in this page; `None` where nothing is live.
    pub live_after: Option<String>,
    /// Where the page hears of changes, where that is not the house's own line.
    pub live_at: Option<String>,
}

/// Who reads the page.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Their name.
    pub name: String,
    /// The organisation they act for.
    pub organisation: String,
    /// Their IANA zone.
    pub zone: String,
}

/// The theme chosen; `Auto` follows the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// `auto`, `light` or `dark`: the form's value and the attribute on the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads a [`Theme::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Auto => "theme-auto",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
        }
    }
}

/// A room of the house, as the navigation shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// All brands, tonight.
    Bridge,
    /// What is open, and the one action.
    Cases,
    /// Triage.
    Mentions,
    /// What is listened to.
    Sources,
    /// Who does what when it comes.
    Plan,
    /// Brands, queries, tokens.
    Settings,
    /// None: login, errors.
    None,
}

/// Which world the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// The real one.
    Live,
    /// The demo.
    Demo,
    /// A drill.
    Drill,
}

/// A source that cannot be heard.
#[derive(Clone, Debug)]
pub struct DeafSource {
    /// Its name.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
    /// Its page.
    pub href: String,
}

/// What just happened, said once on top of the page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// In a sentence.
    pub text: String,
    /// How to undo it, while it can be.
    pub undo: Option<Undo>,
}

/// A form that undoes.
#[derive(Clone, Debug)]
pub struct Undo {
    /// Where it is sent.
    pub action: String,
    /// Its hidden fields.
    pub fields: Vec<(String, String)>,
}

/// One entry of the navigation.
pub(crate) struct Door {
    pub(crate) href: &'static str,
    pub(crate) label: String,
    pub(crate) here: bool,
}

/// One choice of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

impl Shell {
    /// A shell before login.
    pub fn outside(path: &str) -> Self {
        Self {
            theme: Theme::Auto,
            keys: true,
            path: path.to_owned(),
            person: None,
            room: Room::None,
            world: World::Live,
            deaf: Vec::new(),
            plain_http: false,
            solo: false,
            notice: None,
            live_after: None,
            live_at: None,
        }
    }

    pub(crate) fn doors(&self, words: &Words) -> Vec<Door> {
        let all = [
            (Room::Bridge, "/", "nav-bridge"),
            (Room::Cases, "/cases", "nav-cases"),
            (Room::Mentions, "/mentions", "nav-mentions"),
            (Room::Sources, "/sources", "nav-sources"),
            (Room::Plan, "/plan", "nav-plan"),
            (Room::Settings, "/settings", "nav-settings"),
        ];
        let shown = all.into_iter().filter(|(room, ..)| !self.solo || *room != Room::Sources);
        shown.map(|(room, href, id)| Door { href, label: words.say(id), here: self.room == room }).collect()
    }

    pub(crate) fn locales(&self, words: &Words) -> Vec<Choice> {
        let choice = |l: Locale| Choice {
            value: l.code().to_owned(),
            label: l.own_name().to_owned(),
            chosen: l == words.locale(),
        };
        Locale::ALL.map(choice).into()
    }

    pub(crate) fn themes(&self, words: &Words) -> Vec<Choice> {
        let choice =
            |t: Theme| Choice { value: t.code().to_owned(), label: words.say(t.word()), chosen: t == self.theme };
        Theme::ALL.map(choice).into()
    }

    pub(crate) fn banner(&self, words: &Words) -> Option<String> {
        match self.world {
            World::Live => None,
            World::Demo => Some(words.say("banner-demo")),
            // The door of a drill puts its own line on whatever passes it.
            World::Drill => None,
        }
    }

    /// What cannot be heard, a line each; of many, how many: the page itself must stay in sight.
    pub(crate) fn deaf_lines(&self, words: &Words) -> Vec<(String, String)> {
        if self.deaf.len() > MOST_DEAF {
            return vec![("/sources".to_owned(), words.count("sources-deaf", self.deaf.len() as i64))];
        }
        let since = |source: &DeafSource| {
            words.tell(
                "deaf-since",
                &[("what", source.name.as_str().into()), ("when", words.since(source.since).into())],
            )
        };
        self.deaf.iter().map(|source| (source.href.clone(), since(source))).collect()
    }

    /// The login, and from there back to this page.
    pub(crate) fn login_again(&self) -> String {
        let next: String = url::form_urlencoded::byte_serialize(self.path.as_bytes()).collect();
        format!("/login?next={next}")
    }

    pub(crate) fn style(&self) -> &'static str {
        &assets::STYLE.path
    }

    pub(crate) fn script(&self) -> &'static str {
        &assets::SCRIPT.path
    }

    pub(crate) fn touch_icon(&self) -> &'static str {
        &assets::TOUCH_ICON.path
    }

    pub(crate) fn icon(&self) -> &'static str {
        &assets::ICON.path
    }
}
