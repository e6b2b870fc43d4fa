//! An assessment with all it can say.

use super::{Sample, at};
use crate::pages::assessment::AssessmentView;
use domain::assess::{
    Assessment, Carrier, CauseFound, Crossing, Expected, Factor, Forecast, Origin, Override, Place, Reported, Rubric,
    Severity, Share, Subject, Unknown, Urgency, Vivid,
};
use domain::figure::Figure;
use domain::id::{MentionId, PersonId};
use text::Cause;

impl Sample {
    pub(super) fn assessment(&self) -> AssessmentView {
        let crossing =
            |place, minutes, count| Crossing { place, at: at(minutes), mention: MentionId(3), count, last: at(1) };
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
            crossings: vec![crossing(Place::Network, 18, 31), crossing(Place::Press, 6, 6)],
            causes: vec![CauseFound {
                cause: Cause::Safety,
                count: 27,
                share: 658,
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
            severity: Rubric::default().grade(&values, Some(said)),
            urgency: Urgency { answer_by: at(2), overdue: true, minutes: 60 },
            unknown: vec![Unknown::Organic, Unknown::Grave],
        };
        AssessmentView {
            found,
            carriers: vec![Some(self.strange("@nantes_infos")), None],
            members: vec![vec![Some(self.strange("@vrai_client_44")), None]],
            people: vec![(PersonId(2), "Léa Moreau".to_owned())],
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
                severity: Rubric::default().grade(&[], None),
                unknown: vec![Unknown::Cause, Unknown::Forecast],
                ..whole.found
            },
            carriers: Vec::new(),
            members: Vec::new(),
            people: Vec::new(),
        }
    }
}
