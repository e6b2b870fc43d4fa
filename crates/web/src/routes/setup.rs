//! The set-up: by its link, step by step, to a login and from there to [the phone](super::phone). Its state is in the store; the browser holds the link's secret and nothing else.

use super::bridge::failed;
use super::desk::{cookie, page, theme};
use super::login::{let_in, set_cookie};
use super::settings::places_of;
use crate::auth::doorstep::LASTS;
use crate::auth::principal::session_now;
use crate::auth::{password, secret};
use crate::error::Failure;
use crate::installable::{MANIFEST, WORKER};
use crate::pages::Shell;
use crate::pages::setup::{AccountPage, ClosedPage, FieldsPage, PlacesPage, ProposalPage, SizePage};
use crate::state::{App, Site};
use axum::extract::{FromRequestParts, Path, Query, RawForm, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::Role;
use domain::setup::{Country, FieldError, Fields, Proposal, Size};
use engine::setup::{Answers, Chosen, Invited, Step};
use serde::Deserialize;
use store::NewPerson;
use words::{Locale, Words};

/// Accounts of the house taken from the form, and bytes of one.
const ACCOUNTS: (usize, usize) = (50, 500);

/// Lets nobody see anything while nobody has a login: every page says how to get in, and nothing else.
pub async fn door(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let open = ["/setup", "/preferences", MANIFEST, WORKER].contains(&path)
        || ["/setup/", "/assets/"].iter().any(|p| path.starts_with(p));
    match app.doorstep.is_peopled(&app.world.store).await {
        Ok(false) if !open => closed(&app, request.headers(), false),
        Ok(_) => next.run(request).await,
        Err(error) => Failure::from(error).into_response(),
    }
}

fn closed(app: &App, headers: &HeaderMap, over: bool) -> Response {
    let words = Words::new(locale(headers, ""), "UTC", session_now());
    page(&ClosedPage { words, shell: outside(app, headers, "/setup"), over })
        .unwrap_or_else(IntoResponse::into_response)
}

/// The language chosen in this browser, else the one of the set-up, else the browser's own.
fn locale(headers: &HeaderMap, chosen: &str) -> Locale {
    let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let here = cookie(headers, "vigie-locale").and_then(Locale::from_code);
    here.or_else(|| Locale::from_code(chosen)).unwrap_or_else(|| Locale::negotiate(said))
}

fn outside(app: &App, headers: &HeaderMap, path: &str) -> Shell {
    Shell { theme: theme(headers), plain_http: app.site.plain_http, ..Shell::outside(path) }
}

/// The name of the cookie that holds the link's secret.
fn key_cookie(site: &Site) -> &'static str {
    if site.secure_cookies { "__Host-vigie-setup" } else { "vigie-setup" }
}

/// What the link carries.
#[derive(Deserialize)]
pub struct Link {
    #[serde(default)]
    key: String,
}

/// By the link, or by its secret that this browser keeps: on from where it was left. The browser keeps the secret, and the address is clean again. Looking at a
/// link uses nothing up.
pub async fn enter(State(app): State<App>, headers: HeaderMap, Query(link): Query<Link>) -> Result<Response, Failure> {
    if link.key.is_empty() {
        let Some(key) = cookie(&headers, key_cookie(&app.site)) else { return Ok(closed(&app, &headers, false)) };
        let known = app.world.store.setup(&secret::digest(key), session_now()).await?;
        return Ok(known.map_or_else(|| closed(&app, &headers, true), |answers| left(&answers)));
    }
    let known = app.world.store.setup(&secret::digest(&link.key), session_now()).await?;
    let Some(answers) = known else { return Ok(closed(&app, &headers, true)) };
    let kept = set_cookie(&app.site, key_cookie(&app.site), &link.key, LASTS.as_secs());
    Ok(([(header::SET_COOKIE, kept)], left(&answers)).into_response())
}

/// The step at which a set-up was left; the first where nothing was answered. What cannot be read says so at its step.
fn left(answers: &str) -> Response {
    to(serde_json::from_str::<Answers>(answers).map_or(Step::Size, |answers| answers.reached))
}

/// A set-up that was begun in this browser.
pub struct Begun {
    app: App,
    digest: [u8; 32],
    answers: Answers,
    words: Words,
    shell: Shell,
}

impl FromRequestParts<App> for Begun {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let fail = IntoResponse::into_response;
        let key = cookie(&parts.headers, key_cookie(&app.site)).map(secret::digest);
        let Some(digest) = key else { return Err(closed(app, &parts.headers, false)) };
        let kept = app.world.store.setup(&digest, session_now()).await.map_err(|e| fail(Failure::from(e)))?;
        let Some(kept) = kept else { return Err(closed(app, &parts.headers, true)) };
        let mut answers: Answers =
            serde_json::from_str(&kept).map_err(|e| fail(Failure::Ours(format!("a set-up cannot be read: {e}"))))?;
        let locale = locale(&parts.headers, &answers.locale);
        locale.code().clone_into(&mut answers.locale);
        let shell = outside(app, &parts.headers, parts.uri.path());
        Ok(Self { app: app.clone(), digest, answers, words: Words::new(locale, "UTC", session_now()), shell })
    }
}

impl Begun {
    async fn save(&self) -> Result<(), Failure> {
        let text = serde_json::to_string(&self.answers).map_err(|e| Failure::Ours(e.to_string()))?;
        Ok(self.app.world.store.save_setup(&self.digest, &text).await?)
    }

    /// Keeps what was answered at a step and goes on to the next.
    async fn onward(mut self, from: Step) -> Result<Response, Failure> {
        self.answers.reached = self.answers.reached.max(from.next());
        self.save().await?;
        Ok(to(from.next()))
    }

    /// The step that is shown instead of one that is not open: who is invited chooses nothing but a login.
    fn elsewhere(&self, step: Step) -> Option<Step> {
        let last = self.answers.reached;
        let is_open = if self.answers.invited.is_some() { step == last } else { step <= last };
        (!is_open).then_some(last)
    }

    fn proposal(&self) -> Result<Proposal, Vec<FieldError>> {
        self.answers.proposal(&self.app.doorstep.servers)
    }

    fn sentences(&self, wrong: &[FieldError]) -> Vec<(&'static str, String)> {
        let mut said: Vec<_> = wrong.iter().map(|wrong| (wrong.field(), self.words.say(wrong.message()))).collect();
        said.dedup_by(|a, b| a.1 == b.1);
        said
    }
}

fn to(step: Step) -> Response {
    Redirect::to(&format!("/setup/{}", step.code())).into_response()
}

/// One step.
pub async fn show(Path(step): Path<String>, begun: Begun) -> Result<Response, Failure> {
    let step = Step::from_code(&step).ok_or(Failure::NotFound)?;
    if let Some(other) = begun.elsewhere(step) {
        return Ok(to(other));
    }
    match step {
        Step::Size => {
            let size = begun.answers.size;
            page(&SizePage { words: begun.words, shell: begun.shell, size })
        }
        Step::Brand => {
            let fields = begun.answers.fields.clone();
            page(&FieldsPage { words: begun.words, shell: begun.shell, fields, problems: Vec::new() })
        }
        Step::Proposal => proposal_page(begun, Vec::new()).await,
        Step::Places => places_page(begun, Vec::new()),
        Step::Account => {
            let contact = begun.answers.fields.contact.trim().to_owned();
            let email = if contact.contains('@') { contact } else { String::new() };
            account_page(begun, (String::new(), email), Vec::new()).await
        }
    }
}

/// What a form sends, in its order.
struct Form(Vec<(String, String)>);

impl Form {
    fn first(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Takes the answer to one step.
pub async fn answer(Path(step): Path<String>, mut begun: Begun, RawForm(raw): RawForm) -> Result<Response, Failure> {
    let form = Form(url::form_urlencoded::parse(&raw).into_owned().collect());
    let step = Step::from_code(&step).ok_or(Failure::NotFound)?;
    if let Some(other) = begun.elsewhere(step) {
        return Ok(to(other));
    }
    match step {
        Step::Size => {
            begun.answers.size = Size::from_code(form.first("size")).unwrap_or_default();
            let locale = Locale::from_code(form.first("locale")).unwrap_or(begun.words.locale());
            locale.code().clone_into(&mut begun.answers.locale);
            // As the preferences keep it, so that every page speaks it.
            let kept = format!("vigie-locale={}; Path=/; SameSite=Lax; Max-Age=31536000", locale.code());
            let answer = begun.onward(step).await?;
            Ok((AppendHeaders([(header::SET_COOKIE, kept)]), answer).into_response())
        }
        Step::Brand => brand(begun, &form).await,
        Step::Proposal => proposed(begun, &form).await,
        Step::Places => {
            let places = places_of(&raw);
            let bad = places.iter().any(|place| domain::name::checked(&place.name).is_err());
            begun.answers.places = Some(places);
            if bad {
                let said = vec![begun.words.say("name-problem")];
                return places_page(begun, said);
            }
            begun.onward(step).await
        }
        Step::Account => account(begun, &form).await,
    }
}

async fn brand(mut begun: Begun, form: &Form) -> Result<Response, Failure> {
    let field = |name: &str| form.first(name).trim().to_owned();
    let fields = Fields {
        name: field("name"),
        town: field("town"),
        trade: field("trade"),
        link: field("link"),
        contact: field("contact"),
        ..begun.answers.fields.clone()
    };
    let before = &begun.answers.fields;
    let told = |fields: &Fields| (fields.town.clone(), fields.link.clone(), fields.contact.clone());
    // What was chosen for another place is asked again.
    let country = fields.country.filter(|_| told(before) == told(&fields));
    let fields = Fields { country, ..fields };
    begun.answers.describe(fields.clone());
    if let Err(wrong) = begun.proposal() {
        let problems = begun.sentences(&wrong);
        return page(&FieldsPage { words: begun.words, shell: begun.shell, fields, problems });
    }
    begun.onward(Step::Brand).await
}

/// The proposal; the first look asks the proposed sources for examples.
async fn proposal_page(mut begun: Begun, problems: Vec<String>) -> Result<Response, Failure> {
    let Ok(proposal) = begun.proposal() else { return Ok(to(Step::Brand)) };
    if begun.answers.found.is_none() {
        let texts: Vec<String> = proposal.queries.iter().map(|query| query.text.clone()).collect();
        let (world, client) = (&begun.app.world, &begun.app.client);
        let looked = engine::setup::examples(world, client, None, &texts, &proposal.own_accounts, &proposal.sources);
        begun.answers.found = Some(looked.await.map_err(|e| Failure::Ours(e.to_string()))?);
        begun.save().await?;
    }
    let answers = &begun.answers;
    let kept: Vec<&str> = answers.kept(&proposal).iter().map(|query| query.text.as_str()).collect();
    let found = answers.found.clone().unwrap_or_default();
    let said = answers.said.iter().copied().chain(std::iter::repeat(None));
    let learnt = learnt(answers, &proposal)?;
    page(&ProposalPage {
        queries: proposal.queries.iter().map(|query| (query.clone(), kept.contains(&query.text.as_str()))).collect(),
        examples: found.examples.into_iter().zip(said).collect(),
        exclusions: learnt.into_iter().map(|e| (e.clone(), answers.exclusions.contains(&e.term))).collect(),
        troubles: found.troubles,
        competitor: answers.fields.competitor.clone(),
        country: proposal.country,
        expected: proposal.country_expected,
        languages: proposal.languages,
        opening: proposal.opening,
        own_accounts: proposal.own_accounts.join("\n"),
        problems,
        words: begun.words,
        shell: begun.shell,
    })
}

fn learnt(answers: &Answers, proposal: &Proposal) -> Result<Vec<domain::setup::Exclusion>, Failure> {
    if !answers.said.contains(&Some(false)) {
        return Ok(Vec::new());
    }
    let reader = text::Reader::new().map_err(|e| Failure::Ours(e.to_string()))?;
    Ok(answers.learnt(proposal, &reader))
}

/// Takes what was said of the proposal. What is newly learnt to be left out is shown before anybody goes on.
async fn proposed(mut begun: Begun, form: &Form) -> Result<Response, Failure> {
    let Ok(proposal) = begun.proposal() else { return Ok(to(Step::Brand)) };
    let ticked: Vec<usize> = form.all("query").filter_map(|index| index.parse().ok()).collect();
    let refused = proposal.queries.iter().enumerate().filter(|(index, _)| !ticked.contains(index));
    begun.answers.refused = refused.map(|(_, query)| query.text.clone()).collect();
    let examples = begun.answers.found.as_ref().map_or(0, |found| found.examples.len());
    let said = |index: usize| match form.first(&format!("example-{index}")) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    begun.answers.said = (0..examples).map(said).collect();
    let accounts = form.first("own_accounts").lines().map(str::trim).filter(|line| !line.is_empty());
    let accounts = accounts.filter(|line| line.len() <= ACCOUNTS.1).take(ACCOUNTS.0);
    begun.answers.own_accounts = Some(accounts.map(str::to_owned).collect());
    // What was only proposed is proposed anew when the town changes.
    let country = Country::from_code(form.first("country")).filter(|country| *country != proposal.country);
    begun.answers.fields.country = country.or(begun.answers.fields.country);
    form.first("competitor").trim().clone_into(&mut begun.answers.fields.competitor);
    let learnt = learnt(&begun.answers, &proposal)?;
    let is_fresh = |term: &str| !form.all("shown").any(|shown| shown == term);
    let left_out = |term: &str| is_fresh(term) || form.all("exclusion").any(|ticked| ticked == term);
    begun.answers.exclusions = learnt.iter().filter(|e| left_out(&e.term)).map(|e| e.term.clone()).collect();
    if begun.proposal().is_err() {
        // Only the competitor is new here.
        begun.answers.fields.competitor.clear();
        let said = vec![begun.words.say("setup-problem-competitor")];
        return proposal_page(begun, said).await;
    }
    if ticked.is_empty() {
        let said = vec![begun.words.say("setup-problem-no-query")];
        return proposal_page(begun, said).await;
    }
    if learnt.iter().any(|e| is_fresh(&e.term)) {
        begun.save().await?;
        return Ok(to(Step::Proposal));
    }
    begun.onward(Step::Proposal).await
}

fn places_page(begun: Begun, problems: Vec<String>) -> Result<Response, Failure> {
    let Ok(proposal) = begun.proposal() else { return Ok(to(Step::Brand)) };
    let chosen = begun.answers.chosen(proposal);
    let sources = chosen.sources.into_iter().map(|source| source.name).collect();
    page(&PlacesPage { words: begun.words, shell: begun.shell, places: chosen.places, sources, problems })
}

async fn account_page(
    begun: Begun,
    (name, email): (String, String),
    problems: Vec<String>,
) -> Result<Response, Failure> {
    let invited = match begun.answers.invited {
        Some(Invited { organisation, role, .. }) => {
            Some((begun.app.world.store.organisation(organisation).await?.name, role))
        }
        None => None,
    };
    let agency = begun.answers.size == Size::Agency && invited.is_none();
    page(&AccountPage { words: begun.words, shell: begun.shell, name, email, agency, invited, problems })
}

/// Makes the organisation and all that was chosen.
async fn opened(begun: &Begun, chosen: &Chosen) -> Result<OrganisationId, Failure> {
    let world = &begun.app.world;
    let organisation = engine::setup::organisation_of_nobody(world, &chosen.brand).await.map_err(failed)?;
    engine::setup::open(world, &organisation, chosen).await.map_err(failed)?;
    Ok(organisation.id)
}

/// The last step before somebody is logged in: makes their login, with the organisation that they set up or in the one that they are
/// invited to, and lets them in.
async fn account(begun: Begun, form: &Form) -> Result<Response, Failure> {
    let email = form.first("email").trim().to_lowercase();
    let said = form.first("name").trim().to_owned();
    let typed = form.first("password").to_owned();
    // Here one is woken, asked and let in again: it has to be an address that mail can reach.
    let parts = email.split_once('@').filter(|_| domain::mail::is_address(&email));
    let Some((local, _)) = parts else {
        let problem = begun.words.say("setup-problem-email");
        return account_page(begun, (said, email), vec![problem]).await;
    };
    // Who says no name is called by what their address begins with.
    let Ok(name) = domain::name::checked(if said.is_empty() { local } else { &said }) else {
        let problem = begun.words.say("complaint-wrong-name");
        return account_page(begun, (said, email), vec![problem]).await;
    };
    // One at a time, as at the login: each hash takes memory, and two of one name must not finish into one organisation.
    let _turn = super::login::DOOR.acquire().await.map_err(|e| Failure::Ours(e.to_string()))?;
    if begun.app.world.store.person_by_email(&email).await?.is_some() {
        let problem = begun.words.say("setup-problem-taken");
        return account_page(begun, (said, email), vec![problem]).await;
    }
    // A slow hash must not hold up the pages.
    let hashed = tokio::task::spawn_blocking(move || password::hash(&typed)).await;
    let password_hash = match hashed.map_err(|e| Failure::Ours(e.to_string()))? {
        Ok(hash) => hash,
        Err(password::PasswordError::TooShort) => {
            let least = [("least", (password::LEAST as i64).into())];
            let problem = begun.words.tell("setup-problem-password", &least);
            return account_page(begun, (said, email), vec![problem]).await;
        }
        Err(other) => return Err(Failure::Ours(other.to_string())),
    };
    let (organisation, membership, zone) = match begun.answers.invited {
        Some(invited @ Invited { organisation, .. }) => {
            if !engine::setup::holds(&begun.app.world.store, &invited, begun.app.world.clock.now())
                .await
                .map_err(failed)?
            {
                return Ok(closed(&begun.app, &HeaderMap::new(), true));
            }
            let brands = begun.app.world.store.brands(organisation).await?;
            (organisation, invited.membership(), brands.into_iter().next().map_or("UTC".to_owned(), |brand| brand.zone))
        }
        None => {
            let Ok(proposal) = begun.proposal() else { return Ok(to(Step::Brand)) };
            let chosen = begun.answers.chosen(proposal);
            (opened(&begun, &chosen).await?, Role::Owner.into(), chosen.zone)
        }
    };
    let hash = password_hash.clone();
    let locale = begun.words.locale().code().to_owned();
    let new = NewPerson { name, email: email.clone(), locale, zone, password_hash };
    let finished = begun.app.world.store.finish_setup(organisation, &begun.digest, (new, membership), session_now());
    let person = match finished.await {
        Ok(person) => person,
        // Somebody finished by this link a moment before.
        Err(store::Error::NotFound) => return Ok(to(Step::Size)),
        Err(error) => return Err(error.into()),
    };
    let cookies = let_in(&begun.app, &person, &hash).await?;
    let ended = (header::SET_COOKIE, set_cookie(&begun.app.site, key_cookie(&begun.app.site), "", 0));
    Ok((cookies, AppendHeaders([ended]), Redirect::to(super::phone::HERE)).into_response())
}
