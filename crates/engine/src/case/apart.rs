//! Where the words of a draft contradict those of what is out, or may be: shown to who writes and who approves, never a refusal.

use super::Room;
use domain::case::state::Draft;
use domain::case::{Apart, apart};

/// A contradiction between the words of two texts of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradicted {
    /// The text that is out.
    pub against: u32,
    /// In what, and where in both.
    pub apart: Apart,
    /// What was said there.
    pub said: String,
    /// What is to be said.
    pub here: String,
    /// Whether somebody said why it stands all the same.
    pub passed_over: bool,
}

/// Where a draft contradicts, in its words, the texts of its case that are out or may be; but the one that it corrects.
pub fn contradicted(room: &Room, number: u32) -> Vec<Contradicted> {
    let Some(this) = room.state.drafts.get(&number).filter(|this| this.is_open()) else { return Vec::new() };
    let Some(here) = room.text(this.wording.text) else { return Vec::new() };
    let language = this.wording.language;
    let stands = |other: &Draft| other.may_be_out() && other.wording.language == language;
    let others = room
        .state
        .drafts
        .iter()
        .filter(|(other, it)| **other != number && this.corrects != Some(**other) && stands(it));
    let mut found = Vec::new();
    for (against, other) in others {
        let Some(said) = room.text(other.wording.text) else { continue };
        for apart in apart(said, here, language) {
            let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
            let place = (*against, at(apart.said.start), at(apart.here.start));
            found.push(Contradicted {
                against: *against,
                said: said[apart.said.clone()].to_owned(),
                here: here[apart.here.clone()].to_owned(),
                passed_over: this.passed_over.contains(&place),
                apart,
            });
        }
    }
    found
}
