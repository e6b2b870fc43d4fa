//! Scheduled marketing of one client: its accounts, what is held and what goes out all the same, decided post by post.

use crate::pages::Shell;
use askama::Template;
use domain::case::Refusal;
use domain::id::ScheduledId;
use domain::marketing::{Lease, Misfit, State, held_by};
use domain::publish::Reason;
use engine::marketing::write::Unfit;
use jiff::Timestamp;
use std::collections::BTreeMap;
use store::{AccountRow, ScheduledRow};
use words::{Locale, Words};

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "marketing.html")]
pub struct MarketingPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Whose: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations.
    pub others: Vec<(i64, String)>,
    /// The accounts that are connected, and what holds each.
    pub accounts: Vec<(AccountRow, Vec<Lease>)>,
    /// The posts, in order of their time.
    pub posts: Vec<ScheduledRow>,
    /// Held posts that clash with their case: by which words.
    pub clashes: BTreeMap<ScheduledId, Vec<String>>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// Kinds of posts that the plan lets out under a freeze.
    pub kinds: Vec<String>,
    /// How many channels of the client's tools are nobody's.
    pub unmapped: i64,
    /// Whether the reader connects accounts.
    pub may_configure: bool,
    /// Whether the reader schedules and decides.
    pub may_decide: bool,
    /// What was typed and not taken.
    pub typed: Typed,
    /// What was not done, and why.
    pub problem: Option<Problem>,
}

/// What was typed and not taken.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The account chosen.
    pub account: i64,
    /// The text.
    pub text: String,
    /// The language.
    pub language: String,
    /// The kind.
    pub label: String,
    /// When, as typed.
    pub at: String,
    /// The server of an account.
    pub server: String,
    /// The address of a webhook.
    pub hook: String,
    /// Its name.
    pub name: String,
}

/// What was not done, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// What a post says.
    Unfit(Unfit),
    /// When it is to go out.
    Misfit(Misfit),
    /// The case that held it does not let it.
    Case(Refusal),
    /// Somebody changed it meanwhile.
    Changed,
    /// Another organisation of the house has the account.
    Taken,
    /// What its server says of an account.
    Refused(Reason),
    /// No time that can be read.
    NoTime,
    /// A case holds posts there: left now, nobody would let them go.
    Holds,
    /// The pages are served without https.
    PlainHttp,
}

/// The posts of one group.
pub(crate) struct Group<'a> {
    pub title: String,
    pub posts: Vec<&'a ScheduledRow>,
}

impl MarketingPage {
    /// Why an account or a tool does not do as it should.
    pub(crate) fn refused(&self, kept: &str) -> String {
        format!("{} {}", self.words.say("market-refused"), words::publish::kept(&self.words, kept))
    }

    pub(crate) fn told(&self) -> Option<String> {
        let say = |id: &str| Some(self.words.say(id));
        match self.problem.as_ref()? {
            Problem::Unfit(Unfit::Empty) => say("market-empty"),
            Problem::Unfit(Unfit::TooLong { long, most }) => {
                let number = |n: &u32| self.words.number(i64::from(*n)).into();
                Some(self.words.tell("market-long", &[("long", number(long)), ("most", number(most))]))
            }
            Problem::Unfit(Unfit::Past) | Problem::Misfit(Misfit::Time) => say("market-past"),
            Problem::Unfit(Unfit::Language) => say("market-no-language"),
            Problem::Unfit(Unfit::Label) => say("market-kind-long"),
            Problem::Misfit(Misfit::Frozen) => say("market-frozen-still"),
            Problem::Misfit(Misfit::Burst) => say("market-burst"),
            Problem::Misfit(Misfit::Elsewhere) | Problem::Unfit(Unfit::Elsewhere) => say("market-elsewhere"),
            Problem::Case(refusal) => Some(words::case::refusal(&self.words, refusal)),
            Problem::Changed => say("market-changed"),
            Problem::Taken => say("market-taken"),
            Problem::Refused(why) => Some(self.refused(&why.kept())),
            Problem::NoTime => say("add-problem-time"),
            Problem::Holds => say("market-holds"),
            Problem::PlainHttp => say("market-plain-http"),
        }
    }

    fn leases(&self, post: &ScheduledRow) -> &[Lease] {
        let of = self.accounts.iter().find(|(account, _)| account.id == post.account);
        of.map_or(&[], |(_, leases)| leases.as_slice())
    }

    /// Whether a freeze is on and lets this post out by its kind.
    pub(crate) fn is_left(&self, post: &ScheduledRow) -> bool {
        let leases = self.leases(post);
        let open = leases.iter().any(|lease| lease.until.is_none());
        post.native.is_none() && open && held_by(leases, post.label.as_deref()).is_none()
    }

    /// Before and after, in numbers: held, goes out, left alone, out.
    pub(crate) fn figures(&self) -> [(String, String); 4] {
        let count = |which: &dyn Fn(&ScheduledRow) -> bool| {
            let n = self.posts.iter().filter(|post| which(post)).count();
            self.words.number(i64::try_from(n).unwrap_or(i64::MAX))
        };
        let waits = |post: &ScheduledRow| matches!(post.state, State::Queued | State::Sending);
        [
            (self.words.say("market-figure-held"), count(&|post| matches!(post.state, State::Held | State::Holding))),
            (self.words.say("market-figure-goes"), count(&|post| waits(post) && !self.is_left(post))),
            (
                self.words.say("market-figure-left"),
                count(&|post| post.state == State::Left || (waits(post) && self.is_left(post))),
            ),
            (self.words.say("market-figure-out"), count(&|post| matches!(post.state, State::Sent | State::Gone))),
        ]
    }

    /// What is to be decided first, then what goes out, then what is over.
    pub(crate) fn groups(&self) -> Vec<Group<'_>> {
        let group = |title: &str, states: &[State]| {
            let posts = self.posts.iter().filter(|post| states.contains(&post.state)).collect();
            Group { title: self.words.say(title), posts }
        };
        let all = [
            group("market-held", &[State::Held, State::Holding, State::Draft, State::Failed, State::Unknown]),
            group("market-goes", &[State::Queued, State::Sending]),
            group("market-over", &[State::Sent, State::Withdrawn, State::Gone, State::Left]),
        ];
        all.into_iter().filter(|group| !group.posts.is_empty()).collect()
    }

    pub(crate) fn state(&self, post: &ScheduledRow) -> String {
        self.words.say(match post.state {
            State::Queued => "market-queued",
            State::Holding => "market-holding",
            State::Held => "market-is-held",
            State::Draft => "market-draft",
            State::Sending => "market-sending",
            State::Sent => "market-sent",
            State::Unknown => "market-unknown",
            State::Failed => "market-failed",
            State::Withdrawn => "market-withdrawn",
            State::Gone => "market-gone",
            State::Left => "market-alone",
        })
    }

    pub(crate) fn mark(&self, post: &ScheduledRow) -> char {
        match post.state {
            State::Queued | State::Sending => '→',
            State::Held | State::Draft | State::Withdrawn => '■',
            State::Left => '·',
            State::Holding | State::Unknown => '?',
            State::Sent | State::Gone => '✓',
            State::Failed => '✕',
        }
    }

    pub(crate) fn is_decidable(&self, post: &ScheduledRow) -> bool {
        self.may_decide && matches!(post.state, State::Held | State::Holding | State::Draft | State::Failed)
    }

    /// Whether its text and date are chosen in its tool, not here.
    pub(crate) fn is_elsewhere(&self, post: &ScheduledRow) -> bool {
        let of = self.accounts.iter().find(|(account, _)| account.id == post.account);
        post.native.is_some() && of.is_some_and(|(account, _)| !account.publishes())
    }

    /// Where people see the tool in which it waits.
    pub(crate) fn calendar(&self, post: &ScheduledRow) -> Option<String> {
        let (account, _) = self.accounts.iter().find(|(account, _)| account.id == post.account)?;
        if self.is_elsewhere(post) { connect::publish::postiz::calendar(&account.server) } else { None }
    }

    /// The accounts that texts are sent from here.
    pub(crate) fn voices(&self) -> impl Iterator<Item = &AccountRow> {
        self.accounts.iter().map(|(account, _)| account).filter(|account| account.publishes())
    }

    /// That a held post clashes with its case, and by which words.
    pub(crate) fn clash(&self, post: &ScheduledRow) -> Option<String> {
        let words = self.clashes.get(&post.id)?.join(", ");
        Some(self.words.tell("market-clash", &[("words", words.into())]))
    }

    /// How many channels of the client's own tools are nobody's, and so not touched.
    pub(crate) fn alone(&self) -> Option<String> {
        (self.unmapped > 0).then(|| self.words.count("market-unmapped", self.unmapped))
    }

    pub(crate) fn is_open(&self, post: &ScheduledRow) -> bool {
        self.may_decide && !post.state.is_over()
    }

    pub(crate) fn due(&self, post: &ScheduledRow) -> String {
        self.words.tell("market-due", &[("when", self.moment(post.due).into())])
    }

    fn moment(&self, at: Timestamp) -> String {
        format!("{}, {}", self.words.date(at), self.words.time(at))
    }

    pub(crate) fn media(&self, post: &ScheduledRow) -> Option<String> {
        (post.media > 0).then(|| self.words.count("market-media", post.media))
    }

    pub(crate) fn account_of(&self, post: &ScheduledRow) -> String {
        let of = self.accounts.iter().find(|(account, _)| account.id == post.account);
        of.map_or_else(|| self.words.say("market-gone-account"), |(account, _)| shown(account))
    }

    /// What holds an account, or that nothing does.
    pub(crate) fn holds(&self, leases: &[Lease]) -> String {
        match leases.iter().find(|lease| lease.until.is_none()) {
            None => self.words.say("market-free"),
            Some(lease) => {
                let when = self.moment(lease.since).into();
                self.words.tell("market-frozen", &[("case", lease.case.to_string().into()), ("when", when)])
            }
        }
    }

    /// What a tool that is told by webhook was told last, and what it answered.
    pub(crate) fn told_it(&self, account: &AccountRow) -> Option<String> {
        let told = account.told.as_ref().filter(|told| !told.answer.is_empty())?;
        let what = if told.key.starts_with("pause-") { "campaign.pause" } else { "campaign.resume" };
        let said =
            [("what", what.into()), ("when", self.moment(told.at).into()), ("answer", told.answer.clone().into())];
        Some(self.words.tell("market-told", &said))
    }

    /// Codes and names of the languages that posts are written in here.
    pub(crate) fn languages(&self) -> Vec<(&'static str, &'static str, bool)> {
        let chosen = |code: &str| self.typed.language == code;
        Locale::ALL.map(|locale| (locale.code(), locale.own_name(), chosen(locale.code()))).to_vec()
    }

    /// Its time as the field of a form holds it.
    pub(crate) fn local(&self, post: &ScheduledRow) -> String {
        post.due.to_zoned(self.words.zone().clone()).strftime("%Y-%m-%dT%H:%M").to_string()
    }
}

/// An account as it is shown: its name, and where it is.
pub(crate) fn shown(account: &AccountRow) -> String {
    let place = account.place();
    let host = place.split_once("://").map_or(place.as_str(), |(_, host)| host);
    if account.acct == host {
        return format!("{} ({host})", account.name);
    }
    if !account.publishes() {
        return format!("{} ({}, {host})", account.name, account.acct);
    }
    format!("{} (@{}@{host})", account.name, account.acct)
}
