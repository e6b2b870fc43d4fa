//! What a draft should say and does not, and who signs it.

use super::cut::Cut;
use super::echo::content;
use super::patterns::bits::{
    ADMISSION, AWARE, CLOSING, DATE, DONE, EMPATHY, LATELY, ME, NEXT, OUR, PAST, PLAIN, PROMISE, REACH, REPAIR,
    RESPONSIBLE, SORRY, TEAM,
};
use super::{Channel, Context, Finding, Kind, Responsibility, Rule, Sheet};
use crate::personal;
use crate::token::Mark;

/// In private, a text of no more words is a line in a talk: no part of it need be whole.
const LINE: usize = 30;
/// Words shared with the post that show that it was read.
const SHARED: usize = 2;
/// A signature has no more words.
const SIGNED: usize = 9;

/// What is missing.
pub(super) fn find(sheet: &Sheet<'_>) -> Vec<Finding> {
    let cut = &sheet.cut;
    let parts = [
        (Rule::MissingAcknowledgement, cut.has(RESPONSIBLE | AWARE | ADMISSION) || tells(cut) || answers(sheet)),
        (Rule::MissingEmpathy, cut.has(EMPATHY | SORRY)),
        (Rule::MissingAction, cut.has(DONE | REPAIR | LATELY)),
        (Rule::MissingNextStep, cut.has(NEXT | REACH | PROMISE) || leads_on(sheet.text) || plans(cut)),
        (Rule::MissingName, signature(sheet).is_some()),
        (Rule::Silence, takes_responsibility(cut)),
    ];
    let missing = parts.into_iter().filter(|(rule, there)| !there && is_asked(*rule, sheet.context, cut.words.len()));
    missing.map(|(rule, _)| Finding::of(rule, Vec::new())).collect()
}

/// Which kind of text each part is asked of.
fn is_asked(rule: Rule, context: &Context<'_>, words: usize) -> bool {
    let whole = context.channel == Channel::Public || words > LINE;
    match rule {
        Rule::MissingName => context.kind == Kind::Reply && whole,
        // A short answer in public says what comes next; what was done, where it is theirs to mend.
        Rule::MissingAction => {
            whole
                && (context.kind != Kind::Reply
                    || words > LINE
                    || context.responsibility == Responsibility::Established)
        }
        Rule::Silence => whole && context.responsibility == Responsibility::Established,
        _ => whole,
    }
}

/// In words, or by sympathy and repair, which do as well (Coombs and Holladay 2008).
fn takes_responsibility(cut: &Cut) -> bool {
    cut.has(RESPONSIBLE | ADMISSION) || cut.has(EMPATHY | SORRY) && cut.has(REPAIR)
}

/// Whether a sentence tells what happened, beside what the house did.
fn tells(cut: &Cut) -> bool {
    let own = DONE | REPAIR;
    sentences(cut).any(|marks| marks & PAST != 0 && marks & own == 0)
}

/// Whether a sentence names a time, and nothing that is over.
fn plans(cut: &Cut) -> bool {
    sentences(cut).any(|marks| marks & DATE != 0 && marks & (PAST | DONE | LATELY) == 0)
}

/// The marks of each sentence.
fn sentences(cut: &Cut) -> impl Iterator<Item = u128> + '_ {
    (0..cut.sentences.len()).map(|at| cut.of_sentence(at).iter().fold(0, |marks, hit| marks | hit.marks))
}

/// Whether it speaks of what the post speaks of, beyond names.
fn answers(sheet: &Sheet<'_>) -> bool {
    let Some(post) = sheet.context.post else { return false };
    let mut theirs = content(post.text);
    for name in sheet.context.may {
        for word in content(name) {
            theirs.remove(&word);
        }
    }
    content(sheet.text).intersection(&theirs).count() >= SHARED
}

/// A web address, a mail address or a number to call.
fn leads_on(text: &str) -> bool {
    text.contains("https://") || text.contains("http://") || text.contains("www.") || !personal(text).is_empty()
}

/// The words of the person's name that stands under a text, or that says "I am …".
pub(super) fn signature(sheet: &Sheet<'_>) -> Option<(usize, usize)> {
    let cut = &sheet.cut;
    let introduced = cut.hits.iter().filter(|hit| hit.marks & ME != 0).map(|hit| hit.last + 1);
    let introduced = introduced.into_iter().find(|at| is_name(sheet, *at)).map(|at| (at, at));
    let lines = cut.sentences.iter().rev().take(3);
    let under = lines.enumerate().find_map(|(back, (from, to))| under(sheet, *from, *to, back == 0));
    under.or(introduced)
}

/// A capital that begins a name: no word of a closing, no team.
fn is_name(sheet: &Sheet<'_>, at: usize) -> bool {
    let Some(word) = sheet.cut.words.get(at) else { return false };
    let written = &sheet.text[word.start..word.end];
    let letters = written.chars().count();
    let upper = written.chars().take_while(|c| c.is_uppercase()).count();
    let taken = |marks: u128| {
        sheet.cut.of_sentence(word.sentence).iter().any(|h| h.marks & marks != 0 && h.first <= at && at <= h.last)
    };
    let name = upper == 1 && letters >= 2 || upper == letters && (2..=3).contains(&letters);
    word.mark == Mark::Word && name && !taken(CLOSING | TEAM | PLAIN)
}

/// The name in a line at the end: after a closing, after a dash, on a line of its own, or with a trade behind it.
fn under(sheet: &Sheet<'_>, from: usize, to: usize, last: bool) -> Option<(usize, usize)> {
    let (cut, text) = (&sheet.cut, sheet.text);
    let hits = cut.of_sentence(cut.words[from].sentence);
    let closing = hits.iter().filter(|hit| hit.marks & CLOSING != 0).map(|hit| hit.last + 1).max();
    let gap = |at: usize| {
        let before = if at == 0 { 0 } else { cut.words[at - 1].end };
        text.get(before..cut.words.get(at).map_or(text.len(), |word| word.start)).unwrap_or("")
    };
    let dashed = |at: &usize| {
        gap(*at).trim_end().ends_with(['—', '–', '-', '^', '~', '/']) && gap(*at).starts_with([' ', '\n', '.', '!'])
    };
    let dash = (from.max(to.saturating_sub(SIGNED))..to).rev().find(dashed);
    let begins = |at: usize| (at..to.min(at + 3)).find(|at| is_name(sheet, *at) && !is_team(sheet, *at, to));
    if let Some(at) = [closing, dash].into_iter().flatten().find_map(begins).filter(|at| to - at <= SIGNED) {
        return Some((at, to - 1));
    }
    let speaks =
        hits.iter().any(|hit| hit.marks & (NEXT | REACH | EMPATHY | SORRY | DONE | PROMISE | AWARE | RESPONSIBLE) != 0);
    if from == 0 || to - from > SIGNED || speaks || !is_name(sheet, from) || is_team(sheet, from, to) {
        return None;
    }
    let own_line = from > 0 && gap(from).contains('\n');
    let capitals = last && to - from <= 3 && (from..to).all(|at| is_name(sheet, at));
    let ours = |at: usize| hits.iter().any(|hit| hit.marks & (OUR | PAST) != 0 && hit.first >= at);
    let trade = last
        && !ours(from + 1)
        && (from + 1..to.min(from + 4)).any(|at| gap(at).trim() == ",")
        && !gap(to).contains('?');
    (own_line || capitals || trade).then_some((from, to - 1))
}

/// Whether a line names a team and nobody before it: `Anna, Dunes team` names Anna.
fn is_team(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let cut = &sheet.cut;
    let team = cut.of_sentence(cut.words[from].sentence).iter().find(|hit| hit.marks & TEAM != 0 && hit.first >= from);
    let Some(team) = team.filter(|team| team.first < to) else { return false };
    let between = sheet.text.get(cut.words[from].end..cut.words[team.first].start).unwrap_or("");
    team.first == from || !between.contains([',', '(', '-', '–', '—', '/']) && team.first - from < 2
}
