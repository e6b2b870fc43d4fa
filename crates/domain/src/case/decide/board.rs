//! The fact board. Nothing is taken off it.

use super::{Case, Command, Decided, Refusal};
use crate::case::event::{BoardEvent, ClockOf, FactSource, FactStatus, SpeechEvent};
use crate::case::state::{Fact, Stage, next};

impl Case<'_> {
    pub(super) fn board(&mut self, command: &Command) -> Decided {
        match command {
            Command::State { key, status, text, source, capture } => {
                self.person()?;
                founded(*status, *source)?;
                let fact = next(&self.state.facts);
                let (key, status, text) = (key.clone(), *status, *text);
                let (source, capture) = (*source, *capture);
                self.emit(BoardEvent::Stated { key, fact, status, text, source, capture });
            }
            Command::Move { fact, to, source, capture, why } => {
                let found = self.fact(*fact)?;
                if found.retracted {
                    return Err(Refusal::Retracted);
                }
                founded(*to, source.or(found.source))?;
                // The same status with another source, or with a proof, is news too.
                let news = |given: Option<FactSource>| given.is_some() && given != found.source;
                let proved = capture.is_some() && *capture != found.capture;
                if found.status != *to || news(*source) || proved {
                    let (fact, to, source, capture, why) = (*fact, *to, *source, *capture, *why);
                    self.emit(BoardEvent::Moved { fact, to, source, capture, why });
                    self.recall();
                }
            }
            Command::Retract { fact, why } if !self.fact(*fact)?.retracted => {
                self.emit(BoardEvent::Retracted { fact: *fact, why: *why });
                self.recall();
            }
            _ => {}
        }
        Ok(())
    }

    fn fact(&self, fact: u32) -> Result<&Fact, Refusal> {
        self.state.facts.get(&fact).ok_or(Refusal::Missing { what: "fact", number: fact.into() })
    }

    /// Texts on their way to the public that rest on what no longer carries them go back to be written. What is being sent, or out, is to be corrected.
    fn recall(&mut self) {
        let moving = |stage: &Stage| {
            matches!(stage, Stage::Submitted(_) | Stage::Released(_) | Stage::Intended(_) | Stage::Refused(_))
        };
        let weak: Vec<(u32, u32)> = self
            .state
            .drafts
            .iter()
            .filter(|(_, draft)| moving(&draft.stage))
            .filter_map(|(number, draft)| Some((*number, *self.state.weak(&draft.wording.cites).first()?)))
            .collect();
        for (draft, fact) in weak {
            self.emit(SpeechEvent::Recalled { draft, fact });
            self.drop_clock(&ClockOf::Approval(draft));
        }
    }
}

/// What is known has a source; a conclusion is at best probable.
fn founded(status: FactStatus, source: Option<FactSource>) -> Decided {
    match (status, source) {
        (FactStatus::Known, None | Some(FactSource::Inferred)) | (FactStatus::Probable, None) => Err(Refusal::Source),
        _ => Ok(()),
    }
}
