//! Opening a channel, changing what it says, shutting it.

use super::keyed;
use crate::EngineError;
use crate::bus::Change;
use crate::waking::Waking;
use crate::world::World;
use domain::brand::{Brand, BrandRole};
use domain::complaint::{Channel, KIND, Terms, address_of, is_address, is_site};
use domain::id::{BrandId, OrganisationId};
use domain::name;
use domain::source::Source;
use store::NewSource;

/// Most sites that may be named to show the form.
const SITES: usize = 20;

/// What somebody wants of a channel; what is not said stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Whether complaints are taken.
    pub open: Option<bool>,
    /// Its address.
    pub address: Option<String>,
    /// Another way to reach the brand.
    pub phone: Option<String>,
    /// The sites that may show it.
    pub sites: Option<Vec<String>>,
}

/// Opens, changes or shuts the channel of a brand of ours. The first time it gets a source, and an address that is not easily guessed where none
/// is wanted.
///
/// # Errors
/// [`EngineError::Report`] where something cannot be taken; the store's.
pub async fn set_channel(
    waking: &Waking,
    organisation: OrganisationId,
    brand: BrandId,
    wanted: Wanted,
) -> Result<Channel, EngineError> {
    let store = &waking.world.store;
    let brand = store.brand(organisation, brand).await?;
    if brand.role != BrandRole::Own {
        return refuse("only a brand of yours can take complaints");
    }
    let before = store.channel(organisation, brand.id).await?;
    let terms = terms(before.as_ref().map(|before| before.terms.clone()).unwrap_or_default(), &wanted)?;
    let address = match wanted.address.map(|address| address.trim().to_lowercase()) {
        Some(address) if is_address(&address) => address,
        Some(address) if !address.is_empty() => {
            return refuse(
                "an address has 3 to 60 small letters a to z, digits and single hyphens; nothing was changed",
            );
        }
        _ => before.as_ref().map_or_else(|| made_up(&waking.secret, &brand), |before| before.address.clone()),
    };
    let open = wanted.open.unwrap_or(before.as_ref().is_none_or(|before| before.open));
    if store.channel_at(&address).await?.is_some_and(|other| other.brand != brand.id) {
        return refuse("this address is taken: choose another one; nothing was changed");
    }
    let source = source(&waking.world, &brand, before.as_ref(), open).await?;
    let channel = Channel { organisation, brand: brand.id, source: source.id, address, open, terms };
    store.set_channel(organisation, &channel).await?;
    waking.world.bus.tell(organisation, Change::Sources);
    Ok(channel)
}

/// Another way to reach a brand: what its channel says, else the telephone of its organisation's plan.
///
/// # Errors
/// The store's.
pub async fn phone(world: &World, channel: &Channel) -> Result<Option<String>, EngineError> {
    if !channel.terms.phone.is_empty() {
        return Ok(Some(channel.terms.phone.clone()));
    }
    let Some(version) = world.store.plan(channel.organisation).await? else { return Ok(None) };
    let (plan, _) = domain::plan::read(&version.text, None);
    let said = plan.blanks.into_iter().find(|(blank, _)| blank == "phone");
    Ok(said.map(|(_, phone)| phone).filter(|phone| name::checked(phone).is_ok()))
}

fn terms(before: Terms, wanted: &Wanted) -> Result<Terms, EngineError> {
    let mut terms = before;
    if let Some(phone) = &wanted.phone {
        terms.phone = match phone.trim() {
            "" => String::new(),
            phone => name::checked(phone)
                .map_err(|wrong| EngineError::Report(format!("the other way to reach you: {wrong}")))?,
        };
    }
    if let Some(sites) = &wanted.sites {
        let sites: Vec<String> = sites
            .iter()
            .map(|site| site.trim().trim_end_matches('/').to_lowercase())
            .filter(|site| !site.is_empty())
            .collect();
        if sites.len() > SITES {
            return refuse("too many sites: name twenty at most, or none for all");
        }
        if let Some(wrong) = sites.iter().find(|site| !is_site(site)) {
            return refuse(&format!("`{wrong}` is no site: write it as https://shop.example; nothing was changed"));
        }
        terms.sites = sites;
    }
    Ok(terms)
}

/// The brand's name and a few letters that nobody guesses.
fn made_up(secret: &[u8; 32], brand: &Brand) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let made = keyed(secret, "complaint address", &[&brand.id.0.to_le_bytes()]);
    let end: String = made[..6].iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect();
    match address_of(&brand.name) {
        name if name.is_empty() => format!("c-{end}"),
        name => format!("{name}-{end}"),
    }
}

async fn source(world: &World, brand: &Brand, before: Option<&Channel>, open: bool) -> Result<Source, EngineError> {
    let found = match before {
        Some(before) => Some(world.store.source(brand.organisation, before.source).await?),
        None => {
            // One that was made when the process died before the channel was kept.
            let all = world.store.sources(brand.organisation).await?;
            all.into_iter().find(|source| source.kind == KIND && source.brand == Some(brand.id))
        }
    };
    match found {
        Some(source) if source.enabled == open => Ok(source),
        Some(source) => {
            let source = Source { enabled: open, ..source };
            world.store.update_source(&source).await?;
            Ok(source)
        }
        None => {
            let new = NewSource {
                organisation: Some(brand.organisation),
                brand: Some(brand.id),
                kind: KIND.to_owned(),
                name: format!("{}: complaints", brand.name),
                settings: "{}".to_owned(),
            };
            Ok(world.store.create_source(new, world.clock.now()).await?)
        }
    }
}

fn refuse<T>(why: &str) -> Result<T, EngineError> {
    Err(EngineError::Report(why.to_owned()))
}
