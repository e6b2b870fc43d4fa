//! Who acts together, on the signal's page, and the dossier of a burst of ratings.

use super::assessment::AssessmentView;
use crate::html::Html;
use crate::pages::Shell;
use crate::ties::ties;
use askama::Template;
use domain::assess::{Group, Part, ReviewBurst, Shared, Sign, Unseen};
use jiff::Timestamp;
use words::Words;
use words::company;

/// A member of a group: its first mention, and its name where that is known.
type Member<'a> = (i64, Option<&'a String>);

impl AssessmentView {
    /// How much is people's own, in a sentence.
    pub(crate) fn share_line(&self, words: &Words) -> String {
        match self.found.company.as_ref().and_then(|company| company.share) {
            Some(share) => words.tell("company-share", &[("share", words.percent(share).into())]),
            None => words.say("company-share-unknown"),
        }
    }

    /// Groups: their place, and their members with their names.
    pub(crate) fn grouped(&self) -> Vec<(usize, &Group, Vec<Member<'_>>)> {
        let groups = self.found.company.iter().flat_map(|company| &company.groups);
        let named = |place: usize, group: &Group| -> Vec<Member<'_>> {
            let names = self.members.get(place).into_iter().flatten().map(Option::as_ref);
            group.members.iter().map(|mention| mention.0).zip(names.chain(std::iter::repeat(None))).collect()
        };
        groups.enumerate().map(|(place, group)| (place, group, named(place, group))).collect()
    }

    pub(crate) fn burst(&self) -> Option<&ReviewBurst> {
        self.found.company.as_ref()?.reviews.as_ref()
    }

    /// Whether it was looked for and nothing stands out.
    pub(crate) fn keeps_no_company(&self) -> bool {
        let company = self.found.company.as_ref();
        company.is_some_and(|of| {
            of.groups.is_empty() && of.reviews.is_none() && !of.unseen.iter().any(|what| matches!(what, Unseen::Few))
        })
    }

    pub(crate) fn more_groups(&self, words: &Words) -> Option<String> {
        let more = self.found.company.as_ref()?.more;
        (more > 0).then(|| words.count("company-more", more))
    }

    pub(crate) fn unseen(&self, words: &Words) -> Vec<String> {
        let unseen = self.found.company.iter().flat_map(|company| &company.unseen);
        unseen.map(|what| company::unseen(words, what)).collect()
    }
}

/// The picture of a group.
pub(crate) fn picture(words: &Words, place: &usize, group: &Group) -> Html {
    ties(words, &format!("ties-{place}"), group)
}

/// From when to when.
pub(crate) fn span(words: &Words, first: Timestamp, last: Timestamp) -> String {
    format!("{} {} – {}", words.date(first), words.time(first), words.time(last))
}

pub(crate) fn signs(words: &Words, signs: &[Sign]) -> Vec<String> {
    signs.iter().map(|sign| company::sign(words, sign)).collect()
}

/// The burst in a line, and how seldom it is.
pub(crate) fn burst_line(words: &Words, burst: &ReviewBurst) -> String {
    [company::burst(words, burst)].into_iter().chain(company::seldom(words, burst)).collect::<Vec<_>>().join(" ")
}

/// Those of a group that are not listed.
pub(crate) fn others(words: &Words, group: &Group) -> Option<String> {
    let others = group.accounts - group.members.len() as i64;
    (others > 0).then(|| words.count("company-others", others))
}

/// How many shared it, and which of those listed.
pub(crate) fn sharers(words: &Words, shared: &Shared) -> String {
    let listed: Vec<String> = shared.members.iter().map(|place| (place + 1).to_string()).collect();
    let all = words.number(shared.accounts);
    if listed.is_empty() { all } else { format!("{all} ({})", listed.join(", ")) }
}

pub(crate) fn objects(words: &Words, group: &Group) -> String {
    let shown = group.shared.len() as i64;
    words.tell("company-objects", &[("shown", shown.into()), ("count", group.objects.into())])
}

pub(crate) fn shared_kind(words: &Words, shared: &Shared) -> String {
    company::kind(words, shared.kind)
}

/// The account's name, or that it was erased.
pub(crate) fn member(words: &Words, name: &Option<&String>) -> Html {
    match name {
        Some(name) => crate::untrusted::text(name),
        None => Html::new(crate::html::escape(&words.say("carrier-erased"))),
    }
}

/// The dossier page.
#[derive(Clone, Debug, Template)]
#[template(path = "dossier.html")]
pub struct DossierPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The signal.
    pub signal: String,
    /// The brand's name.
    pub brand: String,
    /// The burst; `None` where the signal's mentions are no ratings.
    pub burst: Option<ReviewBurst>,
    /// Its parts in their order: how many reviews each holds, and those shown.
    pub parts: Vec<(Part, i64, Vec<ReviewView>)>,
}

/// One review of a dossier.
#[derive(Clone, Debug)]
pub struct ReviewView {
    /// Its mention.
    pub id: i64,
    /// Who wrote it.
    pub author: Option<String>,
    /// The source's name.
    pub source: String,
    /// When it came.
    pub at: Timestamp,
    /// Stars of five.
    pub stars: Option<i64>,
    /// Its text as written; empty for a rating alone.
    pub text: String,
    /// Whether its text was erased.
    pub erased: bool,
    /// Its page.
    pub url: Option<String>,
    /// For, against, not known: in words.
    pub evidence: [Vec<String>; 3],
}

impl DossierPage {
    pub(crate) fn title(&self) -> String {
        self.words.name("dossier-title", &self.brand)
    }

    pub(crate) fn heading(&self, part: &Part, count: &i64) -> String {
        let id = match part {
            Part::Alike => "dossier-alike",
            Part::Own => "dossier-own",
            Part::Open => "dossier-open",
        };
        self.words.count(id, *count)
    }

    pub(crate) fn rest(&self, count: &i64, shown: &[ReviewView]) -> Option<String> {
        let rest = count - shown.len() as i64;
        (rest > 0).then(|| self.words.count("dossier-rest", rest))
    }
}

impl ReviewView {
    /// What is said of it: the word, then the evidence.
    pub(crate) fn told(&self, words: &Words) -> Vec<(String, String)> {
        let of = ["dossier-for", "dossier-against", "dossier-unknown"].map(|id| words.say(id));
        let said = of.into_iter().zip(&self.evidence).filter(|(_, evidence)| !evidence.is_empty());
        said.map(|(word, evidence)| (word, evidence.join(" · "))).collect()
    }
}
