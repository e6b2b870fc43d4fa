//! The week in five lines that a shop owner understands.

use crate::Words;
use domain::figure::Figure;
use domain::report::{Missing, Report, Sources};
use jiff::Timestamp;

/// Most names in one list; of the others the number is told.
const NAMED: usize = 5;
/// Most organisations of which a letter tells the five lines.
const TOLD: usize = 30;
/// Most organisations that a letter names beside them.
const BESIDE: usize = 50;

/// What the week is about, in one line: the subject of a mail, the title of a page.
pub fn subject(words: &Words, report: &Report) -> String {
    about(words, &report.brands, report)
}

fn about(words: &Words, whose: &[String], report: &Report) -> String {
    let (from, until) = (words.date(report.from), words.date(report.until));
    let what = names(words, whose, NAMED);
    one_line(&words.tell("report-subject", &[("what", what.into()), ("from", from.into()), ("until", until.into())]))
}

/// The same week of all of somebody's organisations, each with its name: title and text of one letter. Five lines of each where something
/// happened, the loudest first; the others by name.
pub fn letter(words: &Words, weeks: &[(String, Report)]) -> (String, String) {
    let all: Vec<String> = weeks.iter().map(|(name, _)| name.clone()).collect();
    let (title, mut parts) = match weeks {
        [] => (words.say("report-title"), Vec::new()),
        [(_, week)] => (subject(words, week), vec![lines(words, week).join("\n")]),
        [(_, first), ..] => (about(words, &all, first), several(words, weeks)),
    };
    parts.push(words.say("report-letter-end"));
    (title, parts.join("\n\n"))
}

fn several(words: &Words, weeks: &[(String, Report)]) -> Vec<String> {
    let (quiet, mut told): (Vec<_>, Vec<_>) = weeks.iter().partition(|(_, week)| week.is_quiet());
    told.sort_by_key(|(_, week)| std::cmp::Reverse((week.alerts, week.notices, counted(week.mentions))));
    let short = told.split_off(told.len().min(TOLD));
    let mut parts: Vec<String> =
        told.iter().map(|(name, week)| format!("{}\n{}", one_line(name), lines(words, week).join("\n"))).collect();
    for (id, rest) in [("report-letter-short", short), ("report-letter-quiet", quiet)] {
        let named: Vec<String> = rest.iter().map(|(name, _)| name.clone()).collect();
        if !named.is_empty() {
            parts.push(one_line(&words.name(id, &names(words, &named, BESIDE))));
        }
    }
    parts
}

/// The week: mentions, what waits, engagement and tone, the sources, what is missing; each one line of plain text.
pub fn lines(words: &Words, report: &Report) -> [String; 5] {
    [
        mentions(words, report),
        waiting(words, report),
        tone(words, report),
        sources(words, &report.sources),
        missing(words, report),
    ]
    .map(|line| one_line(&line))
}

/// Names come from outside: none of them breaks a line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn sentences<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn counted(figure: Figure) -> i64 {
    match figure {
        Figure::Counted(n) | Figure::AtLeast(n) | Figure::Reported(n) | Figure::Estimated { mid: n, .. } => n,
        Figure::Unknown => 0,
    }
}

/// A number in a sentence, with its kind.
pub(crate) fn figure(words: &Words, figure: Figure, number: impl Fn(i64) -> String) -> String {
    match figure {
        Figure::Counted(n) | Figure::Reported(n) => number(n),
        Figure::Estimated { mid, low, high } => {
            let args = [("what", number(mid).into()), ("low", number(low).into()), ("high", number(high).into())];
            words.tell("report-about", &args)
        }
        Figure::AtLeast(n) => words.tell("report-least", &[("what", number(n).into())]),
        Figure::Unknown => words.say("report-unknown"),
    }
}

fn mentions(words: &Words, report: &Report) -> String {
    let found = match counted(report.mentions) {
        0 if report.sources.is_unheard() => words.say("report-unheard"),
        0 => words.name("report-quiet", &names(words, &report.brands, NAMED)),
        n => words.count("report-mentions", n),
    };
    let before = match report.before {
        Figure::Unknown => words.say("report-before-unknown"),
        known => words.name("report-before", &figure(words, known, |n| words.number(n))),
    };
    let signals = match (report.alerts, report.notices) {
        (0, 0) => words.say("report-signals-none"),
        (alerts, notices) => words.tell("report-signals", &[("alerts", alerts.into()), ("notices", notices.into())]),
    };
    sentences([Some(found), Some(before), Some(signals)])
}

fn waiting(words: &Words, report: &Report) -> String {
    let since = report.waits_since.map(|at| words.when(at)).unwrap_or_default();
    let id = match report.unanswered {
        Figure::AtLeast(_) => "report-waiting-least",
        open if counted(open) == 0 => return words.say("report-answered"),
        _ => "report-waiting",
    };
    words.tell(id, &[("count", counted(report.unanswered).into()), ("since", since.into())])
}

fn tone(words: &Words, report: &Report) -> String {
    let all = counted(report.mentions);
    if all == 0 {
        return words.say("report-tone-none");
    }
    let engagement = words.name("report-engagement", &figure(words, report.engagement, |n| words.number(n)));
    let negative = match report.negative_share {
        Figure::Unknown => {
            let args = [("count", counted(report.negative).into()), ("all", all.into())];
            words.tell("report-negative-few", &args)
        }
        share => words.name("report-negative", &figure(words, share, |n| words.percent(n))),
    };
    let reader = match (report.reader.read, report.reader.quality) {
        (0, _) => None,
        (_, Some(quality)) => Some(words.tell("report-reader", &[("quality", ((quality + 5) / 10).into())])),
        (_, None) => Some(words.say("report-reader-unmeasured")),
    };
    sentences([Some(engagement), Some(negative), reader])
}

fn sources(words: &Words, sources: &Sources) -> String {
    let heard = sources.all - (sources.deaf.len() + sources.untried.len()) as i64;
    let said = match (sources.all, sources.deaf.as_slice()) {
        (0, _) => return words.say("report-sources-none"),
        _ if sources.is_unheard() => return words.say("report-sources-unheard"),
        (all, []) if sources.untried.is_empty() => words.count("report-sources-heard", all),
        (all, []) => words.tell("report-sources-some", &[("count", heard.into()), ("all", all.into())]),
        (all, deaf) => {
            let named = |(name, since): &(String, Timestamp)| {
                words.tell("report-deaf", &[("what", name.as_str().into()), ("since", words.when(*since).into())])
            };
            let deaf: Vec<String> = deaf.iter().map(named).collect();
            let args = [("count", heard.into()), ("all", all.into()), ("what", names(words, &deaf, NAMED).into())];
            words.tell("report-sources-deaf", &args)
        }
    };
    let untried = (!sources.untried.is_empty())
        .then(|| words.name("report-sources-untried", &names(words, &sources.untried, NAMED)));
    let gaps = (sources.with_gaps > 0).then(|| {
        let hours = (sources.gap_minutes + 59) / 60;
        words.tell("report-gaps", &[("count", sources.with_gaps.into()), ("hours", hours.into())])
    });
    sentences([Some(said), untried, gaps])
}

fn missing(words: &Words, report: &Report) -> String {
    if report.missing.is_empty() {
        return words.say("report-missing-none");
    }
    let part = |missing: &Missing| match missing {
        Missing::Sources => words.say("report-missing-sources"),
        Missing::Since(at) => words.name("report-missing-since", &words.when(*at)),
        Missing::Places(all) => words.name("report-missing-places", &names(words, all, NAMED)),
        Missing::Queries(all) => words.name("report-missing-queries", &names(words, all, NAMED)),
        Missing::Brands(all) => words.name("report-missing-brands", &names(words, all, NAMED)),
        Missing::Engagement(n) => words.count("report-missing-engagement", *n),
        Missing::Tone(n) => words.count("report-missing-tone", *n),
    };
    let parts: Vec<String> = report.missing.iter().map(part).collect();
    words.name("report-missing", &parts.join(" · "))
}

/// Names in a list, the first few; of the others the number.
fn names(words: &Words, all: &[String], most: usize) -> String {
    let first = all.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(most) {
        0 => first,
        more => words.tell("report-more", &[("what", first.into()), ("count", (more as i64).into())]),
    }
}
