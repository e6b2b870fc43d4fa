//! `vigie user add|password|remove|invite|invitations|take-back|weekly|list`.

use super::{Setting, house};
use crate::Done;
use crate::cli::User as Asked;
use crate::output;
use anyhow::{Context, ensure};
use domain::organisation::{Membership, Organisation, Person, Role};
use engine::setup::{Invitation, Invited};
use engine::team::Mate;
use engine::waking::{Hours, settings};
use engine::world::World;
use serde_json::json;
use std::io::IsTerminal;
use store::NewPerson;
use web::auth::doorstep;

/// Adds, changes, removes or lists logins.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let as_json = setting.json;
    match asked {
        Asked::Add { email, name, role, organisation, until, locale, zone } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let zone = match zone {
                Some(zone) => zone,
                None => engine::plan::zone(&world, organisation.id).await?.unwrap_or_else(|| "Europe/Paris".to_owned()),
            };
            let login = Login { email: &email, name: &name, locale: &locale, zone: &zone };
            add(&world, &organisation, login, membership(&world, &role, until)?, as_json).await?;
        }
        Asked::Password { email } => change_password(&world, &person(&world, &email).await?, as_json).await?,
        Asked::Remove { email, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let person = person(&world, &email).await?;
            let removed = world.store.remove_membership(organisation.id, person.id, world.clock.now()).await;
            removed.with_context(|| format!("{email} was not removed from {}", output::tame(&organisation.name)))?;
            output::line(format!("{} is no longer in {}", person.email, output::tame(&organisation.name)))?;
        }
        Asked::Weekly { wanted, email } => {
            weekly(&world, &person(&world, &email).await?, wanted == "on", as_json).await?;
        }
        Asked::Invite { role, until, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            invite(&world, &organisation, membership(&world, &role, until)?, setting).await?;
        }
        Asked::Invitations { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            invitations(&world, &organisation, as_json).await?;
        }
        Asked::TakeBack { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let taken = engine::setup::take_back(&world.store, organisation.id, id, world.clock.now()).await;
            taken.with_context(|| format!("there is no invitation {id}; nothing was taken back"))?;
            output::line(format!("invitation {id} opens nothing any more"))?;
        }
        Asked::List { organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            list(&world, &organisation, as_json).await?;
        }
    }
    Ok(Done::All)
}

/// Whose login this is.
pub async fn person(world: &World, email: &str) -> anyhow::Result<Person> {
    let found = world.store.person_by_email(&email.to_lowercase()).await?;
    Ok(found.with_context(|| format!("nobody has the login {email}"))?.0)
}

async fn add(
    world: &World,
    organisation: &Organisation,
    login: Login<'_>,
    membership: Membership,
    as_json: bool,
) -> anyhow::Result<()> {
    let email = login.email;
    match (as_json, create(world, organisation, login, membership).await?) {
        (true, password) => output::json(&json!({ "email": email, "password": password }))?,
        (false, Some(password)) => output::line(format!("{email} added; password {password} (shown this once)"))?,
        (false, None) => output::line(format!("{email} added"))?,
    }
    Ok(())
}

async fn change_password(world: &World, person: &Person, as_json: bool) -> anyhow::Result<()> {
    let (password, made) = new_password()?;
    world.store.set_password(person.id, &web::auth::password::hash(&password)?).await?;
    let (email, made) = (&person.email, made.then_some(password));
    match (as_json, &made) {
        (true, _) => output::json(&json!({ "email": email, "password": made }))?,
        (false, Some(password)) => {
            output::line(format!("{email} has the new password {password} (shown this once); its sessions have ended"))?
        }
        (false, None) => output::line(format!("{email} has a new password; its sessions have ended"))?,
    }
    Ok(())
}

async fn weekly(world: &World, person: &Person, weekly: bool, as_json: bool) -> anyhow::Result<()> {
    let hours = settings::hours(world, person.id).await?;
    settings::set_hours(world, person.id, &Hours { weekly, ..hours }).await?;
    match as_json {
        true => output::json(&json!({ "email": person.email, "weekly": weekly }))?,
        false if weekly => output::line(format!("{} gets the week on Monday morning", person.email))?,
        false => output::line(format!("{} gets no week by mail any more", person.email))?,
    }
    Ok(())
}

async fn invite(
    world: &World,
    organisation: &Organisation,
    Membership { role, until }: Membership,
    setting: &Setting,
) -> anyhow::Result<()> {
    let invited = Invited { organisation: organisation.id, role, by: None, until };
    let (Invitation { id, .. }, path) = doorstep::invite(&world.store, invited, world.clock.now()).await?;
    let link = format!("{}{path}", house::origin(world, setting).await?);
    let hours = doorstep::LASTS.as_hours();
    match setting.json {
        true => output::json(&json!({ "id": id, "link": link, "role": role.code(), "until": until, "hours": hours }))?,
        false => output::line(format!("{link}\nIt makes one login, within {hours} hours."))?,
    }
    Ok(())
}

async fn invitations(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    for Invitation { id, invited, expires_at, .. } in
        engine::setup::invitations(&world.store, organisation.id, world.clock.now()).await?
    {
        let role = invited.role.code();
        match as_json {
            true => output::json(
                &json!({ "id": id, "role": role, "by": invited.by, "member_until": invited.until, "expires_at": expires_at }),
            )?,
            false => output::line(format!("{id}\t{role}\tuntil {expires_at}"))?,
        }
    }
    Ok(())
}

async fn list(world: &World, organisation: &Organisation, as_json: bool) -> anyhow::Result<()> {
    for Mate { person, membership: Membership { role, until }, reached, .. } in
        engine::team::team(world, organisation.id).await?.mates
    {
        let (role, reached, name) = (role.code(), reached.code(), output::tame(&person.name));
        match as_json {
            true => {
                let told = json!({
                    "email": person.email, "name": person.name, "role": role, "until": until, "reached": reached,
                });
                output::json(&told)?;
            }
            false => {
                let word = |end| if end <= world.clock.now() { "ended" } else { "until" };
                let until = until.map(|end| format!(" {} {end}", word(end))).unwrap_or_default();
                output::line(format!("{}\t{role}{until}\t{name}\t{reached}", person.email))?;
            }
        }
    }
    Ok(())
}

fn known(role: &str) -> anyhow::Result<Role> {
    let all = || Role::ALL.map(Role::code).join(", ");
    Role::from_code(role).with_context(|| format!("`{role}` is not a role; these are: {}", all()))
}

/// What somebody is to be, until the end of their last day by this machine's clock.
fn membership(world: &World, role: &str, last: Option<jiff::civil::Date>) -> anyhow::Result<Membership> {
    let end = |day: jiff::civil::Date| anyhow::Ok(day.tomorrow()?.to_zoned(jiff::tz::TimeZone::system())?.timestamp());
    Ok(Membership::new(known(role)?, last.map(end).transpose()?, world.clock.now())?)
}

/// A login to make.
pub struct Login<'a> {
    /// The address, which is the login.
    pub email: &'a str,
    /// The name shown.
    pub name: &'a str,
    /// The language of the pages.
    pub locale: &'a str,
    /// The time zone.
    pub zone: &'a str,
}

/// Makes a login, or gives somebody who has one a role here. Answers the password where it was made up.
pub async fn create(
    world: &World,
    organisation: &Organisation,
    login: Login<'_>,
    membership: impl Into<Membership>,
) -> anyhow::Result<Option<String>> {
    let email = house::name(login.email)?;
    if let Some((person, _)) = world.store.person_by_email(&email).await? {
        world.store.set_membership(organisation.id, person.id, membership).await?;
        return Ok(None);
    }
    let name = house::name(login.name)?;
    ensure!(domain::mail::is_address(&email), "`{email}` is no address that mail can reach, as name@example.org");
    ensure!(
        words::Locale::from_code(login.locale).is_some(),
        "`{}` is not a language of the pages: fr, en, fy, nl",
        login.locale
    );
    jiff::tz::TimeZone::get(login.zone)
        .with_context(|| format!("`{}` is not a time zone like Europe/Paris", login.zone))?;
    let (password, made) = new_password()?;
    let person = NewPerson {
        name,
        email: email.to_lowercase(),
        locale: login.locale.to_owned(),
        zone: login.zone.to_owned(),
        password_hash: web::auth::password::hash(&password)?,
    };
    let person = world.store.create_person(person, world.clock.now()).await?;
    world.store.set_membership(organisation.id, person.id, membership).await?;
    Ok(made.then_some(password))
}

/// The password given, or one made up; whether it was made up.
fn new_password() -> anyhow::Result<(String, bool)> {
    Ok(match given_password()? {
        Some(password) => (password, false),
        None => (made_password()?, true),
    })
}

/// From VIGIE_PASSWORD, or piped in; never from the command line, where every process of the machine can read it.
fn given_password() -> anyhow::Result<Option<String>> {
    if let Ok(password) = std::env::var("VIGIE_PASSWORD") {
        return Ok(Some(password));
    }
    if std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let password = line.trim_end_matches(['\n', '\r']);
    Ok((!password.is_empty()).then(|| password.to_owned()))
}

fn made_password() -> anyhow::Result<String> {
    let (secret, _) = web::auth::secret::fresh("").context("the machine gives no randomness")?;
    Ok(secret.chars().filter(char::is_ascii_alphanumeric).take(16).collect())
}
