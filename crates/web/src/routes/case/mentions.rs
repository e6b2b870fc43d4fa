//! The mentions of a case, each with who answers it and what is known of its author.

use super::super::bridge::failed;
use super::verbs;
use super::view::View;
use crate::error::Failure;
use crate::pages::case::{AuthorRow, MentionRow};
use domain::case::Party;
use domain::id::MentionId;
use engine::case::{self, Outside};

/// Most mentions on the page; the others are found among the mentions.
const MOST: usize = 30;
/// Most characters of a mention, and of an earlier one of its author.
const SHOWN: usize = 400;
/// Most mentions that can be chosen from.
const WAITING: i64 = 50;
/// Most characters of a mention where it is one of a list.
pub const BRIEFLY: usize = 90;
/// Most earlier mentions on a card.
const EARLIER: usize = 5;

impl View<'_> {
    pub async fn mention_rows(&self) -> Result<Vec<MentionRow>, Failure> {
        let (mut rows, all) = (Vec::new(), self.mentions());
        // Whoever was answered elsewhere is not answered again.
        let outside = case::answered_outside(&self.desk.app.world, &self.room).await.map_err(failed)?;
        for mention in all.into_iter().rev().take(MOST) {
            let there: Vec<&Outside> = outside.iter().filter(|one| one.mention == mention).collect();
            rows.push(self.mention_row(mention, &there).await?);
        }
        // What somebody answers before what nobody does.
        rows.sort_by_key(|row| row.holder.is_none());
        Ok(rows)
    }

    async fn mention_row(&self, mention: MentionId, outside: &[&Outside]) -> Result<MentionRow, Failure> {
        let words = self.words();
        let (said, shown) = self.begins(mention, SHOWN).await?;
        let outside = if shown { outside } else { &[] };
        let handling = self.room.state.mentions.get(&mention);
        let holder = handling.and_then(|it| it.holder);
        let exits = handling.map(|it| it.exits.iter().map(|(_, exit, _)| words::case::exit(words, *exit)).collect());
        let open = verbs::MENTION.iter().filter(|(_, verb)| self.may(verb(mention)));
        Ok(MentionRow {
            id: mention.0,
            whose: self.whose(mention).await?,
            said,
            holder: holder.and_then(|(party, since)| Some((self.party(party)?, since))),
            exits: exits.unwrap_or_default(),
            outside: outside.iter().map(|one| (one.at, self.wrote(one), one.text.clone())).collect(),
            author: if holder.is_some() && shown { self.author(mention).await? } else { None },
            may: open.map(|(name, _)| *name).collect(),
        })
    }

    /// The first characters of a mention, as the reader may read them; and whether they may.
    pub async fn begins(&self, mention: MentionId, most: usize) -> Result<(String, bool), Failure> {
        let (store, organisation) = (&self.desk.app.world.store, self.room.file.organisation);
        let found = match store.mention_for(organisation, mention, self.role.sees()).await {
            Err(store::Error::NotFound) => None,
            found => Some(found?),
        };
        if let Some(found) = found {
            return Ok((found.view.post.post.text.chars().take(most).collect(), true));
        }
        match store.mention(organisation, mention).await {
            Ok(_) => Ok((self.words().say("case-private"), false)),
            // Erased, or no longer there: the case still knows that it was.
            Err(store::Error::NotFound) => Ok((self.words().say("case-gone"), true)),
            Err(error) => Err(error.into()),
        }
    }

    /// A mention by whoever wrote it, as the reader may know them.
    pub async fn whose(&self, mention: MentionId) -> Result<String, Failure> {
        let (store, organisation) = (&self.desk.app.world.store, self.room.file.organisation);
        let author = match store.mention_for(organisation, mention, self.role.sees()).await {
            Ok(found) => found.view.post.post.author,
            Err(store::Error::NotFound) => return Ok(self.words().say("case-mention-plain")),
            Err(error) => return Err(error.into()),
        };
        let name = author.display.or(author.handle);
        Ok(name.map_or_else(|| self.words().say("case-mention-plain"), |name| self.words().name("case-mention", &name)))
    }

    /// The newest mentions of the brand that nobody handled or took up: number, and when, by whom, with its first words.
    pub async fn waiting(&self) -> Result<Vec<(i64, String)>, Failure> {
        let known = self.mentions();
        let (brand, handled, sees) = (Some(self.room.file.brand), Some(false), self.role.sees());
        let filter = store::MentionFilter { brand, handled, sees, ..store::MentionFilter::default() };
        let found = self.desk.app.world.store.mentions(self.room.file.organisation, &filter, None, WAITING).await?;
        let row = |view: store::MentionView| {
            let author = view.post.post.author;
            let by = author.display.or(author.handle).map(|by| format!("{by} · ")).unwrap_or_default();
            let begins: String = view.post.post.text.chars().take(BRIEFLY).collect();
            (view.mention.id.0, format!("{} · {by}{begins}", self.words().when(view.mention.at)))
        };
        Ok(found.into_iter().filter(|view| !known.contains(&view.mention.id)).map(row).collect())
    }

    /// Who wrote an answer.
    fn wrote(&self, answer: &Outside) -> String {
        let names = answer.by.iter().filter_map(|person| self.party(Party::Member(*person)));
        let names = names.collect::<Vec<_>>().join(", ");
        if names.is_empty() { self.words().say("case-somebody") } else { names }
    }

    async fn author(&self, mention: MentionId) -> Result<Option<AuthorRow>, Failure> {
        let found = match case::author(&self.desk.app.world, &self.room, mention, self.role.sees()).await {
            Ok(found) => found,
            Err(engine::EngineError::Store(store::Error::NotFound)) => None,
            Err(error) => return Err(failed(error)),
        };
        let Some(found) = found else { return Ok(None) };
        let names = [&found.author.display, &found.author.handle, &found.author.native_id];
        let answered = |id: MentionId| found.card.mentions.iter().any(|it| it.mention == id && it.answered.is_some());
        let earlier = found.others.iter().take(EARLIER).map(|view| {
            let id = view.mention.id;
            (
                view.mention.at,
                view.post.post.text.chars().take(SHOWN).collect::<String>(),
                answered(id) || view.mention.handled.is_some(),
            )
        });
        let offers = found.card.offers.iter().map(|offer| {
            let what = offer.what.map_or_else(|| self.words().say("case-gone"), |what| self.text(what));
            let cents = offer.cents.map(|cents| words::case::money(self.words(), cents));
            (what, cents, self.party(offer.authorised).unwrap_or_default())
        });
        Ok(Some(AuthorRow {
            name: names.into_iter().flatten().next().cloned().unwrap_or_default(),
            followers: found.author.followers,
            earlier: earlier.collect(),
            offers: offers.collect(),
        }))
    }
}
