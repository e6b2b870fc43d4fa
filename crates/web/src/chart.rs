//! Charts as SVG, drawn on the server: what was expected as a band, what was observed on top, when it first left the band, what may come.
//!
//! Colours come from classes of the style sheet. A chart is drawn twice, for a phone and for a desk, and the style sheet shows one:
//! a picture scaled down would have letters nobody can read.

use crate::html::{Html, escape};
use domain::assess::Expected;
use domain::figure::Figure;
use jiff::Timestamp;
use std::fmt::Write;
use words::Words;

/// One step of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// When it begins.
    pub at: Timestamp,
    /// How many were counted; `None` while nothing could be heard.
    pub observed: Option<i64>,
    /// The usual range: from.
    pub low: f64,
    /// The usual range: to.
    pub high: f64,
}

impl Point {
    fn is_out(&self) -> bool {
        self.observed.is_some_and(|n| n as f64 > self.high)
    }
}

/// A timeline and what it found.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The finding, in a sentence: the chart's title.
    pub finding: String,
    /// Steps of equal length, oldest first.
    pub points: Vec<Point>,
    /// The first step that stood out.
    pub onset: Option<Timestamp>,
    /// What may come after the last step, by horizon; drawn per hour, so that it stands beside steps that are sums of an hour.
    pub ahead: Vec<Expected>,
}

#[derive(Clone, Copy)]
struct Frame {
    name: &'static str,
    width: f64,
    height: f64,
    labels: usize,
    /// Steps of the past beside a forecast.
    past: usize,
}

const NARROW: Frame = Frame { name: "narrow", width: 328.0, height: 200.0, labels: 5, past: 48 };
const WIDE: Frame = Frame { name: "wide", width: 760.0, height: 260.0, labels: 9, past: 96 };
const LEFT: f64 = 34.0;
const RIGHT: f64 = 6.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 26.0;
/// What a label needs.
const ROOM: f64 = 44.0;

/// The timeline, for the phone and for the desk. `id` must be unique on the page.
pub fn timeline(words: &Words, id: &str, chart: &Timeline) -> Html {
    if chart.points.is_empty() {
        return Html::default();
    }
    let mut out = String::new();
    for frame in [NARROW, WIDE] {
        draw(&mut out, words, id, chart, frame);
    }
    Html::new(out)
}

/// The least of 1, 2, 5 × 10ⁿ that is at least `x`.
fn nice(x: f64) -> f64 {
    let mut step = 1.0;
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if step * factor >= x || step > 1e19 {
                return step * factor;
            }
        }
        step *= 10.0;
    }
}

/// Where things stand in a frame.
struct Scale {
    step_x: f64,
    per_unit: f64,
    floor: f64,
}

impl Scale {
    fn new(frame: Frame, steps: usize, top: f64) -> Self {
        let floor = frame.height - BOTTOM;
        Self { step_x: (frame.width - LEFT - RIGHT) / steps as f64, per_unit: (floor - TOP) / top, floor }
    }

    fn x(&self, step: usize) -> f64 {
        LEFT + self.step_x * step as f64
    }

    fn y(&self, value: f64) -> f64 {
        self.floor - value * self.per_unit
    }
}

fn draw(out: &mut String, words: &Words, id: &str, chart: &Timeline, frame: Frame) {
    let ahead = ahead(chart);
    // A phone has no room for two days and one more.
    let shown = if ahead.is_empty() { chart.points.len() } else { frame.past };
    let points = &chart.points[chart.points.len().saturating_sub(shown)..];
    let highest = points.iter().map(|p| p.high.max(p.observed.unwrap_or(0) as f64));
    let highest = highest.chain(ahead.iter().map(|a| a.high.max(a.usual))).fold(1.0, f64::max);
    let tick = nice(highest / 4.0);
    let top = tick * (highest / tick).ceil();
    let scale = Scale::new(frame, points.len() + ahead.last().map_or(0, |a| a.steps.ceil() as usize), top);
    let (w, h) = (frame.width, frame.height);
    let key = format!("{}-{}", escape(id), frame.name);
    let mut desc = words.say("chart-desc");
    if !ahead.is_empty() {
        desc = format!("{desc} {}", words.say("forecast-desc"));
    }
    let _ = write!(
        out,
        "<svg class=\"chart {}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" aria-labelledby=\"{key}-t {key}-d\">\
         <title id=\"{key}-t\">{}</title><desc id=\"{key}-d\">{}</desc>",
        frame.name,
        escape(&chart.finding),
        escape(&desc),
    );
    draw_grid(out, words, frame, &scale, tick, top);
    draw_band(out, points, &scale);
    draw_ahead(out, points, &ahead, &scale);
    draw_observed(out, points, &scale);
    draw_hours(out, words, points, frame, &scale, &ahead);
    draw_onset(out, words, points, chart.onset, frame, &scale);
    out.push_str("</svg>");
}

/// What may come until a horizon: so many steps after the last, so many mentions an hour.
struct Ahead {
    steps: f64,
    hours: u32,
    mid: f64,
    low: f64,
    high: f64,
    usual: f64,
}

fn ahead(chart: &Timeline) -> Vec<Ahead> {
    let Some([before, last]) = chart.points.last_chunk() else { return Vec::new() };
    let step = last.at.duration_since(before.at).as_secs_f64().max(60.0) / 60.0;
    let one = |expected: &Expected| {
        let Figure::Estimated { mid, low, high } = expected.further else { return None };
        let an_hour = |n: i64| n as f64 * 60.0 / f64::from(expected.minutes.max(1));
        let (steps, hours) = (f64::from(expected.minutes) / step, expected.minutes / 60);
        let (mid, low, high) = (an_hour(mid), an_hour(low), an_hour(high));
        Some(Ahead { steps, hours, mid, low, high, usual: an_hour(expected.usual) })
    };
    chart.ahead.iter().filter_map(one).collect()
}

/// A fan that opens where the last step stands.
fn draw_ahead(out: &mut String, points: &[Point], ahead: &[Ahead], scale: &Scale) {
    if ahead.is_empty() {
        return;
    }
    let now = scale.x(points.len());
    let start = format!("M{now:.1} {:.1}", scale.y(points.last().and_then(|p| p.observed).unwrap_or(0) as f64));
    let place = |a: &Ahead, value: f64| format!("L{:.1} {:.1}", now + a.steps * scale.step_x, scale.y(value));
    let line = |of: fn(&Ahead) -> f64| ahead.iter().map(|a| place(a, of(a))).collect::<String>();
    let back: String = ahead.iter().rev().map(|a| place(a, a.low)).collect();
    let usual = format!("M{now:.1} {:.1}{}", scale.y(ahead[0].usual), line(|a| a.usual));
    let _ = write!(
        out,
        "<path class=\"axis\" d=\"M{now:.1} {TOP}V{:.1}\"/><path class=\"ahead\" d=\"{start}{}{back}Z\"/>\
         <path class=\"line\" d=\"{start}{}\"/><path class=\"usual\" d=\"{usual}\"/>",
        scale.floor,
        line(|a| a.high),
        line(|a| a.mid),
    );
}

fn draw_grid(out: &mut String, words: &Words, frame: Frame, scale: &Scale, tick: f64, top: f64) {
    let mut value = 0.0;
    while value <= top {
        let y = scale.y(value);
        let _ = write!(
            out,
            "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{:.1}\"/><text class=\"tick\" x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            frame.width - RIGHT,
            LEFT - 6.0,
            y + 4.0,
            words.number(value as i64),
        );
        value += tick;
    }
}

/// The usual range as a stepped band.
fn draw_band(out: &mut String, points: &[Point], scale: &Scale) {
    let mut path = String::new();
    for (i, p) in points.iter().enumerate() {
        let verb = if i == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{verb}{:.1} {:.1}H{:.1}", scale.x(i), scale.y(p.high), scale.x(i + 1));
    }
    for (i, p) in points.iter().enumerate().rev() {
        let _ = write!(path, "L{:.1} {:.1}H{:.1}", scale.x(i + 1), scale.y(p.low), scale.x(i));
    }
    let _ = write!(out, "<path class=\"band\" d=\"{path}Z\"/>");
}

fn draw_observed(out: &mut String, points: &[Point], scale: &Scale) {
    let gap = (scale.step_x * 0.22).min(3.0);
    for (i, p) in points.iter().enumerate() {
        let x = scale.x(i);
        let Some(n) = p.observed else {
            let _ = write!(
                out,
                "<rect class=\"deaf\" x=\"{x:.1}\" y=\"{TOP}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                scale.step_x,
                scale.floor - TOP
            );
            continue;
        };
        if n <= 0 {
            continue;
        }
        let class = if p.is_out() { "bar out" } else { "bar" };
        let y = scale.y(n as f64);
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
            x + gap / 2.0,
            scale.step_x - gap,
            scale.floor - y
        );
    }
}

/// The steps that are labelled, as many as there is place for: whole hours that divide the day, else midnights; of the reader's zone.
/// A midnight carries its day.
fn ticks(words: &Words, points: &[Point], labels: usize) -> Vec<(usize, String)> {
    let local: Vec<_> = points.iter().map(|point| point.at.to_zoned(words.zone().clone())).collect();
    let hours = |every: i8| -> Vec<usize> {
        let whole = |at: &jiff::Zoned| at.minute() == 0 && at.hour() % every == 0;
        local.iter().enumerate().filter(|(_, at)| whole(at)).map(|(i, _)| i).collect()
    };
    let days = |every: usize| hours(24).into_iter().rev().step_by(every).collect::<Vec<_>>();
    let choices = [1, 2, 3, 6, 12].into_iter().map(hours).chain([1, 2, 4, 7, 14].into_iter().map(days));
    let chosen = choices.into_iter().find(|ticks| (2..=labels).contains(&ticks.len())).unwrap_or_else(|| {
        // Steps that know no whole hour.
        (0..points.len()).step_by(points.len().div_ceil(labels).max(1)).collect()
    });
    let label = |i: usize| match (local[i].hour(), local[i].minute()) {
        (0, 0) => format!("{} {}", words.short_day(points[i].at), local[i].day()),
        _ => words.hour(points[i].at),
    };
    chosen.into_iter().map(|i| (i, label(i))).collect()
}

/// Hours and days of the reader's zone, then horizons.
fn draw_hours(out: &mut String, words: &Words, points: &[Point], frame: Frame, scale: &Scale, ahead: &[Ahead]) {
    let now = scale.x(points.len());
    let labels = if ahead.is_empty() { frame.labels } else { frame.labels / 2 + 1 };
    let past = ticks(words, points, labels).into_iter().map(|(i, label)| (scale.x(i), label));
    // What would run into the horizons is left out.
    let past = past.filter(|(x, _)| ahead.is_empty() || *x < now - ROOM);
    let mut last = now;
    let horizons = ahead.iter().filter_map(|a| {
        let x = now + a.steps * scale.step_x;
        let fits = x - last >= ROOM;
        last = if fits { x } else { last };
        fits.then(|| (x, format!("+{} h", a.hours)))
    });
    for (x, label) in past.chain(horizons) {
        // The last label would leave the picture.
        let (anchor, place) = if x > frame.width - ROOM { ("end", frame.width) } else { ("start", x) };
        let _ = write!(
            out,
            "<path class=\"axis\" d=\"M{x:.1} {:.1}v4\"/><text class=\"tick\" x=\"{place:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>",
            scale.floor,
            scale.floor + 17.0,
            escape(&label),
        );
    }
    let _ = write!(out, "<path class=\"axis\" d=\"M{LEFT} {:.1}H{:.1}\"/>", scale.floor, frame.width - RIGHT);
}

fn draw_onset(
    out: &mut String,
    words: &Words,
    points: &[Point],
    onset: Option<Timestamp>,
    frame: Frame,
    scale: &Scale,
) {
    let Some(onset) = onset else { return };
    let Some(step) = points.iter().rposition(|p| p.at <= onset) else { return };
    let x = scale.x(step);
    let (anchor, at) = if x > frame.width * 0.6 { ("end", x + 5.0) } else { ("start", x - 5.0) };
    let _ = write!(
        out,
        "<path class=\"onset\" d=\"M{x:.1} {TOP}V{:.1}\"/><text class=\"mark\" x=\"{at:.1}\" y=\"16\" text-anchor=\"{anchor}\">{}</text>",
        scale.floor,
        escape(&if anchor == "end" {
            format!("{} ▲", words.hour(onset))
        } else {
            format!("▲ {}", words.hour(onset))
        }),
    );
}

/// A small line with its band, for a row of the bridge; `label` says in words what it shows.
pub fn sparkline(points: &[Point], label: &str) -> Html {
    const W: f64 = 132.0;
    const H: f64 = 32.0;
    if points.is_empty() {
        return Html::default();
    }
    let highest = points.iter().map(|p| p.high.max(p.observed.unwrap_or(0) as f64)).fold(1.0, f64::max);
    let x = |i: usize| 2.0 + (W - 8.0) * i as f64 / (points.len() - 1).max(1) as f64;
    let y = |v: f64| H - 3.0 - v * (H - 7.0) / highest;
    let mut band = String::new();
    for (i, p) in points.iter().enumerate() {
        let _ = write!(band, "{}{:.1} {:.1}", if i == 0 { 'M' } else { 'L' }, x(i), y(p.high));
    }
    for (i, p) in points.iter().enumerate().rev() {
        let _ = write!(band, "L{:.1} {:.1}", x(i), y(p.low));
    }
    let mut line = String::new();
    let mut pen_up = true;
    let mut last = None;
    for (i, p) in points.iter().enumerate() {
        let Some(n) = p.observed else {
            pen_up = true;
            continue;
        };
        let _ = write!(line, "{}{:.1} {:.1}", if pen_up { 'M' } else { 'L' }, x(i), y(n as f64));
        pen_up = false;
        last = Some((x(i), y(n as f64), p.is_out()));
    }
    let dot = last.map_or_else(String::new, |(x, y, out)| {
        let class = if out { "dot out" } else { "dot" };
        format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>")
    });
    Html::new(format!(
        "<svg class=\"spark\" viewBox=\"0 0 {W} {H}\" width=\"{W}\" height=\"{H}\" role=\"img\" aria-label=\"{}\">\
         <path class=\"band\" d=\"{band}Z\"/><path class=\"line\" d=\"{line}\"/>{dot}</svg>",
        escape(label)
    ))
}

/// A bar for a share, in thousandths; decoration beside a number that says the same.
pub fn share(thousandths: &i64) -> Html {
    let width = (*thousandths).clamp(0, 1000) as f64 / 10.0;
    Html::new(format!(
        "<svg class=\"share\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect class=\"track\" width=\"100\" height=\"6\"/><rect class=\"fill\" width=\"{width:.1}\" height=\"6\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Locale;

    fn words() -> Words {
        Words::new(Locale::En, "Europe/Paris", "2026-11-21T22:22:00Z".parse().unwrap())
    }

    fn points(counts: &[Option<i64>]) -> Vec<Point> {
        let start: Timestamp = "2026-11-21T20:00:00Z".parse().unwrap();
        counts
            .iter()
            .enumerate()
            .map(|(i, n)| Point {
                at: start + jiff::SignedDuration::from_mins(30 * i as i64),
                observed: *n,
                low: 0.0,
                high: 3.0,
            })
            .collect()
    }

    #[test]
    fn a_timeline_marks_what_stands_out_and_what_was_not_heard() {
        let chart = Timeline {
            finding: "41 mentions <in 30 minutes>".into(),
            points: points(&[Some(1), None, Some(0), Some(41)]),
            onset: Some("2026-11-21T21:34:00Z".parse().unwrap()),
            ahead: Vec::new(),
        };
        let svg = timeline(&words(), "c", &chart).to_string();
        assert_eq!(svg.matches("class=\"bar out\"").count(), 2, "one for each width");
        assert_eq!(svg.matches("class=\"bar\"").count(), 2);
        assert_eq!(svg.matches("class=\"deaf\"").count(), 2);
        assert!(svg.contains("22:34 ▲"), "the onset stands in the reader's zone");
        assert!(svg.contains("41 mentions &lt;in 30 minutes&gt;"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn extremes_draw_nothing_absurd() {
        for counts in [vec![], vec![Some(0)], vec![None, None], vec![Some(i64::MAX), Some(-5)]] {
            let points = points(&counts);
            let drawn = |ahead: Vec<Expected>| {
                let chart = Timeline { finding: String::new(), points: points.clone(), onset: None, ahead };
                timeline(&words(), "c", &chart)
            };
            let most = expected(60, i64::MAX, 0, i64::MAX);
            for svg in
                [drawn(Vec::new()), drawn(vec![expected(0, 0, 0, 0)]), drawn(vec![most]), sparkline(&points, "x")]
            {
                assert!(!svg.as_str().contains("NaN") && !svg.as_str().contains("inf"), "{svg}");
            }
        }
    }

    fn expected(minutes: u32, mid: i64, low: i64, high: i64) -> Expected {
        Expected {
            minutes,
            further: Figure::Estimated { mid, low, high },
            usual: i64::from(minutes) / 60,
            made: 3,
            held: 2,
        }
    }

    #[test]
    fn what_may_come_opens_from_the_last_step_per_hour() {
        let past: Vec<Option<i64>> = (0..96).map(|n| Some(if n == 95 { 20 } else { 1 })).collect();
        let ahead = vec![expected(60, 20, 5, 40), expected(360, 90, 12, 300), expected(1_440, 240, 24, 960)];
        let chart = Timeline { finding: String::new(), points: points(&past), onset: None, ahead };
        let svg = timeline(&words(), "c", &chart).to_string();
        assert_eq!(svg.matches("class=\"ahead\"").count(), 2, "one for each width");
        assert_eq!(svg.matches("class=\"bar").count(), 48 + 96, "a phone shows one day of the past");
        assert!(svg.contains(">+24 h<") && svg.contains("per hour"), "{svg}");
        // From 20 now to 40, 50 and 40 an hour at most, on a phone: 96 steps of 3 px, 60 mentions on 148 px above the floor of 174.
        assert!(svg.contains("M178.0 124.7L184.0 75.3L214.0 50.7L322.0 75.3"), "{svg}");
    }

    #[test]
    fn ticks_are_round() {
        for (x, expected) in [(0.2, 1.0), (1.0, 1.0), (1.1, 2.0), (3.0, 5.0), (11.0, 20.0), (230.0, 500.0)] {
            assert_eq!(nice(x), expected);
        }
    }
}
