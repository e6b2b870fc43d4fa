//! The review of a case as a page that needs nothing else: styles are within, it prints on A4 with page numbers, and its chart has its table beside it.
//!
//! The client's view is made of numbers and of the house's own sentences: nothing that somebody typed is in it.

use crate::html::{Html, escape};
use askama::Template;
use domain::case::{Actor, TextRef};
use domain::figure::Figure;
use domain::review::{Finding, Review, Time, Volume};
use engine::review::{Letterhead, Read};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fmt::Write;
use words::{Named, Words, review as said};

/// For whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The team: all of it.
    Team,
    /// Who decides: two pages.
    Short,
    /// A client: numbers, nothing internal.
    Client,
}

/// A finding as it is read.
pub(crate) struct Told {
    pub seen: String,
    pub why: String,
    pub recommended: Option<String>,
    pub records: Option<String>,
}

/// A line of a table: what it is, and cells.
pub(crate) type Row<const N: usize> = [String; N];

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "review.html")]
pub struct ReviewPage<'a> {
    /// Speaks.
    pub words: Words,
    /// What was read.
    pub read: &'a Read,
    /// About which brand.
    pub brand: &'a str,
    /// Texts that the reader may read.
    pub texts: &'a BTreeMap<TextRef, String>,
    /// What people are called.
    pub people: &'a [(i64, String)],
    /// For whom.
    pub reader: Reader,
    /// Whether there are other versions to go to.
    pub linked: bool,
}

/// Most lines of a list where two pages must do.
const SHORT: usize = 4;
/// Longest list of records that stands on paper.
const RECORDS: usize = 12;

impl ReviewPage<'_> {
    fn review(&self) -> &Review {
        &self.read.review
    }

    pub(crate) fn id(&self) -> i64 {
        self.read.room.file.id.0
    }

    /// Whose name and colour stand on it.
    pub(crate) fn letterhead(&self) -> Option<&Letterhead> {
        self.read.letterhead.as_ref()
    }

    /// The digits of a colour, which is checked where it is kept.
    pub(crate) fn digits(&self, head: &Letterhead) -> String {
        head.colour.chars().filter(char::is_ascii_hexdigit).take(6).collect()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.reader == Reader::Team
    }

    pub(crate) fn is_for_client(&self) -> bool {
        self.reader == Reader::Client
    }

    fn named(&self) -> Named<'_> {
        if self.is_for_client() { Named::without(&self.words) } else { Named::by(&self.words, &self.read.plan) }
    }

    fn at(&self, at: Timestamp) -> String {
        format!("{}, {}", self.words.date(at), self.words.time(at))
    }

    pub(crate) fn stands(&self) -> String {
        let review = self.review();
        let mut line = vec![self.brand.to_owned(), words::case::step(&self.words, review.step)];
        line.extend(review.opened.map(|at| self.at(at)));
        line.extend(review.ended.map(|at| format!("– {}", self.at(at))));
        line.join(" · ")
    }

    pub(crate) fn is_open(&self) -> Option<String> {
        let until = self.at(self.read.around.now);
        self.review().ended.is_none().then(|| self.words.tell("review-open", &[("when", until.into())]))
    }

    pub(crate) fn times(&self) -> Vec<Row<3>> {
        let times = &self.review().times;
        let since = |seconds: Option<i64>, of: &str| {
            let args = |span| [("span", said::span(&self.words, span).into()), ("what", self.words.say(of).into())];
            seconds.map(|span| self.words.tell("review-since", &args(span))).unwrap_or_default()
        };
        let row = |name: &str, time: Option<Time>, after: String| {
            let when = time.map_or_else(|| self.words.say("review-unknown-time"), |time| self.at(time.at));
            [self.words.say(name), when, after]
        };
        vec![
            row("review-onset", times.onset, String::new()),
            row("review-alert", times.alert, since(times.onset_to_alert, "review-onset")),
            row("review-acknowledged", times.acknowledged, since(times.alert_to_acknowledged, "review-alert")),
            row("review-opened", times.opened, String::new()),
            row("review-holding", times.holding, since(times.opened_to_holding, "review-opened")),
            row("review-full", times.full, since(times.opened_to_full, "review-opened")),
        ]
    }

    pub(crate) fn volume(&self) -> Option<&Volume> {
        self.review().volumes.as_ref()
    }

    fn periods<'v>(&self, volume: &'v Volume) -> Vec<(String, &'v domain::review::VolumeTold)> {
        let all = [
            ("review-before", Some(&volume.before)),
            ("review-during", Some(&volume.during)),
            ("review-after", volume.after.as_ref()),
        ];
        all.into_iter().filter_map(|(name, told)| Some((self.words.say(name), told?))).collect()
    }

    pub(crate) fn volumes(&self, volume: &Volume) -> Vec<Row<4>> {
        let row = |(name, told): (String, &domain::review::VolumeTold)| {
            let tenths = |n: i64| {
                let point = if self.words.locale() == words::Locale::En { '.' } else { ',' };
                format!("{}{point}{}", self.words.number(n / 10), n % 10)
            };
            let a_day = match told.a_day {
                Figure::Counted(n) => tenths(n),
                other => said::counted(&self.words, other),
            };
            [
                name,
                said::counted(&self.words, told.span.mentions.into()),
                a_day,
                said::share(&self.words, told.ill_share),
            ]
        };
        self.periods(volume).into_iter().map(row).collect()
    }

    pub(crate) fn moved(&self, volume: &Volume) -> Vec<String> {
        let say = |id: &str| self.words.say(id);
        let mut lines = vec![said::moved(&self.words, &say("review-before"), &say("review-during"), volume.rose)];
        if volume.after.is_some() {
            lines.push(said::moved(&self.words, &say("review-before"), &say("review-after"), volume.stayed));
        }
        lines
    }

    /// The share that speaks ill, each with its interval; drawn for paper, in ink alone.
    pub(crate) fn chart(&self, volume: &Volume) -> Html {
        const WIDTH: i64 = 480;
        const LEFT: i64 = 110;
        let x = |thousandths: i64| LEFT + thousandths * (WIDTH - LEFT - 50) / 1000;
        let periods = self.periods(volume);
        let height = 24 + 34 * i64::try_from(periods.len()).unwrap_or(0);
        let mut out = format!(
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"ill\"><title id=\"ill\">{}</title>",
            escape(&self.words.say("review-ill"))
        );
        for (row, (name, told)) in (0_i64..).zip(&periods) {
            let y = 24 + 34 * row;
            let _ = write!(out, "<text x=\"0\" y=\"{}\">{}</text>", y + 4, escape(name));
            match told.ill_share {
                Figure::Estimated { mid, low, high } => {
                    let (mid_x, low_x, high_x) = (x(mid), x(low), x(high));
                    let share = escape(&self.words.percent(mid)).to_string();
                    let _ = write!(
                        out,
                        "<line x1=\"{low_x}\" y1=\"{y}\" x2=\"{high_x}\" y2=\"{y}\"/><circle cx=\"{mid_x}\" cy=\"{y}\" r=\"5\"/>\
                         <text x=\"{}\" y=\"{}\">{share}</text>",
                        high_x + 8,
                        y + 4
                    );
                }
                other => {
                    let unknown = escape(&said::share(&self.words, other)).to_string();
                    let _ = write!(out, "<text x=\"{LEFT}\" y=\"{}\">{unknown}</text>", y + 4);
                }
            }
        }
        out.push_str("</svg>");
        Html::new(out)
    }

    /// What followed each text: which, the share before, the share after, what came of it with how many other texts were out.
    pub(crate) fn followed(&self) -> Vec<Row<4>> {
        let row = |it: &domain::review::Followed| {
            let form =
                self.read.room.state.drafts.get(&it.draft).map(|draft| words::case::form(&self.words, draft.form));
            let text = self.words.count("review-text", it.draft.into());
            let what = [Some(text), form, Some(self.at(it.at))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let after = it
                .after
                .map_or_else(|| self.words.say("review-day-open"), |after| said::share(&self.words, after.ill_share));
            let others = self.words.count("review-others", it.others.into());
            let moved = said::how_moved(&self.words, it.moved);
            let came = if it.others > 0 { format!("{moved}; {others}") } else { moved };
            let counted = |told: &domain::review::VolumeTold| said::counted(&self.words, told.span.mentions.into());
            let before = counted(&it.before);
            let args = [
                ("before", before.as_str().into()),
                ("after", it.after.as_ref().map_or_else(|| "–".to_owned(), counted).into()),
            ];
            let of = if it.stories { "review-of-stories" } else { "review-of-brand" };
            let came = format!("{came}; {}", self.words.tell(of, &args));
            [what, said::share(&self.words, it.before.ill_share), after, came]
        };
        let (shown, more) = self.most(self.review().followed.len());
        let mut rows: Vec<Row<4>> = self.review().followed.iter().take(shown).map(row).collect();
        rows.extend(more.map(|more| [more, String::new(), String::new(), String::new()]));
        rows
    }

    /// What stood before, in lines; none where nobody looked.
    pub(crate) fn earlier(&self) -> Option<Vec<String>> {
        let earlier = self.review().earlier.as_ref()?;
        let (words, mut lines) = (&self.words, Vec::new());
        let stretch = [("from", self.at(earlier.from).into()), ("until", self.at(earlier.until).into())];
        lines.push(words.tell("review-earlier-note", &stretch));
        if let Some(cause) = earlier.cause {
            lines.push(words.name("review-earlier-cause", &words::case::triage::cause(words, Some(cause))));
        }
        lines.push(words.count("review-earlier-stood", earlier.stood.into()));
        lines.push(words.count("review-dismissed", earlier.dismissed.into()));
        let complaints = earlier.complaints.map(|complaints| words.count("review-complained", complaints.into()));
        lines.push(complaints.unwrap_or_else(|| words.say("review-gap-before")));
        if let Some(sooner) = earlier.sooner {
            lines.push(words.tell("review-earlier-first", &[("span", said::span(words, sooner).into())]));
        }
        Some(lines)
    }

    /// How often the cause was named, week by week.
    pub(crate) fn weeks(&self) -> Vec<Row<2>> {
        let row = |week: &domain::review::Week| {
            [self.words.date(week.from), said::counted(&self.words, week.mentions.into())]
        };
        self.review().earlier.iter().flat_map(|earlier| &earlier.weeks).map(row).collect()
    }

    fn told(&self, findings: &[Finding]) -> Vec<Told> {
        let told = findings.iter().map(|finding| {
            let words::review::Told { seen, why, recommended } = said::observed(self.named(), &finding.observed);
            let mut records: Vec<String> = finding.records.iter().take(RECORDS).map(ToString::to_string).collect();
            if finding.records.len() > RECORDS {
                records.push("…".to_owned());
            }
            let named = !records.is_empty() && !self.is_for_client();
            let records = named.then(|| self.words.name("review-records", &records.join(", ")));
            Told { seen, why, recommended, records }
        });
        told.collect()
    }

    /// How many lines of a list are shown, and how many more there are in words.
    fn most(&self, all: usize) -> (usize, Option<String>) {
        let shown = if self.reader == Reader::Short { SHORT.min(all) } else { all };
        let more = i64::try_from(all - shown).unwrap_or(i64::MAX);
        (shown, (more > 0).then(|| self.words.count("review-more", more)))
    }

    /// Strengths, then areas for improvement; with how many more there are.
    pub(crate) fn findings(&self) -> Vec<(String, Vec<Told>, Option<String>)> {
        let of = |heading: &str, findings: &[Finding]| {
            let (shown, more) = self.most(findings.len());
            (self.words.say(heading), self.told(&findings[..shown]), more)
        };
        vec![of("review-strengths", &self.review().strengths), of("review-improve", &self.review().improve)]
    }

    /// Deadlines, then the plan action by action.
    pub(crate) fn tables(&self) -> Vec<(String, Vec<Row<3>>)> {
        vec![(self.words.say("review-clocks"), self.clocks()), (self.words.say("review-plan"), self.tasks())]
    }

    fn clocks(&self) -> Vec<Row<3>> {
        let row = |clock: &domain::review::Clocked| {
            [words::case::clock(&self.words, &clock.of), self.at(clock.due), said::ran(&self.words, clock.ran)]
        };
        self.review().clocks.iter().map(row).collect()
    }

    fn tasks(&self) -> Vec<Row<3>> {
        let row = |task: &domain::review::Task| {
            let what = match (&task.action, task.task) {
                (Some(action), _) => self.named().action(action),
                (None, Some(number)) => {
                    let text = self.read.room.state.tasks.get(&number).and_then(|task| self.text(task.text?));
                    format!("{} ({})", text.unwrap_or_default(), self.words.say("review-improvised"))
                }
                (None, None) => String::new(),
            };
            let due = task.due.map(|due| self.at(due)).unwrap_or_default();
            [what, due, said::done(&self.words, task.done)]
        };
        self.review().tasks.iter().map(row).collect()
    }

    pub(crate) fn speech(&self) -> Vec<String> {
        let (speech, answers) = (&self.review().speech, &self.review().answers);
        let number = |n: u32| i64::from(n).into();
        let line = [
            ("statements", number(speech.statements)),
            ("replies", number(speech.replies)),
            ("corrections", number(speech.corrections)),
        ];
        let answered = [
            ("taken", number(answers.taken_on)),
            ("answered", number(answers.answered)),
            ("left", number(answers.left)),
        ];
        let mut lines = vec![self.words.tell("review-said-line", &line)];
        lines.extend(said::stances(&self.words, &speech.stances));
        lines.push(self.words.tell("review-answered", &answered));
        if let (Some(median), Some(slowest)) = (answers.median, answers.slowest) {
            let args = [
                ("median", said::span(&self.words, median).into()),
                ("slowest", said::span(&self.words, slowest).into()),
            ];
            lines.push(self.words.tell("review-answered-time", &args));
        }
        lines.push(self.words.name("review-wrote", &said::counted(&self.words, answers.wrote)));
        lines
    }

    fn text(&self, of: TextRef) -> Option<String> {
        self.texts.get(&of).filter(|_| !self.is_for_client()).cloned()
    }

    pub(crate) fn measures(&self) -> Vec<Row<3>> {
        let row = |measured: &domain::review::Measured| {
            let name = self.words.count("case-clock-measure", measured.measure.into());
            let what = self.text(measured.is.text).map_or_else(|| name.clone(), |text| format!("{name}: {text}"));
            let now = self.read.progress.get(&measured.measure).map(|progress| progress.standing);
            [what, said::test(&self.words, &measured.is.test), said::measure(&self.words, &measured.is, now)]
        };
        let (shown, more) = self.most(self.review().measures.len());
        let mut rows: Vec<Row<3>> = self.review().measures.iter().take(shown).map(row).collect();
        rows.extend(more.map(|more| [more, String::new(), String::new()]));
        rows
    }

    pub(crate) fn unknown(&self) -> Vec<String> {
        let (shown, more) = self.most(self.review().unknown.len());
        let gaps = self.review().unknown.iter().take(shown);
        gaps.map(|gap| said::gap(&self.words, gap)).chain(more).collect()
    }

    /// The questions with what the team answered; by nobody's name.
    pub(crate) fn hot_wash(&self) -> Vec<(String, Vec<String>)> {
        let of = |question: &domain::case::event::HotWash| {
            let given = self.review().hot_wash.iter().filter(|answer| answer.question == *question);
            let texts: Vec<String> = given.filter_map(|answer| self.text(answer.text)).collect();
            (words::case::hot_wash(&self.words, *question), texts)
        };
        let asked = domain::case::event::HotWash::ALL.iter().map(of);
        asked.filter(|(_, texts)| !texts.is_empty()).collect()
    }

    pub(crate) fn lessons(&self) -> Vec<Row<2>> {
        let row = |lesson: &domain::case::state::Lesson| {
            let text = self.text(lesson.text).unwrap_or_else(|| self.words.say("case-gone"));
            [text, said::lesson(&self.words, &lesson.stage)]
        };
        let (shown, more) = self.most(self.review().lessons.len());
        let mut rows: Vec<Row<2>> = self.review().lessons.values().take(shown).map(row).collect();
        rows.extend(more.map(|more| [more, String::new()]));
        rows
    }

    pub(crate) fn timeline(&self) -> Vec<Row<4>> {
        let marked = self.review().timeline.iter().zip(&self.read.room.entries).filter(|(line, _)| line.mark);
        let row = |(line, entry): (&domain::review::Line, &domain::case::Entry)| {
            let who = match line.by {
                Actor::House => self.letterhead().map_or_else(|| "Vigie".to_owned(), |head| head.name.clone()),
                Actor::Member(person) => {
                    let known = self.people.iter().find(|(id, _)| *id == person.0);
                    known.map_or_else(|| format!("#{person}"), |(_, name)| name.clone())
                }
            };
            [line.record.to_string(), self.at(line.at), who, self.named().happened(&entry.event)]
        };
        marked.map(row).collect()
    }
}

#[cfg(test)]
mod tests;
