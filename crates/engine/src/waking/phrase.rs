//! What a message says, in the language of who gets it. It is enough by itself: what, since when, how far above the usual, the posts
//! themselves, who else was told, one link.

use super::link::Link;
use super::roster::Roster;
use super::{EngineError, Waking};
use crate::grave::harm_name;
use domain::counter::{Series, minute};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use domain::mask::mask;
use domain::mention::Sees;
use domain::name::is_hidden;
use domain::organisation::Person;
use domain::signal::Level;
use domain::target::Notification;
use domain::waking::{Also, CallKey, Message, Named, Reason, Why, Worse};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::{NewMessage, OutboxRow, TargetRow};
use text::Harm;
use words::{Locale, Words};

/// Most characters of a post that are quoted.
const QUOTED: usize = 240;
/// Most brands that a title names.
const NAMED: usize = 3;
/// Minutes of an hour, a day and a week.
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;
/// On how many days before it is looked what is usual at an hour.
const USUAL_DAYS: i64 = 14;
/// How long a message that tries a target is worth sending.
const TEST_LASTS: SignedDuration = SignedDuration::from_mins(30);

/// A message as it waits in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What is sent.
    pub note: Notification,
    /// What stands in front where an earlier try may have arrived.
    pub repeat_line: String,
    /// What delivery is told of; `None` for what is no call.
    pub call: Option<CallKey>,
    /// Whose affairs it tells; who is no member of one of them any more does not get it.
    #[serde(default)]
    pub of: BTreeSet<OrganisationId>,
}

impl Letter {
    /// The letter as the outbox takes it.
    ///
    /// # Errors
    /// None that can happen with texts.
    pub fn message(&self, target: i64, person: PersonId, story: Option<String>) -> Result<NewMessage, EngineError> {
        let (key, until) = (self.note.key.clone(), self.note.until);
        Ok(NewMessage { key, target, person, story, body: serde_json::to_string(self)?, until, complaint: None })
    }

    /// The letter that waits in the outbox; why it cannot be read.
    pub(super) fn of(row: &OutboxRow) -> Result<Self, String> {
        serde_json::from_str(&row.message.body).map_err(|error| format!("the message cannot be read any more: {error}"))
    }

    /// Whether it only shows that a target works.
    pub fn is_test(&self) -> bool {
        self.note.story == Link::TEST
    }

    /// Whether it tells of a case: whoever holds a role in one is called at night too.
    pub(super) fn is_of_case(&self) -> bool {
        self.note.story.starts_with("case-")
    }

    /// What is sent this time: where an earlier try may have arrived it says so.
    pub fn note(&self, may_have_arrived: bool) -> Notification {
        let mut note = self.note.clone();
        if may_have_arrived && !note.repeat {
            note.repeat = true;
            note.body = format!("{}\n{}", self.repeat_line, note.body);
        }
        note
    }
}

/// A message that only shows that a target works.
pub(super) fn test(person: &Person, target: &TargetRow, link: String, now: Timestamp) -> Letter {
    let words = speaks(person, now);
    let note = Notification {
        key: format!("test-{}-{}", target.id, now.as_microsecond()),
        title: words.say("wake-test-title"),
        body: words.name("wake-test-body", &target.name),
        link: Some(link),
        waking: true,
        repeat: false,
        story: Link::TEST.to_owned(),
        lang: words.locale().code().to_owned(),
        until: now.saturating_add(TEST_LASTS).unwrap_or(now),
        answer: None,
    };
    Letter { note, repeat_line: words.say("wake-repeat"), call: None, of: BTreeSet::new() }
}

/// What speaks to somebody.
pub(crate) fn speaks(person: &Person, now: Timestamp) -> Words {
    Words::new(Locale::from_code(&person.locale).unwrap_or(Locale::En), &person.zone, now)
}

impl Waking {
    /// One call as a message; nothing where the person or the target is no more.
    pub(super) async fn letter(
        &self,
        roster: &Roster,
        call: &CallKey,
        target: &str,
        message: &Message,
        until: Timestamp,
    ) -> Result<Option<NewMessage>, EngineError> {
        let (Some(person), Ok(target)) = (roster.people.get(&call.person), target.parse::<i64>()) else {
            return Ok(None);
        };
        let words = speaks(person, self.world.clock.now());
        let link = Link { story: call.story.to_string(), person: call.person, target, step: call.step };
        // What was written in private is quoted to those who may answer it.
        let member_of = self.world.store.memberships(call.person, self.world.clock.now()).await?;
        let sees = |of| member_of.iter().find(|(one, _)| one.id == of).map_or(Sees::Open, |(_, role)| role.sees());
        let quotes = self.quotes(message, &sees).await?;
        let mut grave = self.grave_words(message, &sees).await?;
        for told in grave.values_mut() {
            told.beside = Some(self.beside(told.of).await?);
        }
        let note = Notification {
            key: call.to_string(),
            title: title(&words, message),
            body: body(&words, roster, message, &quotes, &grave),
            link: Some(self.address(&link, words.locale())),
            waking: true,
            repeat: message.repeat,
            story: call.story.to_string(),
            lang: words.locale().code().to_owned(),
            until,
            answer: None,
        };
        let of = message.brands.iter().map(|brand| brand.organisation).collect();
        let letter = Letter { note, repeat_line: words.say("wake-repeat"), call: Some(call.clone()), of };
        Ok(Some(letter.message(target, call.person, Some(call.story.to_string()))?))
    }

    /// What is grave in the posts that call by themselves, and the words that say so, masked.
    async fn grave_words(&self, message: &Message, sees: &SeesOf<'_>) -> Result<GraveWords, EngineError> {
        let mut told = GraveWords::new();
        for (brand, id) in message.brands.iter().filter_map(|brand| Some((brand, brand.grave?))) {
            let detail = match self.world.store.mention_for(brand.organisation, id, sees(brand.organisation)).await {
                Ok(detail) => detail,
                Err(store::Error::NotFound) => continue,
                Err(error) => return Err(error.into()),
            };
            if let Some(grave) = detail.view.reading.and_then(|reading| reading.grave) {
                let text = &detail.view.post.post.text;
                let words: Vec<String> = grave.words(text).map(|word| one_line(&mask(word))).collect();
                let (of, words) = ((brand.organisation, brand.brand), words.join(", "));
                told.insert(id, GraveTold { of, harm: grave.harm, words, beside: None });
            }
        }
        Ok(told)
    }

    /// How many posts a brand had in the last hour, and how many it usually has at this hour: on the two weeks before, where it was heard a week ago.
    async fn beside(&self, (organisation, brand): (OrganisationId, BrandId)) -> Result<Beside, EngineError> {
        let now = minute(self.world.clock.now()) + 1;
        let count =
            async |from, until| self.world.store.counted(organisation, brand, Series::Mentions, from, until).await;
        let hour = count(now - HOUR, now).await?;
        let is_known = count(now - 4 * WEEK, now - WEEK).await? > 0;
        let mut before = 0;
        for days in 1..=USUAL_DAYS {
            before += count(now - days * DAY - HOUR, now - days * DAY).await?;
        }
        Ok(Beside { hour, usual: is_known.then_some((before + USUAL_DAYS / 2) / USUAL_DAYS) })
    }

    /// The posts to quote, masked: author and text.
    async fn quotes(&self, message: &Message, sees: &SeesOf<'_>) -> Result<Vec<(String, String)>, EngineError> {
        let mut quotes = Vec::new();
        for id in &message.posts {
            if let Some(quote) = self.quote(message, *id, sees).await? {
                quotes.push(quote);
            }
        }
        Ok(quotes)
    }

    async fn quote(
        &self,
        message: &Message,
        id: MentionId,
        sees: &SeesOf<'_>,
    ) -> Result<Option<(String, String)>, EngineError> {
        for brand in &message.brands {
            match self.world.store.mention_for(brand.organisation, id, sees(brand.organisation)).await {
                Ok(detail) => {
                    let post = detail.view.post.post;
                    let author = post.author.handle.or(post.author.display).unwrap_or_default();
                    return Ok(Some((one_line(&mask(&author)), one_line(&mask(&post.text)))));
                }
                Err(store::Error::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(None)
    }
}

fn title(words: &Words, message: &Message) -> String {
    let calling = || message.brands.iter().filter(|brand| brand.calls);
    let mut names: Vec<&str> = calling().map(|brand| brand.name.as_str()).collect();
    names.dedup();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let mut what = names.join(", ");
    if more > 0 {
        what = words.tell("wake-and-more", &[("what", what.as_str().into()), ("count", (more as i64).into())]);
    }
    let id = match (message.worse, calling().any(|brand| brand.grave.is_some())) {
        (Some(_), _) => "wake-title-worse",
        (None, true) => "wake-title-grave",
        (None, false) => "wake-title-alert",
    };
    one_line(&words.name(id, &what))
}

/// What of an organisation's mentions somebody is shown.
type SeesOf<'a> = dyn Fn(OrganisationId) -> Sees + Sync + 'a;

/// By mention: what is told of a grave post.
type GraveWords = BTreeMap<MentionId, GraveTold>;

/// What is told of a grave post.
struct GraveTold {
    of: (OrganisationId, BrandId),
    harm: Harm,
    /// The words that say so.
    words: String,
    /// What was said beside it.
    beside: Option<Beside>,
}

/// How many posts a brand had in the last hour, and how many are usual at this hour, where that is known.
#[derive(Clone, Copy)]
struct Beside {
    hour: i64,
    usual: Option<i64>,
}

fn body(words: &Words, roster: &Roster, message: &Message, quotes: &[(String, String)], grave: &GraveWords) -> String {
    let mut lines = Vec::new();
    if message.repeat {
        lines.push(words.say("wake-repeat"));
    }
    if message.late {
        lines.push(words.say("wake-late"));
    }
    lines.extend(message.worse.map(|worse| {
        words.say(match worse {
            Worse::Level => "wake-worse-level",
            Worse::Press => "wake-worse-press",
            Worse::Tenfold => "wake-worse-tenfold",
        })
    }));
    lines.extend(message.brands.iter().map(|brand| match brand.grave.and_then(|id| grave.get(&id)) {
        Some(told) => grave_finding(words, brand, told),
        None => finding(words, brand),
    }));
    for (author, text) in quotes {
        lines.push(words.tell("wake-quote", &[("who", author.as_str().into()), ("what", text.as_str().into())]));
    }
    let names: Vec<&str> = message.others.iter().filter_map(|id| Some(roster.people.get(id)?.name.as_str())).collect();
    lines.push(match names.as_slice() {
        [] => words.say("wake-told-nobody-else"),
        names => words.name("wake-told", &names.join(", ")),
    });
    lines.extend(message.also.iter().map(|also| words.name(why(also), &named(&also.brand))));
    lines.push(words.say("wake-tap"));
    lines.join("\n")
}

/// A brand by its name, and by its organisation's where the house has several.
fn named(brand: &Named) -> String {
    match &brand.organisation_name {
        Some(of) if *of != brand.name => one_line(&format!("{} ({of})", brand.name)),
        _ => one_line(&brand.name),
    }
}

fn grave_finding(words: &Words, brand: &Named, told: &GraveTold) -> String {
    let (name, since, harm) = (named(brand), words.since(brand.onset), harm_name(words, told.harm));
    let args = [
        ("what", name.as_str().into()),
        ("harm", harm.as_str().into()),
        ("since", since.as_str().into()),
        ("words", told.words.as_str().into()),
    ];
    let finding = words.tell("wake-finding-grave", &args);
    told.beside.map_or(finding.clone(), |beside| format!("{finding}\n{}", how_many(words, beside)))
}

/// How far that is above the usual: it may be one post, or the first of many.
fn how_many(words: &Words, Beside { hour, usual }: Beside) -> String {
    let others = (hour - 1).max(0);
    let said = if others == 0 { words.say("wake-grave-alone") } else { words.count("wake-grave-beside", others) };
    match usual {
        Some(usual) => words.tell("wake-grave-usual", &[("what", said.as_str().into()), ("count", usual.into())]),
        None => words.name("wake-grave-usual-unknown", &said),
    }
}

fn finding(words: &Words, brand: &Named) -> String {
    let usual = (brand.expected + 500) / 1000;
    let (name, since) = (named(brand), words.since(brand.onset));
    let args = [
        ("what", name.as_str().into()),
        ("count", brand.observed.into()),
        ("minutes", brand.window_minutes.into()),
        ("usual", usual.into()),
        ("since", since.as_str().into()),
    ];
    let mut line = words.tell("wake-finding", &args);
    if brand.press {
        line.push_str(&words.say("wake-in-press"));
    }
    if brand.level == Level::Notice && brand.grave.is_none() {
        line.push_str(&words.say("wake-below-alert"));
    }
    line
}

fn why(also: &Also) -> &'static str {
    match also.why {
        Why::Missed => "wake-also-missed",
        Why::Held(Reason::Quiet) => "wake-also-quiet",
        Why::Held(Reason::HalfHour | Reason::Day | Reason::BrandDay) => "wake-also-held",
    }
}

/// One line that shows as what it is, cut to what is quoted.
pub(super) fn one_line(text: &str) -> String {
    let seen: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}
