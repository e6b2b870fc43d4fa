//! Complaints: what somebody wrote to a brand in private, and the conversation that follows.

mod channel;
pub(crate) mod erase;
mod link;
mod mail;
mod write;

pub use mail::{ByMail, NewMail};
pub use write::{NewComplaint, NewFile, Saying};

use crate::outbox::{OUTBOX, OutboxRow, row as outbox_row};
use crate::sql::{Columns, Tx};
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::complaint::{Act, Held, Mail, State};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use jiff::Timestamp;

/// One complaint, without what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Its number.
    pub id: i64,
    /// Whose.
    pub organisation: OrganisationId,
    /// Of which brand.
    pub brand: BrandId,
    /// The mention it is; `None` while it is held aside.
    pub mention: Option<MentionId>,
    /// Where it stands.
    pub state: State,
    /// Why it waits to be looked at.
    pub held: Option<Held>,
    /// The name the customer gave.
    pub name: Option<String>,
    /// The address the customer left.
    pub email: Option<String>,
    /// What mails may go there.
    pub mail: Mail,
    /// The language of the pages they wrote on.
    pub locale: String,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When something last happened.
    pub moved_at: Timestamp,
    /// Since when the customer waits.
    pub waiting_since: Option<Timestamp>,
    /// Who has it.
    pub assigned: Option<PersonId>,
    /// The number of its last message.
    pub said: i64,
    /// When its texts were erased.
    pub erased_at: Option<Timestamp>,
}

/// One message of a conversation, or what was done beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintMessage {
    /// Its number, from 1.
    pub n: i64,
    /// When.
    pub at: Timestamp,
    /// What happened.
    pub act: Act,
    /// Who of the team; `None` for the customer.
    pub person: Option<PersonId>,
    /// The name they signed with, as it was then.
    pub name: Option<String>,
    /// What was said.
    pub text: String,
    /// How it came by mail; `None` for what came by a form, and for the team's.
    pub by_mail: Option<ByMail>,
}

/// A file of a conversation, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintFile {
    /// Its number, from 1.
    pub n: i64,
    /// The message it came with.
    pub message: i64,
    /// The name it was sent by.
    pub name: String,
    /// What it is, judged by its bytes.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// BLAKE3 of its bytes.
    pub digest: Vec<u8>,
}

/// A complaint with its conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// The complaint.
    pub complaint: Complaint,
    /// What was said, oldest first.
    pub messages: Vec<ComplaintMessage>,
    /// Its files.
    pub files: Vec<ComplaintFile>,
}

/// Which complaints are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComplaintFilter {
    /// Of this brand.
    pub brand: Option<BrandId>,
    /// That stand so: the open ones come longest waiting first, all others by what happened last.
    pub state: Option<State>,
    /// Held aside, or not.
    pub held: bool,
}

/// How many complaints there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComplaintCounts {
    /// Customers wait.
    pub open: i64,
    /// The team spoke last.
    pub answered: i64,
    /// Closed.
    pub closed: i64,
    /// Held aside, however they stand.
    pub held: i64,
}

const FIELDS: &str = "id, organisation, brand, mention, state, held, name, email, mail, locale, filed_at, moved_at, waiting_since, assigned, said, erased_at";

fn complaint(c: &mut Columns<'_>) -> Result<Complaint> {
    Ok(Complaint {
        id: c.int()?,
        organisation: OrganisationId(c.int()?),
        brand: BrandId(c.int()?),
        mention: c.maybe_int()?.map(MentionId),
        state: c.word(State::from_code)?,
        held: c.maybe_word(Held::from_code)?,
        name: c.maybe_text()?,
        email: c.maybe_text()?,
        mail: c.word(Mail::from_code)?,
        locale: c.text()?,
        filed_at: c.time()?,
        moved_at: c.time()?,
        waiting_since: c.maybe_time()?,
        assigned: c.maybe_int()?.map(PersonId),
        said: c.int()?,
        erased_at: c.maybe_time()?,
    })
}

/// The complaint, where it is the organisation's.
async fn own(tx: &mut Tx, organisation: OrganisationId, id: i64) -> Result<Complaint> {
    let sql = format!("SELECT {FIELDS} FROM complaint WHERE organisation = ? AND id = ?");
    let row = tx.row(&sql, [organisation.into(), id.into()]).await?.ok_or(Error::NotFound)?;
    complaint(&mut row.columns())
}

impl Store {
    /// Adds a secret of a conversation; where it has more than so many, the oldest ends.
    async fn add_secret(
        &self,
        organisation: OrganisationId,
        id: i64,
        (digest, at): (&[u8; 32], Timestamp),
        (add, end, most): (&'static str, &'static str, i64),
    ) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, id).await?;
        tx.run(add, [digest[..].into(), id.into(), at.into()]).await?;
        tx.run(end, [id.into(), id.into(), most.into()]).await?;
        tx.commit().await
    }

    /// One complaint with all that was said.
    pub async fn complaint(&self, organisation: OrganisationId, id: i64) -> Result<Conversation> {
        let sql = format!("SELECT {FIELDS} FROM complaint WHERE organisation = ? AND id = ?");
        let row = self.row(&sql, [organisation.into(), id.into()]).await?.ok_or(Error::NotFound)?;
        let complaint = complaint(&mut row.columns())?;
        let sql = "SELECT s.n, s.at, s.act, s.person, s.name, s.text, m.sender, m.cut, m.left_out FROM complaint_message s
                   LEFT JOIN complaint_mail m ON m.complaint = s.complaint AND m.n = s.n WHERE s.complaint = ? ORDER BY s.n";
        let rows = self.rows(sql, [id.into()]).await?;
        let messages = rows.iter().map(|row| {
            let mut c = row.columns();
            let (n, at, act) = (c.int()?, c.time()?, c.word(Act::from_code)?);
            let person = c.maybe_int()?.map(PersonId);
            let (name, text) = (c.maybe_text()?, c.text()?);
            Ok(ComplaintMessage { n, at, act, person, name, text, by_mail: mail::by_mail(&mut c)? })
        });
        let messages = messages.collect::<Result<_>>()?;
        let sql =
            "SELECT n, message, name, media_type, size, digest FROM complaint_file WHERE complaint = ? ORDER BY n";
        let rows = self.rows(sql, [id.into()]).await?;
        let files = rows.iter().map(|row| {
            let mut c = row.columns();
            let (n, message, name, media_type) = (c.int()?, c.int()?, c.text()?, c.text()?);
            Ok(ComplaintFile { n, message, name, media_type, size: c.int()?, digest: c.bytes()? })
        });
        let files = files.collect::<Result<_>>()?;
        Ok(Conversation { complaint, messages, files })
    }

    /// A file of a complaint: its media type and its bytes.
    pub async fn complaint_file(&self, organisation: OrganisationId, id: i64, n: i64) -> Result<(String, Vec<u8>)> {
        let sql = "SELECT f.media_type, f.bytes FROM complaint_file f JOIN complaint c ON c.id = f.complaint
                   WHERE c.organisation = ? AND c.id = ? AND f.n = ?";
        let row = self.row(sql, [organisation.into(), id.into(), n.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        Ok((c.text()?, c.bytes()?))
    }

    /// Complaints, each with the first words of what was said first; the next page begins `beyond` the last one's time and number.
    pub async fn complaints(
        &self,
        organisation: OrganisationId,
        filter: ComplaintFilter,
        beyond: Option<(Timestamp, i64)>,
        limit: i64,
    ) -> Result<Vec<(Complaint, String)>> {
        match filter.brand {
            Some(brand) => drop(self.brand(organisation, brand).await?),
            None => drop(self.organisation(organisation).await?),
        }
        let mut values: Vec<Value> = vec![organisation.into()];
        let mut wanted = format!("AND held IS {}", if filter.held { "NOT NULL AND erased_at IS NULL" } else { "NULL" });
        if let Some(brand) = filter.brand {
            wanted.push_str(" AND brand = ?");
            values.push(brand.into());
        }
        if let Some(state) = filter.state {
            wanted.push_str(" AND state = ?");
            values.push(state.code().into());
        }
        let waiting = filter.state == Some(State::Open);
        let (time, compare, order) = if waiting { ("waiting_since", ">", "") } else { ("moved_at", "<", " DESC") };
        if let Some((at, id)) = beyond {
            wanted.push_str(&format!(" AND ({time} {compare} ? OR ({time} = ? AND id {compare} ?))"));
            values.extend([at.into(), at.into(), id.into()]);
        }
        values.push(limit.into());
        let sql = format!(
            "SELECT {FIELDS}, (SELECT substr(m.text, 1, 200) FROM complaint_message m WHERE m.complaint = complaint.id AND m.n = 1)
             FROM complaint WHERE organisation = ? {wanted} ORDER BY {time}{order}, id{order} LIMIT ?"
        );
        let rows = self.rows(&sql, values).await?;
        rows.iter()
            .map(|row| {
                let mut c = row.columns();
                Ok((complaint(&mut c)?, c.maybe_text()?.unwrap_or_default()))
            })
            .collect()
    }

    /// How many complaints an organisation has.
    pub async fn complaint_counts(&self, organisation: OrganisationId) -> Result<ComplaintCounts> {
        self.organisation(organisation).await?;
        let sql = "SELECT state, CAST(CASE WHEN held IS NULL THEN 0 ELSE 1 END AS BIGINT), count(*) FROM complaint WHERE organisation = ? AND (held IS NULL OR erased_at IS NULL) GROUP BY 1, 2";
        let mut counts = ComplaintCounts::default();
        for row in self.rows(sql, [organisation.into()]).await? {
            let mut c = row.columns();
            let (state, held, n) = (c.word(State::from_code)?, c.flag()?, c.int()?);
            match (held, state) {
                (true, _) => counts.held += n,
                (false, State::Open) => counts.open += n,
                (false, State::Answered) => counts.answered += n,
                (false, State::Closed) => counts.closed += n,
            }
        }
        Ok(counts)
    }

    /// The complaint that a mention is.
    pub async fn complaint_of(&self, organisation: OrganisationId, mention: MentionId) -> Result<Option<i64>> {
        self.organisation(organisation).await?;
        let sql = "SELECT id FROM complaint WHERE organisation = ? AND mention = ?";
        self.row(sql, [organisation.into(), mention.into()]).await?.map(|row| row.columns().int()).transpose()
    }

    /// The mails that went, or go, to whoever complained, oldest first.
    pub async fn complaint_mails(&self, organisation: OrganisationId, id: i64) -> Result<Vec<OutboxRow>> {
        let mine = "SELECT id FROM complaint WHERE organisation = ? AND id = ?";
        self.row(mine, [organisation.into(), id.into()]).await?.ok_or(Error::NotFound)?;
        let sql = format!("SELECT {OUTBOX} FROM outbox WHERE complaint = ? ORDER BY id");
        self.rows(&sql, [id.into()]).await?.iter().map(|row| outbox_row(&mut row.columns())).collect()
    }

    /// Complaints of any organisation that are not held and are no mention yet: a process died between the two, or somebody let them in.
    pub async fn unmentioned_complaints(&self, limit: i64) -> Result<Vec<Complaint>> {
        let sql = format!(
            "SELECT {FIELDS} FROM complaint WHERE mention IS NULL AND held IS NULL AND erased_at IS NULL ORDER BY id LIMIT ?"
        );
        self.rows(&sql, [limit.into()]).await?.iter().map(|row| complaint(&mut row.columns())).collect()
    }

    /// How many bytes of files a brand has, and how many of them since then.
    pub async fn complaint_bytes(
        &self,
        organisation: OrganisationId,
        brand: BrandId,
        since: Timestamp,
    ) -> Result<(i64, i64)> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT CAST(coalesce(sum(size), 0) AS BIGINT), CAST(coalesce(sum(CASE WHEN at >= ? THEN size ELSE 0 END), 0) AS BIGINT)
                   FROM complaint_file WHERE brand = ?";
        let row = self.row(sql, [since.into(), brand.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        Ok((c.int()?, c.int()?))
    }
}
