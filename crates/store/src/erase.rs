//! Erasure for data protection, the one exception to "nothing is taken out": what was said and who said it go, what was counted stays.
//! An erased post is known as before, so it is neither counted again nor filled again by whoever brings it anew.

use crate::complaint::erase::{complaints_of, erase_person, erase_words};
use crate::people::organisation_exists;
use crate::setting::put_setting;
use crate::sql::{Row, Tx};
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::id::{MentionId, OrganisationId, PersonId, PostId, SourceId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// A post of which something is left to erase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPost {
    /// Its id.
    pub id: PostId,
    /// The organisation whose source brought it; `None` for the house's.
    pub scope: Option<OrganisationId>,
    /// The source that brought it.
    pub source: SourceId,
    /// The kind of that source.
    pub source_kind: String,
    /// When it arrived.
    pub seen_at: Timestamp,
    /// Whether its text is still there.
    pub has_text: bool,
    /// Whether it still says who wrote it.
    pub has_author: bool,
    /// Its mentions, whoever's.
    pub mentions: Vec<HeldMention>,
}

/// A mention of such a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldMention {
    /// Its id.
    pub id: MentionId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Whether somebody has it in hand and is not done with it, or it is a complaint that is not closed.
    pub in_hand: bool,
}

/// What is to go of one post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erase {
    /// Which post.
    pub post: PostId,
    /// What was said, and where.
    pub text: bool,
    /// Who said it, and where.
    pub author: bool,
    /// How many mentions it had when this was decided: with another one it stays.
    pub mentions: usize,
}

/// What an organisation has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// Posts that its sources brought or that are its mentions.
    pub posts: i64,
    /// When the oldest of them arrived.
    pub oldest: Option<Timestamp>,
    /// Those whose text was erased.
    pub without_text: i64,
    /// Those of which it was erased who wrote them.
    pub without_author: i64,
}

/// An entry of an organisation's log of erasure, or of the house's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// When the rules were set, or the pass began.
    pub at: Timestamp,
    /// The rules that were set, JSON; `None` for a pass.
    pub rules: Option<String>,
    /// Who set them; `None` for the command line and for a pass.
    pub person: Option<PersonId>,
    /// Texts erased.
    pub texts: i64,
    /// Authors erased.
    pub authors: i64,
}

impl Erasure {
    /// `rules` where they were set, `pass` where something was erased.
    pub fn kind(&self) -> &'static str {
        if self.rules.is_some() { "rules" } else { "pass" }
    }
}

/// The setting that holds an organisation's rules.
const RULES: &str = "retention";

impl Store {
    /// Every organisation's rules of retention where it has some, JSON.
    pub async fn retentions(&self) -> Result<Vec<(OrganisationId, String)>> {
        self.settings_named(RULES).await
    }

    /// An organisation's rules of retention, JSON.
    pub async fn retention(&self, organisation: OrganisationId) -> Result<Option<String>> {
        self.get_setting(Some(organisation), RULES).await
    }

    /// Sets an organisation's rules of retention and writes down who did.
    pub async fn set_retention(
        &self,
        organisation: OrganisationId,
        rules: &str,
        person: Option<PersonId>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        put_setting(&mut tx, Some(organisation), RULES, rules).await?;
        let sql = "INSERT INTO erasure (organisation, at, kind, person, rules, texts, authors) VALUES (?, ?, 'rules', ?, ?, 0, 0)
                   ON CONFLICT (organisation, at, kind) DO UPDATE SET person = excluded.person, rules = excluded.rules";
        tx.run(sql, [organisation.into(), at.into(), person.map(|p| p.0).into(), rules.into()]).await?;
        tx.commit().await
    }

    /// An organisation's log of erasure, newest first; `None` for the house's: what its sources brought and nobody mentions.
    pub async fn erasures(&self, organisation: Option<OrganisationId>, limit: i64) -> Result<Vec<Erasure>> {
        if let Some(organisation) = organisation {
            self.organisation(organisation).await?;
        }
        let sql = "SELECT at, rules, person, texts, authors FROM erasure WHERE organisation = ? ORDER BY at DESC, kind LIMIT ?";
        let rows = self.rows(sql, [organisation.map_or(0, |o| o.0).into(), limit.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                let (at, rules, person) = (c.time()?, c.maybe_text()?, c.maybe_int()?.map(PersonId));
                Ok(Erasure { at, rules, person, texts: c.int()?, authors: c.int()? })
            })
            .collect()
    }

    /// What an organisation has.
    pub async fn stock(&self, organisation: OrganisationId) -> Result<Stock> {
        self.organisation(organisation).await?;
        let sql = format!(
            "SELECT count(*), min(p.seen_at), count(p.text_erased_at), count(p.author_erased_at) FROM post p WHERE {OF_ONE}"
        );
        let row = self.row(&sql, [organisation.into(), organisation.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        Ok(Stock { posts: c.int()?, oldest: c.maybe_time()?, without_text: c.int()?, without_author: c.int()? })
    }

    /// Posts that arrived before that time and of which something is left to erase, in order of id, after one of them; of the whole
    /// house, or those that one organisation's sources brought or that are its mentions.
    pub async fn held_posts(
        &self,
        organisation: Option<OrganisationId>,
        before: Timestamp,
        after: Option<PostId>,
        limit: i64,
    ) -> Result<Vec<HeldPost>> {
        let mut values: Vec<Value> = vec![after.map_or(0, |post| post.0).into(), before.into()];
        let mut of = String::new();
        if let Some(organisation) = organisation {
            self.organisation(organisation).await?;
            values.extend([organisation.into(), organisation.into()]);
            of = format!("AND {OF_ONE}");
        }
        values.push(limit.into());
        let sql = format!(
            "SELECT p.id, p.scope, p.source, p.source_kind, p.seen_at, p.text_erased_at, p.author_erased_at FROM post p
             WHERE p.id > ? AND p.seen_at < ? AND (p.text_erased_at IS NULL OR p.author_erased_at IS NULL) {of} ORDER BY p.id LIMIT ?"
        );
        let rows = self.rows(&sql, values).await?;
        let mut posts = rows.iter().map(held).collect::<Result<Vec<_>>>()?;
        let ids: Vec<i64> = posts.iter().map(|post| post.id.0).collect();
        let mut mentions: BTreeMap<i64, Vec<HeldMention>> = BTreeMap::new();
        let sql = "SELECT post, id, organisation, (SELECT count(*) FROM complaint c WHERE c.mention = mention.id AND c.state <> 'closed'),
                   assigned, handled_by FROM mention WHERE post IN {in} ORDER BY id";
        for row in self.rows_in(sql, &[], &ids).await? {
            let mut c = row.columns();
            let (post, id, organisation) = (c.int()?, MentionId(c.int()?), OrganisationId(c.int()?));
            let complains = c.int()? > 0;
            let in_hand = (c.maybe_int()?.is_some() && c.maybe_int()?.is_none()) || complains;
            mentions.entry(post).or_default().push(HeldMention { id, organisation, in_hand });
        }
        for post in &mut posts {
            post.mentions = mentions.remove(&post.id.0).unwrap_or_default();
        }
        Ok(posts)
    }

    /// Erases what is to go of some posts, all or nothing, and counts it in the log of the pass that began then. What is gone already
    /// is not counted again. Answers how many texts and authors went.
    pub async fn erase(&self, posts: &[Erase], pass: Timestamp) -> Result<(i64, i64)> {
        let mut tx = self.write().await?;
        for statement in tx.engine().overwrites() {
            tx.run(statement, []).await?;
        }
        let indexed = tx.row("SELECT next FROM sequence WHERE name = 'mention_text'", []).await?;
        let indexed = indexed.map_or(Ok(0), |row| row.columns().int())?;
        let mut tallies: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
        let mut all = (0, 0);
        for erase in posts {
            let (organisations, mentions) = concerned(&mut tx, erase.post).await?;
            if mentions.len() != erase.mentions {
                continue;
            }
            let text = erase.text && erase_text(&mut tx, erase.post, &mentions, indexed, pass).await?;
            let author = erase.author && erase_author(&mut tx, erase.post, pass).await?;
            for complaint in complaints_of(&mut tx, &mentions).await? {
                if text {
                    erase_words(&mut tx, complaint, pass).await?;
                }
                if author {
                    erase_person(&mut tx, complaint).await?;
                }
            }
            if text || author {
                erase_name(&mut tx, erase.post).await?;
            }
            all = (all.0 + i64::from(text), all.1 + i64::from(author));
            for organisation in organisations {
                let tally = tallies.entry(organisation).or_default();
                *tally = (tally.0 + i64::from(text), tally.1 + i64::from(author));
            }
        }
        let add = "INSERT INTO erasure (organisation, at, kind, texts, authors) VALUES (?, ?, 'pass', ?, ?)
                   ON CONFLICT (organisation, at, kind) DO UPDATE SET texts = erasure.texts + excluded.texts, authors = erasure.authors + excluded.authors";
        for (organisation, (texts, authors)) in tallies.into_iter().filter(|(_, tally)| *tally != (0, 0)) {
            tx.run(add, [organisation.into(), pass.into(), texts.into(), authors.into()]).await?;
        }
        tx.commit().await?;
        Ok(all)
    }

    /// Which of these mentions have lost their text, and which their author.
    pub async fn erased_mentions(
        &self,
        organisation: OrganisationId,
        ids: &[MentionId],
    ) -> Result<(BTreeSet<MentionId>, BTreeSet<MentionId>)> {
        self.organisation(organisation).await?;
        let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
        let sql = "SELECT m.id, p.text_erased_at, p.author_erased_at FROM mention m JOIN post p ON p.id = m.post
                   WHERE m.organisation = ? AND m.id IN {in}";
        let (mut texts, mut authors) = (BTreeSet::new(), BTreeSet::new());
        for row in self.rows_in(sql, &[organisation.into()], &ids).await? {
            let mut c = row.columns();
            let id = MentionId(c.int()?);
            texts.extend(c.maybe_int()?.map(|_| id));
            authors.extend(c.maybe_int()?.map(|_| id));
        }
        Ok((texts, authors))
    }

    /// Puts another explanation in the place of a signal's, which quoted what was erased. Its frozen inputs and its log stay.
    pub async fn erase_in_signal(&self, organisation: OrganisationId, id: &str, explanation: &str) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE signal SET explanation = ? WHERE organisation = ? AND id = ?";
        crate::people::found(tx.run(sql, [explanation.into(), organisation.into(), id.into()]).await?)?;
        tx.commit().await
    }

    /// Puts another body in the place of a message's, which quoted what was erased; one that may still be sent stays.
    pub async fn erase_in_message(&self, id: i64, body: &str) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "UPDATE outbox SET body = ? WHERE id = ? AND state NOT IN ('waiting', 'sending')";
        tx.run(sql, [body.into(), id.into()]).await?;
        tx.commit().await
    }

    /// Lets go of what has run out and may quote posts: answers kept to be given again, set-ups that nobody ended.
    pub async fn forget_expired(&self, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        crate::answer::forget(&mut tx, at).await?;
        tx.run("DELETE FROM setup WHERE expires_at <= ?", [at.into()]).await?;
        tx.commit().await
    }

    /// Lets go of what could not be read and came to a source before that time; it is counted as dropped. Answers how many items.
    pub async fn erase_aside(&self, source: SourceId, before: Timestamp) -> Result<i64> {
        let mut tx = self.write().await?;
        let sql = "DELETE FROM quarantine WHERE source = ? AND at < ?";
        let gone = tx.run(sql, [source.into(), before.into()]).await?.cast_signed();
        let sql = "UPDATE quarantine_tally SET kept = kept - ?, dropped = dropped + ? WHERE source = ?";
        tx.run(sql, [gone.into(), gone.into(), source.into()]).await?;
        tx.commit().await?;
        Ok(gone)
    }
}

/// The posts `p` of one organisation: what its sources brought, and its mentions.
const OF_ONE: &str = "(p.scope = ? OR EXISTS (SELECT 1 FROM mention m WHERE m.post = p.id AND m.organisation = ?))";

fn held(row: &Row) -> Result<HeldPost> {
    let mut c = row.columns();
    Ok(HeldPost {
        id: PostId(c.int()?),
        scope: Some(c.int()?).filter(|scope| *scope != 0).map(OrganisationId),
        source: SourceId(c.int()?),
        source_kind: c.text()?,
        seen_at: c.time()?,
        has_text: c.maybe_int()?.is_none(),
        has_author: c.maybe_int()?.is_none(),
        mentions: Vec::new(),
    })
}

/// Whom a post concerns, and its mentions.
async fn concerned(tx: &mut Tx, post: PostId) -> Result<(BTreeSet<i64>, Vec<i64>)> {
    let (mut organisations, mut mentions) = (BTreeSet::new(), Vec::new());
    for row in tx.rows("SELECT organisation, id FROM mention WHERE post = ?", [post.into()]).await? {
        let mut c = row.columns();
        organisations.insert(c.int()?);
        mentions.push(c.int()?);
    }
    // What the house's sources brought and nobody mentions is in the house's own log.
    if let Some(scope) = tx.row("SELECT scope FROM post WHERE id = ?", [post.into()]).await? {
        let scope = scope.columns().int()?;
        if scope != 0 || organisations.is_empty() {
            organisations.insert(scope);
        }
    }
    Ok((organisations, mentions))
}

/// What was said: every version, its words in the full text, the payload. `false` where it was gone.
async fn erase_text(tx: &mut Tx, post: PostId, mentions: &[i64], indexed: i64, at: Timestamp) -> Result<bool> {
    let sql = "UPDATE post SET text = '', images = NULL, text_erased_at = ? WHERE id = ? AND text_erased_at IS NULL";
    if tx.run(sql, [at.into(), post.into()]).await? == 0 {
        return Ok(false);
    }
    tx.run("UPDATE post_version SET text = '' WHERE post = ?", [post.into()]).await?;
    for mention in mentions {
        tx.run("DELETE FROM mention_stale WHERE mention = ?", [(*mention).into()]).await?;
        if *mention <= indexed {
            tx.run(tx.engine().full_text_delete(), [(*mention).into()]).await?;
        }
    }
    Ok(true)
}

/// Who said it. `false` where it was gone.
async fn erase_author(tx: &mut Tx, post: PostId, at: Timestamp) -> Result<bool> {
    let sql = "UPDATE post SET author_id = NULL, author_handle = NULL, author_display = NULL, author_url = NULL, followers = NULL,
               author_created_at = NULL, author_reviews = NULL, author_default = NULL, author_erased_at = ? WHERE id = ? AND author_erased_at IS NULL";
    Ok(tx.run(sql, [at.into(), post.into()]).await? > 0)
}

/// Its address, its public names and the payload, which tell of text and author both. It is found by its key as before.
async fn erase_name(tx: &mut Tx, post: PostId) -> Result<()> {
    let Some(row) = tx.row("SELECT key FROM post WHERE id = ?", [post.into()]).await? else { return Ok(()) };
    let name = format!("erased-{:016x}", row.columns().int()?);
    let sql = "UPDATE post SET native_id = ?, url = NULL, parent = NULL, repost_of = NULL WHERE id = ?";
    tx.run(sql, [name.into(), post.into()]).await?;
    tx.run("DELETE FROM post_raw WHERE post = ?", [post.into()]).await?;
    // A server's own name of it leads back to it.
    tx.run("DELETE FROM local_id WHERE post = ?", [post.into()]).await?;
    Ok(())
}
