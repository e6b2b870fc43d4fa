//! A signal moves the case of its brand, whatever is restarted meanwhile.

use crate::rig::{Rig, start};
use domain::assess::{Clocks, Severity};
use domain::case::event::{ClockOf, Heat, Step};
use domain::counter::Series;
use domain::id::CaseId;
use domain::organisation::Role;
use domain::plan::ClockKind;
use domain::signal::{Explanation, Verdict};
use jiff::{SignedDuration, Timestamp};
use store::{NewSignal, Settlement, SignalUpdate};
use vigie_engine::assess::{of_signal, say_severity};
use vigie_engine::case::{Alarm, crisis, look_after, room, sense};
use vigie_engine::view::Memory;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn settlement(at: Timestamp) -> Settlement {
    Settlement { answers: None, until_minute: 0, detectors: Vec::new(), raise: Vec::new(), update: Vec::new(), at }
}

impl Rig {
    async fn signal(&self, id: &str, series: Series, level: &str, wakes: bool) {
        let now = self.waking.world.clock.now();
        let signal = NewSignal {
            id: id.to_owned(),
            organisation: self.organisation,
            brand: self.brand,
            series,
            level: level.to_owned(),
            onset: now,
            raised_at: now,
            last_hot_at: now,
            late: false,
            wakes,
            score: 9_000,
            observed: 90,
            expected: 3_000,
            frozen: "{}".to_owned(),
            explanation: serde_json::to_string(&Explanation::default()).unwrap(),
        };
        let settlement = Settlement { raise: vec![signal], ..settlement(now) };
        self.waking.world.store.settle(self.organisation, self.brand, settlement).await.unwrap();
    }

    /// It departs again, or has ended.
    async fn goes_on(&self, id: &str, level: &str, ended_at: Option<Timestamp>) {
        let now = self.waking.world.clock.now();
        let last_hot_at = if ended_at.is_some() { start() } else { now };
        let update = SignalUpdate {
            id: id.to_owned(),
            level: level.to_owned(),
            score: 9_000,
            observed: 90,
            expected: 3_000,
            ended_at,
            last_hot_at,
            wakes: true,
            explanation: None,
            frozen: None,
        };
        let settlement = Settlement { update: vec![update], ..settlement(now) };
        self.waking.world.store.settle(self.organisation, self.brand, settlement).await.unwrap();
    }

    /// Minutes of a house that is stopped and started again each time.
    async fn minutes(&mut self, minutes: i64) {
        for _ in 0..minutes {
            self.restart().await;
            self.pass(MINUTE);
            sense(&self.waking).await.unwrap();
            sense(&self.waking).await.unwrap();
            self.due().await;
        }
    }

    /// What the house looks after by itself.
    async fn due(&self) {
        for file in self.waking.world.store.due_cases(self.waking.world.clock.now(), 9).await.unwrap() {
            look_after(&self.waking, &file).await.unwrap();
        }
    }

    async fn begun(&self, step: Step) -> CaseId {
        let alarm = Alarm { step, ..self.alarm("tap-1") };
        crisis(&self.waking, self.organisation, (self.anna, Role::Owner), &alarm).await.unwrap().case
    }

    async fn stands(&self, case: CaseId) -> (Step, Heat) {
        let course = room(&self.waking.world, self.organisation, case).await.unwrap().state.course;
        (course.step, course.heat)
    }

    async fn kinds(&self, case: CaseId, kind: &str) -> usize {
        let open = room(&self.waking.world, self.organisation, case).await.unwrap();
        open.records.iter().filter(|record| record.kind == kind).count()
    }
}

#[tokio::test]
async fn a_signal_that_stays_loud_lifts_its_case_once_whatever_is_restarted() {
    let mut rig = Rig::kept("rises").await;
    let case = rig.begun(Step::Signal).await;
    assert_eq!(rig.stands(case).await, (Step::Signal, Heat::Calm));
    rig.signal("s1", Series::Mentions, "alert", true).await;
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await, (Step::Signal, Heat::Alert));
    for _ in 0..28 {
        rig.goes_on("s1", "alert", None).await;
        rig.minutes(1).await;
    }
    assert_eq!(rig.stands(case).await, (Step::Signal, Heat::Alert), "not before half an hour");
    rig.goes_on("s1", "alert", None).await;
    rig.minutes(4).await;
    assert_eq!(rig.stands(case).await, (Step::Paracrisis, Heat::Alert));
    assert_eq!((rig.kinds(case, "course.sensed").await, rig.kinds(case, "course.stepped").await), (1, 1));
    let told = rig.told(rig.anna).await;
    assert!(told.iter().any(|body| body.contains("stayed loud")), "{told:?}");
    // Never to a crisis: that is for people.
    for _ in 0..40 {
        rig.goes_on("s1", "alert", None).await;
        rig.minutes(1).await;
    }
    assert_eq!(rig.stands(case).await.0, Step::Paracrisis);
    // It ends; two quiet days later it is followed up.
    rig.goes_on("s1", "alert", Some(rig.waking.world.clock.now())).await;
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await, (Step::Paracrisis, Heat::Calm));
    rig.pass(SignedDuration::from_hours(49));
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await.0, Step::FollowUp);
}

#[tokio::test]
async fn what_was_loud_once_lifts_nothing_and_runs_out() {
    let mut rig = Rig::kept("runs-out").await;
    let case = rig.begun(Step::Signal).await;
    rig.signal("s1", Series::Mentions, "alert", true).await;
    rig.minutes(40).await;
    assert_eq!(rig.stands(case).await, (Step::Signal, Heat::Notice), "it departed once, and not since");
    rig.goes_on("s1", "alert", Some(rig.waking.world.clock.now())).await;
    rig.minutes(1).await;
    rig.pass(SignedDuration::from_hours(25));
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await, (Step::Dismissed, Heat::Calm));
    // Louder than it was when it ended, it comes back; as history, or said to be nothing, it does not.
    rig.signal("s2", Series::Mentions, "alert", false).await;
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await.0, Step::Dismissed);
    rig.signal("s3", Series::Mentions, "alert", true).await;
    let (store, now) = (&rig.waking.world.store, rig.waking.world.clock.now());
    store.label_signal(rig.organisation, "s3", Verdict::Dismissed, "a game", rig.anna, now).await.unwrap();
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await.0, Step::Dismissed);
    rig.signal("s4", Series::Grave, "alert", true).await;
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await, (Step::Signal, Heat::Alert));
    assert_eq!(
        rig.waking.world.store.open_case(rig.organisation, rig.brand).await.unwrap().map(|file| file.id),
        Some(case)
    );
    // A grave post stays what it is until somebody looks.
    rig.minutes(31).await;
    assert_eq!(rig.stands(case).await.0, Step::Paracrisis);
}

#[tokio::test]
async fn what_is_long_over_and_a_crisis_are_left_to_people() {
    let mut rig = Rig::kept("over").await;
    let case = rig.begun(Step::Signal).await;
    rig.pass(SignedDuration::from_hours(25));
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await.0, Step::Dismissed);
    rig.pass(SignedDuration::from_hours(15 * 24));
    rig.signal("s1", Series::Mentions, "alert", true).await;
    rig.minutes(1).await;
    assert_eq!(rig.stands(case).await.0, Step::Dismissed, "another story, and another case");
    let another = crisis(&rig.waking, rig.organisation, (rig.anna, Role::Owner), &rig.alarm("tap-2")).await.unwrap();
    rig.minutes(1).await;
    assert_eq!(rig.stands(another.case).await, (Step::Crisis, Heat::Alert));
    rig.goes_on("s1", "alert", Some(rig.waking.world.clock.now())).await;
    rig.minutes(1).await;
    rig.pass(SignedDuration::from_hours(400));
    rig.minutes(1).await;
    assert_eq!(rig.stands(another.case).await, (Step::Crisis, Heat::Calm));
}

/// How soon: by what the plan would start, until a case is open; then by what runs there, whoever opened it.
#[tokio::test]
async fn a_signal_tells_the_clocks_that_would_start_and_then_those_of_the_open_case() {
    let rig = Rig::team().await;
    rig.signal("storm", Series::Mentions, "alert", true).await;
    let store = &rig.waking.world.store;
    let clocks = async || {
        let row = store.signal(rig.organisation, "storm").await.unwrap();
        let found = of_signal(&rig.waking.world, &Memory::default(), &row, rig.waking.world.clock.now()).await.unwrap();
        found.urgency.clocks
    };
    let quiet = clocks().await.unwrap();
    assert_eq!((quiet.case, quiet.step, quiet.running), (None, Step::Signal, vec![]));
    let graver = Some(Severity::Crisis);
    say_severity(&rig.waking.world, rig.organisation, "storm", graver, "people are ill", rig.anna).await.unwrap();
    let before = clocks().await.unwrap();
    assert_eq!((before.case, before.step), (None, Step::Crisis));
    assert!(before.running.iter().any(|left| left.of == ClockOf::Plan(ClockKind::Holding) && left.minutes > 0));
    assert!(store.cases(rig.organisation, false, None, 9).await.unwrap().is_empty(), "asking opens nothing");
    let case = rig.begun(Step::Crisis).await;
    rig.pass(SignedDuration::from_mins(10));
    let after = clocks().await.unwrap();
    assert_eq!((after.case, after.step), (Some(case), Step::Crisis));
    let held =
        |clocks: &Clocks| clocks.running.iter().find(|left| left.of == ClockOf::Plan(ClockKind::Holding)).cloned();
    assert_eq!(held(&after).unwrap().minutes, held(&before).unwrap().minutes - 10);
    // What is over and has no case asks nobody for anything.
    let other = Rig::shop().await;
    other.signal("storm", Series::Mentions, "alert", true).await;
    other.goes_on("storm", "alert", Some(other.waking.world.clock.now())).await;
    let row = other.waking.world.store.signal(other.organisation, "storm").await.unwrap();
    let now = other.waking.world.clock.now();
    assert_eq!(of_signal(&other.waking.world, &Memory::default(), &row, now).await.unwrap().urgency.clocks, None);
}
