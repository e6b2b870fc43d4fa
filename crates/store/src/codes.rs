//! The words that stand for the domain's values in the columns.

use domain::brand::BrandRole;
use domain::case::event::{Heat, Step};
use domain::mention::Arrival;
use domain::post::PostKind;
use text::{Kind, Polarity};

pub(crate) fn brand_role(role: BrandRole) -> &'static str {
    match role {
        BrandRole::Own => "own",
        BrandRole::Competitor => "competitor",
        BrandRole::Industry => "industry",
    }
}

pub(crate) fn brand_role_of(word: &str) -> Option<BrandRole> {
    [BrandRole::Own, BrandRole::Competitor, BrandRole::Industry].into_iter().find(|r| brand_role(*r) == word)
}

pub(crate) fn arrival(arrival: Arrival) -> &'static str {
    match arrival {
        Arrival::Live => "live",
        Arrival::Late => "late",
        Arrival::History => "history",
    }
}

pub(crate) fn arrival_of(word: &str) -> Option<Arrival> {
    [Arrival::Live, Arrival::Late, Arrival::History].into_iter().find(|a| arrival(*a) == word)
}

pub(crate) fn post_kind(kind: PostKind) -> &'static str {
    match kind {
        PostKind::Post => "post",
        PostKind::Comment => "comment",
        PostKind::Review => "review",
        PostKind::Article => "article",
        PostKind::Mail => "mail",
        PostKind::Report => "report",
    }
}

pub(crate) fn post_kind_of(word: &str) -> Option<PostKind> {
    const ALL: [PostKind; 6] =
        [PostKind::Post, PostKind::Comment, PostKind::Review, PostKind::Article, PostKind::Mail, PostKind::Report];
    ALL.into_iter().find(|k| post_kind(*k) == word)
}

pub(crate) fn polarity_of(word: &str) -> Option<Polarity> {
    Polarity::ALL.into_iter().find(|p| p.code() == word)
}

pub(crate) fn kind_of(word: &str) -> Option<Kind> {
    [Kind::Statement, Kind::Question, Kind::Complaint].into_iter().find(|k| k.code() == word)
}

pub(crate) fn step(step: Step) -> &'static str {
    match step {
        Step::Signal => "signal",
        Step::Paracrisis => "paracrisis",
        Step::Crisis => "crisis",
        Step::FollowUp => "follow_up",
        Step::Closed => "closed",
        Step::Dismissed => "dismissed",
    }
}

pub(crate) fn step_of(word: &str) -> Option<Step> {
    const ALL: [Step; 6] =
        [Step::Signal, Step::Paracrisis, Step::Crisis, Step::FollowUp, Step::Closed, Step::Dismissed];
    ALL.into_iter().find(|it| step(*it) == word)
}

pub(crate) fn heat(heat: Heat) -> &'static str {
    match heat {
        Heat::Calm => "calm",
        Heat::Notice => "notice",
        Heat::Alert => "alert",
    }
}

pub(crate) fn heat_of(word: &str) -> Option<Heat> {
    [Heat::Calm, Heat::Notice, Heat::Alert].into_iter().find(|it| heat(*it) == word)
}
