//! The training of staff by their link: nobody logs in, nothing is kept from page to page but in the forms, and only who says so at the end
//! is counted.

use super::bridge::failed;
use super::desk::{locale, page, theme};
use crate::auth::secret;
use crate::error::Failure;
use crate::pages::Shell;
use crate::pages::training::{Run, Step, TrainingPage};
use crate::state::App;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use domain::plan::Plan;
use domain::training::{correct, mark, questions, shown};
use serde::Deserialize;
use words::Words;

/// Most characters of what was answered so far.
const GIVEN: usize = 64;

/// What the forms send.
#[derive(Deserialize)]
pub struct Sent {
    seed: String,
    #[serde(default)]
    mark: String,
    #[serde(default)]
    given: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    step: String,
    #[serde(default)]
    name: String,
}

/// Somebody with a link, and the plan it is for.
struct Trainee {
    app: App,
    plan: Plan,
    secret: String,
    headers: HeaderMap,
}

impl Trainee {
    async fn find(app: App, secret: String, headers: HeaderMap) -> Result<Self, Failure> {
        let found = engine::team::staff_plan(&app.world, &secret::digest(&secret)).await.map_err(failed)?;
        Ok(Self { plan: found.ok_or(Failure::NotFound)?, app, secret, headers })
    }

    fn words(&self) -> Words {
        Words::new(locale(&self.headers), "UTC", self.app.world.clock.now())
    }

    /// Other questions, from the first.
    fn fresh(self, notice: Option<&str>) -> Result<Response, Failure> {
        let (_, [a, b, c, d, e, f, g, h, ..]) = secret::fresh("").map_err(|error| Failure::Ours(error.to_string()))?;
        let seed = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
        let run = Run { seed, mark: mark(&questions(&self.plan, seed)), given: Vec::new() };
        self.shown(run, Step::Ask, notice)
    }

    /// What somebody did so far; `None` where these are not the plan's questions any more, or nobody could have answered so.
    fn run(&self, sent: &Sent) -> Option<Run> {
        let seed = u64::from_str_radix(&sent.seed, 16).ok()?;
        let questions = questions(&self.plan, seed);
        let numbers = Some(sent.given.as_str()).filter(|given| !given.is_empty() && given.len() <= GIVEN);
        let given: Vec<usize> =
            numbers.map_or_else(|| Some(Vec::new()), |given| given.split('.').map(|n| n.parse().ok()).collect())?;
        let known = mark(&questions) == sent.mark && given.len() <= questions.len();
        (known && correct(&questions, &given).is_some()).then_some(Run { seed, mark: sent.mark.clone(), given })
    }

    fn shown(self, run: Run, step: Step, notice: Option<&str>) -> Result<Response, Failure> {
        let words = self.words();
        let world = self.app.site.world();
        let plain_http = self.app.site.plain_http;
        let shell = Shell { theme: theme(&self.headers), world, plain_http, ..Shell::outside("/staff") };
        let shown = TrainingPage {
            questions: questions(&self.plan, run.seed),
            people: self.plan.people.iter().map(|one| (one.id.clone(), one.body.name.clone())).collect(),
            language: self.plan.languages.first().map_or("und", |said| said.value.code()),
            path: format!("/staff/{}", self.secret),
            notice: notice.map(|id| words.say(id)),
            words,
            shell,
            run,
            step,
        };
        let mut answer = page(&shown)?;
        answer.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow, noarchive"));
        Ok(answer)
    }
}

/// The first question; others each time.
pub async fn show(State(app): State<App>, headers: HeaderMap, Path(secret): Path<String>) -> Result<Response, Failure> {
    Trainee::find(app, secret, headers).await?.fresh(None)
}

/// An answer is explained, or the next question asked.
pub async fn answer(
    State(app): State<App>,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let trainee = Trainee::find(app, secret, headers).await?;
    let Some(mut run) = trainee.run(&sent) else { return trainee.fresh(Some("training-changed")) };
    let questions = questions(&trainee.plan, run.seed);
    if run.given.len() == questions.len() {
        return trainee.shown(run, Step::End, None);
    }
    if sent.step == "next" {
        return trainee.shown(run, Step::Ask, None);
    }
    let offered = questions[run.given.len()].answers.len();
    match sent.answer.parse::<usize>() {
        Ok(answer) if answer < offered => {
            run.given.push(answer);
            trainee.shown(run, Step::Explain, None)
        }
        _ => trainee.shown(run, Step::Ask, Some("training-choose")),
    }
}

/// Tells the team.
pub async fn done(
    State(app): State<App>,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let trainee = Trainee::find(app, secret, headers).await?;
    let Some(run) = trainee.run(&sent) else { return trainee.fresh(Some("training-changed")) };
    let questions = questions(&trainee.plan, run.seed);
    if run.given.len() < questions.len() || questions.is_empty() {
        return trainee.shown(run, Step::Ask, None);
    }
    let right = correct(&questions, &run.given).unwrap_or(0);
    let digest = secret::digest(&trainee.secret);
    let result = (right, questions.len(), &shown(&questions, &run.given));
    let told = engine::team::trained(&trainee.app.world, &digest, run.seed, &sent.name, result);
    match told.await.map_err(failed)? {
        true => trainee.shown(run, Step::Told, None),
        false => trainee.shown(run, Step::End, Some("training-full")),
    }
}
