//! What wakes people, made from the settings: the mail server, the house's secrets, the address in every link.

use super::Setting;
use anyhow::Context;
use connect::http::{Allow, Client};
use connect::outbound::mail::Mailer;
use connect::outbound::push::Identity;
use connect::outbound::{House, Outbound};
use engine::waking::{Guards, Waking};
use engine::world::World;
use std::sync::Arc;

/// The setting that holds the house's secret: 32 bytes in hex, made once.
const SECRET: &str = "secret";

/// What wakes people in the live world; `origin` is what links begin with.
pub async fn live(setting: &Setting, world: &World, client: &Client, origin: &str) -> anyhow::Result<Waking> {
    let config = &setting.config;
    let secret = secret(world).await?;
    let allow =
        Allow::parse(&config.targets).context("`targets` in the settings file cannot be read; nothing was started")?;
    let mailer = config.mail.as_ref().map(Mailer::new).transpose();
    let mailer = mailer.context("`mail` in the settings file cannot be used; nothing was started")?;
    let house = House { client: client.clone(), allow, mailer, identity: Some(identity(&secret, origin)?) };
    let outbound = Arc::new(Outbound::Live(Box::new(house)));
    let guards = Guards { heartbeats: config.heartbeats.clone(), others: config.others.clone() };
    Ok(Waking { world: world.clone(), outbound, origin: origin.to_owned(), secret, guards })
}

/// Who the house is to push services; the contact must be a mail address or an https address, the pages' own where that is one.
fn identity(secret: &[u8; 32], origin: &str) -> anyhow::Result<Identity> {
    let key = blake3::derive_key("vigie web push identity", secret);
    let contact = if origin.starts_with("https://") { origin } else { "mailto:vigie@localhost" };
    Identity::new(&key, contact).context("the house's key for Web Push cannot be made")
}

/// The house's secret; made the first time.
pub async fn secret(world: &World) -> anyhow::Result<[u8; 32]> {
    if let Some(text) = world.store.get_setting(None, SECRET).await? {
        let hash = blake3::Hash::from_hex(text.trim());
        return Ok(*hash.context("the house's secret in the store cannot be read: it was changed by hand")?.as_bytes());
    }
    let (_, secret) = web::auth::secret::fresh("").context("the machine gives no random bytes; nothing was started")?;
    world.store.set_setting(None, SECRET, blake3::Hash::from_bytes(secret).to_hex().as_str()).await?;
    Ok(secret)
}
