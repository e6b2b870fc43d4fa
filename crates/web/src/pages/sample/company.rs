//! Who acts together with all it can say, and a dossier.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::company::{DossierPage, ReviewView};
use domain::assess::{Company, Group, Kind, Part, ReviewBurst, Shared, Sign, Unseen};
use domain::id::MentionId;

/// Every sign, so that every sentence is seen.
const SIGNS: [Sign; 13] = [
    Sign::Synchrony { seconds: 10, count: 60, expected: 1_240 },
    Sign::Closeness { seconds: 2 },
    Sign::Density { pairs: 60, possible: 66 },
    Sign::SinglePurpose { share: 920 },
    Sign::OtherInterests { share: 600 },
    Sign::Popular { share: 700 },
    Sign::OneStretch { seconds: 3_000 },
    Sign::FewAccounts { count: 2 },
    Sign::FewObjects { count: 3 },
    Sign::Young { count: 9, known: 12 },
    Sign::Old { count: 9, known: 12 },
    Sign::Vanished { count: 7 },
    Sign::NothingMeasured,
];
const OF_REVIEWS: [Sign; 9] = [
    Sign::Arrival { count: 40, seconds: 3_600, expected: 3 },
    Sign::OneSided { stars: 1, share: 1_000, usual: None },
    Sign::OneOff { count: 38, known: 40, usual: 500, assumed: true },
    Sign::OneOff { count: 38, known: 40, usual: 310, assumed: false },
    Sign::Copied { count: 31, known: 40 },
    Sign::RealCustomers { count: 2 },
    Sign::NothingKnown { count: 4 },
    Sign::ArrivalUnknown,
    Sign::CrowdPossible,
];

pub(super) fn company() -> Company {
    let shared = |kind, members: &[usize]| Shared {
        kind,
        first: at(12),
        last: at(11),
        accounts: 12,
        others: 3,
        members: members.to_vec(),
        mentions: vec![MentionId(3), MentionId(4)],
    };
    let group = Group {
        accounts: 12,
        members: vec![MentionId(3), MentionId(4)],
        one_in: 4_000_000,
        first: at(12),
        last: at(2),
        shared: Kind::ALL.into_iter().map(|kind| shared(kind, &[0, 1])).collect(),
        objects: 9,
        signs_for: SIGNS[..6].to_vec(),
        signs_against: SIGNS[6..].to_vec(),
    };
    let pair = Group { accounts: 2, members: Vec::new(), signs_for: Vec::new(), ..group.clone() };
    let unseen = vec![
        Unseen::Few,
        Unseen::Ages { known: 3, accounts: 33 },
        Unseen::Nameless { count: 2 },
        Unseen::Pictures { known: 34, mentions: 80 },
        Unseen::Rest,
        Unseen::Terms { accounts: 2 },
    ];
    Company { share: Some(640), actions: 80, groups: vec![group, pair], more: 1, reviews: Some(burst()), unseen }
}

/// Somebody looked, and nobody acts together.
pub(super) fn nothing() -> Company {
    Company { actions: 80, unseen: vec![Unseen::Pictures { known: 0, mentions: 80 }], ..Company::default() }
}

fn burst() -> ReviewBurst {
    ReviewBurst {
        reviews: 40,
        alike: 34,
        own: 2,
        one_in: Some(1_000_000_000),
        first: at(31),
        last: at(2),
        signs_for: OF_REVIEWS[..5].to_vec(),
        signs_against: OF_REVIEWS[5..].to_vec(),
    }
}

impl Sample {
    pub(super) fn dossier(&self) -> DossierPage {
        let review = |text: &str, erased, evidence: [&[&str]; 3]| ReviewView {
            id: 3,
            author: Some(self.strange("Client Mécontent")),
            source: "Avis".into(),
            at: at(12),
            stars: Some(1),
            text: if text.is_empty() { String::new() } else { self.strange(text) },
            erased,
            url: Some(self.strange("https://avis.example/r/3")),
            evidence: evidence.map(|said| said.iter().map(|&one| one.to_owned()).collect()),
        };
        let alike = review("", false, [&["son compte avait 3 jours"], &[], &["l’âge de son compte"]]);
        let own = review("Pain froid, file longue.", false, [&[], &["des mots à lui"], &[]]);
        let unknown = ReviewView { author: None, stars: None, ..review("", true, [&[], &[], &["son texte"]]) };
        DossierPage {
            words: words(self.locale),
            shell: self.shell(Room::Bridge, "/signals/1-low-ratings-20261121T2204Z/dossier"),
            signal: "1-low-ratings-20261121T2204Z".into(),
            brand: "Boulangerie Martin".into(),
            burst: Some(burst()),
            parts: vec![(Part::Alike, 240, vec![alike]), (Part::Own, 1, vec![own]), (Part::Open, 1, vec![unknown])],
        }
    }

    pub(super) fn dossier_none(&self) -> DossierPage {
        DossierPage { burst: None, parts: Vec::new(), ..self.dossier() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::shell::Theme;
    use ::words::Locale;

    #[test]
    fn that_nobody_acts_together_is_said_where_enough_was_compared() {
        let sample = Sample { locale: Locale::En, theme: Theme::Auto, hostile: None };
        let mut bare = sample.assessment_bare();
        assert!(bare.keeps_no_company() && !sample.assessment().keeps_no_company());
        bare.found.company = Some(Company { unseen: vec![Unseen::Few], ..nothing() });
        assert!(!bare.keeps_no_company(), "too little was done to compare");
    }
}
