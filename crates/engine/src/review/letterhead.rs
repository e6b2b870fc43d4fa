//! Whose paper reviews are written on: an agency's name and colour stand on them, and Vigie's nowhere.

use crate::EngineError;
use crate::world::World;
use domain::id::OrganisationId;
use serde::{Deserialize, Serialize};

/// The setting that holds it.
const LETTERHEAD: &str = "letterhead";

/// The name and the colour that stand on the reviews of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Who gives the review.
    pub name: String,
    /// As `#1a5fb4`.
    pub colour: String,
}

impl Letterhead {
    /// Its name as it is kept, and its colour by six digits of hexadecimals.
    ///
    /// # Errors
    /// [`EngineError::Report`] for what is no name or no colour.
    pub fn checked(name: &str, colour: &str) -> Result<Self, EngineError> {
        let wrong = |why: String| EngineError::Report(format!("{why}; nothing was changed"));
        let name = domain::name::checked(name).map_err(|why| wrong(format!("that is no name: {why}")))?;
        let digits = colour.strip_prefix('#').filter(|it| it.len() == 6 && it.bytes().all(|b| b.is_ascii_hexdigit()));
        let digits = digits.ok_or_else(|| wrong(format!("`{colour}` is no colour: write it as #1a5fb4")))?;
        Ok(Self { name, colour: format!("#{}", digits.to_ascii_lowercase()) })
    }
}

/// The letterhead of an organisation; none where it has none, or one that cannot be read.
///
/// # Errors
/// The store's.
pub async fn letterhead(world: &World, organisation: OrganisationId) -> Result<Option<Letterhead>, EngineError> {
    let kept = world.store.get_setting(Some(organisation), LETTERHEAD).await?;
    let read = |kept: String| serde_json::from_str::<Letterhead>(&kept).ok();
    Ok(kept.and_then(read).and_then(|it| Letterhead::checked(&it.name, &it.colour).ok()))
}

/// Keeps a letterhead; `None`: reviews have none again.
///
/// # Errors
/// [`EngineError::Report`] for what is no name or no colour; the store's.
pub async fn set_letterhead(
    world: &World,
    organisation: OrganisationId,
    said: Option<(&str, &str)>,
) -> Result<(), EngineError> {
    match said {
        Some((name, colour)) => {
            let kept = serde_json::to_string(&Letterhead::checked(name, colour)?)?;
            Ok(world.store.set_setting(Some(organisation), LETTERHEAD, &kept).await?)
        }
        None => Ok(world.store.unset_setting(organisation, LETTERHEAD).await?),
    }
}
