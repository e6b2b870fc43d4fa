//! `vigie text wording`: a filter, one draft in, what is found in its wording out.

use crate::Done;
use crate::cli::{PlanLanguage, TextKind, TextResponsible, TextWording};
use crate::output;
use anyhow::bail;
use engine::world::Clock;
use serde::Serialize;
use std::io::Read;
use text::Language;
use text::wording::{Channel, Context, Counts, Draft, Finding, Kind, Limit, Post, Responsibility, Rule, Weight, check};
use words::{Locale, Words};

/// Longest draft that is taken; the check says itself how much of it is read.
const LONGEST: u64 = 1 << 20;

/// One finding, as JSON.
#[derive(Serialize)]
struct Record<'a> {
    rule: &'a str,
    weight: &'a str,
    trade_off: bool,
    spans: &'a [(u32, u32)],
    words: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<i32>,
    what: String,
    why: String,
    fix: String,
}

/// Reads standard input and tells what is found.
pub fn run(asked: &TextWording, json: bool) -> anyhow::Result<Done> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LONGEST).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_end();
    let reader = text::Reader::new()?;
    let post = asked.to.as_deref().map(|post| (post, reader.read(post).lang));
    let wanted = asked.language.map(language).or(post.map(|(_, language)| language));
    let found = with_context(asked, post, |context| check(&reader, &Draft { text, language: wanted }, context));
    let words = Words::new(locale(wanted.unwrap_or(reader.read(text).lang)), "UTC", Clock::Wall.now());
    for finding in &found {
        let told = words::wording::finding(&words, finding);
        let cited: Vec<&str> = finding.words(text).collect();
        let (rule, weight) = (finding.rule.code(), finding.rule.weight().code());
        if json {
            let (spans, number) = (finding.spans.as_slice(), finding.number);
            let trade_off = finding.rule.is_trade_off();
            let (what, why, fix) = (told.what, told.why, told.fix);
            output::json(&Record { rule, weight, trade_off, spans, words: cited, number, what, why, fix })?;
        } else {
            let cited: Vec<String> = cited.iter().map(|words| format!("“{}”", output::tame(words))).collect();
            let cited = if cited.is_empty() { String::new() } else { format!("\n  > {}", cited.join(" … ")) };
            output::line(format!("{weight}[{rule}]: {}{cited}\n  = {}\n  = {}\n", told.what, told.why, told.fix))?;
        }
    }
    end(&found)
}

/// What the findings come to.
fn end(found: &[Finding]) -> anyhow::Result<Done> {
    let stops = found.iter().filter(|finding| finding.rule.weight() == Weight::Stop).count();
    if stops > 0 {
        bail!("not to be sent so: {stops} of {} findings say stop", found.len());
    }
    let unread = found.iter().any(|finding| finding.rule == Rule::NotChecked);
    Ok(if unread { Done::KeptAside } else { Done::All })
}

fn with_context<'a, T>(
    asked: &'a TextWording,
    post: Option<(&'a str, Language)>,
    then: impl FnOnce(&Context<'_>) -> T,
) -> T {
    let list = |texts: &'a [String]| -> Vec<&'a str> { texts.iter().map(String::as_str).collect() };
    then(&Context {
        post: post.map(|(text, language)| Post { text, language: Some(language) }),
        channel: if asked.private { Channel::Private } else { Channel::Public },
        limit: asked.limit.map(|most| Limit { most, counts: Counts::Characters }),
        responsibility: match asked.responsible {
            TextResponsible::Yes => Responsibility::Established,
            TextResponsible::Unclear => Responsibility::Unclear,
            TextResponsible::No => Responsibility::Absent,
        },
        facts: &list(&asked.facts),
        may: &list(&asked.may),
        may_not: &list(&asked.may_not),
        earlier: &list(&asked.earlier),
        early: !asked.late,
        kind: match asked.kind {
            TextKind::Reply => Kind::Reply,
            TextKind::Statement => Kind::Statement,
            TextKind::Holding => Kind::Holding,
        },
    })
}

fn language(language: PlanLanguage) -> Language {
    match language {
        PlanLanguage::En => Language::En,
        PlanLanguage::Fr => Language::Fr,
        PlanLanguage::Fy => Language::Fy,
        PlanLanguage::Nl => Language::Nl,
    }
}

/// What is found is told in the language of the draft; where Vigie does not speak it, in English.
fn locale(language: Language) -> Locale {
    match language {
        Language::Fr => Locale::Fr,
        Language::Fy => Locale::Fy,
        Language::Nl => Locale::Nl,
        _ => Locale::En,
    }
}
