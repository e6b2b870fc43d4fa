//! Organisations, people, and who is what where.

use crate::sql::{Columns, Tx};
use crate::value::Value;
use crate::{Error, Result, Store};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Membership, Organisation, Person, Right, Role};
use jiff::Timestamp;

/// Somebody to be given a login.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Their name as shown.
    pub name: String,
    /// Their login; kept in lower case.
    pub email: String,
    /// `fr`, `en`, `fy` or `nl`.
    pub locale: String,
    /// IANA time zone.
    pub zone: String,
    /// Their password's hash.
    pub password_hash: String,
}

const PERSON: &str = "p.id, p.name, p.email, p.locale, p.zone";

fn organisation(c: &mut Columns<'_>) -> Result<Organisation> {
    Ok(Organisation { id: OrganisationId(c.int()?), name: c.text()?, created_at: c.time()? })
}

pub(crate) fn person(c: &mut Columns<'_>) -> Result<Person> {
    Ok(Person { id: PersonId(c.int()?), name: c.text()?, email: c.text()?, locale: c.text()?, zone: c.text()? })
}

impl Store {
    /// Adds a tenant.
    pub async fn create_organisation(&self, name: &str, at: Timestamp) -> Result<Organisation> {
        let mut tx = self.write().await?;
        let id = OrganisationId(tx.next_id("organisation").await?);
        tx.run("INSERT INTO organisation (id, name, created_at) VALUES (?, ?, ?)", [id.into(), name.into(), at.into()])
            .await?;
        tx.commit().await?;
        self.organisation(id).await
    }

    /// Every tenant, in order of id.
    pub async fn organisations(&self) -> Result<Vec<Organisation>> {
        let rows = self.rows("SELECT id, name, created_at FROM organisation ORDER BY id", []).await?;
        rows.iter().map(|r| organisation(&mut r.columns())).collect()
    }

    /// One tenant.
    pub async fn organisation(&self, id: OrganisationId) -> Result<Organisation> {
        let row = self.row("SELECT id, name, created_at FROM organisation WHERE id = ?", [id.into()]).await?;
        organisation(&mut row.ok_or(Error::NotFound)?.columns())
    }

    /// Gives somebody a login; [`Error::Conflict`] where the address has one.
    pub async fn create_person(&self, new: NewPerson, at: Timestamp) -> Result<Person> {
        let mut tx = self.write().await?;
        let id = add_person(&mut tx, new, at).await?;
        tx.commit().await?;
        self.person(id).await
    }

    /// Who logs in with this address, and their password's hash.
    pub async fn person_by_email(&self, email: &str) -> Result<Option<(Person, String)>> {
        let sql = format!("SELECT {PERSON}, p.password_hash FROM person p WHERE p.email = ?");
        let Some(row) = self.row(&sql, [email.trim().to_lowercase().into()]).await? else {
            return Ok(None);
        };
        let mut columns = row.columns();
        Ok(Some((person(&mut columns)?, columns.text()?)))
    }

    /// One person.
    pub async fn person(&self, id: PersonId) -> Result<Person> {
        let row = self.row(&format!("SELECT {PERSON} FROM person p WHERE p.id = ?"), [id.into()]).await?;
        person(&mut row.ok_or(Error::NotFound)?.columns())
    }

    /// Changes somebody's password and ends their sessions.
    pub async fn set_password(&self, id: PersonId, password_hash: &str) -> Result<()> {
        let mut tx = self.write().await?;
        found(tx.run("UPDATE person SET password_hash = ? WHERE id = ?", [password_hash.into(), id.into()]).await?)?;
        tx.run("DELETE FROM session WHERE person = ?", [id.into()]).await?;
        tx.commit().await
    }

    /// Changes somebody's language and time zone.
    pub async fn set_preferences(&self, id: PersonId, locale: &str, zone: &str) -> Result<()> {
        let mut tx = self.write().await?;
        found(
            tx.run("UPDATE person SET locale = ?, zone = ? WHERE id = ?", [locale.into(), zone.into(), id.into()])
                .await?,
        )?;
        tx.commit().await
    }

    /// Makes somebody a member of an organisation, or changes what they are in it and until when. [`Error::Conflict`] where nobody would be
    /// left to own it without an end.
    pub async fn set_membership(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        membership: impl Into<Membership>,
    ) -> Result<()> {
        let Membership { role, until } = membership.into();
        let mut tx = self.write().await?;
        organisation_exists(&mut tx, organisation).await?;
        tx.row("SELECT id FROM person WHERE id = ?", [person.into()]).await?.ok_or(Error::NotFound)?;
        another_owner_unless(&mut tx, organisation, person, Membership { role, until }).await?;
        add_membership(&mut tx, organisation, person, Membership { role, until }).await?;
        tx.commit().await
    }

    /// Changes what somebody is and until when who is a member, or was. [`Error::NotFound`] for who never was; [`Error::Conflict`] where they
    /// are not what they `was`, because somebody else changed it meanwhile, or where nobody would be left to own it without an end.
    pub async fn change_membership(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        was: Membership,
        to: Membership,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        let sql = "SELECT role, until FROM membership WHERE organisation = ? AND person = ?";
        let row = tx.row(sql, [organisation.into(), person.into()]).await?.ok_or(Error::NotFound)?;
        let mut columns = row.columns();
        let is = Membership { role: columns.word(Role::from_code)?, until: columns.maybe_time()? };
        if is != was {
            return Err(Error::Conflict("somebody else has changed what they are meanwhile; look again".to_owned()));
        }
        another_owner_unless(&mut tx, organisation, person, to).await?;
        add_membership(&mut tx, organisation, person, to).await?;
        tx.commit().await
    }

    /// Takes somebody out of an organisation: their membership ends then, if it had not yet, and is still told of, so that a plan which
    /// names them knows; their sessions end, their tokens there are revoked, what was assigned to them there is free again.
    /// [`Error::Conflict`] where nobody would be left to own it.
    pub async fn remove_membership(&self, organisation: OrganisationId, person: PersonId, at: Timestamp) -> Result<()> {
        let mut tx = self.write().await?;
        let both: [Value; 2] = [organisation.into(), person.into()];
        // Who would go has to be there, ended or not.
        let there = "SELECT person FROM membership WHERE organisation = ? AND person = ?";
        tx.row(there, both.clone()).await?.ok_or(Error::NotFound)?;
        another_owner(&mut tx, organisation, person).await?;
        let sql =
            "UPDATE membership SET until = ? WHERE organisation = ? AND person = ? AND (until IS NULL OR until > ?)";
        tx.run(sql, [at.into(), organisation.into(), person.into(), at.into()]).await?;
        tx.run("DELETE FROM confirmation WHERE organisation = ? AND person = ?", both.clone()).await?;
        tx.run("DELETE FROM token WHERE organisation = ? AND person = ?", both.clone()).await?;
        tx.run("DELETE FROM calendar_link WHERE organisation = ? AND person = ?", both.clone()).await?;
        tx.run("UPDATE mention SET assigned = NULL WHERE organisation = ? AND assigned = ?", both.clone()).await?;
        tx.run("UPDATE complaint SET assigned = NULL WHERE organisation = ? AND assigned = ?", both).await?;
        tx.run("DELETE FROM session WHERE person = ?", [person.into()]).await?;
        // What tells of the organisation and has not left is no longer theirs; calls are asked again before they leave.
        let sql = "UPDATE outbox SET state = 'silenced' WHERE person = ? AND state = 'waiting' AND (key LIKE 'week-%' OR key LIKE ?)";
        tx.run(sql, [person.into(), format!("deaf-{}-%", organisation.0).into()]).await?;
        tx.commit().await
    }

    /// Where somebody is a member at that time, and as what.
    pub async fn memberships(&self, person: PersonId, at: Timestamp) -> Result<Vec<(Organisation, Role)>> {
        let sql = format!(
            "SELECT o.id, o.name, o.created_at, m.role FROM membership m JOIN organisation o ON o.id = m.organisation
             WHERE m.person = ? AND {HOLDS} ORDER BY o.id"
        );
        let rows = self.rows(&sql, [person.into(), at.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((organisation(&mut c)?, c.word(Role::from_code)?))
            })
            .collect()
    }

    /// Who is a member of an organisation at that time, and as what.
    pub async fn members(&self, organisation: OrganisationId, at: Timestamp) -> Result<Vec<(Person, Role)>> {
        let all = self.team(organisation).await?.into_iter();
        Ok(all.filter(|(_, is)| is.holds(at)).map(|(person, is)| (person, is.role)).collect())
    }

    /// Who is or was a member of an organisation, as what and until when: those whose end has come, or who were taken out, too.
    pub async fn team(&self, organisation: OrganisationId) -> Result<Vec<(Person, Membership)>> {
        self.organisation(organisation).await?;
        let sql = format!(
            "SELECT {PERSON}, m.role, m.until FROM membership m JOIN person p ON p.id = m.person WHERE m.organisation = ? ORDER BY p.id"
        );
        let rows = self.rows(&sql, [organisation.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((person(&mut c)?, Membership { role: c.word(Role::from_code)?, until: c.maybe_time()? }))
            })
            .collect()
    }

    /// Who is a member of what in the whole house at that time, in order of organisation and person.
    pub async fn everybody(&self, at: Timestamp) -> Result<Vec<(OrganisationId, Person, Role)>> {
        let sql = format!(
            "SELECT m.organisation, {PERSON}, m.role FROM membership m JOIN person p ON p.id = m.person
             WHERE {HOLDS} ORDER BY m.organisation, p.id"
        );
        let rows = self.rows(&sql, [at.into()]).await?;
        rows.iter()
            .map(|r| {
                let mut c = r.columns();
                Ok((OrganisationId(c.int()?), person(&mut c)?, c.word(Role::from_code)?))
            })
            .collect()
    }
}

/// A membership whose end, if it has one, is not yet.
pub(crate) const HOLDS: &str = "(m.until IS NULL OR m.until > ?)";

/// Writes what somebody is in an organisation.
pub(crate) async fn add_membership(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    Membership { role, until }: Membership,
) -> Result<()> {
    let sql = "INSERT INTO membership (organisation, person, role, until) VALUES (?, ?, ?, ?)
               ON CONFLICT (organisation, person) DO UPDATE SET role = excluded.role, until = excluded.until";
    tx.run(sql, [organisation.into(), person.into(), role.code().into(), until.into()]).await.map(|_| ())
}

/// A change that touched no row had nothing to change.
pub(crate) fn found(touched: u64) -> Result<()> {
    if touched == 0 { Err(Error::NotFound) } else { Ok(()) }
}

pub(crate) async fn organisation_exists(tx: &mut Tx, id: OrganisationId) -> Result<()> {
    tx.row("SELECT id FROM organisation WHERE id = ?", [id.into()]).await?.map(|_| ()).ok_or(Error::NotFound)
}

/// Somebody else must own an organisation, without an end, unless this person will, or neither owned it nor is to.
pub(crate) async fn another_owner_unless(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    to: Membership,
) -> Result<()> {
    let is = "SELECT person FROM membership WHERE organisation = ? AND role = ? AND person = ?";
    let owned = tx.row(is, [organisation.into(), Role::Owner.code().into(), person.into()]).await?.is_some();
    match (to.role == Role::Owner, to.until) {
        (true, None) => Ok(()),
        (owns, _) if owns || owned => another_owner(tx, organisation, person).await,
        _ => Ok(()),
    }
}

/// Somebody else must own an organisation, without an end, before this person may cease to.
async fn another_owner(tx: &mut Tx, organisation: OrganisationId, person: PersonId) -> Result<()> {
    let sql = "SELECT person FROM membership WHERE organisation = ? AND role = ? AND person <> ? AND until IS NULL";
    match tx.row(sql, [organisation.into(), Role::Owner.code().into(), person.into()]).await? {
        Some(_) => Ok(()),
        None => {
            Err(Error::Conflict("the organisation would have no owner: make another member its owner first".to_owned()))
        }
    }
}

/// A person named in an organisation's data must be one of its members at that time.
pub(crate) async fn is_member(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    at: Timestamp,
) -> Result<()> {
    let sql = format!("SELECT m.person FROM membership m WHERE m.organisation = ? AND m.person = ? AND {HOLDS}");
    tx.row(&sql, [organisation.into(), person.into(), at.into()]).await?.map(|_| ()).ok_or(Error::NotFound)
}

/// Who does something in an organisation must have the right to it there at that time.
pub(crate) async fn may(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    right: Right,
    at: Timestamp,
) -> Result<()> {
    let sql = format!("SELECT m.role FROM membership m WHERE m.organisation = ? AND m.person = ? AND {HOLDS}");
    let row = tx.row(&sql, [organisation.into(), person.into(), at.into()]).await?.ok_or(Error::NotFound)?;
    if row.columns().word(Role::from_code)?.may(right) { Ok(()) } else { Err(Error::NotFound) }
}

/// Gives somebody a login; [`Error::Conflict`] where the address has one.
pub(crate) async fn add_person(tx: &mut Tx, new: NewPerson, at: Timestamp) -> Result<PersonId> {
    let email = new.email.trim().to_lowercase();
    if tx.row("SELECT id FROM person WHERE email = ?", [Value::from(&email)]).await?.is_some() {
        return Err(Error::Conflict(format!("{email} has a login already")));
    }
    let id = PersonId(tx.next_id("person").await?);
    tx.run(
        "INSERT INTO person (id, name, email, locale, zone, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            id.into(),
            new.name.into(),
            email.into(),
            new.locale.into(),
            new.zone.into(),
            new.password_hash.into(),
            at.into(),
        ],
    )
    .await?;
    Ok(id)
}
