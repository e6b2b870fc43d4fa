//! How often a brand may be told of, and who said so.

use crate::brand::brand_exists;
use crate::people::is_member;
use crate::sql::Columns;
use crate::{Result, Store};
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::signal::{Budget, Often};
use jiff::Timestamp;

/// A choice of a brand's budget, with who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What was said.
    pub budget: Budget,
    /// Whether it was proposed from labelled signals.
    pub by_labels: bool,
    /// Who said it; `None` for the command line.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// `None` for one that this release cannot read.
fn budget(c: &mut Columns<'_>) -> Result<Option<Budget>> {
    let (notice, alert) = (Often::from_code(&c.text()?), Often::from_code(&c.text()?));
    let budget = notice.zip(alert).map(|(notice, alert)| Budget { notice, alert });
    Ok(budget.filter(|budget| budget.check().is_ok()))
}

impl Store {
    /// The budgets of all brands of an organisation, in order of id; the usual one where nobody said another, and where
    /// what was said cannot be read: one brand's budget must keep none from being judged.
    pub async fn budgets(&self, organisation: OrganisationId) -> Result<Vec<(BrandId, Budget)>> {
        self.organisation(organisation).await?;
        let usual = Budget::default();
        let sql = "SELECT b.id, coalesce(g.notice, ?), coalesce(g.alert, ?) FROM brand b
                   LEFT JOIN budget g ON g.id = (SELECT max(id) FROM budget WHERE organisation = b.organisation AND brand = b.id)
                   WHERE b.organisation = ? ORDER BY b.id";
        let values = [usual.notice.code().into(), usual.alert.code().into(), organisation.into()];
        let rows = self.rows(sql, values).await?;
        rows.iter()
            .map(|row| {
                let mut c = row.columns();
                Ok((BrandId(c.int()?), budget(&mut c)?.unwrap_or(usual)))
            })
            .collect()
    }

    /// Keeps a brand's budget, and who said it.
    pub async fn say_budget(&self, organisation: OrganisationId, brand: BrandId, said: &Said) -> Result<()> {
        let mut tx = self.write().await?;
        if let Some(person) = said.person {
            is_member(&mut tx, organisation, person, said.at).await?;
        }
        brand_exists(&mut tx, organisation, brand).await?;
        let id = tx.next_id("budget").await?;
        let values = [
            id.into(),
            organisation.into(),
            brand.into(),
            said.budget.notice.code().into(),
            said.budget.alert.code().into(),
            said.by_labels.into(),
            said.person.map(|person| person.0).into(),
            said.at.into(),
        ];
        let sql = "INSERT INTO budget (id, organisation, brand, notice, alert, by_labels, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        tx.run(sql, values).await?;
        tx.commit().await
    }

    /// What was said of a brand's budget, newest first; without what cannot be read.
    pub async fn said_budgets(&self, organisation: OrganisationId, brand: BrandId, limit: i64) -> Result<Vec<Said>> {
        self.brand(organisation, brand).await?;
        let sql = "SELECT notice, alert, by_labels, person, at FROM budget WHERE organisation = ? AND brand = ? ORDER BY id DESC LIMIT ?";
        let rows = self.rows(sql, [organisation.into(), brand.into(), limit.into()]).await?;
        let said: Result<Vec<Option<Said>>> = rows
            .iter()
            .map(|row| {
                let mut c = row.columns();
                let (budget, by_labels, person) = (budget(&mut c)?, c.flag()?, c.maybe_int()?.map(PersonId));
                let at = c.time()?;
                Ok(budget.map(|budget| Said { budget, by_labels, person, at }))
            })
            .collect();
        Ok(said?.into_iter().flatten().collect())
    }
}
