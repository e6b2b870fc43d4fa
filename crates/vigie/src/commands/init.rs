//! `vigie init`: the store, the first login, the brand, a certificate; or a link for somebody else's set-up.

use super::client::{Client, Wrong};
use super::{Setting, clients, house, serve};
use crate::Done;
use crate::cli::Init;
use crate::output;
use anyhow::{Context, bail};
use domain::setup::TRADES;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use web::auth::doorstep;

/// Makes what is missing; what is there stays as it is.
pub async fn run(asked: Init, setting: &Setting) -> anyhow::Result<Done> {
    if asked.list_trades {
        TRADES.iter().try_for_each(|trade| output::line(trade.code))?;
        return Ok(Done::All);
    }
    if let Some(file) = &asked.from {
        return clients::run(file, asked.base.as_deref(), &asked.locale, setting).await;
    }
    if asked.setup_link {
        return setup_link(setting).await;
    }
    let (Some(name), Some(email), Some(owner)) = (&asked.organisation, &asked.email, &asked.name) else {
        certificate(&asked.tls, setting.config.listen.port())?;
        return Ok(Done::All);
    };
    let client = Client::of(&asked, house::name(name)?, house::name(email)?, house::name(owner)?);
    let mut planned = client.planned(&setting.config.setup).map_err(|wrong| anyhow::anyhow!(told(&wrong)))?;
    let world = house::open(setting).await?;
    if world.store.organisations().await?.iter().any(|o| o.name == *name) {
        bail!("there is an organisation `{name}` already; nothing was changed");
    }
    if asked.ask {
        planned.ask(&world, setting).await?;
    }
    let ready = planned.make(&world, setting).await?;
    if !asked.tls.is_empty() {
        certificate(&asked.tls, setting.config.listen.port())?;
    }
    if setting.json {
        output::json(&ready)?;
    } else {
        output::line(format!("{name} is ready. Log in as {email}{}", made(&ready.password)))?;
        for line in ready.lines() {
            output::line(line)?;
        }
        output::line(match ready.made.brands.is_empty() {
            true => "Next: `vigie brand add`, `vigie source add`, `vigie serve`.",
            false => "Next: `vigie serve`.",
        })?;
    }
    Ok(Done::All)
}

/// All that is wrong, in one message.
fn told(wrong: &[Wrong]) -> String {
    let all: Vec<String> = wrong.iter().map(|wrong| format!("{}: {}", wrong.column, wrong.why)).collect();
    format!("{}; nothing was changed", all.join("; "))
}

/// Prints a link by which somebody sets up an organisation of their own.
async fn setup_link(setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let path = doorstep::link(&world.store, world.clock.now()).await?;
    let link = format!("{}{path}", house::origin(&world, setting).await?);
    match setting.json {
        true => output::json(&serde_json::json!({ "link": link, "hours": doorstep::LASTS.as_hours() }))?,
        false => output::line(format!("{link}\nIt opens one set-up, within {} hours.", doorstep::LASTS.as_hours()))?,
    }
    Ok(Done::All)
}

fn made(password: &Option<String>) -> String {
    password.as_ref().map_or_else(String::new, |password| format!(" with the password {password} (shown this once)"))
}

fn certificate(hosts: &[String], port: u16) -> anyhow::Result<()> {
    let (certificate, key) = web::listen::self_signed(hosts.to_vec())?;
    write_new(serve::KEY, &key)?;
    write_new(serve::CERTIFICATE, &certificate)?;
    output::aside(format!(
        "wrote {} and {}; fingerprint (SHA-256) {}",
        serve::CERTIFICATE,
        serve::KEY,
        web::listen::fingerprint(&certificate)?
    ));
    if let Some(host) = hosts.first() {
        let address = format!("https://{host}:{port}");
        output::aside(format!("open {address} on the phone and compare the fingerprint:"));
        output::aside(qr(&address)?);
    }
    Ok(())
}

/// A key is for its owner's eyes.
fn write_new(path: &str, text: &str) -> anyhow::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{path} cannot be written; an earlier one is kept as it is"))?;
    file.write_all(text.as_bytes()).with_context(|| format!("{path} cannot be written"))
}

fn qr(text: &str) -> anyhow::Result<String> {
    let code = qrcode::QrCode::new(text)?;
    Ok(code.render::<qrcode::render::unicode::Dense1x2>().build())
}
