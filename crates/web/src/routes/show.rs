//! From what the store answers to what pages show.

use crate::pages::Figure;
use crate::pages::post::PostView;
use domain::id::PersonId;
use domain::mention::Arrival;
use store::MentionView;
use text::{Grave, Kind, Language, Polarity};

/// The words that make a text grave; none where it was erased.
pub fn grave_words(grave: &Grave, text: &str) -> Vec<String> {
    grave.words(text).map(str::to_owned).collect()
}

/// A mention as pages show it.
pub fn post_view(view: &MentionView, brand: &str, people: &[(i64, String)]) -> PostView {
    let (mention, post) = (&view.mention, &view.post.post);
    let name = |id: PersonId| {
        people.iter().find(|(person, _)| *person == id.0).map_or("?".to_owned(), |(_, name)| name.clone())
    };
    let reading = view.reading.as_ref();
    let polarity = reading.map_or(Polarity::Neutral, |r| r.polarity);
    PostView {
        id: mention.id.0,
        brand: brand.to_owned(),
        author: post.author.handle.clone().or_else(|| post.author.display.clone()),
        followers: Figure::from(post.author.followers),
        source: view.source_name.clone(),
        at: mention.at,
        text: post.text.clone(),
        url: post.url.clone(),
        stars: post.rating.and_then(|rating| rating.stars()).map(i64::from),
        language: reading.map_or(Language::Unknown, |r| r.lang),
        polarity,
        p: reading.map_or(0, |r| r.p[polarity as usize]),
        kind: reading.map_or(Kind::Statement, |r| r.kind),
        grave: reading.and_then(|r| r.grave.as_ref()).map(|grave| (grave.harm, grave_words(grave, &post.text))),
        late: mention.arrival == Arrival::Late,
        deleted: view.post.deleted_at.is_some(),
        erased: view.post.text_erased_at.is_some(),
        handled: mention.handled.map(|(person, at)| (name(person), at)),
        assigned: mention.assigned.map(name),
    }
}
