//! The settings file: one struct, no unknown keys.

use anyhow::Context;
use domain::setup::Servers;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// `vigie.toml`.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The store: `sqlite://vigie.db` or `postgres://…`.
    pub store: String,
    /// Where the pages are served.
    pub listen: SocketAddr,
    /// Origins the pages are reached by, where that is not the listening address: `https://vigie.example.org`.
    pub origins: Vec<String>,
    /// Proxies whose word on https and addresses is believed.
    pub proxies: Vec<IpAddr>,
    /// Certificate and key files, where TLS ends here.
    pub tls: Option<TlsFiles>,
    /// Who runs this: told to the servers we ask.
    pub contact: Option<String>,
    /// The mail server that messages leave by; without it nobody is told by mail.
    pub mail: Option<connect::outbound::mail::MailerSettings>,
    /// Addresses asked every four minutes while this Vigie listens; whoever keeps them warns when they are asked no more.
    pub heartbeats: Vec<String>,
    /// Other Vigies to watch over, by their `/alive`: `https://vigie.example.org/alive`.
    pub others: Vec<String>,
    /// Internal places that people's targets may name: `10.0.0.5:8080`, `chat.home.arpa`.
    pub targets: Vec<String>,
    /// Folders kept as the public updates of a brand are, for a host that stands when this one does not.
    pub updates: Vec<UpdatesFolder>,
    /// Threads that read and match.
    pub workers: usize,
    /// Where a set-up proposes sources from.
    pub setup: Servers,
}

/// A folder that is kept as the public updates of a brand are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdatesFolder {
    /// The brand, by its name.
    pub brand: String,
    /// Whose, where there are several organisations.
    pub organisation: Option<String>,
    /// The folder.
    pub folder: PathBuf,
}

/// Certificate and key files, PEM.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsFiles {
    /// The certificate chain.
    pub certificate: PathBuf,
    /// The key.
    pub key: PathBuf,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            store: "sqlite://vigie.db".to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8787)),
            origins: Vec::new(),
            proxies: Vec::new(),
            tls: None,
            contact: None,
            mail: None,
            heartbeats: Vec::new(),
            others: Vec::new(),
            targets: Vec::new(),
            updates: Vec::new(),
            workers: 2,
            setup: Servers::default(),
        }
    }
}

impl Config {
    /// Reads the file named, or `vigie.toml` where it exists, or takes the defaults.
    pub fn load(named: Option<&Path>) -> anyhow::Result<Self> {
        let usual = Path::new("vigie.toml");
        let path = match named {
            Some(path) => path,
            None if usual.exists() => usual,
            None => return Ok(Self::default()),
        };
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the settings file {} cannot be read; nothing was started", path.display()))?;
        toml::from_str(&text)
            .with_context(|| format!("the settings file {} has a mistake; nothing was started", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = toml::from_str::<Config>("listen = \"127.0.0.1:1\"\nlisen = 3\n")
            .err()
            .map(|e| e.to_string())
            .unwrap_or_default();
        assert!(error.contains("line 2") && error.contains("lisen"), "{error}");
    }

    #[test]
    fn an_empty_file_is_the_defaults() {
        let config: Config = toml::from_str("").unwrap();
        assert_eq!(config.store, "sqlite://vigie.db");
        assert!(config.listen.ip().is_loopback());
    }
}
