//! What is written down of complaints: filed once, answered by somebody named, given to somebody, closed, opened again, let in.

use super::mail::{NewMail, keep_mail};
use super::{Store, own};
use crate::brand::brand_exists;
use crate::outbox::{NewMessage, post};
use crate::people::{found, is_member};
use crate::sql::Tx;
use crate::{Error, Result};
use domain::complaint::{Act, Held, MOST_MESSAGES, Mail, State};
use domain::id::{BrandId, MentionId, OrganisationId, PersonId};
use jiff::Timestamp;

/// Something somebody files.
#[derive(Clone, Debug)]
pub struct NewComplaint {
    /// Of which brand.
    pub brand: BrandId,
    /// The digest of the secret that opens the conversation; the same again is the same complaint.
    pub digest: [u8; 32],
    /// Why it waits to be looked at.
    pub held: Option<Held>,
    /// The name given.
    pub name: Option<String>,
    /// The address left.
    pub email: Option<String>,
    /// The language of the page.
    pub locale: String,
    /// What is said.
    pub text: String,
    /// With these files.
    pub files: Vec<NewFile>,
    /// How it came by mail.
    pub by_mail: Option<NewMail>,
}

/// A file somebody sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// The name it was sent by.
    pub name: String,
    /// What it is, judged by its bytes.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What somebody says or does in a conversation.
#[derive(Clone, Debug)]
pub struct Saying {
    /// What.
    pub act: Act,
    /// Who of the team; `None` for the customer.
    pub person: Option<PersonId>,
    /// The name they sign with.
    pub name: Option<String>,
    /// What is said.
    pub text: String,
    /// With these files.
    pub files: Vec<NewFile>,
    /// The last message they saw: where another came meanwhile, nothing is written.
    pub seen: Option<i64>,
    /// The mail that tells of it.
    pub mail: Option<NewMessage>,
    /// How it came by mail itself.
    pub by_mail: Option<NewMail>,
}

impl Store {
    /// Files a complaint, once: its number, and whether it is new.
    pub async fn file_complaint(
        &self,
        organisation: OrganisationId,
        new: NewComplaint,
        at: Timestamp,
    ) -> Result<(i64, bool)> {
        let mut tx = self.write().await?;
        brand_exists(&mut tx, organisation, new.brand).await?;
        let known = "SELECT complaint FROM complaint_link WHERE digest = ?";
        if let Some(row) = tx.row(known, [new.digest[..].into()]).await? {
            return Ok((row.columns().int()?, false));
        }
        let id = tx.next_id("complaint").await?;
        let mail = if new.email.is_some() { Mail::Unconfirmed } else { Mail::None };
        let sql = "INSERT INTO complaint (id, organisation, brand, state, held, name, email, mail, locale, filed_at, moved_at, waiting_since, said)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
        let values = [
            id.into(),
            organisation.into(),
            new.brand.into(),
            State::Open.code().into(),
            new.held.map(Held::code).into(),
            (&new.name).into(),
            (&new.email).into(),
            mail.code().into(),
            (&new.locale).into(),
            at.into(),
            at.into(),
            at.into(),
        ];
        tx.run(sql, values).await?;
        say(&mut tx, (id, 1), (Act::Said, None, new.name.as_deref(), &new.text), at).await?;
        keep_files(&mut tx, (id, 1), new.brand, new.files, at).await?;
        if let Some(mail) = new.by_mail {
            keep_mail(&mut tx, (id, 1), mail).await?;
        }
        let sql = "INSERT INTO complaint_link (digest, complaint, mailed, at) VALUES (?, ?, 0, ?)";
        tx.run(sql, [new.digest[..].into(), id.into(), at.into()]).await?;
        tx.commit().await?;
        Ok((id, true))
    }

    /// Adds what somebody says or does, with the mail that tells of it; its mention is done with when the team says something, and is not
    /// any more when the customer does. Answers its number.
    ///
    /// # Errors
    /// [`Error::Conflict`] where something else was said meanwhile, or enough was, or the mail was taken before; nothing is written then.
    pub async fn say_in_complaint(
        &self,
        organisation: OrganisationId,
        id: i64,
        saying: Saying,
        at: Timestamp,
    ) -> Result<i64> {
        let mut tx = self.write().await?;
        let before = own(&mut tx, organisation, id).await?;
        if let Some(person) = saying.person {
            is_member(&mut tx, organisation, person, at).await?;
        }
        if saying.seen.is_some_and(|seen| seen != before.said) {
            return Err(Error::Conflict("something else was said meanwhile".to_owned()));
        }
        if before.erased_at.is_some() || (before.said >= MOST_MESSAGES && saying.act == Act::Said) {
            return Err(Error::Conflict("this conversation has ended".to_owned()));
        }
        let n = before.said + 1;
        let state = before.state.after(saying.act, saying.person.is_some());
        let waiting = match state {
            State::Open => Some(before.waiting_since.unwrap_or(at)),
            State::Answered | State::Closed => None,
        };
        say(&mut tx, (id, n), (saying.act, saying.person, saying.name.as_deref(), &saying.text), at).await?;
        keep_files(&mut tx, (id, n), before.brand, saying.files, at).await?;
        if let Some(mail) = saying.by_mail {
            keep_mail(&mut tx, (id, n), mail).await?;
        }
        let assigned = before.assigned.or(saying.person.filter(|_| saying.act == Act::Said));
        let sql =
            "UPDATE complaint SET state = ?, moved_at = ?, waiting_since = ?, said = ?, assigned = ? WHERE id = ?";
        let values = [
            state.code().into(),
            at.into(),
            waiting.into(),
            n.into(),
            assigned.map(|person| person.0).into(),
            id.into(),
        ];
        tx.run(sql, values).await?;
        if let Some(mention) = before.mention {
            let sql = "UPDATE mention SET handled_by = ?, handled_at = ?, assigned = ? WHERE id = ?";
            let done = saying.person.filter(|_| state != State::Open);
            let values =
                [done.map(|p| p.0).into(), done.map(|_| at).into(), assigned.map(|p| p.0).into(), mention.into()];
            tx.run(sql, values).await?;
        }
        if let Some(mail) = saying.mail {
            post(&mut tx, &[NewMessage { complaint: Some(id), ..mail }], at).await?;
        }
        tx.commit().await?;
        Ok(n)
    }

    /// Gives a complaint to somebody, or to nobody; its mention too.
    pub async fn assign_complaint(
        &self,
        organisation: OrganisationId,
        id: i64,
        person: Option<PersonId>,
        at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let before = own(&mut tx, organisation, id).await?;
        if let Some(person) = person {
            is_member(&mut tx, organisation, person, at).await?;
        }
        let person = person.map(|person| person.0);
        tx.run("UPDATE complaint SET assigned = ? WHERE id = ?", [person.into(), id.into()]).await?;
        if let Some(mention) = before.mention {
            tx.run("UPDATE mention SET assigned = ? WHERE id = ?", [person.into(), mention.into()]).await?;
        }
        tx.commit().await
    }

    /// Lets in what was held aside; what was let in before stays so.
    pub async fn let_in_complaint(&self, organisation: OrganisationId, id: i64, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        own(&mut tx, organisation, id).await?;
        let sql = "UPDATE complaint SET held = NULL, moved_at = ? WHERE id = ? AND held IS NOT NULL";
        tx.run(sql, [at.into(), id.into()]).await?;
        tx.commit().await
    }

    /// Keeps which mention of its brand a complaint is; where it is not known, the one of its source by that native id is looked for.
    pub async fn set_complaint_mention(
        &self,
        organisation: OrganisationId,
        id: i64,
        mention: Option<MentionId>,
        native_id: &str,
    ) -> Result<Option<MentionId>> {
        let mut tx = self.write().await?;
        let before = own(&mut tx, organisation, id).await?;
        let sql = "SELECT m.id FROM mention m JOIN post p ON p.id = m.post
                   WHERE m.organisation = ? AND m.brand = ? AND m.at = ? AND p.source_kind = ? AND p.native_id = ? AND p.scope = ?";
        let values = [
            organisation.into(),
            before.brand.into(),
            before.filed_at.into(),
            domain::complaint::KIND.into(),
            native_id.into(),
            organisation.into(),
        ];
        let mention = match mention {
            Some(mention) => Some(mention.0),
            None => tx.row(sql, values).await?.map(|row| row.columns().int()).transpose()?,
        };
        if let Some(mention) = mention {
            let mine = "SELECT id FROM mention WHERE organisation = ? AND brand = ? AND id = ?";
            let mine = tx.row(mine, [organisation.into(), before.brand.into(), mention.into()]).await?;
            mine.ok_or(Error::NotFound)?;
            found(tx.run("UPDATE complaint SET mention = ? WHERE id = ?", [mention.into(), id.into()]).await?)?;
        }
        tx.commit().await?;
        Ok(mention.map(MentionId))
    }
}

async fn say(
    tx: &mut Tx,
    (id, n): (i64, i64),
    (act, person, name, text): (Act, Option<PersonId>, Option<&str>, &str),
    at: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO complaint_message (complaint, n, at, act, person, name, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
    let person = person.map(|person| person.0);
    let values = [id.into(), n.into(), at.into(), act.code().into(), person.into(), name.into(), text.into()];
    tx.run(sql, values).await?;
    Ok(())
}

/// Keeps files; one whose bytes the conversation has already is not kept twice.
async fn keep_files(
    tx: &mut Tx,
    (id, message): (i64, i64),
    brand: BrandId,
    files: Vec<NewFile>,
    at: Timestamp,
) -> Result<()> {
    for file in files {
        let digest = *blake3::hash(&file.bytes).as_bytes();
        let known = "SELECT n FROM complaint_file WHERE complaint = ? AND digest = ?";
        if tx.row(known, [id.into(), digest[..].into()]).await?.is_some() {
            continue;
        }
        let sql = "SELECT coalesce(max(n), 0) FROM complaint_file WHERE complaint = ?";
        let n = tx.row(sql, [id.into()]).await?.ok_or(Error::NotFound)?.columns().int()? + 1;
        let sql = "INSERT INTO complaint_file (complaint, n, message, brand, at, digest, name, media_type, size, bytes)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let values = [
            id.into(),
            n.into(),
            message.into(),
            brand.into(),
            at.into(),
            digest[..].into(),
            (&file.name).into(),
            file.media_type.into(),
            (file.bytes.len() as i64).into(),
            file.bytes.into(),
        ];
        tx.run(sql, values).await?;
    }
    Ok(())
}
