//! From requests to pages: one file per room. What the pages can do, the API can do too.

mod answer;
mod asked;
mod assets;
mod backtest;
mod bridge;
mod budget;
mod calendar;
pub(crate) mod carried;
mod case;
mod complaint;
mod complaints;
mod confirm;
mod desk;
mod dossier;
mod drills;
pub mod fault;
mod ladder;
mod listed;
mod live;
mod login;
mod mailbox;
mod marketing;
mod mention;
mod mentions;
mod phone;
mod plan;
mod policy;
mod preferences;
mod profile;
mod reader;
mod readiness;
mod report;
mod retention;
mod reviews;
mod rubric;
mod settings;
pub mod setup;
mod show;
mod signal;
mod source;
mod sources;
mod staff;
mod team;
mod timeline;
mod tokens;
mod tools;
mod training;
mod updates;
mod wake;
mod waking;

pub(crate) use complaint::{attachment, mail_attachment};
pub(crate) use desk::{cookie, locale};
pub(crate) use login::set_cookie;

use crate::error::Failure;
use crate::installable;
use crate::state::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::Method;
use listed::Listed;

/// Forms are small; only a report by hand carries a picture.
const FORM: usize = 256 << 10;

/// The pages' routes.
pub fn router() -> Router<App> {
    let (router, _) = served().split();
    router.layer(DefaultBodyLimit::max(FORM)).fallback(|| async { Failure::NotFound })
}

/// Every route of the pages: its method and its path.
pub fn all() -> Vec<(Method, &'static str)> {
    served().split().1
}

fn served() -> Listed {
    Listed::default()
        .get("/", bridge::show)
        .get("/login", login::show)
        .post_large("/login", login::enter, login::LARGEST)
        .post("/logout", login::leave)
        .get("/setup", setup::enter)
        .get(phone::HERE, phone::show)
        .post(phone::HERE, phone::send)
        .get("/setup/{step}", setup::show)
        .post("/setup/{step}", setup::answer)
        .post("/preferences", preferences::save)
        .get("/live", live::listen)
        .get("/brands/{id}/timeline", timeline::show)
        .get("/mentions", mentions::show)
        .post("/mentions/triage", mentions::triage)
        .get("/mentions/{id}", mention::show)
        .get("/mentions/{id}/screenshot", mention::screenshot)
        .post("/mentions/{id}/answer/{what}", answer::act)
        .get("/updates/{brand}", updates::show)
        .get("/updates/{brand}/feed", updates::feed)
        .get("/cases", case::list)
        .post("/cases", case::open)
        .get("/cases/{id}", case::show)
        .get("/cases/{id}/night", case::night)
        .get("/cases/{id}/sheet", case::sheet)
        .get("/cases/{id}/brief", case::brief)
        .get("/cases/{id}/export", case::export)
        .get("/cases/{id}/review", case::review)
        .get("/cases/{id}/earlier", case::earlier)
        .get("/cases/{id}/repair", case::repair)
        .post("/cases/{id}/repair/{what}", case::act_repair)
        .get("/cases/{id}/wash", case::wash)
        .post("/cases/{id}/wash", case::answer_wash)
        .get("/cases/{id}/lesson", case::lesson)
        .post("/cases/{id}/lesson", case::draw)
        .post("/cases/{id}/{what}", case::act)
        .get("/reviews", reviews::show)
        .post("/reviews/{organisation}/letterhead", reviews::letterhead)
        .get("/drills", drills::list)
        .post("/drills", drills::start)
        .get("/drills/{id}", drills::show)
        .get("/drills/{id}/live", drills::listen)
        .get("/drills/{id}/cases/{n}", drills::review)
        .get("/drills/{id}/cases/{n}/folder", drills::folder)
        .post("/drills/{id}/join", drills::join)
        .post("/drills/{id}/{order}", drills::order)
        .get("/complaints", complaints::list)
        .get("/complaints/{id}", complaints::show)
        .post("/complaints/{id}/answer", complaints::answer)
        .post("/complaints/{id}/assign", complaints::assign)
        .post("/complaints/{id}/close", complaints::close)
        .post("/complaints/{id}/reopen", complaints::reopen)
        .post("/complaints/{id}/let-in", complaints::let_in)
        .post("/complaints/{id}/let-go", complaints::let_go)
        .get("/complaints/{id}/files/{n}", complaints::file)
        .get("/complaints/{id}/mails/{n}", complaints::mail)
        .get("/settings/brands/{id}/complaints", complaints::channel)
        .post("/settings/brands/{id}/complaints", complaints::save_channel)
        .post("/settings/brands/{id}/mailbox", mailbox::save)
        .get("/settings/brands/{id}/policy", policy::settings)
        .post("/settings/brands/{id}/policy", policy::publish)
        .post("/settings/brands/{id}/policy/withdraw", policy::withdraw)
        .get("/policy/{address}", policy::show)
        .get("/complaint/{address}", complaint::show)
        .post_large("/complaint/{address}", complaint::send, complaint::LARGEST)
        .get("/complaint/{address}/embed", complaint::embed)
        .post_large("/complaint/{address}/embed", complaint::send_embedded, complaint::LARGEST)
        .get("/conversation/{secret}", complaint::open)
        .post_large("/conversation/{secret}", complaint::write, complaint::LARGEST)
        .post("/conversation/{secret}/mail", complaint::mails)
        .get("/conversation/{secret}/files/{n}", complaint::file)
        .get("/report", report::show)
        .get("/reader", reader::show)
        .get("/signals/{id}", signal::show)
        .get("/signals/{id}/dossier", dossier::show)
        .post("/signals/{id}/acknowledge", signal::acknowledge)
        .post("/signals/{id}/dismiss", signal::dismiss)
        .post("/signals/{id}/reported", signal::report)
        .post("/signals/{id}/severity", signal::severity)
        .get("/sources", sources::show)
        .post("/sources", source::add)
        .get("/sources/add", source::form)
        .get("/sources/{id}", source::show)
        .post("/sources/{id}/test", source::test)
        .post("/sources/{id}/change", source::change)
        .get("/sources/{id}/quarantine", sources::quarantine)
        .get("/settings", settings::show)
        .get("/settings/expert", settings::expert)
        .post("/settings/brands", settings::add_brand)
        .get("/settings/brands/{id}", settings::brand)
        .post("/settings/brands/{id}", settings::save_brand)
        .get("/settings/brands/{id}/try", backtest::show)
        .get("/settings/brands/{id}/budget", budget::show)
        .post("/settings/brands/{id}/budget", budget::save)
        .post("/settings/brands/{id}/budget/calibrate", budget::calibrate)
        .post("/settings/brands/{id}/queries", settings::add_query)
        .post("/settings/brands/{id}/queries/{query}", settings::save_query)
        .post("/settings/brands/{id}/places", settings::save_places)
        .get("/settings/tokens", tokens::show)
        .post("/settings/tokens", tokens::add)
        .post("/settings/tokens/{id}/revoke", tokens::revoke)
        .get("/settings/profile", profile::first)
        .get("/settings/profile/{organisation}", profile::show)
        .post("/settings/profile/{organisation}", profile::save)
        .get("/settings/retention", retention::first)
        .get("/settings/retention/{organisation}", retention::show)
        .post("/settings/retention/{organisation}", retention::save)
        .get("/plan", plan::first)
        .get("/plan/{organisation}", plan::show)
        .post_large("/plan/{organisation}", plan::save, plan::LARGEST)
        .post("/plan/{organisation}/begin", plan::begin)
        .post("/plan/{organisation}/base", plan::base)
        .post("/plan/{organisation}/clients/{client}/end", plan::end)
        .get("/plan/{organisation}/approve", plan::approve::show)
        .post("/plan/{organisation}/approve", plan::approve::save)
        .get("/plan/{organisation}/edit/{section}", plan::form::section)
        .post("/plan/{organisation}/edit/{section}", plan::form::save_section)
        .get("/plan/{organisation}/edit/{section}/{id}", plan::form::item)
        .post("/plan/{organisation}/edit/{section}/{id}", plan::form::save_item)
        .post("/plan/{organisation}/edit/{section}/{id}/without", plan::form::without)
        .get("/plan/{organisation}/card", plan::card)
        .get("/settings/people", team::moved)
        .get("/plan/{organisation}/export", plan::import::export)
        .get("/plan/{organisation}/export/base", plan::import::export_base)
        .get("/plan/{organisation}/export/cacao/{scenario}", plan::import::export_cacao)
        .get("/plan/{organisation}/import", plan::import::show)
        .post_large("/plan/{organisation}/import", plan::import::read, plan::LARGEST)
        .get("/plan/{organisation}/iso", plan::iso)
        .get("/team", team::first)
        .get("/team/{organisation}", team::show)
        .post("/team/{organisation}/invite", team::invite)
        .post("/team/{organisation}/invitations/{id}/take-back", team::take_back)
        .post("/team/{organisation}/members/{person}", team::change)
        .post("/team/{organisation}/members/{person}/remove", team::remove)
        .post("/team/{organisation}/members/{person}/drills", team::erase_from_drills)
        .post("/team/{organisation}/confirm", team::confirm)
        .post("/team/{organisation}/ask", team::ask)
        .post("/team/{organisation}/reviewed", team::reviewed)
        .post("/team/{organisation}/links", team::add_link)
        .post("/team/{organisation}/links/{id}/withdraw", team::withdraw_link)
        .get("/marketing", marketing::first)
        .get("/marketing/{organisation}", marketing::show)
        .get("/marketing/{organisation}/tools", tools::show)
        .post("/marketing/{organisation}/tools", tools::connect)
        .post("/marketing/{organisation}/tools/{id}/check", tools::check)
        .post("/marketing/{organisation}/tools/{id}/channels", tools::channel)
        .post("/marketing/{organisation}/tools/{id}/remove", tools::remove)
        .post("/marketing/{organisation}/schedule", marketing::schedule)
        .post("/marketing/{organisation}/posts/{id}/change", marketing::change)
        .post("/marketing/{organisation}/posts/{id}/label", marketing::label)
        .post("/marketing/{organisation}/posts/{id}/thaw", marketing::thaw)
        .post("/marketing/{organisation}/accounts", marketing::connect)
        .post("/marketing/{organisation}/accounts/{id}/check", marketing::check)
        .post("/marketing/{organisation}/accounts/{id}/remove", marketing::remove)
        .get("/readiness", readiness::first)
        .get("/readiness/{organisation}", readiness::show)
        .post("/readiness/{organisation}/rehearsed", readiness::rehearsed)
        .get("/calendar", calendar::first)
        .get("/calendar/{organisation}", calendar::show)
        .post("/calendar/{organisation}/link", calendar::link)
        .post("/calendar/{organisation}/link/withdraw", calendar::withdraw)
        .get("/calendars/{secret}", calendar::feed)
        .get("/confirm/{token}", confirm::show)
        .post("/confirm/{token}", confirm::tap)
        .get("/staff/{secret}", staff::show)
        .get("/staff/{secret}/training", training::show)
        .post("/staff/{secret}/training", training::answer)
        .post("/staff/{secret}/training/done", training::done)
        .post("/team/{organisation}/trainings/{id}/erase", team::erase_training)
        .get("/settings/budgets", budget::first)
        .get("/settings/budgets/{organisation}", budget::all)
        .post("/settings/budgets/{organisation}", budget::take)
        .get("/settings/rubric", rubric::first)
        .get("/settings/rubric/{organisation}", rubric::show)
        .post("/settings/rubric/{organisation}", rubric::save)
        .post("/settings/rubric/{organisation}/reset", rubric::reset)
        .get("/settings/waking", waking::show)
        .post("/settings/waking", waking::save)
        .post("/settings/waking/targets", waking::add)
        .post("/settings/waking/targets/{id}/test", waking::test)
        .post("/settings/waking/targets/{id}/first", waking::first)
        .post("/settings/waking/targets/{id}/remove", waking::remove)
        .get("/settings/waking/ladder/{organisation}", ladder::show)
        .post("/settings/waking/ladder/{organisation}", ladder::save)
        .post("/settings/waking/ladder/{organisation}/reset", ladder::reset)
        .get("/settings/waking/messages", waking::messages)
        .get("/wake/{token}", wake::show)
        .post("/wake/{token}", wake::tap)
        .get(installable::MANIFEST, installable::manifest)
        .get(installable::WORKER, installable::worker)
        .get("/assets/{name}", assets::serve)
        .get("/mentions/add", mention::form)
        .post_large("/mentions/add", mention::add, mention::LARGEST)
}
