//! The answer to one mention: a text that waits, one that went out, one of which nobody knows; and nobody at it yet.

use super::{Sample, words};
use crate::pages::Kept;
use crate::pages::answer::{AnswerDraft, AnswerView};
use crate::pages::mentions::MentionPage;

impl Sample {
    pub(super) fn answer(&self) -> AnswerView {
        let draft = |number, may: Vec<&'static str>| AnswerDraft {
            number,
            target: words(self.locale).say("answer-by-hand"),
            text: (number != 2).then(|| self.strange("Bonjour, merci de nous l’avoir dit. Appelez-moi : Léa.")),
            stands: "relu".to_owned(),
            binding: "ab".repeat(32),
            findings: vec![(true, self.strange("« en principe »"), "Dites quand.".to_owned())],
            shown: r#"{"version":1,"stops":0,"warnings":0}"#.to_owned(),
            asked: Some(self.strange("Paul Roux")),
            may,
            attempt: 1,
            language: "fr",
            receipt: (number == 1).then(|| self.strange("https://m.example/1")),
        };
        AnswerView {
            mention: 41,
            case: None,
            holder: Some(self.strange("Léa Moreau")),
            is_mine: true,
            may_act: true,
            drafts: vec![
                draft(4, vec!["go", "submit", "revise"]),
                draft(3, vec!["approve", "send", "undo"]),
                draft(2, vec!["copied", "resolve"]),
                draft(1, Vec::new()),
            ],
            targets: vec![("account-3".to_owned(), self.strange("@rozenn@m.example"))],
            alternatives: vec![("merci".to_owned(), self.strange("Bonjour"))],
            languages: vec![("fr", "FR".to_owned())],
            people: self.people(),
            key: "0123456789abcdef".to_owned(),
            kept: Kept::of("draft", "", [("text".to_owned(), self.strange("Bonjour"))].into()),
            problem: Some(self.strange("On répond à cette mention ailleurs.")),
        }
    }

    /// Nobody is at it; or a case is.
    pub(super) fn mention_answered(&self, case: i64) -> MentionPage {
        let free = AnswerView { holder: None, is_mine: false, drafts: Vec::new(), problem: None, ..self.answer() };
        let answer = AnswerView { case: (case > 0).then_some(case), may_act: case == 0, ..free };
        MentionPage { crisis: case == 0, answer: Some(answer), ..self.mention() }
    }
}
