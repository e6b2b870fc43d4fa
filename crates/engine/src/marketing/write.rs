//! Posts as people schedule, change and decide on them.

use super::Marketing;
use connect::publish::mastodon;
use domain::case::event::Thaw;
use domain::id::{AccountId, OrganisationId, PersonId, ScheduledId};
use domain::marketing::Misfit;
use domain::publish::Length;
use jiff::Timestamp;
use store::{NewScheduled, Rewritten, ScheduledRow};

/// The longest text that is kept, whatever a server takes.
const TEXT: usize = 20_000;
/// The longest name of a kind.
const LABEL: usize = 60;

/// A post as somebody writes it.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its text.
    pub text: String,
    /// Its language (BCP-47); empty where it is not said.
    pub language: String,
    /// Its kind, as the plan names those that a freeze lets out; empty for none.
    pub label: String,
    /// When it goes out.
    pub due: Timestamp,
}

/// Why a post is not taken so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There are no words.
    #[error("the post has no words")]
    Empty,
    /// More than its account's server takes.
    #[error("the post is too long: {long} characters, and the account's server takes {most}")]
    TooLong {
        /// What it counts.
        long: u32,
        /// The most.
        most: u32,
    },
    /// Its time is past.
    #[error("its time is past: choose a later one")]
    Past,
    /// No name of a language.
    #[error("its language is none: write a code such as fr or en")]
    Language,
    /// No name of a kind.
    #[error("the name of its kind is too long: 60 characters at most")]
    Label,
    /// The account is a channel of a tool, and its posts are written there.
    #[error("what this channel says is written and dated in its tool")]
    Elsewhere,
}

/// Why a post was not scheduled, changed or decided on.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// The store's: not found, or changed meanwhile.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What it says.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// When it is to go out.
    #[error(transparent)]
    Misfit(#[from] Misfit),
}

impl Marketing {
    /// Schedules a post in our own queue; where a case holds its account, it is held from the beginning.
    ///
    /// # Errors
    /// What to correct; nothing is kept then.
    pub async fn schedule(
        &self,
        organisation: OrganisationId,
        account: AccountId,
        post: &Post,
        person: Option<PersonId>,
    ) -> Result<ScheduledRow, PostError> {
        let (now, row) = (self.world.clock.now(), self.world.store.account(organisation, account).await?);
        if !row.publishes() {
            return Err(Unfit::Elsewhere.into());
        }
        let read = read(post, row.length)?;
        if post.due <= now {
            return Err(Unfit::Past.into());
        }
        let Rewritten { text, language, label, due } = read;
        let new = NewScheduled { account, text, language, label, due, person };
        Ok(self.world.store.schedule(organisation, new, now).await?)
    }

    /// Changes a post of our own queue that was seen in that version; a held one stays held.
    ///
    /// # Errors
    /// What to correct; nothing is changed then.
    pub async fn rewrite(
        &self,
        organisation: OrganisationId,
        (id, version): (ScheduledId, i64),
        post: &Post,
    ) -> Result<ScheduledRow, PostError> {
        let (now, before) = (self.world.clock.now(), self.world.store.scheduled(organisation, id).await?);
        let account = self.world.store.account(organisation, before.account).await?;
        let read = read(post, account.length)?;
        if post.due <= now && post.due != before.due {
            return Err(Unfit::Past.into());
        }
        Ok(self.world.store.rewrite_scheduled(organisation, id, version, read, now).await??)
    }

    /// Says of what kind a post is; none for an empty name.
    ///
    /// # Errors
    /// What to correct; nothing is changed then.
    pub async fn label(
        &self,
        organisation: OrganisationId,
        (id, version): (ScheduledId, i64),
        label: &str,
    ) -> Result<ScheduledRow, PostError> {
        let label = read_label(label)?;
        Ok(self.world.store.label_scheduled(organisation, id, version, label.as_deref()).await?)
    }

    /// Decides on one held post that was seen in that version.
    ///
    /// # Errors
    /// Why it is not let go so; nothing is changed then.
    pub async fn decide(
        &self,
        organisation: OrganisationId,
        (id, version): (ScheduledId, i64),
        thaw: Thaw,
    ) -> Result<ScheduledRow, PostError> {
        let now = self.world.clock.now();
        Ok(self.world.store.thaw_scheduled(organisation, id, version, thaw, now).await??)
    }
}

fn read(post: &Post, length: Length) -> Result<Rewritten, Unfit> {
    let text = post.text.replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() {
        return Err(Unfit::Empty);
    }
    let long = mastodon::counted(&text, length.per_link);
    if long > length.characters || text.len() > TEXT {
        return Err(Unfit::TooLong { long, most: length.characters });
    }
    let language = post.language.trim();
    let part = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    if !language.is_empty() && (language.len() > 35 || !language.split('-').all(part)) {
        return Err(Unfit::Language);
    }
    let language = Some(language.to_lowercase()).filter(|code| !code.is_empty());
    Ok(Rewritten { text, language, label: read_label(&post.label)?, due: post.due })
}

fn read_label(label: &str) -> Result<Option<String>, Unfit> {
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    match label.chars().count() {
        0 => Ok(None),
        1..=LABEL => Ok(Some(label)),
        _ => Err(Unfit::Label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_read_or_told_what_is_wrong_with_it() {
        let length = Length { characters: 30, per_link: 23 };
        let told = |text: &str, language: &str, label: &str| {
            let (text, language, label) = (text.to_owned(), language.to_owned(), label.to_owned());
            read(&Post { text, language, label, due: Timestamp::UNIX_EPOCH }, length)
                .map(|post| (post.text, post.language, post.label))
        };
        let none = || (None, None);
        let fine = |text: &str, (language, label): (Option<&str>, Option<&str>)| {
            Ok((text.to_owned(), language.map(str::to_owned), label.map(str::to_owned)))
        };
        assert_eq!(told(" a\r\nb ", "", ""), fine("a\nb", none()));
        assert_eq!(told("a", "FR", " opening  hours "), fine("a", (Some("fr"), Some("opening hours"))));
        assert_eq!(told("a", "fr-CA", ""), fine("a", (Some("fr-ca"), None)));
        assert_eq!(told(" \n", "", ""), Err(Unfit::Empty));
        assert_eq!(told(&"a".repeat(31), "", ""), Err(Unfit::TooLong { long: 31, most: 30 }));
        assert!(told(&format!("https://a.example/{}", "a".repeat(99)), "", "").is_ok());
        assert_eq!(told("a", "le français", ""), Err(Unfit::Language));
        assert_eq!(told("a", "", &"x".repeat(61)), Err(Unfit::Label));
    }
}
