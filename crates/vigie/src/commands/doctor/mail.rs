//! The server that mails leave by: whether it would take one now.

use super::{About, Finding, PATIENCE};
use connect::http::Client;
use connect::outbound::mail::{Mailer, MailerSettings};
use engine::world::World;
use store::Result;

const WHY: &str = "nobody is told by mail: not who is to be woken, not the customer who complained";

/// Knocks at the server of the settings; nothing is sent.
pub(super) async fn look(world: &World, settings: Option<&MailerSettings>, client: &Client) -> Result<Finding> {
    let Some(settings) = settings else { return unset(world).await };
    let mailer = match Mailer::new(settings) {
        Ok(mailer) => mailer.with_patience(PATIENCE, PATIENCE),
        Err(wrong) => {
            let what = format!("`[mail]` in the settings file cannot be used: {wrong}");
            let why = "`vigie serve` does not start with it";
            return Ok(Finding::broken(About::Mail, what, why, "correct it in vigie.toml"));
        }
    };
    Ok(match mailer.knock(client).await {
        Ok(()) => Finding::good(About::Mail, format!("the mail server {} lets us in", settings.host)),
        Err(what) => {
            let todo =
                "see that `host`, `port`, `security`, `name` and `password` of `[mail]` are right, and that it runs";
            Finding::broken(About::Mail, what, WHY, todo)
        }
    })
}

/// Without a server: wrong only where somebody asked for mails.
async fn unset(world: &World) -> Result<Finding> {
    let asked = world.store.targets(None).await?.iter().filter(|target| target.kind == "mail").count();
    if asked == 0 {
        return Ok(Finding::good(About::Mail, "no mail server is set, and nobody asked to be woken by mail"));
    }
    let what = format!("no mail server is set, and {asked} targets are mail addresses");
    Ok(Finding::broken(About::Mail, what, WHY, "set `[mail]` in vigie.toml"))
}
