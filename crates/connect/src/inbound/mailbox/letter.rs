//! From the bytes of a mail to what is known of it (RFC 5322, MIME). Hostile until proven otherwise: every list is bounded, nothing is fetched,
//! no mark-up survives.

use super::quote::unquoted;
use crate::inbound::feed::html;
use crate::outbound::mail::Address;
use domain::incoming::{Enclosed, Incoming};
use jiff::Timestamp;
use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

/// The longest text that is kept, in characters: what is longer is no message of a person.
const TEXT: usize = 20_000;
/// Most addresses and Message-IDs that are looked at; the longest of them, in bytes.
const MOST: usize = 24;
const LONG: usize = 400;
/// Most files that are looked at.
const FILES: usize = 20;
/// The longest subject and name, in characters.
const WORDS: usize = 300;

/// Reads a mail. `whole` is the size that the server told: where it is larger than the bytes are, the end is missing.
///
/// # Errors
/// Why it cannot be read, for the quarantine.
pub(super) fn read(bytes: &[u8], whole: Option<usize>, received_at: Option<Timestamp>) -> Result<Incoming, String> {
    if bytes.is_empty() {
        return Err("the mail is empty".to_owned());
    }
    let message = MessageParser::default().parse(bytes).ok_or("the mail has no head that can be read")?;
    let is_cut = whole.is_some_and(|whole| whole > bytes.len());
    let from = address(&message, HeaderName::From);
    let text = text_of(&message);
    let files = files_of(&message, bytes, is_cut);
    let answers = answers(&message);
    if from.is_none() && text.is_empty() && files.is_empty() {
        return Err("the mail has no sender and no text".to_owned());
    }
    let named = message.from().and_then(|from| from.first()).and_then(|from| from.name.as_deref());
    let id = message.message_id().map(|id| short(id, LONG + 1)).filter(|id| !id.is_empty() && id.len() <= LONG);
    Ok(Incoming {
        // One that has no name is named by what it says.
        id: id.unwrap_or_else(|| format!("blake3.{}", blake3::hash(bytes).to_hex())),
        name: named.map(|name| short(name, WORDS)).filter(|name| !name.is_empty()),
        subject: short(message.subject().unwrap_or_default(), WORDS),
        // A mail that answers nothing quotes nothing that is known: what it tells of others is its own word.
        text: if answers.is_empty() { text } else { unquoted(&text) }.chars().take(TEXT).collect(),
        reply_to: address(&message, HeaderName::ReplyTo).filter(|to| Some(to) != from.as_ref()),
        lang: first(&message, "Content-Language").and_then(|lang| language(&lang)),
        recipients: recipients(&message),
        answers,
        written_at: message.date().and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
        automatic: automatic(&message, from.as_deref()),
        raw: bytes[..bytes.len().min(Incoming::KEPT)].to_vec(),
        received_at,
        from,
        files,
        is_cut,
    })
}

/// The plain text where there is one, else the mark-up's.
fn text_of(message: &Message<'_>) -> String {
    let mut out = String::new();
    for part in message.text_bodies().take(FILES) {
        let text = match &part.body {
            // A text that was attached is a file, not what somebody says.
            _ if is_enclosed(part) => continue,
            PartType::Html(markup) => html::plain(markup),
            PartType::Text(text) => html::tidy(text),
            _ => continue,
        };
        if !out.is_empty() && !text.is_empty() {
            out.push('\n');
        }
        out.push_str(&text);
        if out.len() > TEXT * 4 {
            break;
        }
    }
    out.trim().to_owned()
}

fn is_enclosed(part: &mail_parser::MessagePart<'_>) -> bool {
    part.content_disposition().is_some_and(|how| how.c_type.eq_ignore_ascii_case("attachment"))
}

/// What was attached. Where the mail is cut, the last of them may be: it is left out.
fn files_of(message: &Message<'_>, whole: &[u8], is_cut: bool) -> Vec<Enclosed> {
    let found = message.attachments().take(FILES + 1).filter_map(|part| {
        let bytes = match &part.body {
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
            PartType::Text(text) | PartType::Html(text) if is_enclosed(part) => text.as_bytes().to_vec(),
            // A mail in the mail is a file too: it is judged like any other, and counted where it is left out.
            PartType::Message(_) => whole.get(part.offset_body as usize..part.offset_end as usize)?.to_vec(),
            _ => return None,
        };
        Some(Enclosed { name: short(part.attachment_name().unwrap_or_default(), WORDS), bytes })
    });
    let mut found: Vec<Enclosed> = found.collect();
    if is_cut {
        found.pop();
    }
    found.truncate(FILES);
    found
}

/// The whole of what a header of that name says first, as text.
fn first(message: &Message<'_>, name: &'static str) -> Option<String> {
    let raw = message.headers_raw().find(|(each, _)| each.eq_ignore_ascii_case(name))?.1;
    Some(short(raw, LONG))
}

fn address(message: &Message<'_>, name: HeaderName<'static>) -> Option<String> {
    let value = message.header(name)?.as_address()?.first()?.address.as_deref()?;
    Address::parse(value).map(|address| address.to_string())
}

/// `To` and `Cc`, and what the servers on the way wrote down of whom it was for.
fn recipients(message: &Message<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for name in ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"] {
        for (each, value) in message.headers_raw() {
            if each.eq_ignore_ascii_case(name) {
                out.push(value.trim().trim_matches(['<', '>']).to_owned());
            }
        }
    }
    let named = [message.to(), message.cc()].into_iter().flatten().flat_map(|list| list.iter());
    out.extend(named.take(MOST).filter_map(|to| to.address.as_deref().map(str::to_owned)));
    let mut known = Vec::new();
    for address in out.into_iter().filter(|address| address.len() <= LONG).filter_map(|a| Address::parse(&a)) {
        let address = address.to_string();
        if !known.contains(&address) && known.len() < MOST {
            known.push(address);
        }
    }
    known
}

/// What it answers: `In-Reply-To`, then `References` from their end.
fn answers(message: &Message<'_>) -> Vec<String> {
    let list = |value: &HeaderValue<'_>| -> Vec<String> {
        match value {
            HeaderValue::Text(id) => vec![id.to_string()],
            HeaderValue::TextList(ids) => ids.iter().rev().take(MOST).map(ToString::to_string).collect(),
            _ => Vec::new(),
        }
    };
    let mut ids = list(message.in_reply_to());
    ids.extend(list(message.references()));
    let mut known: Vec<String> = Vec::new();
    for id in ids {
        let id = id.trim().trim_matches(['<', '>']).to_owned();
        if !id.is_empty() && id.len() <= LONG && !known.contains(&id) && known.len() < MOST {
            known.push(id);
        }
    }
    known
}

/// Why nobody wrote it (RFC 3834, RFC 3464, and what programs do that know neither).
fn automatic(message: &Message<'_>, from: Option<&str>) -> Option<&'static str> {
    let says = |name: &'static str| first(message, name).map(|value| value.trim().to_lowercase());
    if says("Auto-Submitted").is_some_and(|how| how.split([';', ' ']).next() != Some("no")) {
        return Some("an automatic mail (Auto-Submitted)");
    }
    if says("Return-Path").is_some_and(|path| path == "<>") || message.is_content_type("multipart", "report") {
        return Some("a report of a mail server: a mail that did not arrive, or was read");
    }
    let local = from.and_then(|from| from.rsplit_once('@')).map(|(local, _)| local.to_lowercase());
    if matches!(local.as_deref(), Some("mailer-daemon" | "postmaster")) {
        return Some("a report of a mail server: a mail that did not arrive, or was read");
    }
    if says("List-Id").is_some() || says("List-Unsubscribe").is_some() {
        return Some("a mailing list");
    }
    let precedence = says("Precedence").unwrap_or_default();
    if ["bulk", "list", "junk", "auto_reply"].contains(&precedence.as_str()) {
        return Some("an automatic mail (Precedence)");
    }
    if ["X-Autoreply", "X-Autorespond", "X-Auto-Reply"].into_iter().any(|name| says(name).is_some()) {
        return Some("an automatic mail (X-Autoreply)");
    }
    None
}

fn language(said: &str) -> Option<String> {
    let first = said.split([',', ';', ' ']).next().unwrap_or_default().trim();
    let good = !first.is_empty() && first.len() <= 35 && first.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    good.then(|| first.to_lowercase())
}

/// One line, bounded, of what is seen.
fn short(text: &str, most: usize) -> String {
    let line: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    line.join(" ").chars().take(most).collect()
}
