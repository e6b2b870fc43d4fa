//! Opening the store and finding whose things are meant.

use super::Setting;
use anyhow::{Context, bail};
use domain::brand::Brand;
use domain::organisation::Organisation;
use engine::bus::Bus;
use engine::world::{Clock, World};
use store::Store;

/// Opens the live world of the settings.
pub async fn open(setting: &Setting) -> anyhow::Result<World> {
    let address = &setting.config.store;
    let store = Store::open(address).await.with_context(|| format!("the store {} cannot be used", masked(address)))?;
    Ok(World {
        store: std::sync::Arc::new(store),
        clock: Clock::Wall,
        bus: Bus::default(),
        folds: Default::default(),
        workers: setting.config.workers.max(1),
    })
}

/// A store's address without its password.
pub fn masked(address: &str) -> String {
    match address.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?.1))) {
        Some((scheme, rest)) => format!("{scheme}://…@{rest}"),
        None => address.to_owned(),
    }
}

/// A name that somebody typed, as it is kept.
pub fn name(typed: &str) -> anyhow::Result<String> {
    domain::name::checked(typed).with_context(|| format!("{typed:?} cannot be used as a name; nothing was changed"))
}

/// The organisation of that name, or the only one.
pub async fn organisation(world: &World, named: Option<&str>) -> anyhow::Result<Organisation> {
    let mut all = world.store.organisations().await?;
    match named {
        Some(name) => match all.into_iter().find(|o| o.name == name || o.id.to_string() == name) {
            Some(found) => Ok(found),
            None => bail!("there is no organisation `{name}`; `vigie init` makes the first"),
        },
        None if all.len() == 1 => Ok(all.remove(0)),
        None if all.is_empty() => {
            bail!("the store is empty; run `vigie init --organisation NAME --email YOU --name YOU` first")
        }
        None => {
            let names: Vec<_> = all.iter().map(|o| o.name.as_str()).collect();
            bail!("there are several organisations ({}); say which with `--organisation`", names.join(", "))
        }
    }
}

/// The brand of that name.
pub async fn brand(world: &World, organisation: &Organisation, named: &str) -> anyhow::Result<Brand> {
    let all = world.store.brands(organisation.id).await?;
    let found = all.iter().find(|b| b.name.eq_ignore_ascii_case(named) || b.id.to_string() == named);
    found.cloned().with_context(|| {
        let names: Vec<_> = all.iter().map(|b| b.name.as_str()).collect();
        format!("{} has no brand `{named}`; it has: {}", organisation.name, names.join(", "))
    })
}

/// The setting of the house that holds the address at which the pages were served last.
pub const SERVED: &str = "served-at";

/// The address that links begin with: the first of the settings, else where the pages were served last, else where they would be.
pub async fn origin(world: &World, setting: &Setting) -> anyhow::Result<String> {
    if let Some(told) = setting.config.origins.first() {
        return Ok(told.trim_end_matches('/').to_owned());
    }
    let served = world.store.get_setting(None, SERVED).await?;
    Ok(served.unwrap_or_else(|| format!("http://{}", setting.config.listen)))
}
