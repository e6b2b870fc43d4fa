//! The REST API: everything the pages do, under `/api/v1`, described by the OpenAPI document made from the code.
//!
//! - [`seat`]: who asks and what they may, before anything else of a request is read.
//! - [`problem`]: every error as RFC 9457; [`page`]: cursors; [`idempotency`]: the same POST twice is done once.

pub mod answers;
pub mod assessment;
pub mod backtest;
pub mod brands;
pub mod budget;
mod calendar;
pub mod cases;
pub mod complaints;
mod drills;
pub mod idempotency;
pub(crate) mod listening;
mod marketing;
pub mod mentions;
pub mod page;
pub mod people;
mod plan;
mod policy;
pub mod problem;
mod profile;
mod quality;
pub mod queries;
mod reader;
mod report;
mod retention;
mod review;
pub mod seat;
pub mod signals;
pub mod sources;
pub mod targets;
mod team;
pub mod tokens;
mod tools;
pub mod waking;

use crate::error::Failure;
use crate::state::App;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::routing::{any, get};
use axum::{Router, middleware};
use idempotency::UnderWay;
use problem::{Problem, ProblemOut};
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    Components, Content, InfoBuilder, ObjectBuilder, OpenApi, PathItem, Ref, RefOr, Response, ResponseBuilder,
    SecurityRequirement, schema,
};
use utoipa::{PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Where the API lives.
pub const PREFIX: &str = "/api/v1";
/// Largest body.
const BODY: usize = 1 << 20;
/// Largest body that may hold a picture: 8 MiB in base64, and some text.
const PICTURE_BODY: usize = 12 << 20;

fn operations() -> OpenApiRouter<App> {
    let pictures =
        OpenApiRouter::new().routes(routes!(mentions::list, mentions::add)).layer(DefaultBodyLimit::max(PICTURE_BODY));
    let rest = OpenApiRouter::new()
        .routes(routes!(people::me, people::set_me))
        .routes(routes!(brands::organisations))
        .routes(routes!(people::members))
        .routes(routes!(people::set_member, people::remove_member))
        .routes(routes!(people::invitations, people::invite))
        .routes(routes!(people::take_back))
        .routes(routes!(team::coverage))
        .routes(routes!(team::readiness))
        .routes(routes!(team::confirm))
        .routes(routes!(team::ask))
        .routes(routes!(team::review))
        .routes(routes!(team::rehearse))
        .routes(routes!(team::staff_links, team::add_staff_link))
        .routes(routes!(team::withdraw_staff_link))
        .routes(routes!(team::trainings))
        .routes(routes!(team::erase_training))
        .routes(routes!(calendar::practice))
        .routes(routes!(calendar::get))
        .routes(routes!(calendar::make_link, calendar::withdraw_link))
        .routes(routes!(reader::get))
        .routes(routes!(report::week))
        .routes(routes!(brands::list, brands::create))
        .routes(routes!(brands::update))
        .routes(routes!(brands::timeline))
        .routes(routes!(budget::get, budget::set))
        .routes(routes!(budget::try_all))
        .routes(routes!(budget::calibrate))
        .routes(routes!(budget::propose))
        .routes(routes!(budget::accept))
        .routes(routes!(queries::list, queries::create))
        .routes(routes!(queries::update, queries::delete))
        .routes(routes!(queries::check))
        .routes(routes!(backtest::run))
        .routes(routes!(sources::list, sources::create))
        .routes(routes!(sources::update))
        .routes(routes!(sources::test))
        .routes(routes!(sources::quarantine))
        .routes(routes!(sources::gaps))
        .routes(routes!(mentions::get))
        .routes(routes!(mentions::handle))
        .routes(routes!(mentions::assign))
        .routes(routes!(answers::get, answers::ask))
        .routes(routes!(signals::list))
        .routes(routes!(signals::get))
        .routes(routes!(signals::why))
        .routes(routes!(signals::label))
        .routes(routes!(assessment::get))
        .routes(routes!(assessment::dossier))
        .routes(routes!(assessment::reported, assessment::report))
        .routes(routes!(assessment::severity))
        .routes(routes!(assessment::rubric, assessment::set_rubric, assessment::unset_rubric))
        .routes(routes!(targets::list, targets::add))
        .routes(routes!(targets::remove))
        .routes(routes!(targets::first))
        .routes(routes!(targets::test))
        .routes(routes!(targets::hours, targets::set_hours))
        .routes(routes!(targets::messages))
        .routes(routes!(waking::ladder, waking::set_ladder, waking::reset_ladder))
        .routes(routes!(profile::get, profile::change))
        .routes(routes!(retention::get, retention::set))
        .routes(routes!(retention::try_rules))
        .routes(routes!(waking::calls))
        .routes(routes!(waking::acknowledge))
        .routes(routes!(plan::get, plan::set, plan::change))
        .routes(routes!(plan::set_base))
        .routes(routes!(cases::list, cases::open))
        .routes(routes!(cases::get))
        .routes(routes!(cases::log))
        .routes(routes!(cases::ask))
        .routes(routes!(cases::get_brief))
        .routes(routes!(cases::export))
        .routes(routes!(quality::reviews))
        .routes(routes!(quality::letterhead, quality::set_letterhead, quality::unset_letterhead))
        .routes(routes!(quality::quality))
        .routes(routes!(quality::earlier))
        .routes(routes!(review::get))
        .routes(routes!(review::draw))
        .routes(routes!(drills::list, drills::start))
        .routes(routes!(drills::get))
        .routes(routes!(drills::order))
        .routes(routes!(drills::note))
        .routes(routes!(drills::erase))
        .routes(routes!(plan::iso))
        .routes(routes!(plan::playbooks))
        .routes(routes!(policy::get, policy::publish, policy::withdraw))
        .routes(routes!(complaints::list))
        .routes(routes!(complaints::get))
        .routes(routes!(complaints::file))
        .routes(routes!(complaints::mail))
        .routes(routes!(complaints::answer))
        .routes(routes!(complaints::assign))
        .routes(routes!(complaints::set_state))
        .routes(routes!(complaints::let_in))
        .routes(routes!(complaints::let_go))
        .routes(routes!(complaints::channel, complaints::set_channel))
        .routes(routes!(marketing::accounts, marketing::connect))
        .routes(routes!(marketing::let_go))
        .routes(routes!(marketing::check))
        .routes(routes!(tools::list, tools::connect))
        .routes(routes!(tools::let_go))
        .routes(routes!(tools::check))
        .routes(routes!(tools::channels, tools::give))
        .routes(routes!(marketing::list, marketing::schedule))
        .routes(routes!(marketing::rewrite))
        .routes(routes!(marketing::label))
        .routes(routes!(marketing::thaw))
        .routes(routes!(tokens::list, tokens::create))
        .routes(routes!(tokens::revoke))
        .layer(DefaultBodyLimit::max(BODY));
    OpenApiRouter::new().nest(PREFIX, rest.merge(pictures))
}

/// The API with its description; everything else under `/api` is a problem.
pub fn router(app: &App) -> Router<App> {
    let (router, described) = operations().split_for_parts();
    let described = Bytes::from(completed(described).to_json().unwrap_or_default());
    let description = || async { ([(header::CONTENT_TYPE, "application/json")], described) };
    router
        .route(&format!("{PREFIX}/openapi.json"), get(description))
        .route("/api", any(nothing))
        .route("/api/{*rest}", any(nothing))
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn_with_state((app.clone(), UnderWay::default()), idempotency::once))
}

/// The API's description, OpenAPI 3.1.
pub fn description() -> OpenApi {
    completed(operations().into_openapi())
}

async fn nothing() -> Problem {
    Failure::NotFound.into()
}

async fn wrong_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "wrong-method",
        "this address does not know that method; see /api/v1/openapi.json",
    )
}

/// Adds what holds for every operation.
fn completed(mut api: OpenApi) -> OpenApi {
    api.info = InfoBuilder::new()
        .title("Vigie")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Everything the pages do. Log in with an API token (`Authorization: Bearer vig_…`) or the session cookie. \
             Errors are `application/problem+json` (RFC 9457). What belongs to another organisation is answered like what does not exist.",
        ))
        .build();
    api.servers = None;
    let components = api.components.get_or_insert_with(Components::new);
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    components.add_security_scheme("token", bearer);
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("__Host-vigie"))));
    let (name, problem) = (<ProblemOut as ToSchema>::name(), <ProblemOut as PartialSchema>::schema());
    components.schemas.insert(name.into_owned(), problem);
    let mut nested = Vec::new();
    <ProblemOut as ToSchema>::schemas(&mut nested);
    components.schemas.extend(nested);
    for item in api.paths.paths.values_mut() {
        complete_path(item);
    }
    api.security = Some(["token", "session"].map(|name| SecurityRequirement::new(name, Vec::<String>::new())).into());
    api
}

fn complete_path(item: &mut PathItem) {
    let operations = [&mut item.get, &mut item.put, &mut item.patch, &mut item.delete];
    operations.into_iter().flatten().for_each(complete);
    if let Some(post) = &mut item.post {
        let key = ParameterBuilder::new()
            .name("Idempotency-Key")
            .parameter_in(ParameterIn::Header)
            .description(Some(
                "The same request sent again with the same key is answered as before and done once. Kept for two days.",
            ))
            .schema(Some(ObjectBuilder::new().schema_type(schema::Type::String).max_length(Some(255))))
            .build();
        post.parameters.get_or_insert_default().push(RefOr::T(key));
        complete(post);
    }
}

/// Every operation may end with a problem.
fn complete(operation: &mut Operation) {
    let problem = Content::new(Some(Ref::from_schema_name("Problem")));
    let answer: Response =
        ResponseBuilder::new().description("What went wrong.").content("application/problem+json", problem).build();
    operation.responses.responses.insert("default".to_owned(), RefOr::T(answer));
}
