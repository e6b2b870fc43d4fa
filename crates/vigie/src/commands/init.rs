//! `vigie init`: the store, the first login, a certificate.

use super::{Setting, house, serve, user};
use crate::Done;
use crate::cli::Init;
use crate::output;
use anyhow::{Context, bail};
use domain::organisation::Role;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;

/// Makes what is missing; what is there stays as it is.
pub async fn run(asked: Init, setting: &Setting) -> anyhow::Result<Done> {
    let (Some(name), Some(email), Some(owner)) = (&asked.organisation, &asked.email, &asked.name) else {
        certificate(&asked.tls, setting.config.listen.port())?;
        return Ok(Done::All);
    };
    let (name, email, owner) = (&house::name(name)?, &house::name(email)?, &house::name(owner)?);
    let world = house::open(setting).await?;
    if world.store.organisations().await?.iter().any(|o| o.name == *name) {
        bail!("there is an organisation `{name}` already; nothing was changed");
    }
    let organisation = world.store.create_organisation(name, world.clock.now()).await?;
    let login = user::Login { email, name: owner, locale: &asked.locale, zone: &asked.zone };
    let password = user::create(&world, &organisation, login, Role::Owner).await?;
    if !asked.tls.is_empty() {
        certificate(&asked.tls, setting.config.listen.port())?;
    }
    if setting.json {
        output::json(&serde_json::json!({ "organisation": organisation.id.0, "email": email, "password": password }))?;
    } else {
        output::line(format!("{name} is ready. Log in as {email}{}", made(&password)))?;
        output::line("Next: `vigie brand add`, `vigie source add`, `vigie serve`.")?;
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
