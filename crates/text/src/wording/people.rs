//! Who is told of: personal data, and people by name.

use super::cut::Cut;
use super::patterns::bits::{DATE, ORDER, OUR, PLACE, REACH, STAFF, TITLE, YOU};
use super::tone::apart;
use super::{Channel, Finding, Rule, Sheet, parts};
use crate::token::Mark;
use crate::{Datum, Personal, personal};

/// The fewest digits of an order's number.
const ORDER_DIGITS: usize = 5;
/// How many words between "call us" and its number.
const CALLS: usize = 6;

/// Local parts of addresses that are nobody's own.
const HOUSE: [&str; 26] = [
    "contact",
    "info",
    "hello",
    "bonjour",
    "service",
    "services",
    "support",
    "help",
    "aide",
    "sav",
    "client",
    "clients",
    "serviceclient",
    "relationclient",
    "customer",
    "customers",
    "customerservice",
    "klantenservice",
    "klant",
    "klanten",
    "post",
    "office",
    "press",
    "presse",
    "pers",
    "mairie",
];

/// What tells strangers who somebody is. In private, only account numbers and names that must not appear.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut data: Vec<(u32, u32)> = personal(sheet.text)
        .iter()
        .filter(|one| !is_houses(one, sheet))
        .filter(|one| sheet.context.channel == Channel::Public || one.datum == Datum::Iban)
        .map(|one| (one.start as u32, one.end as u32))
        .collect();
    let mut named: Vec<(u32, u32)> = Vec::new();
    for name in sheet.context.may_not {
        named.extend(sheet.cut.places(name).into_iter().map(|(first, last)| sheet.cut.span(first, last)));
    }
    if sheet.context.channel == Channel::Public {
        data.extend(orders(&sheet.cut));
        named.extend(guessed(sheet));
    }
    if !data.is_empty() {
        found.push(Finding::of(Rule::PersonalData, apart(data)));
    }
    if !named.is_empty() {
        found.push(Finding::of(Rule::NamedPerson, apart(named)));
    }
    found
}

/// Whether an address or a number is the house's own: told so, an office's by its name, or given after "call us".
fn is_houses(one: &Personal, sheet: &Sheet<'_>) -> bool {
    let plain =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let written = &sheet.text[one.start..one.end];
    let own = plain(written);
    if sheet.context.may.iter().any(|may| plain(may) == own) {
        return true;
    }
    match one.datum {
        Datum::Iban => false,
        Datum::Email => {
            let local = written.split(['@', '＠', '﹫']).next().unwrap_or("");
            let parts = local.split(['.', '-', '_', '+']);
            parts.map(str::to_lowercase).any(|part| HOUSE.contains(&part.as_str()))
        }
        Datum::Telephone => {
            let first = sheet.cut.words.partition_point(|word| word.end <= one.start);
            let near = |last: usize| last < first + 1 && first - last.min(first) <= CALLS;
            let theirs = |last: usize| {
                sheet.cut.hits.iter().any(|hit| hit.marks & YOU != 0 && hit.first > last && hit.last < first)
            };
            let sentence = sheet.cut.words.get(first).map_or(0, |word| word.sentence);
            sheet
                .cut
                .of_sentence(sentence)
                .iter()
                .any(|hit| hit.marks & REACH != 0 && near(hit.last) && !theirs(hit.last))
        }
    }
}

/// Numbers after "order" or "booking".
fn orders(cut: &Cut) -> Vec<(u32, u32)> {
    let mut spans = Vec::new();
    for hit in cut.hits.iter().filter(|hit| hit.marks & ORDER != 0) {
        let next = (hit.last + 1..cut.words.len().min(hit.last + 6))
            .take_while(|at| cut.words[*at].sentence == cut.words[hit.last].sentence);
        let number = |at: &usize| {
            let word = cut.word(*at).unwrap_or("");
            word.chars().filter(char::is_ascii_digit).count() >= ORDER_DIGITS
        };
        spans.extend(next.into_iter().find(number).map(|at| cut.span(at, at)));
    }
    spans
}

/// `Mme Dupont`, `our waiter Julien`, `Julien, our waiter`: a capital after a title or a trade, of a name that was not told to be allowed.
fn guessed(sheet: &Sheet<'_>) -> Vec<(u32, u32)> {
    let cut = &sheet.cut;
    let allowed: Vec<(usize, usize)> = sheet.context.may.iter().flat_map(|name| cut.places(name)).collect();
    let signed = parts::signature(sheet);
    let free = |at: usize| {
        let word = &cut.words[at];
        let written = &sheet.text[word.start..word.end];
        let mut letters = written.chars();
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        let marked = cut
            .of_sentence(word.sentence)
            .iter()
            .any(|hit| hit.marks & (DATE | TITLE | STAFF) != 0 && hit.first <= at && at <= hit.last);
        word.mark == Mark::Word
            && capital
            && !marked
            && !allowed.iter().any(|(first, last)| *first <= at && at <= *last)
            && signed.is_none_or(|(first, last)| at < first || at > last)
    };
    let gap = |at: usize| sheet.text.get(cut.words[at - 1].end..cut.words[at].start).unwrap_or("");
    let mut spans = Vec::new();
    for hit in cut.hits.iter().filter(|hit| hit.marks & (TITLE | STAFF) != 0) {
        let next = hit.last + 1;
        let sentence = cut.words[hit.last].sentence;
        let follows = next < cut.words.len() && cut.words[next].sentence == sentence;
        if follows && gap(next).trim_matches(['.', ',', ' ', '\u{a0}', '\u{202f}']).is_empty() && free(next) {
            // The family name goes with it.
            let more = next + 1 < cut.words.len() && gap(next + 1) == " " && free(next + 1);
            spans.push(cut.span(next, next + usize::from(more)));
        }
    }
    for hit in cut.hits.iter().filter(|hit| hit.marks & (STAFF | PLACE) != 0) {
        // `Tom from reception`: small words between, and the name does not open the sentence.
        let sentence = cut.words[hit.first].sentence;
        let begins = cut.sentences[sentence].0;
        let small = |at: &usize| cut.words[*at].end - cut.words[*at].start <= 4 && !free(*at);
        let between = (begins..hit.first).rev().take_while(small).count();
        let before = hit.first - between;
        if hit.marks & PLACE != 0 && (1..=3).contains(&between) && before > begins + 1 && free(before - 1) {
            spans.push(cut.span(before - 1, before - 1));
        }
        let ours = cut.of_sentence(sentence).iter().any(|our| our.marks & OUR != 0 && our.last + 1 == hit.first);
        if hit.marks & STAFF != 0 && ours && hit.first >= 2 && cut.words[hit.first - 2].sentence == sentence {
            let before = hit.first - 2;
            if gap(hit.first - 1).trim() == "," && free(before) {
                spans.push(cut.span(before, before));
            }
        }
    }
    spans
}
