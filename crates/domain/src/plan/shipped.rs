//! The plans that ship, and one of them made one's own.

use super::change::{Change, ChangeError, Written, apply};
use super::read::read;
use crate::setup::Country;
use text::Language;

/// Whom one calls who is unwell, where no number is known for it; only the plans in English have one, for the United Kingdom.
const A_DOCTOR: &str = "a doctor";

/// Which plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A shop that one person looks after.
    Shop,
    /// A brand with a team.
    Brand,
    /// An agency's base plan.
    Agency,
    /// A client's differences over the agency's.
    Client,
    /// A public figure.
    Figure,
}

impl Kind {
    /// Every plan.
    pub const ALL: [Self; 5] = [Self::Shop, Self::Brand, Self::Agency, Self::Client, Self::Figure];

    /// The name in data and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Brand => "brand",
            Self::Agency => "agency",
            Self::Client => "client",
            Self::Figure => "figure",
        }
    }
}

/// The text of a plan that ships, in French, English, Frisian or Dutch.
pub fn shipped(kind: Kind, language: Language) -> Option<&'static str> {
    Some(match (kind, language) {
        (Kind::Shop, Language::Fr) => include_str!("../../../../plans/fr/shop.toml"),
        (Kind::Shop, Language::En) => include_str!("../../../../plans/en/shop.toml"),
        (Kind::Shop, Language::Fy) => include_str!("../../../../plans/fy/shop.toml"),
        (Kind::Shop, Language::Nl) => include_str!("../../../../plans/nl/shop.toml"),
        (Kind::Brand, Language::Fr) => include_str!("../../../../plans/fr/brand.toml"),
        (Kind::Brand, Language::En) => include_str!("../../../../plans/en/brand.toml"),
        (Kind::Brand, Language::Fy) => include_str!("../../../../plans/fy/brand.toml"),
        (Kind::Brand, Language::Nl) => include_str!("../../../../plans/nl/brand.toml"),
        (Kind::Agency, Language::Fr) => include_str!("../../../../plans/fr/agency.toml"),
        (Kind::Agency, Language::En) => include_str!("../../../../plans/en/agency.toml"),
        (Kind::Agency, Language::Fy) => include_str!("../../../../plans/fy/agency.toml"),
        (Kind::Agency, Language::Nl) => include_str!("../../../../plans/nl/agency.toml"),
        (Kind::Client, Language::Fr) => include_str!("../../../../plans/fr/client.toml"),
        (Kind::Client, Language::En) => include_str!("../../../../plans/en/client.toml"),
        (Kind::Client, Language::Fy) => include_str!("../../../../plans/fy/client.toml"),
        (Kind::Client, Language::Nl) => include_str!("../../../../plans/nl/client.toml"),
        (Kind::Figure, Language::Fr) => include_str!("../../../../plans/fr/figure.toml"),
        (Kind::Figure, Language::En) => include_str!("../../../../plans/en/figure.toml"),
        (Kind::Figure, Language::Fy) => include_str!("../../../../plans/fy/figure.toml"),
        (Kind::Figure, Language::Nl) => include_str!("../../../../plans/nl/figure.toml"),
        _ => return None,
    })
}

/// What is known of a brand when it chooses a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The brand's name.
    pub brand: Option<String>,
    /// The name of whoever leads.
    pub person: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Where anybody complains; empty where there is no such page, so that what names it is found wanting and no example is left.
    pub page: Option<String>,
    /// Where news stand; empty likewise.
    pub updates: Option<String>,
    /// The languages of its customers, the main one first; those of the plan where none are known.
    pub languages: Vec<Language>,
    /// The code of the country whose law applies.
    pub country: Option<String>,
    /// The IANA zone that its hours are meant in.
    pub zone: Option<String>,
}

/// A plan with the names and numbers of those whose plan it is.
///
/// # Errors
/// Where the text is no plan; the plans that ship are, as a test says.
pub fn made_ones_own(text: &str, owner: &Owner) -> Result<String, ChangeError> {
    let (plan, _) = read(text, None);
    let lead = plan.roles.iter().find(|role| role.id == "lead").and_then(|role| role.body.people.first());
    let lead = lead.map_or("owner", |first| first.value.as_str());
    let set = |section: &str, id: Option<&str>, field: &str, said: &Option<String>| {
        let to = said.as_ref().filter(|said| !said.trim().is_empty())?;
        Some(Change {
            section: section.to_owned(),
            id: id.map(str::to_owned),
            field: Some(field.to_owned()),
            from: None,
            to: Some(Written::Text(to.trim().to_owned())),
        })
    };
    let blank = |name: &str, said| plan.blanks.iter().any(|(of, _)| of == name).then(|| set("blank", None, name, said));
    let public = |name: &str, said: &Option<String>| {
        let to = Some(Written::Text(said.as_ref()?.trim().to_owned()));
        let (section, field) = ("blank".to_owned(), Some(name.to_owned()));
        let is_there = plan.blanks.iter().any(|(of, _)| of == name);
        is_there.then_some(Change { section, id: None, field, from: None, to })
    };
    // The numbers of the plan that ships are those of its own country.
    let elsewhere = owner.country.as_deref().filter(|code| plan.country.as_deref() != Some(code));
    let emergency = elsewhere.and_then(Country::from_code).map(|country| country.emergency().to_owned());
    let doctor = elsewhere.map(|_| A_DOCTOR.to_owned());
    let spoken = owner.languages.iter().map(|language| language.code().to_owned()).collect();
    let languages = (!owner.languages.is_empty()).then(|| Change {
        section: "plan".to_owned(),
        id: None,
        field: Some("languages".to_owned()),
        from: None,
        to: Some(Written::List(spoken)),
    });
    let changes = [
        blank("emergency", &emergency).flatten(),
        blank("doctor", &doctor).flatten(),
        blank("brand", &owner.brand).flatten(),
        blank("phone", &owner.phone).flatten(),
        blank("email", &owner.email).flatten(),
        // Whoever asks for the press gets somebody of the house, and not an example.
        blank("press", &owner.phone).flatten(),
        public("page", &owner.page),
        public("updates", &owner.updates),
        languages,
        set("plan", None, "country", &owner.country),
        set("plan", None, "zone", &owner.zone),
        set("person", Some(lead), "name", &owner.person),
        set("person", Some(lead), "phone", &owner.phone),
        set("person", Some(lead), "email", &owner.email),
    ];
    apply(text, &changes.into_iter().flatten().collect::<Vec<_>>())
}
