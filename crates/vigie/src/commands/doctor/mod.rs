//! `vigie doctor`: what is wrong, in plain words; why it matters, and what to do.

mod address;
mod clock;
mod house;
mod machine;
mod mail;
mod reach;

use super::{Setting, house as open};
use crate::Done;
use crate::output;
use connect::http::{Client, Limits};
use engine::world::Clock;
use serde::Serialize;
use std::time::Duration;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Severity {
    /// Something does not work now: a person must act.
    Broken,
    /// It works, and will not for long, or not for everybody.
    Warning,
    /// It could not be looked at.
    Unknown,
    /// Looked at, and as it should be.
    Good,
}

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum About {
    /// People, brands and queries.
    Configuration,
    /// Places that are listened to.
    Sources,
    /// Who is woken, and by what.
    Waking,
    /// Where everything is kept.
    Store,
    /// The room left for it.
    Disk,
    /// The time.
    Clock,
    /// The address that links lead to.
    Address,
    /// The server that mails leave by.
    Mail,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) severity: Severity,
    pub(super) about: About,
    /// What is so.
    pub(super) what: String,
    /// Why it matters.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) why: &'static str,
    /// What to do.
    #[serde(rename = "do", skip_serializing_if = "String::is_empty")]
    pub(super) remedy: String,
}

impl Finding {
    fn new(
        severity: Severity,
        about: About,
        what: impl Into<String>,
        why: &'static str,
        remedy: impl Into<String>,
    ) -> Self {
        Self { severity, about, what: what.into(), why, remedy: remedy.into() }
    }

    pub(super) fn broken(about: About, what: impl Into<String>, why: &'static str, remedy: impl Into<String>) -> Self {
        Self::new(Severity::Broken, about, what, why, remedy)
    }

    pub(super) fn warning(about: About, what: impl Into<String>, why: &'static str, remedy: impl Into<String>) -> Self {
        Self::new(Severity::Warning, about, what, why, remedy)
    }

    pub(super) fn unknown(about: About, what: impl Into<String>, why: &'static str) -> Self {
        Self::new(Severity::Unknown, about, what, why, "")
    }

    pub(super) fn good(about: About, what: impl Into<String>) -> Self {
        Self::new(Severity::Good, about, what, "", "")
    }
}

/// How long one question to the outside may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// Looks at everything; fails when something is broken.
pub async fn run(setting: &Setting) -> anyhow::Result<Done> {
    let world = open::open(setting).await?;
    let limits = Limits { connect: Duration::from_secs(4), first_byte: PATIENCE, total: PATIENCE, ..Limits::default() };
    let client = Client::new(setting.config.contact.as_deref()).with_limits(limits);
    let mut findings = house::look(&world).await?;
    findings.extend(reach::look(&world, &setting.config.heartbeats).await?);
    findings.extend(machine::look(&world, &setting.config.store).await?);
    findings.extend(clock::look(&world, &client, &Clock::Wall).await?);
    findings.extend(address::look(&setting.config, &client).await);
    findings.push(mail::look(&world, setting.config.mail.as_ref(), &client).await?);
    // The worst first; what is about one thing stays together, in the order it was found.
    findings.sort_by_key(|finding| (finding.severity, finding.about));
    let broken = findings.iter().filter(|finding| finding.severity == Severity::Broken).count();
    if setting.json {
        output::json(&serde_json::json!({ "broken": broken, "findings": findings }))?;
    } else {
        findings.iter().try_for_each(print)?;
    }
    anyhow::ensure!(broken == 0, "{broken} {} a person", if broken == 1 { "thing needs" } else { "things need" });
    Ok(Done::All)
}

fn print(finding: &Finding) -> std::io::Result<()> {
    let mark = match finding.severity {
        Severity::Broken => "✕ broken",
        Severity::Warning => "▲ warning",
        Severity::Unknown => "? unknown",
        Severity::Good => "● good",
    };
    output::line(format!("{mark}: {}", output::tame(&finding.what)))?;
    if !finding.why.is_empty() {
        output::line(format!("    why it matters: {}", finding.why))?;
    }
    if !finding.remedy.is_empty() {
        output::line(format!("    what to do: {}", output::tame(&finding.remedy)))?;
    }
    Ok(())
}
