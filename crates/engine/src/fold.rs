//! One series' counts, folded minute by minute through the detector. Pure.

use domain::counter::Series;
use domain::signal::Level;
use signal::surge::{Settings, State, Step, WEEK};
use signal::why::Frozen;

/// How far back, in minutes, counts may still change without the series being folded anew from its start: feeds often date by the day.
const KEPT_BACK: i64 = 24 * 60;

/// The least mentions in a window that make an alert: an alert wakes somebody, and four posts never do, however rare.
const ALERT_LEAST: i64 = 5;

/// The least mentions in a window that make a level.
pub fn least_mentions(level: Level) -> i64 {
    if level == Level::Alert { ALERT_LEAST } else { 1 }
}

/// The level that one step reaches by itself. A slow burn is a notice, whatever the budget.
pub fn level_of(settings: &Settings, step: &Step) -> Option<Level> {
    match Level::of(step.score, settings) {
        Some(Level::Alert) if step.burns || step.window_observed < ALERT_LEAST.unsigned_abs() => Some(Level::Notice),
        level => level,
    }
}

/// One series of one brand: what the detector remembers as of `from`, and the counts since.
pub struct Fold {
    /// The detector's settings; bins of one minute.
    pub settings: Settings,
    /// Which series.
    pub series: Series,
    /// The state before minute `from`.
    pub state: State,
    /// The first minute to fold.
    pub from: i64,
    /// Counts of minutes `from` on that have any, in order.
    pub counts: Vec<(i64, i64)>,
}

/// A minute in which a series stood out enough to begin an episode or to keep one going.
#[derive(Clone, Debug)]
pub struct Hot {
    /// The minute.
    pub minute: i64,
    /// The series.
    pub series: Series,
    /// The level it reaches by itself; `None` where it only keeps an episode going.
    pub level: Option<Level>,
    /// The minute its departure began.
    pub onset: i64,
    /// What the detector said.
    pub step: Step,
}

impl Fold {
    /// Folds the minutes up to `upto`, judging those from `judge_from` on. Answers what stood out, and the state to keep with its minute:
    /// far enough back that late counts and the window before them are still ahead of it.
    pub fn run(&self, judge_from: i64, upto: i64) -> (Vec<Hot>, State, i64) {
        let keep_at = (upto - KEPT_BACK - self.window()).clamp(self.from, upto.max(self.from));
        let mut state = self.state.clone();
        self.forward(&mut state, self.from, judge_from.min(keep_at), &mut |_, _, _| {});
        let middle = judge_from.min(keep_at).max(self.from);
        let mut hot = Vec::new();
        let mut note = |state: &State, minute: i64, step: Step| {
            if minute >= judge_from && step.score >= self.settings.hold * self.settings.notice {
                let onset = self.begun(minute - i64::from(state.onset(&self.settings, second(minute))), minute);
                let level = level_of(&self.settings, &step);
                hot.push(Hot { minute, series: self.series, level, onset, step });
            }
        };
        self.step_by_step(&mut state, middle, keep_at, &mut note);
        let kept = state.clone();
        self.step_by_step(&mut state, keep_at, upto, &mut note);
        (hot, kept, keep_at)
    }

    /// What the score of a minute was made from: the counts of the longest window that ends there, and the state before them.
    pub fn freeze(&self, minute: i64) -> Frozen {
        let first = (minute + 1 - self.window()).max(self.from);
        let mut state = self.state.clone();
        self.forward(&mut state, self.from, first, &mut |_, _, _| {});
        let bins = (first..=minute).map(|at| self.count(at)).collect();
        Frozen::new(self.settings.clone(), state, second(first), bins)
    }

    /// What the detector says of the minutes that end at `ends`, in order, and its states before the minutes `marks`, in order too.
    pub fn walk(&self, ends: &[i64], marks: &[i64]) -> (Vec<Step>, Vec<(i64, State)>) {
        let mut state = self.state.clone();
        let mut at = self.from;
        let (mut judged, mut kept) = (Vec::with_capacity(ends.len()), Vec::with_capacity(marks.len()));
        let mut marks = marks.iter().copied().skip_while(|mark| *mark < self.from).peekable();
        for &end in ends {
            let last = (end - 1).max(at);
            while let Some(mark) = marks.next_if(|mark| *mark <= last) {
                self.forward(&mut state, at, mark, &mut |_, _, _| {});
                kept.push((mark, state.clone()));
                at = mark;
            }
            self.forward(&mut state, at, last, &mut |_, _, _| {});
            judged.push(state.step(&self.settings, self.count(last), second(last)));
            at = last + 1;
        }
        (judged, kept)
    }

    /// How far back counts are judged, in minutes.
    pub fn window(&self) -> i64 {
        i64::from(self.settings.reach() / 60)
    }

    /// The first minute of a departure in which something was counted: the detector knows its cell only.
    fn begun(&self, onset: i64, minute: i64) -> i64 {
        let next = self.counts.partition_point(|(at, _)| *at < onset);
        self.counts.get(next).map_or(onset, |(at, _)| (*at).min(minute))
    }

    /// What was counted in one minute.
    pub fn count(&self, minute: i64) -> u64 {
        self.counts.binary_search_by_key(&minute, |(at, _)| *at).map_or(0, |found| self.counts[found].1.unsigned_abs())
    }

    /// Folds without judging; empty stretches are skipped over at once.
    fn forward(&self, state: &mut State, from: i64, until: i64, note: &mut dyn FnMut(&State, i64, Step)) {
        let mut minute = from;
        let start = self.counts.partition_point(|(at, _)| *at < from);
        for &(at, _) in self.counts[start..].iter().take_while(|(at, _)| *at < until) {
            state.fast_forward(&self.settings, (at - minute).unsigned_abs(), second(minute));
            self.step_by_step(state, at, at + 1, note);
            minute = at + 1;
        }
        if minute < until {
            state.fast_forward(&self.settings, (until - minute).unsigned_abs(), second(minute));
        }
    }

    /// Folds minute by minute; a minute whose window is empty has nothing to judge and is skipped over.
    fn step_by_step(&self, state: &mut State, from: i64, until: i64, note: &mut dyn FnMut(&State, i64, Step)) {
        let mut next = self.counts.partition_point(|(at, _)| *at < from);
        // What was counted before the first known minute may still stand in the window.
        let mut last = if next == 0 { self.from - 1 } else { self.counts[next - 1].0 };
        let mut minute = from;
        while minute < until {
            let at = self.counts.get(next).map_or(until, |(at, _)| (*at).min(until));
            if at > minute && last + self.window() <= minute {
                state.fast_forward(&self.settings, (at - minute).unsigned_abs(), second(minute));
                minute = at;
                continue;
            }
            let counted = self.counts.get(next).filter(|(at, _)| *at == minute);
            let step = state.step(&self.settings, counted.map_or(0, |(_, n)| n.unsigned_abs()), second(minute));
            note(state, minute, step);
            if counted.is_some() {
                (last, next) = (minute, next + 1);
            }
            minute += 1;
        }
    }
}

/// The second of the week at which a minute starts; weeks begin as 1970 did.
fn second(minute: i64) -> u32 {
    (minute.rem_euclid(i64::from(WEEK / 60)) * 60) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands out, told minute by minute without skipping anything.
    fn plainly(fold: &Fold, judge_from: i64, upto: i64) -> Vec<(i64, i64)> {
        let mut state = fold.state.clone();
        let mut hot = Vec::new();
        for minute in fold.from..upto {
            let step = state.step(&fold.settings, fold.count(minute), second(minute));
            if minute >= judge_from && step.score >= fold.settings.hold * fold.settings.notice {
                hot.push((minute, libm::round(step.score * 1e9) as i64));
            }
        }
        hot
    }

    #[test]
    fn what_is_skipped_had_nothing_to_say() {
        let settings = Settings::for_bins(60).unwrap();
        // Seldom mentions, then two storms with days between them.
        let mut counts: Vec<(i64, i64)> = (0..400).map(|n| (n * 211, 1 + n % 2)).collect();
        counts.extend((0..90).map(|n| (40_001 + n, 3)));
        counts.extend((0..50).map(|n| (70_011 + n, 9)));
        counts.sort_unstable();
        counts.dedup_by_key(|(at, _)| *at);
        let (from, upto) = (0, 90_000);
        let fold =
            Fold { settings: settings.clone(), series: Series::Mentions, state: State::new(&settings), from, counts };
        for judge_from in [0, 39_990, 40_050, 89_000] {
            let (hot, kept, at) = fold.run(judge_from, upto);
            let told: Vec<_> = hot.iter().map(|h| (h.minute, libm::round(h.step.score * 1e9) as i64)).collect();
            assert_eq!(told, plainly(&fold, judge_from, upto), "from {judge_from}");
            // Going on from what was kept gives the same as never having stopped.
            let counts = fold.counts.iter().copied().filter(|(minute, _)| *minute >= at).collect();
            let resumed = Fold { settings: settings.clone(), series: Series::Mentions, state: kept, from: at, counts };
            let told: Vec<_> = resumed.run(at + fold.window(), upto).0.iter().map(|h| h.minute).collect();
            let whole: Vec<_> =
                plainly(&fold, at + fold.window(), upto).into_iter().map(|(minute, _)| minute).collect();
            assert_eq!(told, whole);
        }
        assert!(!plainly(&fold, 0, upto).is_empty());
    }

    #[test]
    fn four_mentions_and_a_slow_burn_make_a_notice_only() {
        let settings = Settings { notice: 1.07, alert: 1.07, ..Settings::for_bins(60).unwrap() };
        let step = State::new(&settings).step(&settings, 0, 0);
        let level = |burns, window_observed, score| {
            level_of(&settings, &Step { burns, window_observed, score, ..step.clone() })
        };
        let levels = [level(false, 9, 1.07), level(false, 4, 9.0), level(true, 900, 9.0), level(true, 9, 1.0)];
        assert_eq!(levels, [Some(Level::Alert), Some(Level::Notice), Some(Level::Notice), None]);
    }

    #[test]
    fn a_walk_goes_on_from_where_it_was_marked() {
        let settings = Settings::for_bins(60).unwrap();
        let counts: Vec<(i64, i64)> = (0..900).map(|n| (n * 7, 1 + n % 3)).collect();
        let fold =
            |state, from, counts| Fold { settings: settings.clone(), series: Series::Mentions, state, from, counts };
        let ends: Vec<i64> = (1..=105).map(|n| n * 60).collect();
        let whole = fold(State::new(&settings), 0, counts.clone());
        let (steps, kept) = whole.walk(&ends, &[0, 1_440, 1_500, 2_890]);
        assert_eq!(kept.iter().map(|(mark, _)| *mark).collect::<Vec<_>>(), [0, 1_440, 1_500, 2_890]);
        assert_eq!(steps, whole.walk(&ends, &[]).0, "marks change nothing");
        for (mark, state) in kept {
            let rest: Vec<i64> = ends.iter().copied().filter(|end| *end > mark).collect();
            let later = counts.iter().copied().filter(|(at, _)| *at >= mark).collect();
            assert_eq!(fold(state, mark, later).walk(&rest, &[]).0, steps[steps.len() - rest.len()..], "from {mark}");
        }
    }
}
