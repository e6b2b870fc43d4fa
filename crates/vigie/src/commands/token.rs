//! `vigie token add|revoke`.

use super::user::person;
use super::{Setting, house};
use crate::Done;
use crate::cli::Token as Asked;
use crate::output;
use anyhow::Context;

/// Makes or revokes an API token.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    match asked {
        Asked::Add { email, name, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let name = house::name(&name)?;
            let person = person(&world, &email).await?;
            let (secret, digest) =
                web::auth::secret::fresh(web::auth::secret::TOKEN_PREFIX).context("the machine gives no randomness")?;
            let id = world.store.create_token(organisation.id, person.id, &name, digest, world.clock.now()).await?;
            match setting.json {
                true => output::json(&serde_json::json!({ "id": id, "token": secret }))?,
                false => output::line(format!("{secret}\n(token {id}; shown this once)"))?,
            }
        }
        Asked::Revoke { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            world.store.revoke_token(organisation.id, id).await.with_context(|| format!("token {id}"))?;
            output::line(format!("token {id} is revoked"))?;
        }
    }
    Ok(Done::All)
}
