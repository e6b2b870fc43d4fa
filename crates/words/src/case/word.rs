//! Names of the things in a case, as labels and within sentences.

use super::moment;
use crate::{Words, plan};
use domain::case::event::{Exit, FactStatus, Form, Ground, Left, Platform, Target, Thaw, Visibility};
use domain::case::legal::{Matter, Start};
use domain::case::state::Stage;
use domain::case::triage::{Guideline, Loudness};
use domain::plan::{Channel, Posture};

/// What kind of text.
pub fn form(words: &Words, form: Form) -> String {
    words.say(match form {
        Form::Holding => "case-word-form-holding",
        Form::Statement => "case-word-form-statement",
        Form::Update => "case-word-form-update",
        Form::Reply => "case-word-form-reply",
    })
}

/// Where a text goes.
pub fn target(words: &Words, target: &Target) -> String {
    match target {
        Target::Mention(_) => words.say("case-word-target-mention"),
        Target::Post(on) => words.name("case-word-target-post", &channel(words, *on)),
        Target::Mail(_) => words.say("case-word-target-mail"),
        Target::Conversation(number) => words.count("case-word-target-conversation", *number),
        Target::UpdatesPage => words.say("case-word-target-updates-page"),
        Target::ByHand(on) => words.name("case-word-target-by-hand", &channel(words, *on)),
    }
}

fn channel(words: &Words, channel: Channel) -> String {
    let word = match channel {
        Channel::Any => "any",
        Channel::Mastodon => "mastodon",
        Channel::Bluesky => "bluesky",
        Channel::X => "x",
        Channel::Facebook => "facebook",
        Channel::Instagram => "instagram",
        Channel::Review => "review",
        Channel::Mail => "mail",
        Channel::Site => "site",
        Channel::Phone => "phone",
        Channel::Counter => "counter",
        Channel::Press => "press",
    };
    plan::choice(words, "channel", word)
}

/// How far a text is.
pub fn stage(words: &Words, stage: &Stage) -> String {
    let at = |id, at| words.tell(id, &[("when", moment(words, at).into())]);
    let attempt = |id, attempt: u32| words.count(id, attempt.into());
    match stage {
        Stage::Writing => words.say("case-word-stage-writing"),
        Stage::Submitted(since) => at("case-word-stage-submitted", *since),
        Stage::Declined(_) => words.say("case-word-stage-declined"),
        Stage::Released(_) => words.say("case-word-stage-released"),
        Stage::Intended(after) => at("case-word-stage-intended", *after),
        Stage::Trying(number) => attempt("case-word-stage-trying", *number),
        Stage::Unknown(number) => attempt("case-word-stage-unknown", *number),
        Stage::Refused(number) => attempt("case-word-stage-refused", *number),
        Stage::Sent(when, _) => at("case-word-stage-sent", *when),
        Stage::Shelved => words.say("case-word-stage-shelved"),
    }
}

/// How well a fact is known.
pub fn fact_status(words: &Words, status: FactStatus) -> String {
    words.say(match status {
        FactStatus::Known => "case-word-fact-known",
        FactStatus::Probable => "case-word-fact-probable",
        FactStatus::Unknown => "case-word-fact-unknown",
        FactStatus::CannotSay => "case-word-fact-cannot-say",
    })
}

/// How loudly it is answered.
pub fn loudness(words: &Words, loudness: Loudness) -> String {
    words.say(match loudness {
        Loudness::Nothing => "case-word-loudness-nothing",
        Loudness::Answer => "case-word-loudness-answer",
        Loudness::Statement => "case-word-loudness-statement",
        Loudness::Everywhere => "case-word-loudness-everywhere",
    })
}

/// What stance is taken on responsibility, as the forms of the plan name it.
pub fn posture(words: &Words, posture: Posture) -> String {
    words.say(match posture {
        Posture::Deny => "form-word-deny",
        Posture::Diminish => "form-word-diminish",
        Posture::Rebuild => "form-word-rebuild",
        Posture::Bolster => "form-word-bolster",
        Posture::Inform => "form-word-inform",
    })
}

/// A rule of Situational Crisis Communication Theory (Coombs 2007), as it is quoted.
pub fn guideline(words: &Words, guideline: Guideline) -> String {
    words.say(match guideline {
        Guideline::InformFirst => "case-word-guideline-inform-first",
        Guideline::VictimInform => "case-word-guideline-victim-inform",
        Guideline::VictimWithHistory => "case-word-guideline-victim-with-history",
        Guideline::AccidentDiminish => "case-word-guideline-accident-diminish",
        Guideline::AccidentWithHistory => "case-word-guideline-accident-with-history",
        Guideline::PreventableRebuild => "case-word-guideline-preventable-rebuild",
        Guideline::UnfoundedDeny => "case-word-guideline-unfounded-deny",
    })
}

/// Who sees a note.
pub fn visibility(words: &Words, visibility: Visibility) -> String {
    words.say(match visibility {
        Visibility::Internal => "case-word-visibility-internal",
        Visibility::Client => "case-word-visibility-client",
        Visibility::Legal => "case-word-visibility-legal",
    })
}

/// Why a post was left alone.
pub fn left(words: &Words, left: Left) -> String {
    words.say(match left {
        Left::Allowed => "case-word-left-allowed",
        Left::Foreign => "case-word-left-foreign",
        Left::Unmapped => "case-word-left-unmapped",
    })
}

/// What is done with a held post.
pub fn thaw(words: &Words, thaw: Thaw) -> String {
    match thaw {
        Thaw::Reschedule(at) => words.tell("case-word-thaw-reschedule", &[("when", moment(words, at).into())]),
        Thaw::Rewrite => words.say("case-word-thaw-rewrite"),
        Thaw::Withdraw => words.say("case-word-thaw-withdraw"),
        Thaw::AsItWas => words.say("case-word-thaw-as-it-was"),
    }
}

/// What a legal term is about.
pub fn matter(words: &Words, matter: Matter) -> String {
    words.say(match matter {
        Matter::DataBreach => "case-word-matter-data-breach",
        Matter::DataBreachPeople => "case-word-matter-data-breach-people",
        Matter::PressOffence => "case-word-matter-press-offence",
        Matter::PressOffenceAggravated => "case-word-matter-press-offence-aggravated",
        Matter::RightOfReply => "case-word-matter-right-of-reply",
        Matter::RightOfReplyOwed => "case-word-matter-right-of-reply-owed",
        Matter::UnsafeFood => "case-word-matter-unsafe-food",
        Matter::UnsafeProduct => "case-word-matter-unsafe-product",
    })
}

/// From when a legal term counts.
pub fn start(words: &Words, start: Start) -> String {
    words.say(match start {
        Start::Awareness => "case-word-start-awareness",
        Start::Publication => "case-word-start-publication",
        Start::Demand => "case-word-start-demand",
    })
}

/// Why a mention took an exit, as a label of the form that asks for it.
pub fn exit(words: &Words, exit: Exit) -> String {
    words.say(match exit {
        Exit::AgainstRules(Platform::Violence) => "case-word-platform-violence",
        Exit::AgainstRules(Platform::Hatred) => "case-word-platform-hatred",
        Exit::AgainstRules(Platform::Harassment) => "case-word-platform-harassment",
        Exit::AgainstRules(Platform::PersonalData) => "case-word-platform-personal-data",
        Exit::AgainstRules(Platform::NotGenuine) => "case-word-platform-not-genuine",
        Exit::AgainstRules(Platform::Spam) => "case-word-platform-spam",
        Exit::AgainstRules(Platform::Impersonation) => "case-word-platform-impersonation",
        Exit::Illegal(Ground::Defamation) => "case-word-ground-defamation",
        Exit::Illegal(Ground::Insult) => "case-word-ground-insult",
        Exit::Illegal(Ground::Threat) => "case-word-ground-threat",
        Exit::Illegal(Ground::Hatred) => "case-word-ground-hatred",
        Exit::Illegal(Ground::Privacy) => "case-word-ground-privacy",
        Exit::Illegal(Ground::Counterfeit) => "case-word-ground-counterfeit",
        Exit::Illegal(Ground::Other) => "case-word-ground-other",
    })
}
