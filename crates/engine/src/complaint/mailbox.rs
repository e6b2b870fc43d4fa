//! The mailbox that answers to a brand's mails come into, set up where its channel is.

use crate::EngineError;
use crate::bus::Change;
use crate::collect;
use crate::waking::Waking;
use connect::http::Client;
use connect::inbound::mailbox::Settings;
use domain::id::{BrandId, OrganisationId, SourceId};
use domain::incoming::KIND;
use domain::source::Source;
use serde_json::{Value, json};
use store::NewSource;

/// What somebody types of a mailbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The IMAP server, with its port where that is not 993. Empty: the mailbox is no longer read.
    pub server: String,
    /// The login; empty for the address.
    pub login: String,
    /// The password; empty for the one that is kept.
    pub password: String,
    /// The address whose mails come there.
    pub address: String,
}

/// The source of a brand's mailbox, where it has one; one that is read comes first.
pub(super) async fn of_brand(
    waking: &Waking,
    organisation: OrganisationId,
    brand: BrandId,
) -> Result<Option<Source>, EngineError> {
    let sources = waking.world.store.sources(organisation).await?;
    let bound = sources.into_iter().filter(|source| {
        source.kind == KIND && source.organisation == Some(organisation) && source.brand == Some(brand)
    });
    Ok(bound.min_by_key(|source| (!source.enabled, source.id)))
}

/// What is shown of a brand's mailbox: all but its password, and its source; nothing where none is read.
///
/// # Errors
/// The store's.
pub async fn mailbox(
    waking: &Waking,
    organisation: OrganisationId,
    brand: BrandId,
) -> Result<Option<(Typed, SourceId)>, EngineError> {
    let Some(source) = of_brand(waking, organisation, brand).await?.filter(|source| source.enabled) else {
        return Ok(None);
    };
    let Ok(settings) = Settings::parse(&source.settings) else { return Ok(None) };
    let server = match settings.port {
        Some(port) => format!("{}:{port}", settings.server),
        None => settings.server,
    };
    let typed = Typed { server, login: settings.name, password: String::new(), address: settings.address };
    Ok(Some((typed, source.id)))
}

/// Reads a mailbox for a brand from now on, once it was tried: another server, login or address, or none. What nobody types of it stays.
///
/// # Errors
/// [`EngineError::Source`] with what is wrong, or how the try ended: nothing is changed then; the store's.
pub async fn set_mailbox(
    waking: &Waking,
    client: &Client,
    (organisation, brand): (OrganisationId, BrandId),
    typed: &Typed,
) -> Result<(), EngineError> {
    let store = &waking.world.store;
    store.brand(organisation, brand).await?;
    let before = of_brand(waking, organisation, brand).await?;
    if typed.server.trim().is_empty() {
        if let Some(source) = before.filter(|source| source.enabled) {
            store.update_source(&Source { enabled: false, ..source }).await?;
            waking.world.bus.tell(organisation, Change::Sources);
        }
        return Ok(());
    }
    let settings = settings(before.as_ref(), typed);
    let name = typed.address.trim().to_owned();
    let wrong = |why: String| EngineError::Source { name: name.clone(), why };
    Settings::parse(&settings).map_err(wrong)?;
    let source = Source {
        id: before.as_ref().map_or(SourceId(0), |before| before.id),
        organisation: Some(organisation),
        brand: Some(brand),
        kind: KIND.to_owned(),
        name: before.as_ref().map_or_else(|| name.clone(), |before| before.name.clone()),
        settings,
        enabled: true,
    };
    let tried = collect::test(&waking.world, client, &source).await?;
    if !tried.outcome.is_heard() {
        return Err(wrong(tried.detail));
    }
    if before.is_some() {
        store.update_source(&source).await?;
    } else {
        let Source { kind, name, settings, .. } = source;
        let new = NewSource { organisation: Some(organisation), brand: Some(brand), kind, name, settings };
        store.create_source(new, waking.world.clock.now()).await?;
    }
    waking.world.bus.tell(organisation, Change::Sources);
    Ok(())
}

/// The settings as they become. A password is for the server it was given for: another one is never sent it, nor is one reached by the leave
/// that was given for the first.
fn settings(before: Option<&Source>, typed: &Typed) -> String {
    let kept: Value = before.and_then(|before| serde_json::from_str(&before.settings).ok()).unwrap_or_default();
    let (server, port) =
        match typed.server.trim().rsplit_once(':').and_then(|(server, port)| Some((server, port.parse::<u16>().ok()?)))
        {
            Some((server, port)) if !server.contains(':') => (server, Some(port)),
            _ => (typed.server.trim(), None),
        };
    let same = kept["server"] == server && kept["port"].as_u64() == port.map(u64::from);
    let mut new = if same { kept } else { json!({}) };
    let address = typed.address.trim();
    let login = if typed.login.trim().is_empty() { address } else { typed.login.trim() };
    new["server"] = json!(server);
    if let Some(port) = port {
        new["port"] = json!(port);
    }
    (new["name"], new["address"]) = (json!(login), json!(address));
    if !typed.password.is_empty() || new["password"].is_null() {
        new["password"] = json!(typed.password);
    }
    new.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_for_the_server_it_was_given_for() {
        let kept = r#"{"server":"imap.a.example","name":"n","password":"geheim","address":"a@a.example","allow":["10.0.0.1"]}"#;
        let source = Source {
            id: SourceId(1),
            organisation: None,
            brand: None,
            kind: KIND.to_owned(),
            name: String::new(),
            settings: kept.to_owned(),
            enabled: true,
        };
        let typed =
            |server: &str| Typed { server: server.to_owned(), address: "b@a.example".to_owned(), ..Typed::default() };
        let same = settings(Some(&source), &typed(" imap.a.example "));
        assert!(same.contains("geheim") && same.contains("10.0.0.1") && same.contains("b@a.example"), "{same}");
        for other in ["imap.evil.example", "imap.a.example:143", "imap.a.example:99999"] {
            let new = settings(Some(&source), &typed(other));
            assert!(!new.contains("geheim") && !new.contains("10.0.0.1"), "{new}");
        }
    }
}
