//! A world with two organisations, each with one of everything, and a way to ask it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::brand::BrandRole;
use domain::case::Key;
use domain::case::event::Step;
use domain::complaint::Channel;
use domain::counter::Series;
use domain::id::{BrandId, MentionId, OrganisationId, PersonId, QueryId, SourceId};
use domain::incoming::{Enclosed, Incoming};
use domain::organisation::Role;
use domain::post::Post;
use domain::publish::{Length, Tool};
use domain::source::{Delivery, Source};
use engine::bus::Bus;
use engine::case::{Alarm, Caller, crisis};
use engine::complaint::{Filed, Filing, Sent, Wanted};
use engine::ingest::{Ingest, Manner};
use engine::setup::Invited;
use engine::waking::Waking;
use engine::world::{Clock, World};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use signal::why::Frozen;
use std::sync::{Arc, OnceLock};
use store::{
    NewAccount, NewBrand, NewDrill, NewPerson, NewScheduled, NewSignal, NewSource, NewTarget, NewTool, ScheduledRow,
    Settlement, Store,
};
use tower::ServiceExt;
use web::auth::secret;
use web::state::{App, Site};

pub const HOST: &str = "vigie.test";
pub const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// Now, in the tests' world.
pub fn now() -> Timestamp {
    "2026-11-22T02:00:00Z".parse().unwrap()
}

/// One organisation with one of everything.
pub struct Tenant {
    pub id: OrganisationId,
    pub brand: BrandId,
    pub query: QueryId,
    pub source: Source,
    pub mention: MentionId,
    pub signal: String,
    pub owner: PersonId,
    /// Who only reads.
    pub reading: PersonId,
    /// The owner's token, and its id.
    pub token: String,
    pub token_id: i64,
    /// A reader's token.
    pub reader: String,
    /// The id of an invitation of the owner.
    pub invitation: i64,
    /// The brand's complaint channel, and a complaint with a file; in a house where somebody complained.
    pub channel: Option<Channel>,
    pub complaint: i64,
    /// A case of the brand, in the same house.
    pub case: i64,
    /// A drill that is not played any more.
    pub drill: i64,
    /// A target of the owner, and one of the reader.
    pub targets: [i64; 2],
    /// An account that is sent from, and a post of it that is held, in that version.
    pub account: i64,
    pub post: i64,
    pub post_version: i64,
    /// A scheduling tool whose key it has, with a channel that is given to its brand.
    pub tool: i64,
}

pub struct House {
    pub app: App,
    /// Built when it is first asked: the description of the API is made with it.
    pub router: OnceLock<Router>,
    pub ours: Tenant,
    pub theirs: Tenant,
}

/// An answer, read whole.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&self.bytes)))
    }

    /// It is a problem of this status, well formed; answers its code.
    pub fn problem(&self, status: u16) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status.as_u16(), status, "{text}");
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json", "{text}");
        let body = self.json();
        for field in ["type", "title", "detail", "code"] {
            assert!(body[field].as_str().is_some_and(|said| !said.is_empty()), "{field} in {text}");
        }
        assert_eq!(body["status"], status, "{text}");
        body["code"].as_str().unwrap().to_owned()
    }
}

impl House {
    pub async fn new() -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let world = World {
            store,
            clock: Clock::standing_at(now()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        let ingest = Ingest::open(world.clone()).await.unwrap();
        let site = Site {
            origins: vec![format!("https://{HOST}")],
            hosts: vec![HOST.to_owned()],
            secure_cookies: true,
            plain_http: false,
            proxies: Vec::new(),
            demo: false,
            drill: None,
        };
        let client = connect::http::Client::new(None);
        let outbound = Arc::new(connect::outbound::Outbound::Sandbox);
        let waking = Waking {
            world: world.clone(),
            outbound,
            origin: format!("https://{HOST}"),
            secret: [7; 32],
            guards: engine::waking::Guards::default(),
        };
        let ours = tenant(&waking.world, &ingest, "ours").await;
        let theirs = tenant(&waking.world, &ingest, "theirs").await;
        Self {
            app: App {
                world,
                ingest,
                client,
                site: Arc::new(site),
                lines: web::lines::Lines::default(),
                doorstep: web::auth::doorstep::Doorstep::default(),
                memory: engine::view::Memory::default(),
                waking,
                drills: web::drills::Drills::default(),
            },
            ours,
            theirs,
            router: OnceLock::new(),
        }
    }

    /// A house where each brand takes complaints and has one, and a case.
    pub async fn complained() -> Self {
        let mut house = Self::new().await;
        let Self { app, ours, theirs, .. } = &mut house;
        for tenant in [ours, theirs] {
            let (channel, complaint) = complained(&app.waking, &app.ingest, tenant.id, tenant.brand).await;
            (tenant.channel, tenant.complaint) = (Some(channel), complaint);
            tenant.case = case(&app.waking, tenant).await;
        }
        house
    }

    /// Asks as whoever has the token, or nobody.
    pub async fn ask(&self, method: Method, path: &str, token: Option<&str>, body: Option<Value>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        self.send(request.header(header::CONTENT_TYPE, "application/json").body(body).unwrap()).await
    }

    /// Sends a request as it is, from the house's own origin.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        request.headers_mut().insert(header::HOST, HOST.parse().unwrap());
        request.headers_mut().insert(header::ORIGIN, format!("https://{HOST}").parse().unwrap());
        self.send_as_it_is(request).await
    }

    /// Sends a request with nothing added.
    pub async fn send_as_it_is(&self, request: Request<Body>) -> Answer {
        let answer = self.router().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// What is served.
    pub fn router(&self) -> Router {
        self.router.get_or_init(|| web::router(self.app.clone())).clone()
    }

    /// The session cookie of somebody logged in.
    pub async fn session(&self, person: PersonId) -> String {
        let (text, digest) = web::auth::secret::fresh("").unwrap();
        let at = web::auth::principal::session_now();
        let until = at + jiff::SignedDuration::from_hours(1);
        self.app.world.store.create_session(&digest, person, at, until).await.unwrap();
        format!("__Host-vigie={text}")
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, Some(&self.ours.token), None).await
    }

    /// A path of our organisation.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/organisations/{}{rest}", self.ours.id)
    }

    /// Brings posts of these ids and texts through our source, a second apart, the first the oldest.
    pub async fn bring(&self, posts: impl IntoIterator<Item = (String, String)>) -> Vec<MentionId> {
        let start = now().as_second() - 3_600;
        let posts = posts.into_iter().enumerate().map(|(i, (id, text))| post(&id, &text, start + i as i64)).collect();
        let delivery = Delivery { posts, ..Delivery::default() };
        self.app.ingest.accept(&self.ours.source, delivery, Manner::Live).await.unwrap().mentions
    }
}

pub fn post(id: &str, text: &str, at: i64) -> Post {
    Post {
        source_kind: "webhook".to_owned(),
        native_id: id.to_owned(),
        text: text.to_owned(),
        published_at: Some(Timestamp::from_second(at).unwrap()),
        seen_at: now(),
        ..Post::default()
    }
}

async fn member(world: &World, organisation: OrganisationId, name: &str, role: Role) -> (PersonId, String, i64) {
    let new = NewPerson {
        name: name.to_owned(),
        email: format!("{name}@{HOST}"),
        locale: "en".to_owned(),
        zone: "UTC".to_owned(),
        password_hash: "none".to_owned(),
    };
    let person = world.store.create_person(new, now()).await.unwrap().id;
    world.store.set_membership(organisation, person, role).await.unwrap();
    let (text, digest) = secret::fresh(secret::TOKEN_PREFIX).unwrap();
    let id = world.store.create_token(organisation, person, "test", digest, now()).await.unwrap();
    (person, text, id)
}

async fn target(world: &World, person: PersonId, name: &str) -> i64 {
    let settings = format!(r#"{{"address":"{name}@{HOST}"}}"#);
    let new = NewTarget { person, kind: "mail".to_owned(), name: format!("mail of {name}"), settings };
    world.store.add_target(new, now()).await.unwrap().id
}

/// A complaint as somebody sends it from our form, a minute after it was shown to them.
pub fn filing(waking: &Waking, address: &str, text: &str) -> Filing {
    let came_at = web::auth::principal::session_now();
    let shown = came_at - jiff::SignedDuration::from_mins(1);
    Filing {
        name: "Zoé".to_owned(),
        email: String::new(),
        text: text.to_owned(),
        files: vec![Sent { name: "a.png".to_owned(), bytes: b"\x89PNG\r\n\x1a\nx".to_vec() }],
        locale: words::Locale::En,
        stamp: engine::complaint::stamp(&waking.secret, address, shown, "nonce"),
        trap: String::new(),
        came_at,
        from: None,
    }
}

/// Opens a brand's channel, and somebody complains.
async fn complained(waking: &Waking, ingest: &Ingest, id: OrganisationId, brand: BrandId) -> (Channel, i64) {
    let channel = engine::complaint::set_channel(waking, id, brand, Wanted::default()).await.unwrap().unwrap();
    let sent = filing(waking, &channel.address, "the lantern broke");
    let filed = engine::complaint::file(waking, ingest, &channel, sent).await.unwrap();
    assert!(matches!(filed, Filed::Taken { .. }), "{filed:?}");
    let all = waking.world.store.complaints(id, store::ComplaintFilter::default(), None, 9).await.unwrap();
    (channel, all[0].0.id)
}

/// Somebody else complains by mail, with a picture.
pub async fn complained_by_mail(app: &App, tenant: &Tenant) -> i64 {
    let settings = r#"{"server":"imap.example","name":"n","password":"p","address":"complaints@brand.example"}"#;
    let settings = connect::inbound::mailbox::Settings::parse(settings).unwrap();
    let kind = "mailbox".to_owned();
    let source = Source { organisation: Some(tenant.id), brand: Some(tenant.brand), kind, ..tenant.source.clone() };
    let mail = Incoming {
        id: "1@customer.example".to_owned(),
        from: Some("jan@customer.example".to_owned()),
        text: "the lantern broke again".to_owned(),
        files: vec![Enclosed { name: "a.png".to_owned(), bytes: b"\x89PNG\r\n\x1a\nx".to_vec() }],
        raw: b"From: jan@customer.example".to_vec(),
        ..Incoming::default()
    };
    let taken = engine::complaint::receive(&app.waking, &app.ingest, &source, &settings, vec![mail]).await.unwrap();
    assert_eq!(taken.taken, 1, "{taken:?}");
    let filter = store::ComplaintFilter::default();
    let all = app.world.store.complaints(tenant.id, filter, None, 9).await.unwrap();
    all.into_iter().map(|(complaint, _)| complaint.id).max().unwrap()
}

/// Its owner opens a case.
async fn case(waking: &Waking, tenant: &Tenant) -> i64 {
    let alarm = Alarm {
        key: Key::new("first").unwrap(),
        brand: tenant.brand,
        step: Step::Crisis,
        caller: Caller::Mention(tenant.mention),
        began: None,
        hurt: false,
        scenario: None,
        language: None,
        beside: false,
    };
    crisis(waking, tenant.id, (tenant.owner, Role::Owner), &alarm).await.unwrap().case.0
}

async fn tenant(world: &World, ingest: &Ingest, name: &str) -> Tenant {
    let store = &world.store;
    let id = store.create_organisation(name, now()).await.unwrap().id;
    let (owner, token, token_id) = member(world, id, &format!("{name}-owner"), Role::Owner).await;
    let (reading, reader, _) = member(world, id, &format!("{name}-reader"), Role::ReadOnly).await;
    let new = NewBrand {
        name: format!("Brand of {name}"),
        role: BrandRole::Own,
        zone: "UTC".to_owned(),
        own_accounts: Vec::new(),
        places: Vec::new(),
    };
    let brand = store.create_brand(id, new).await.unwrap().id;
    let query = store.create_query(id, brand, "main", "acme").await.unwrap().id;
    let new = NewSource {
        organisation: Some(id),
        brand: Some(brand),
        kind: "webhook".to_owned(),
        name: format!("hook of {name}"),
        settings: format!(r#"{{"secrets":["{SECRET}"]}}"#),
    };
    let source = store.create_source(new, now()).await.unwrap();
    let delivery = Delivery {
        posts: vec![post(&format!("{name}-first"), "acme is late", now().as_second() - 60)],
        ..Delivery::default()
    };
    let mention = ingest.accept(&source, delivery, Manner::Live).await.unwrap().mentions[0];
    let signal = raise(world, id, brand).await;
    let targets = [target(world, owner, name).await, target(world, reading, name).await];
    let invited = Invited { organisation: id, role: Role::Lead, by: Some(owner), until: None };
    let at = web::auth::principal::session_now();
    let invitation = web::auth::doorstep::invite(store, invited, at).await.unwrap().0.id;
    let (account, post) = held_post(world, id, name).await;
    let new = NewDrill {
        pack: "grave-post".to_owned(),
        title: format!("drill of {name}"),
        seed: 1,
        seats: "[]".to_owned(),
        person: owner,
    };
    let drill = store.begin_drill(id, &new, now()).await.unwrap();
    let tool = tool(world, (id, brand), name).await;
    Tenant {
        account,
        post: post.id.0,
        post_version: post.version,
        tool,
        channel: None,
        complaint: 0,
        case: 0,
        drill,
        id,
        brand,
        query,
        source,
        mention,
        signal,
        owner,
        reading,
        token,
        token_id,
        reader,
        invitation,
        targets,
    }
}

/// An account, and a post of it whose time went by while nobody sent it.
async fn held_post(world: &World, organisation: OrganisationId, name: &str) -> (i64, ScheduledRow) {
    let new = NewAccount {
        brand: None,
        kind: "mastodon".to_owned(),
        server: "https://m.example".to_owned(),
        native: name.to_owned(),
        acct: format!("acct-of-{name}"),
        name: None,
        shown: format!("account of {name}"),
        token: format!("publishing-secret-of-{name}"),
        length: Length { characters: 500, per_link: 23 },
    };
    let account = world.store.add_account(organisation, new, now()).await.unwrap().id;
    let (text, due) = (format!("marketing of {name}"), now() - SignedDuration::from_hours(1));
    let new = NewScheduled { account, text, language: None, label: None, due, person: None };
    let post = world.store.schedule(organisation, new, due).await.unwrap().id;
    assert_eq!(world.store.take_scheduled(post, now()).await.unwrap(), None);
    (account.0, world.store.scheduled(organisation, post).await.unwrap())
}

/// A scheduling tool, and one of its channels given to the brand.
async fn tool(world: &World, (organisation, brand): (OrganisationId, BrandId), name: &str) -> i64 {
    let channel = |native: &str| domain::publish::Channel {
        native: format!("{native}-{organisation}"),
        name: format!("channel of {name}"),
        platform: "bluesky".to_owned(),
        client: None,
        disabled: false,
    };
    let new = NewTool {
        kind: Tool::Postiz,
        server: "https://postiz.example/api".to_owned(),
        name: format!("tool of {name}"),
        token: format!("tool-secret-of-{name}"),
    };
    let id = world.store.add_tool(organisation, new, &[channel("shop"), channel("free")], now()).await.unwrap().id;
    let to = (organisation, Some(brand));
    world.store.give_channel(organisation, id, &format!("shop-{organisation}"), to, now()).await.unwrap();
    id.0
}

async fn raise(world: &World, organisation: OrganisationId, brand: BrandId) -> String {
    let settings = engine::surge_settings().unwrap();
    let mut state = signal::surge::State::new(&settings);
    for minute in 0..3 * 1_440_u32 {
        state.step(&settings, u64::from(minute % 30 == 0), minute % 1_440 * 60);
    }
    let frozen = Frozen::new(settings, state, 0, vec![0, 0, 3, 9, 27]);
    let score = engine::tick::thousandths(signal::why::recompute(&frozen).unwrap().score);
    raise_at(world, organisation, brand, now(), score, &serde_json::to_string(&frozen).unwrap()).await
}

/// Raises a signal with that onset.
pub async fn raise_at(
    world: &World,
    organisation: OrganisationId,
    brand: BrandId,
    onset: Timestamp,
    score: i64,
    frozen: &str,
) -> String {
    let id = domain::signal::signal_id(brand, Series::Mentions, onset);
    let new = NewSignal {
        id: id.clone(),
        organisation,
        brand,
        series: Series::Mentions,
        level: "alert".to_owned(),
        onset,
        raised_at: now(),
        last_hot_at: now(),
        late: false,
        wakes: true,
        score,
        observed: 39,
        expected: 1_250,
        frozen: frozen.to_owned(),
        explanation: serde_json::to_string(&domain::signal::Explanation::default()).unwrap(),
    };
    let settlement = Settlement {
        answers: None,
        until_minute: domain::counter::minute(now()),
        detectors: Vec::new(),
        raise: vec![new],
        update: Vec::new(),
        at: now(),
    };
    world.store.settle(organisation, brand, settlement).await.unwrap();
    id
}

impl Tenant {
    pub fn source_id(&self) -> SourceId {
        self.source.id
    }
}
