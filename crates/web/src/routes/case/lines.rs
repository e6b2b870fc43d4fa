//! The lines of the room: clocks, what waits, tasks, facts, who is told, figures, terms of law, the log.

use super::mentions::BRIEFLY;
use super::verbs;
use super::view::View;
use crate::error::Failure;
use crate::pages::case::{ClockRow, FactRow, FigureRow, LegalRow, LogRow, NewsCard, StakeholderRow, TaskRow, Told};
use domain::case::event::{ClockOf, Event, FactSource, WorkEvent};
use domain::case::state::{Clock, Declared, Run, Task, TaskStage};
use domain::case::triage::advise;
use domain::case::{Verb, catch_up, legal};
use text::Language;

/// Most lines of the log on the page; the API has all.
const LINES: usize = 200;

impl View<'_> {
    /// The clocks that are no task's: those stand under their tasks.
    pub fn clocks(&self) -> Vec<ClockRow> {
        let open = self.room.state.clocks.iter().filter(|(_, clock)| clock.is_open());
        let apart = open.filter(|(_, clock)| !matches!(clock.of, ClockOf::Task(_)));
        let mut rows: Vec<ClockRow> = apart.map(|(number, clock)| self.clock_row(*number, clock)).collect();
        rows.sort_by_key(|row| (row.due, row.number));
        rows
    }

    fn clock_row(&self, number: u32, clock: &Clock) -> ClockRow {
        ClockRow {
            number,
            of: self.clock(clock),
            due: clock.terms.due,
            late: clock.terms.due <= self.desk.now(),
            paused: matches!(clock.run, Run::Paused(_)),
            may: verbs::of(&self.open, &verbs::CLOCK, number),
        }
    }

    /// What a clock is about; a task by what is to be done, a term of law with where it is written.
    pub fn clock(&self, clock: &Clock) -> String {
        match &clock.of {
            ClockOf::Task(task) => {
                let found = self.room.state.tasks.get(task);
                found.map_or_else(|| words::case::clock(self.words(), &clock.of), |task| self.task(task))
            }
            of => words::case::clock(self.words(), of),
        }
    }

    /// What waits for the reader, then for everybody; each with its place on the page.
    pub fn waits(&self) -> Vec<(String, &'static str)> {
        let words = self.words();
        let card = catch_up(&self.room.state, &self.room.entries, self.me(), self.room.file.version);
        let many = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let lines = [
            ("case-waits-mine", &card.mine.approvals, "#texts"),
            ("case-waits-unknown", &card.pending.unknown, "#texts"),
            ("case-waits-twice", &card.pending.twice, "#texts"),
            ("case-waits-approvals", &card.pending.approvals, "#texts"),
            ("case-waits-correct", &card.pending.to_correct, "#texts"),
        ];
        let of_texts = lines.into_iter().filter(|(_, list, _)| !list.is_empty());
        let mut said: Vec<(String, &'static str)> =
            of_texts.map(|(id, list, place)| (words.name(id, &many(list)), place)).collect();
        let state = &self.room.state;
        let tasks = card.mine.tasks.iter().filter_map(|task| state.tasks.get(task));
        said.extend(tasks.take(3).map(|task| (words.name("case-waits-task", &self.task(task)), "?at=tasks#tasks")));
        let more = card.mine.tasks.len().saturating_sub(3);
        if more > 0 {
            said.push((words.count("case-waits-more", more as i64), "?at=tasks#tasks"));
        }
        if !card.mine.mentions.is_empty() {
            let count = card.mine.mentions.len() as i64;
            said.push((words.count("case-waits-mentions", count), "?at=mentions#mentions"));
        }
        if !card.pending.vacant.is_empty() {
            let roles: Vec<String> = card.pending.vacant.iter().map(|role| self.role_word(role)).collect();
            said.push((words.name("case-waits-vacant", &roles.join(", ")), "?at=course#course"));
        }
        if card.pending.ask_counsel > 0 {
            said.push((words.say("case-waits-counsel"), "?at=legal#legal"));
        }
        said
    }

    /// What happened since the reader looked last; nothing for who never did, or for whom there is nothing new.
    pub fn news(&self, seen: u32) -> Option<NewsCard> {
        let me = self.me();
        let others = |version: u32| {
            let entry = version.checked_sub(1).and_then(|at| self.room.entries.get(at as usize));
            entry.is_some_and(|entry| entry.by.party() != Some(me))
        };
        let count = (seen + 1..=self.room.file.version).filter(|version| others(*version)).count();
        if seen == 0 || count == 0 {
            return None;
        }
        let card = catch_up(&self.room.state, &self.room.entries, me, seen);
        let decided = card.decided.iter().filter(|it| it.version > seen && others(it.version)).filter_map(|it| {
            let entry = self.room.entries.get(it.version as usize - 1)?;
            Some((self.happened(&entry.event), it.at, self.actor(it.by)))
        });
        let notes = card.mine.notes.iter().filter_map(|note| self.room.state.notes.get(note));
        Some(NewsCard {
            count: count as i64,
            decided: decided.collect(),
            notes: notes.filter_map(|note| self.texts.get(&note.text).cloned()).collect(),
        })
    }

    pub fn roles(&self) -> Vec<(String, String, Option<String>)> {
        let held = self.room.state.course.roles.iter();
        held.map(|(role, held)| (role.clone(), self.role_word(role), held.to.and_then(|to| self.party(to)))).collect()
    }

    fn task(&self, task: &Task) -> String {
        let planned = task.action.as_ref().map(|name| self.action(name));
        task.text.map(|text| self.text(text)).or(planned).unwrap_or_default()
    }

    pub fn tasks(&self) -> Vec<TaskRow> {
        let tasks = self.room.state.tasks.iter();
        let mut rows: Vec<TaskRow> = tasks
            .map(|(number, task)| TaskRow {
                number: *number,
                text: self.task(task),
                owner: task.owner.and_then(|owner| self.party(owner)),
                due: task.due,
                is_open: task.stage == TaskStage::Open,
                is_done: matches!(task.stage, TaskStage::Done(_)),
                stands: self.words().say(match task.stage {
                    TaskStage::Open => "case-task-open",
                    TaskStage::Done(_) => "case-task-done",
                    TaskStage::SetAside => "case-task-aside",
                }),
                result: match task.stage {
                    TaskStage::Done(result) => Some(self.text(result)),
                    _ => None,
                },
                is_mine: [task.owner, task.deputy].contains(&Some(self.me())),
                clock: self
                    .room
                    .state
                    .open_clock(&ClockOf::Task(*number))
                    .map(|(number, clock)| self.clock_row(number, clock)),
                may: verbs::of(&self.open, &verbs::TASK, *number),
            })
            .collect();
        rows.sort_by_key(|row| (!row.is_open, !row.is_mine, row.number));
        rows
    }

    pub async fn facts(&self) -> Result<Vec<FactRow>, Failure> {
        let mut rows = Vec::new();
        for (number, fact) in &self.room.state.facts {
            let source = match fact.source {
                Some(FactSource::Told(by) | FactSource::Document(by)) => Some(self.text(by)),
                Some(FactSource::Mention(mention)) => {
                    let (said, _) = self.begins(mention, BRIEFLY).await?;
                    Some(format!("{} · {said}", self.whose(mention).await?))
                }
                Some(FactSource::Seen | FactSource::Inferred) | None => None,
            };
            rows.push(FactRow {
                number: *number,
                status: fact.status,
                stands: words::case::fact_status(self.words(), fact.status),
                text: self.text(fact.text),
                source,
                retracted: fact.retracted,
                may: verbs::of(&self.open, &verbs::FACT, *number),
            });
        }
        Ok(rows)
    }

    pub fn stakeholders(&self) -> Vec<StakeholderRow> {
        let plan = &self.around.plan;
        let row = |of: &domain::plan::Item<domain::plan::Stakeholder>| {
            let told = self.room.state.told.iter().rev().find(|told| told.stakeholder == of.id);
            let who = of.body.owner.as_ref().map(|owner| self.teller(&owner.value));
            let how = plan.filled(&of.body.channel);
            StakeholderRow {
                id: of.id.clone(),
                name: plan.filled(&of.body.name),
                how: who.into_iter().chain((!how.is_empty()).then_some(how)).collect::<Vec<_>>().join(" · "),
                message: plan.filled(&of.body.message),
                told: told.map(|told| (told.when, self.actor(told.by))),
            }
        };
        plan.stakeholders.iter().map(row).collect()
    }

    /// A role of the plan, or somebody of it, in words.
    fn teller(&self, name: &str) -> String {
        let person = self.around.plan.people.iter().find(|person| person.id == name);
        person.map_or_else(|| self.role_word(name), |person| person.body.name.clone())
    }

    pub fn figures(&self) -> Vec<FigureRow> {
        let figures = self.room.state.figures.iter().rev();
        figures
            .map(|it| FigureRow { what: self.text(it.what), figure: it.figure, as_of: it.as_of, by: self.actor(it.by) })
            .collect()
    }

    pub fn legal(&self) -> Vec<LegalRow> {
        let words = self.words();
        let of = |clock: &Clock, declared: &Declared| match &clock.of {
            ClockOf::Legal(code) if clock.incident == declared.incident && clock.is_open() => {
                let term = legal::by_code(code)?;
                (term.matter == declared.matter).then(|| (term.reference.to_owned(), clock.terms.due))
            }
            _ => None,
        };
        let met = words.say("case-legal-met");
        let row = |declared: &Declared| {
            let clocks = self.room.state.clocks.values();
            let mut terms: Vec<_> = clocks.filter_map(|clock| of(clock, declared)).collect();
            // What was met, or is not asked for any more, is no unknown term.
            if terms.is_empty() && declared.known {
                terms.push((met.clone(), declared.since));
            }
            let (matter, start) =
                (words::case::matter(words, declared.matter), words::case::start(words, declared.start));
            LegalRow {
                what: format!("{matter} · {start}"),
                since: declared.since,
                by: self.actor(declared.by),
                why: self.text(declared.why),
                terms,
            }
        };
        self.room.state.declared.iter().map(row).collect()
    }

    /// What happened, the newest first.
    pub fn log(&self) -> Vec<LogRow> {
        let lines = self.room.records.iter().zip(&self.room.entries).rev().take(LINES);
        lines
            .map(|(record, entry)| LogRow {
                version: record.version,
                at: entry.at,
                by: self.actor(entry.by),
                what: self.happened(&entry.event),
                note: match &entry.event {
                    Event::Work(WorkEvent::Noted { text, .. }) => self.texts.get(text).cloned(),
                    _ => None,
                },
            })
            .collect()
    }

    pub fn advice(&self) -> Option<Told> {
        let words = self.words();
        let course = &self.room.state.course;
        let advice = advise(&course.answers?);
        let loudness = course.loudness.unwrap_or(advice.loudness);
        Some(Told {
            posture: words::case::posture(words, course.posture.unwrap_or(advice.posture)),
            rule: words::case::guideline(words, advice.guideline),
            loudness,
            how: words::case::loudness(words, loudness),
        })
    }

    pub fn languages(&self) -> Vec<(&'static str, String)> {
        let planned: Vec<Language> = self.around.plan.languages.iter().map(|said| said.value).collect();
        let all =
            if planned.is_empty() { vec![Language::Fr, Language::En, Language::Fy, Language::Nl] } else { planned };
        all.into_iter().map(|language| (language.code(), language.code().to_uppercase())).collect()
    }

    /// The plan's texts for this scenario, or those that belong to none.
    pub fn alternatives(&self) -> Vec<(String, String)> {
        let scenario = self.room.state.course.scenario.as_deref();
        let fits = |of: Option<&str>| of.is_none() || of == scenario;
        let replies = self.around.plan.replies.iter();
        let ours = replies.filter(|reply| fits(reply.body.scenario.as_ref().map(|said| said.value.as_str())));
        let begins = |text: &str| text.chars().take(90).collect::<String>();
        ours.map(|reply| (reply.id.clone(), begins(&self.around.plan.filled(&reply.body.text.value)))).collect()
    }

    /// Whether what the reader wrote is theirs alone to release.
    pub fn is_alone(&self) -> bool {
        use domain::setup::Size;
        self.room.state.opening.as_ref().is_some_and(|opening| opening.size == Size::Solo)
    }

    /// A stakeholder that nobody told yet: the first whom the plan names.
    pub fn untold(&self, skip: usize) -> Option<StakeholderRow> {
        let open = self.open.contains(&Verb::Tell);
        self.stakeholders().into_iter().filter(|row| open && row.told.is_none()).nth(skip)
    }
}
