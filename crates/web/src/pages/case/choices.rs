//! What the room's forms let choose from, in words.

use super::RoomPage;
use crate::pages::shell::Choice;
use domain::case::event::{Exit, FactStatus, Ground, Platform, Step};
use domain::case::legal::{Matter, Start};
use domain::case::triage::{Known, Loudness, Responsibility, Who};
use domain::plan::Posture;
use serde::Serialize;
use text::Cause;

const FACTS: [FactStatus; 4] = [FactStatus::Unknown, FactStatus::Probable, FactStatus::Known, FactStatus::CannotSay];
const POSTURES: [Posture; 4] = [Posture::Inform, Posture::Deny, Posture::Diminish, Posture::Rebuild];
const LOUD: [Loudness; 4] = [Loudness::Nothing, Loudness::Answer, Loudness::Statement, Loudness::Everywhere];
const STARTS: [Start; 3] = [Start::Awareness, Start::Publication, Start::Demand];

/// One of a list: its name as the API takes it, its words.
fn choices<T: Copy + PartialEq + Serialize>(all: &[T], is: Option<T>, says: impl Fn(T) -> String) -> Vec<Choice> {
    let choice = |one: &T| {
        let value = serde_json::to_value(one).unwrap_or_default();
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Choice { value, label: says(*one), chosen: Some(*one) == is }
    };
    all.iter().map(choice).collect()
}

impl RoomPage {
    fn known(&self, is: Known) -> Vec<Choice> {
        let says = |known| words::case::triage::known(&self.words, known);
        choices(&[Known::Unknown, Known::Yes, Known::No], Some(is), says)
    }

    pub(crate) fn hurt(&self) -> Vec<Choice> {
        self.known(self.answers.map(|answers| answers.hurt).unwrap_or_default())
    }

    /// What it is about; the empty one: nobody can tell yet.
    pub(crate) fn cause(&self) -> Vec<Choice> {
        let is = self.answers.and_then(|answers| answers.cause);
        let says = |cause| words::case::triage::cause(&self.words, cause);
        let unknown = Choice { value: String::new(), label: says(None), chosen: is.is_none() };
        [unknown].into_iter().chain(choices(&Cause::ALL, is, |cause| says(Some(cause)))).collect()
    }

    pub(crate) fn history(&self) -> Vec<Choice> {
        self.known(self.answers.map(|answers| answers.history).unwrap_or_default())
    }

    pub(crate) fn vivid(&self) -> Vec<Choice> {
        self.known(self.answers.map(|answers| answers.vivid).unwrap_or_default())
    }

    pub(crate) fn responsibility(&self) -> Vec<Choice> {
        let is = self.answers.map(|answers| answers.responsibility).unwrap_or_default();
        let all = [
            Responsibility::Unknown,
            Responsibility::Untrue,
            Responsibility::Victim,
            Responsibility::Accidental,
            Responsibility::Preventable,
        ];
        choices(&all, Some(is), |seen| words::case::triage::responsibility(&self.words, seen))
    }

    pub(crate) fn who(&self) -> Vec<Choice> {
        let is = self.answers.map(|answers| answers.who).unwrap_or_default();
        let says = |who| words::case::triage::who(&self.words, who);
        choices(&[Who::One, Who::Some, Who::Many, Who::Press], Some(is), says)
    }

    /// The steps that the reader can take now.
    pub(crate) fn steps(&self) -> Vec<Choice> {
        choices::<Step>(&self.next_steps, None, |step| words::case::step(&self.words, step))
    }

    pub(crate) fn statuses(&self) -> Vec<Choice> {
        choices(&FACTS, None, |status| words::case::fact_status(&self.words, status))
    }

    pub(crate) fn postures(&self) -> Vec<Choice> {
        choices(&POSTURES, self.posture, |posture| words::case::posture(&self.words, posture))
    }

    pub(crate) fn louder(&self) -> Vec<Choice> {
        let is = self.advice.as_ref().map(|advice| advice.loudness);
        choices(&LOUD, is, |loudness| words::case::loudness(&self.words, loudness))
    }

    pub(crate) fn matters(&self) -> Vec<Choice> {
        choices(&Matter::ALL, None, |matter| words::case::matter(&self.words, matter))
    }

    pub(crate) fn starts(&self) -> Vec<Choice> {
        choices(&STARTS, None, |start| words::case::start(&self.words, start))
    }

    /// Reasons for the platform.
    pub(crate) fn against_rules(&self) -> Vec<Choice> {
        choices(&Platform::ALL, None, |why| words::case::exit(&self.words, Exit::AgainstRules(why)))
    }

    /// Reasons of law.
    pub(crate) fn illegal(&self) -> Vec<Choice> {
        choices(&Ground::ALL, None, |why| words::case::exit(&self.words, Exit::Illegal(why)))
    }
}
