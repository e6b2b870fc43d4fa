//! An assessment with all it can say.

use super::{Sample, at};
use crate::pages::assessment::AssessmentView;
use domain::assess::{
    Aspect, Assessment, Beside, Carrier, CauseFound, Clocks, Crossing, Expected, Factor, Forecast, Left, Origin,
    Override, Place, Reached, Reported, Risen, Rubric, Severity, Share, Stands, Subject, Trade, Unknown, Urgency,
    Vivid, Watched,
};
use domain::brand::BrandRole;
use domain::case::event::{ClockOf, Step};
use domain::case::legal::Matter;
use domain::figure::Figure;
use domain::id::{BrandId, CaseId, MentionId, PersonId};
use domain::plan::ClockKind;
use text::Cause;

impl Sample {
    pub(super) fn assessment(&self) -> AssessmentView {
        let crossing = |place, minutes, count, source: &str| Crossing {
            place,
            at: at(minutes),
            mention: MentionId(3),
            count,
            last: at(1),
            sources: vec![
                Reached { source: self.strange(source), at: at(minutes) },
                Reached { source: "Nantes".to_owned(), at: at(minutes / 2) },
            ],
        };
        let expected = |minutes, mid, low, high, made| Expected {
            minutes,
            further: Figure::Estimated { mid, low, high },
            usual: i64::from(minutes) / 30,
            made,
            held: made / 2,
        };
        let carrier = |repeated, drawn| Carrier {
            mention: MentionId(4),
            count: 2,
            repeated,
            drawn,
            followers: Figure::Counted(12_400),
        };
        let said = Override {
            severity: Severity::Crisis,
            reason: self.strange("la mairie a appelé"),
            person: PersonId(2),
            at: at(5),
        };
        let values =
            [(Factor::Volume, Some(33)), (Factor::People, Some(33)), (Factor::Press, Some(6)), (Factor::Organic, None)];
        let found = Assessment {
            at: at(0),
            mentions: Figure::Counted(41),
            people: Figure::Counted(33),
            reach: Figure::Estimated { mid: 12_000, low: 9_000, high: 14_000 },
            isolated: true,
            negative: Some((712, 640, 780)),
            carriers: vec![carrier(14, Figure::AtLeast(220)), carrier(0, Figure::Unknown)],
            origin: Some(Origin { mention: MentionId(4), at: at(18), copies: 27, repeats: true }),
            crossings: vec![crossing(Place::Network, 18, 31, "Mastodon"), crossing(Place::Press, 6, 6, "Ouest")],
            causes: vec![CauseFound {
                cause: Cause::Safety,
                count: 27,
                share: 658,
                beyond: Some(26),
                words: vec!["verre".into(), "hôpital".into()],
            }],
            vivid: Some(Vivid { mention: MentionId(4) }),
            languages: vec![Share { label: "fr".into(), count: 40, share: 975 }],
            sources: Vec::new(),
            forecast: Forecast::Told(vec![
                expected(60, 60, 20, 140, 9),
                expected(360, 170, 40, 600, 1),
                expected(1_440, 260, 70, 1_200, 0),
            ]),
            reported: vec![Reported {
                subject: Subject::Cancelled,
                value: 12,
                note: self.strange("par téléphone"),
                person: PersonId(2),
                at: at(3),
            }],
            company: Some(super::company::company()),
            grave: None,
            beside: beside(),
            trade: Some(trade()),
            severity: Rubric::default().grade(&values, Some(said)),
            urgency: Urgency { answer_by: at(2), overdue: true, minutes: 60, clocks: Some(clocks()) },
            unknown: vec![Unknown::Organic, Unknown::Grave],
        };
        AssessmentView {
            found,
            carriers: vec![Some(self.strange("@nantes_infos")), None],
            members: vec![vec![Some(self.strange("@vrai_client_44")), None]],
            people: vec![(PersonId(2), "Léa Moreau".to_owned())],
            brands: vec![(BrandId(8), "Boulangerie du Port".to_owned()), (BrandId(9), "Le secteur".to_owned())],
        }
    }

    /// One of which hardly anything is known.
    pub(super) fn assessment_bare(&self) -> AssessmentView {
        let whole = self.assessment();
        AssessmentView {
            found: Assessment {
                carriers: Vec::new(),
                origin: None,
                crossings: Vec::new(),
                causes: Vec::new(),
                vivid: None,
                languages: Vec::new(),
                forecast: Forecast::Little,
                reported: Vec::new(),
                company: Some(super::company::nothing()),
                beside: Vec::new(),
                trade: Some(Trade::of(None, &[])),
                severity: Rubric::default().grade(&[], None),
                urgency: Urgency { clocks: Some(would()), ..whole.found.urgency },
                unknown: vec![Unknown::Cause, Unknown::Forecast],
                ..whole.found
            },
            carriers: Vec::new(),
            members: Vec::new(),
            people: Vec::new(),
            brands: Vec::new(),
        }
    }
}

/// Clocks of an open case in every way they stand.
fn clocks() -> Clocks {
    let left = |of, minutes, paused| Left { of, due: at(3), minutes, paused };
    let running = vec![
        left(ClockOf::Plan(ClockKind::FirstAssessment), -12, false),
        left(ClockOf::Plan(ClockKind::Holding), 43, false),
        left(ClockOf::Legal("gdpr-33".into()), 4_300, false),
        left(ClockOf::Plan(ClockKind::Full), 100, true),
    ];
    Clocks { case: Some(CaseId(3)), step: Step::Crisis, running, ask_counsel: Vec::new() }
}

/// What would run, of plan and law, and what nobody knows.
fn would() -> Clocks {
    let left = |of, minutes| Left { of, due: at(3), minutes, paused: false };
    let law = |code: &str, minutes| left(ClockOf::Legal(code.into()), minutes);
    let running = vec![
        law("gdpr-34", 0),
        left(ClockOf::Plan(ClockKind::FirstAssessment), 30),
        left(ClockOf::Plan(ClockKind::TeamAssembled), 60),
        left(ClockOf::Plan(ClockKind::Holding), 60),
        left(ClockOf::Plan(ClockKind::Full), 1_440),
        law("gdpr-33", 4_320),
        law("eu-food-19", 0),
    ];
    Clocks { case: None, step: Step::Paracrisis, running, ask_counsel: vec![Matter::UnsafeProduct] }
}

/// Every aspect, in every way it can stand.
fn beside() -> Vec<Beside> {
    let range = |mid, low, high| Figure::Estimated { mid, low, high };
    let one = |(n, aspect): (usize, Aspect)| {
        let stands = [Stands::Above, Stands::Usual, Stands::Below, Stands::Unknown][n % 4];
        let (now, usual) = match (stands, aspect.is_share()) {
            (Stands::Unknown, _) => (Figure::Unknown, Figure::Unknown),
            (_, true) => (range(460, 380, 540), range(120, 90, 160)),
            _ => (Figure::Counted(33), range(3, 0, 7)),
        };
        Beside { aspect, now, usual, stands }
    };
    Aspect::ALL.into_iter().enumerate().map(one).collect()
}

/// Two beside ours: one that rises as much, one that is calm.
fn trade() -> Trade {
    let risen = |observed, expected| Some(Risen { observed, expected, low: 0, high: 4 });
    let watched = |brand, role, observed, level| Watched { brand, role, risen: risen(observed, 1_200), level };
    let others = [
        watched(BrandId(8), BrandRole::Competitor, 29, Some(signal::Level::Alert)),
        watched(BrandId(9), BrandRole::Industry, 2, None),
    ];
    Trade::of(risen(41, 1_400), &others)
}
