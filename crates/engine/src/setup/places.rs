//! Which of the places called watched are watched by a source.

use super::spot_name;
use domain::brand::{Brand, Place, Watch};
use domain::setup::Spot;
use domain::source::Source;
use words::Locale;

/// The places of a brand that are said to be watched, or seen through their mails, and to which no source listens: calm is not known there.
pub fn unheard<'b>(brand: &'b Brand, sources: &[Source]) -> Vec<&'b Place> {
    let theirs: Vec<&Source> =
        sources.iter().filter(|source| source.enabled && source.brand.is_none_or(|bound| bound == brand.id)).collect();
    let is_heard = |place: &Place| match place.watch {
        Watch::NotWatched => true,
        Watch::Mails => {
            let reads = |source: &&Source| matches!(source.kind.as_str(), "mailbox" | "pack");
            theirs.iter().any(|source| reads(source) || is_named(source, &place.name))
        }
        Watch::Watched => theirs.iter().any(|source| listens(source, &place.name)),
    };
    brand.places.iter().filter(|place| !is_heard(place)).collect()
}

/// Whether a source listens where a place is: by its kind, or by its name.
fn listens(source: &Source, place: &str) -> bool {
    let is = |spot: Spot| Locale::ALL.iter().any(|locale| squeezed(&spot_name(spot, *locale)) == squeezed(place));
    let by_kind = match source.kind.as_str() {
        "feed" => is(Spot::LocalPress) || is(Spot::Forums) || (source.brand.is_some() && is(Spot::OwnSite)),
        "mastodon" => is(Spot::Mastodon),
        // The demo's and the drills' packs speak for every place.
        "pack" => true,
        _ => false,
    };
    by_kind || is_named(source, place)
}

/// Whether one is named after the other: `Le Télégramme` and `letelegramme.fr`.
fn is_named(source: &Source, place: &str) -> bool {
    let (name, place) = (squeezed(&source.name), squeezed(place));
    // Of one letter, X, nothing is told by a part.
    let part = |long: &str, short: &str| short.chars().count() > 2 && long.contains(short);
    name == place || part(&name, &place) || part(&place, &name)
}

fn squeezed(name: &str) -> String {
    text::token::fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::brand::BrandRole;
    use domain::id::{BrandId, OrganisationId, SourceId};

    fn source(kind: &str, name: &str, brand: Option<i64>) -> Source {
        Source {
            id: SourceId(1),
            organisation: Some(OrganisationId(1)),
            brand: brand.map(BrandId),
            kind: kind.into(),
            name: name.into(),
            settings: "{}".into(),
            enabled: true,
        }
    }

    #[test]
    fn a_place_is_watched_where_a_source_listens_and_nowhere_else() {
        let place = |name: &str, watch| Place { name: name.into(), watch };
        let all = [
            ("Tripadvisor", Watch::Watched),
            ("La presse locale", Watch::Watched),
            ("Mastodon", Watch::Watched),
            ("Le Télégramme", Watch::Watched),
            ("X", Watch::Watched),
            ("Google", Watch::Mails),
            ("Instagram", Watch::NotWatched),
        ];
        let press = spot_name(Spot::LocalPress, Locale::Fr);
        let named = |name: &str| if name == "La presse locale" { press.clone() } else { name.to_owned() };
        let brand = Brand {
            id: BrandId(1),
            organisation: OrganisationId(1),
            name: "Martin".into(),
            role: BrandRole::Own,
            zone: "UTC".into(),
            own_accounts: Vec::new(),
            places: all.iter().map(|(name, watch)| place(&named(name), *watch)).collect(),
        };
        let left = |sources: &[Source]| -> Vec<String> {
            unheard(&brand, sources).into_iter().map(|place| place.name.clone()).collect()
        };
        let press = press.as_str();
        assert_eq!(left(&[]), ["Tripadvisor", press, "Mastodon", "Le Télégramme", "X", "Google"]);
        let feed = source("feed", "letelegramme.fr", None);
        assert_eq!(left(std::slice::from_ref(&feed)), ["Tripadvisor", "Mastodon", "X", "Google"]);
        let others = [
            source("webhook", "avis Tripadvisor", Some(1)),
            source("mastodon", "#martin", None),
            source("mailbox", "a@b", None),
        ];
        assert_eq!(left(&others), [press, "Le Télégramme", "X"], "X is in many names");
        let elsewhere = [source("mastodon", "#martin", Some(2)), Source { enabled: false, ..feed }];
        assert_eq!(left(&elsewhere).len(), 6, "another brand's source, and one that is paused");
    }
}
