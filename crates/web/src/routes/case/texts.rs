//! The texts of a case as its reader sees them.

use super::super::bridge::failed;
use super::verbs;
use super::view::View;
use crate::error::Failure;
use crate::pages::case::{ApartRow, DraftRow};
use domain::case::event::{Form, Rule, Target};
use domain::case::state::{Draft, Stage};
use domain::case::{Contradiction, Differs, Refusal, Verb, can, promised, without_login};
use engine::case::{self, Contradicted};
use jiff::Timestamp;
use text::wording::Weight;

impl View<'_> {
    pub async fn draft(&self, number: u32, draft: &Draft) -> Result<DraftRow, Failure> {
        let words = self.words();
        let found = match draft.is_open() {
            true => case::findings(&self.desk.app.world, &self.room, draft).await.map_err(failed)?,
            false => Vec::new(),
        };
        let findings = found.iter().map(|found| {
            let told = words::wording::finding(words, &found.finding);
            let what = words::wording::cited(words, &told, &found.words, found.in_subject);
            (found.finding.rule.weight() == Weight::Stop, what, told.fix)
        });
        let wording = &draft.wording;
        let kind = words::case::form(words, draft.form);
        let target = words::case::target(words, &wording.target);
        let account = self.around.platforms.iter().find(|(id, _)| *id == wording.account);
        let from = account.map(|(_, name)| format!(" · @{name}")).unwrap_or_default();
        let asked: Vec<String> = match draft.stage {
            Stage::Submitted(_) => draft.asked_now().into_iter().filter_map(|party| self.party(party)).collect(),
            _ => Vec::new(),
        };
        let promise = if draft.is_open() && draft.form != Form::Reply { self.promise(draft) } else { None };
        let ahead = promise.filter(|at| *at > self.now);
        let mut may = verbs::of(&self.open, &verbs::DRAFT, number);
        // Only what may be there, or was looked for, is to be looked for.
        let is_sought = matches!(draft.stage, Stage::Unknown(_)) || draft.not_found;
        may.retain(|what| *what != "resolve" || is_sought);
        Ok(DraftRow {
            number,
            what: format!("{kind} · {} · {target}{from}", wording.language.code()),
            text: self.texts.get(&wording.text).cloned(),
            letter: match wording.target {
                Target::Mail(to) => {
                    let said = |of| self.texts.get(&of).cloned().unwrap_or_default();
                    Some((said(to), wording.subject.map(said).unwrap_or_default()))
                }
                _ => None,
            },
            stands: words::case::stage(words, &draft.stage),
            binding: draft.binding.to_string(),
            findings: findings.collect(),
            against: if draft.is_open() { self.against(number) } else { Vec::new() },
            apart: self.apart(number),
            shown: serde_json::to_string(&draft.checked).unwrap_or_default(),
            asked: (!asked.is_empty()).then(|| words.name("case-asked", &asked.join(", "))),
            may,
            hindrance: self.hindrance(number, draft),
            promises: ahead.map(|at| self.field(at)).unwrap_or_default(),
            broken: promise.filter(|at| *at <= self.now),
            attempt: draft.attempts,
            language: wording.language.code(),
            receipt: match draft.stage {
                Stage::Sent(_, receipt) => self.texts.get(&receipt).cloned(),
                _ => None,
            },
        })
    }

    /// The hour that a text promises, as it was meant when its words were written.
    pub(super) fn promise(&self, draft: &Draft) -> Option<Timestamp> {
        use domain::case::event::{Event, SpeechEvent};
        let text = self.texts.get(&draft.wording.text)?;
        let written = self.room.entries.iter().rev().find(|entry| match &entry.event {
            Event::Speech(SpeechEvent::Drafted { wording, .. } | SpeechEvent::Revised { wording, .. }) => {
                wording.text == draft.wording.text
            }
            _ => false,
        });
        promised(text, written?.at, &self.zone())
    }

    /// Why it cannot be asked for or sent although it is its turn: what is to be mended first.
    fn hindrance(&self, number: u32, draft: &Draft) -> Option<String> {
        // It was prepared, and waits for the fallback's hour: of those who are asked, somebody has no login.
        if matches!(draft.stage, Stage::Submitted(_)) && draft.rule.as_ref().is_some_and(Rule::lacks) {
            let names = without_login(&self.seat(), self.room.state.course.step);
            let lost = (!names.is_empty()).then_some(Refusal::NoLogin(names));
            return lost.map(|refusal| words::case::refusal(self.words(), &refusal));
        }
        let verb = match draft.stage {
            Stage::Writing | Stage::Declined(_) => Verb::Submit(number),
            Stage::Released(_) | Stage::Refused(_) => Verb::Send(number),
            _ => return None,
        };
        match can(&self.room.state, &self.seat(), verb) {
            // What is carried there by hand is not sent, and who only reads is asked for nothing.
            Ok(_) | Err(Refusal::Role | Refusal::Stage(_)) => None,
            Err(refusal) => Some(words::case::refusal(self.words(), &refusal)),
        }
    }

    /// Where its words contradict those of a text that is out.
    fn apart(&self, number: u32) -> Vec<ApartRow> {
        let row = |one: Contradicted| {
            let id = match one.apart.differs {
                Differs::Number => "case-apart-number",
                Differs::When => "case-apart-when",
                Differs::Name => "case-apart-name",
                Differs::YesNo => "case-apart-yes-no",
            };
            let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
            ApartRow {
                what: self.words().count(id, one.against.into()),
                against: one.against,
                said: (one.said, at(one.apart.said.start)),
                here: (one.here, at(one.apart.here.start)),
                passed_over: one.passed_over,
            }
        };
        case::contradicted(&self.room, number).into_iter().map(row).collect()
    }

    fn against(&self, number: u32) -> Vec<String> {
        let words = self.words();
        let told = |found: &Contradiction| match *found {
            Contradiction::Stance { draft } => words.count("case-against-stance", draft.into()),
            Contradiction::Uncorrected { draft, fact } => words.tell(
                "case-against-uncorrected",
                &[("count", i64::from(draft).into()), ("fact", i64::from(fact).into())],
            ),
            Contradiction::Certainty { draft, fact } => words.tell(
                "case-against-certainty",
                &[("count", i64::from(draft).into()), ("fact", i64::from(fact).into())],
            ),
        };
        self.room.state.contradictions(number).iter().map(told).collect()
    }
}
