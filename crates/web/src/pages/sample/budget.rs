//! How often a brand is told of, and how severity is judged.

use super::{Sample, at, words};
use crate::pages::Room;
use crate::pages::budget::{BudgetPage, BudgetsPage, SaidView};
use crate::pages::rubric::{Place, RubricPage, StepTyped, Typed, Wrong};
use askama::Template;
use domain::assess::{Factor, Rubric};
use domain::calibrate::Advice;
use domain::signal::{Budget, Often, Rarer};
use engine::budget::{InForce, Proposals, Trial};

impl Sample {
    /// Every page of budgets and of the rubric: name, HTML.
    pub(super) fn budget_pages(&self) -> Vec<(String, Result<String, askama::Error>)> {
        let many = |mut page: BudgetPage| {
            page.trial.present.rarer = Rarer { notice: 3.4, alert: 8.2 };
            page.trial.present.brands = 71;
            page.trial.advice = [Advice::Keep { labelled: 9, dismissed: 2 }, Advice::TooFew { labelled: 1, needed: 5 }];
            BudgetPage { may_configure: false, log: Vec::new(), ..page }
        };
        let house =
            RubricPage { own: false, may_configure: false, typed: Typed::from(&Rubric::default()), ..self.rubric() };
        let none = BudgetsPage {
            found: Proposals { tried: Vec::new(), few: 3, next: None },
            others: Vec::new(),
            may_configure: false,
            ..self.budgets()
        };
        vec![
            ("budget".to_owned(), self.budget().render()),
            ("budget-many".to_owned(), many(self.budget()).render()),
            ("budgets".to_owned(), self.budgets().render()),
            ("budgets-none".to_owned(), none.render()),
            ("rubric".to_owned(), house.render()),
            ("rubric-wrong".to_owned(), self.rubric().render()),
        ]
    }

    fn budget(&self) -> BudgetPage {
        let said = |often, who: Option<&str>, by_labels| SaidView {
            often,
            who: who.map(|who| self.strange(who)),
            by_labels,
            at: at(3_000),
        };
        let rarer = Advice::Rarer { often: Often::Month, labelled: 9, dismissed: 7, spared: 6 };
        let settings = engine::surge_settings().unwrap_or_default();
        let present = InForce { budget: Budget::default(), rarer: Rarer::NOT, brands: 1, settings };
        BudgetPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/brands/1/budget"),
            brand: (1, self.strange("Boulangerie Martin")),
            trial: Trial {
                present,
                from: at(90 * 1_440),
                counts: [
                    [(Often::Day, 61), (Often::Week, 12), (Often::Month, 4)],
                    [(Often::Month, 3), (Often::TwoMonths, 2), (Often::HalfYear, 1)],
                ],
                advice: [rarer, Advice::Keep { labelled: 6, dismissed: 0 }],
            },
            may_configure: true,
            log: vec![
                said([Often::Month, Often::TwoMonths], Some("Léa Moreau"), true),
                said([Often::Day, Often::HalfYear], None, false),
            ],
        }
    }

    fn budgets(&self) -> BudgetsPage {
        let trial = self.budget().trial;
        let keep = Trial { advice: [Advice::Keep { labelled: 9, dismissed: 2 }; 2], ..trial.clone() };
        let brand = |id, name: &str| domain::brand::Brand {
            id: domain::id::BrandId(id),
            organisation: domain::id::OrganisationId(1),
            name: self.strange(name),
            role: domain::brand::BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        BudgetsPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/budgets/1"),
            organisation: (1, self.strange("Agence du Port")),
            others: vec![(2, self.strange("Mairie"))],
            found: Proposals {
                tried: vec![(brand(1, "Boulangerie Martin"), trial), (brand(2, "Dunes"), keep)],
                few: 4,
                next: Some(domain::id::BrandId(2)),
            },
            may_configure: true,
        }
    }

    fn rubric(&self) -> RubricPage {
        let mut typed = Typed::from(&Rubric::default());
        for (factor, steps) in &mut typed.factors {
            if *factor == Factor::Reach {
                let (points, least) = ("2".to_owned(), String::new());
                steps.push(StepTyped { from: self.strange("10 000 000"), points, least });
            }
        }
        let wrong = |place, message| Wrong { place, message };
        typed.wrong = vec![
            Wrong::number(Place::Factor(Factor::Reach)),
            wrong(Place::Bounds, "rubric-wrong-order"),
            wrong(Place::Minutes, "rubric-wrong-minutes"),
        ];
        RubricPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/rubric/1"),
            organisation: (1, self.strange("Agence du Port")),
            others: vec![(2, self.strange("Boulangerie Martin"))],
            own: true,
            may_configure: true,
            typed,
        }
    }
}
