//! What every post is held against: the queries of all brands, and whose accounts do not count.

use crate::EngineError;
use domain::brand::Brand;
use domain::counter::counted_in;
use domain::id::{BrandId, OrganisationId, QueryId};
use domain::mention::{Arrival, Reading};
use domain::post::Post;
use domain::source::Source;
use jiff::SignedDuration;
use query::{Document, Matcher, Scratch};
use std::collections::{BTreeMap, BTreeSet};
use store::{Hit, Item, Store};
use text::{OwnNames, Reader};

/// A post older than this when it arrives is late: the detector looks back this far at every tick anyway.
pub const LATENESS: SignedDuration = SignedDuration::from_mins(60);

/// The queries and brands as they stood at one version of the store's rules.
pub struct Rules {
    version: i64,
    matcher: Matcher,
    queries: BTreeMap<u64, (OrganisationId, BrandId)>,
    brands: BTreeMap<BrandId, Watched>,
    refused: Vec<(QueryId, String)>,
    /// Whether a query asks for a language: only then are posts read before they are matched.
    asks_language: bool,
    reader: Reader,
}

struct Watched {
    organisation: OrganisationId,
    own_accounts: OwnAccounts,
    names: OwnNames,
}

/// The accounts that speak for a brand: its own, its agency's. What they publish is no mention.
pub(crate) struct OwnAccounts(BTreeSet<String>);

impl OwnAccounts {
    /// Those of a brand.
    pub(crate) fn of(brand: &Brand) -> Self {
        Self(brand.own_accounts.iter().map(|account| account_key(account)).collect())
    }

    /// Whether one of them published the post.
    pub(crate) fn published(&self, post: &Post) -> bool {
        let author = &post.author;
        [&author.handle, &author.native_id, &author.url]
            .into_iter()
            .flatten()
            .any(|account| self.0.contains(&account_key(account)))
    }
}

/// A post as queries see it: in the language that its source claims, and where it claims none, in the one it was read as.
pub(crate) fn document<'p>(source: &'p Source, post: &'p Post, read: Option<&Reading>) -> Document<'p> {
    Document {
        text: &post.text,
        lang: post.lang.as_deref().or(read.map(|reading| reading.lang.code())),
        source: Some(&source.kind),
        author: post.author.handle.as_deref(),
        followers: post.author.followers,
        rating: post.rating.and_then(|rating| rating.stars()),
    }
}

impl Rules {
    /// Reads them from the store. A query that no longer parses is left out and told of, never a reason to hear nothing.
    ///
    /// # Errors
    /// The store's.
    pub async fn load(store: &Store) -> Result<Self, EngineError> {
        let version = store.rules_version().await?;
        let mut rules = Self {
            version,
            matcher: Matcher::new(),
            queries: BTreeMap::new(),
            brands: BTreeMap::new(),
            refused: Vec::new(),
            asks_language: false,
            reader: Reader::new()?,
        };
        for organisation in store.organisations().await? {
            for brand in store.brands(organisation.id).await? {
                rules.watch(&brand);
            }
        }
        for saved in store.all_queries().await? {
            match query::parse(&saved.text) {
                Ok(parsed) => {
                    let id = saved.id.0.unsigned_abs();
                    rules.asks_language |= saved.text.contains("lang:");
                    rules.matcher.insert(id, &parsed);
                    rules.queries.insert(id, (saved.organisation, saved.brand));
                }
                Err(diagnostic) => rules.refused.push((saved.id, diagnostic.to_string())),
            }
        }
        Ok(rules)
    }

    /// The version of the store's rules these are.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Queries that could not be read, with the reason.
    pub fn refused(&self) -> &[(QueryId, String)] {
        &self.refused
    }

    /// The language a text is read as (BCP-47).
    pub fn language(&self, text: &str) -> &'static str {
        self.reader.read(text).lang.code()
    }

    fn watch(&mut self, brand: &Brand) {
        let (own_accounts, names) = (OwnAccounts::of(brand), OwnNames::of([brand.name.as_str()]));
        self.brands.insert(brand.id, Watched { organisation: brand.organisation, own_accounts, names });
    }

    /// Reads and matches posts on `workers` threads; the result is in the order of the posts whatever their number.
    pub fn items(&self, source: &Source, posts: Vec<Post>, history: bool, workers: usize) -> Vec<Item> {
        let share = posts.len().div_ceil(workers.max(1)).max(1);
        if share >= posts.len() {
            return self.some_items(source, &posts, history);
        }
        std::thread::scope(|scope| {
            let parts: Vec<_> =
                posts.chunks(share).map(|part| scope.spawn(move || self.some_items(source, part, history))).collect();
            parts
                .into_iter()
                .flat_map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        })
    }

    fn some_items(&self, source: &Source, posts: &[Post], history: bool) -> Vec<Item> {
        let mut scratch = Scratch::default();
        posts.iter().map(|post| self.item(source, post, history, &mut scratch)).collect()
    }

    fn item(&self, source: &Source, post: &Post, history: bool, scratch: &mut Scratch) -> Item {
        let early = (self.asks_language && post.lang.is_none()).then(|| read(&self.reader, &post.text));
        let concerned = self.concerned(source, post, early.as_ref(), scratch);
        if concerned.is_empty() {
            return Item { post: post.clone(), reading: None, hits: Vec::new(), keep: keeps_all(source) };
        }
        let mut reading = early.unwrap_or_else(|| read(&self.reader, &post.text));
        // Grave is what is grave for one of them: nobody's name hides it from another. Each looks again by its own name before it alerts.
        let of = |brand: &BrandId| self.reader.grave(&post.text, reading.lang, &self.brands.get(brand)?.names);
        reading.grave = concerned.keys().find_map(|(_, brand)| of(brand));
        let series = counted_in(post, &reading);
        let arrival = arrival(post, history);
        let hits = concerned
            .into_iter()
            .map(|((organisation, brand), queries)| Hit {
                organisation,
                brand,
                queries,
                arrival,
                series: series.clone(),
            })
            .collect();
        Item { post: post.clone(), reading: Some(reading), hits, keep: true }
    }

    /// The brands a post concerns, each with the queries it hit: by its words, or because its source is bound to the brand.
    fn concerned(
        &self,
        source: &Source,
        post: &Post,
        early: Option<&Reading>,
        scratch: &mut Scratch,
    ) -> BTreeMap<(OrganisationId, BrandId), Vec<QueryId>> {
        let mut concerned: BTreeMap<_, Vec<QueryId>> = BTreeMap::new();
        if let Some((brand, watched)) = source.brand.and_then(|brand| Some((brand, self.brands.get(&brand)?))) {
            concerned.insert((watched.organisation, brand), Vec::new());
        }
        let document = document(source, post, early);
        for id in self.matcher.matches(&document, scratch) {
            let Some(&(organisation, brand)) = self.queries.get(id) else { continue };
            if source.organisation.is_none_or(|owner| owner == organisation) {
                concerned.entry((organisation, brand)).or_default().push(QueryId(id.cast_signed()));
            }
        }
        concerned.retain(|(_, brand), _| !self.speaks_for(*brand, post));
        concerned
    }

    /// Whether the author is the brand itself, or its agency.
    fn speaks_for(&self, brand: BrandId, post: &Post) -> bool {
        self.brands.get(&brand).is_some_and(|watched| watched.own_accounts.published(post))
    }
}

/// How an account is compared: without `@`, scheme, closing slash or case.
pub(crate) fn account_key(account: &str) -> String {
    let account = account.trim().trim_start_matches('@');
    let account = account.strip_prefix("https://").or_else(|| account.strip_prefix("http://")).unwrap_or(account);
    account.trim_end_matches('/').to_lowercase()
}

fn arrival(post: &Post, history: bool) -> Arrival {
    let (event, _) = post.event_at();
    match () {
        () if history => Arrival::History,
        () if post.seen_at.duration_since(event) > LATENESS => Arrival::Late,
        () => Arrival::Live,
    }
}

/// Firehoses keep only what matched; everything else keeps all its posts, so that a back-test has something to test.
pub(crate) fn keeps_all(source: &Source) -> bool {
    let settings: serde_json::Value = serde_json::from_str(&source.settings).unwrap_or_default();
    settings.get("keep").and_then(serde_json::Value::as_str) != Some("matched")
}

/// What the reader says, as the store keeps it.
pub fn read(reader: &Reader, text: &str) -> Reading {
    let said = reader.read(text);
    Reading {
        reader: text::READER.to_owned(),
        lang: said.lang,
        polarity: said.polarity,
        p: said.p,
        kind: said.kind,
        fingerprint: said.fingerprint,
        grave: said.grave,
    }
}
