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

/// Why a channel cannot be as somebody wants it; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Competitors and the trade are only watched.
    #[error("only a brand of yours can take complaints; nothing was changed")]
    Own,
    /// The address cannot be one.
    #[error("an address has 3 to 60 small letters a to z, digits and single hyphens; nothing was changed")]
    Address,
    /// Another channel has it.
    #[error("this address is taken: choose another one; nothing was changed")]
    Taken,
    /// What stands for the other way cannot be shown.
    #[error("the other way to reach you is too long, or holds a character that is not seen; nothing was changed")]
    Phone,
    /// A site is none, or there are too many.
    #[error("a site is written as https://shop.example, and there are twenty at most; nothing was changed")]
    Sites,
}

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
/// The store's.
pub async fn set_channel(
    waking: &Waking,
    organisation: OrganisationId,
    brand: BrandId,
    wanted: Wanted,
) -> Result<Result<Channel, Unfit>, EngineError> {
    let store = &waking.world.store;
    let brand = store.brand(organisation, brand).await?;
    if brand.role != BrandRole::Own {
        return Ok(Err(Unfit::Own));
    }
    let before = store.channel(organisation, brand.id).await?;
    let terms = match terms(before.as_ref().map(|before| before.terms.clone()).unwrap_or_default(), &wanted) {
        Ok(terms) => terms,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let address = match wanted.address.map(|address| address.trim().to_lowercase()) {
        Some(address) if is_address(&address) => address,
        Some(address) if !address.is_empty() => return Ok(Err(Unfit::Address)),
        _ => before.as_ref().map_or_else(|| made_up(&waking.secret, &brand), |before| before.address.clone()),
    };
    let open = wanted.open.unwrap_or(before.as_ref().is_none_or(|before| before.open));
    if store.channel_at(&address).await?.is_some_and(|other| other.brand != brand.id) {
        return Ok(Err(Unfit::Taken));
    }
    let source = source(&waking.world, &brand, before.as_ref(), open).await?;
    let channel = Channel { organisation, brand: brand.id, source: source.id, address, open, terms };
    store.set_channel(organisation, &channel).await?;
    if channel.open {
        let page = crate::plan::as_named(&format!("{}/complaint/{}", waking.origin, channel.address));
        crate::plan::name_page(&waking.world, organisation, &page).await?;
    }
    waking.world.bus.tell(organisation, Change::Sources);
    Ok(Ok(channel))
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

fn terms(before: Terms, wanted: &Wanted) -> Result<Terms, Unfit> {
    let mut terms = before;
    if let Some(phone) = &wanted.phone {
        terms.phone = match phone.trim() {
            "" => String::new(),
            phone => name::checked(phone).map_err(|_| Unfit::Phone)?,
        };
    }
    if let Some(sites) = &wanted.sites {
        let plain = |site: &String| site.trim().trim_end_matches('/').to_lowercase();
        let sites: Vec<String> = sites.iter().map(plain).filter(|site| !site.is_empty()).collect();
        if sites.len() > SITES || !sites.iter().all(|site| is_site(site)) {
            return Err(Unfit::Sites);
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
