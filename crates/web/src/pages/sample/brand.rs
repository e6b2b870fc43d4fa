//! The brands of the settings, and one of them with a query that cannot be read.

use super::{Sample, words};
use crate::pages::brand::{BrandPage, QueryView, SettingsPage};
use crate::pages::shell::Room;
use domain::brand::{BrandRole, Watch};

impl Sample {
    pub(super) fn settings(&self) -> SettingsPage {
        SettingsPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings"),
            brands: vec![
                (1, "Boulangerie Martin".into(), BrandRole::Own, 2),
                (5, "Pains & Cie".into(), BrandRole::Competitor, 1),
            ],
            inspects: true,
            houses: vec![(1, "Agence du Port".into()), (2, self.strange("Maison Dunes"))],
        }
    }

    pub(super) fn brand(&self) -> BrandPage {
        let query = |id, name: &str, text: &str, hits| QueryView {
            id,
            name: name.into(),
            text: text.into(),
            hits,
            wrong: false,
        };
        BrandPage {
            words: words(self.locale),
            shell: self.shell(Room::Settings, "/settings/brands/1"),
            id: 1,
            name: "Boulangerie Martin".into(),
            role: BrandRole::Own,
            zone: "Europe/Paris".into(),
            own_accounts: "@boulangerie_martin\n@agenceduport".into(),
            queries: vec![
                query(1, "nom et fautes de frappe", "\"boulangerie martin\" OR (martin NEAR/5 galette)", 75),
                query(2, "galette + verre", "galette AND (verre OR bless*) -concours", 29),
            ],
            draft: Some(("risque".into(), "galette AND (verre OR".into())),
            problem: Some(self.problem()),
            places: vec![("Google".into(), Watch::Watched), ("Instagram".into(), Watch::NotWatched)],
            problems: Vec::new(),
        }
    }
}
