//! Two small pictures of an assessment, drawn on the server: what may come as a fan, and the kinds of places a storm crossed over time.

use crate::chart::nice;
use crate::html::{Html, escape};
use domain::assess::{Crossing, Expected};
use domain::figure::Figure;
use jiff::Timestamp;
use std::fmt::Write;
use words::Words;

const WIDTH: f64 = 328.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 8.0;

/// What may come: further mentions by horizon, growing from nothing now. Horizons stand at even steps; empty where nothing is told.
pub fn fan(words: &Words, told: &[Expected]) -> Html {
    const HEIGHT: f64 = 150.0;
    const FLOOR: f64 = HEIGHT - 22.0;
    let told: Vec<_> = told.iter().filter_map(range).collect();
    if told.is_empty() {
        return Html::default();
    }
    let highest = told.iter().map(|(_, _, high, expected)| high.max(expected.usual as f64)).fold(1.0, f64::max);
    let tick = nice(highest / 3.0);
    let top = tick * (highest / tick).ceil();
    let x = |step: usize| LEFT + (WIDTH - LEFT - RIGHT) * step as f64 / told.len() as f64;
    let y = |value: f64| FLOOR - value / top * (FLOOR - 8.0);
    let mut out = open("fan", HEIGHT, &words.say("forecast-title"), &words.say("forecast-desc"));
    let mut value = 0.0;
    while value <= top {
        let _ = write!(
            out,
            "<path class=\"grid\" d=\"M{LEFT} {:.1}H{:.1}\"/><text class=\"tick\" x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            y(value),
            WIDTH - RIGHT,
            LEFT - 6.0,
            y(value) + 4.0,
            words.number(value as i64)
        );
        value += tick;
    }
    let line = |of: &dyn Fn(usize) -> f64| {
        (0..told.len()).fold(String::new(), |mut path, i| {
            let _ = write!(path, "L{:.1} {:.1}", x(i + 1), y(of(i)));
            path
        })
    };
    let low: String = (0..told.len()).rev().fold(String::new(), |mut path, i| {
        let _ = write!(path, "L{:.1} {:.1}", x(i + 1), y(told[i].1));
        path
    });
    let start = format!("M{LEFT} {FLOOR:.1}");
    let _ = write!(
        out,
        "<path class=\"band\" d=\"{start}{}{low}Z\"/><path class=\"line\" d=\"{start}{}\"/><path class=\"usual\" d=\"{start}{}\"/>",
        line(&|i| told[i].2),
        line(&|i| told[i].0),
        line(&|i| told[i].3.usual as f64),
    );
    for (i, (.., expected)) in told.iter().enumerate() {
        let anchor = if i + 1 == told.len() { "end" } else { "middle" };
        let _ = write!(
            out,
            "<text class=\"tick\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">+{} h</text>",
            x(i + 1),
            HEIGHT - 6.0,
            expected.minutes / 60
        );
    }
    out.push_str("</svg>");
    Html::new(out)
}

/// What is expected, from, to; and the expectation.
fn range(expected: &Expected) -> Option<(f64, f64, f64, &Expected)> {
    match expected.further {
        Figure::Estimated { mid, low, high } => Some((mid as f64, low as f64, high as f64, expected)),
        _ => None,
    }
}

/// The kinds of places over time: a bar from the first to the last mention in each. `label` names a crossing's place.
pub fn crossings(
    words: &Words,
    crossed: &[Crossing],
    (from, until): (Timestamp, Timestamp),
    label: impl Fn(&Crossing) -> String,
) -> Html {
    const ROW: f64 = 36.0;
    if crossed.is_empty() {
        return Html::default();
    }
    let height = ROW * crossed.len() as f64 + 24.0;
    let whole = until.duration_since(from).as_secs_f64().max(60.0);
    let x = |at: Timestamp| {
        let share = at.duration_since(from).as_secs_f64() / whole;
        8.0 + (WIDTH - 16.0) * share.clamp(0.0, 1.0)
    };
    let mut out = open("places", height, &words.say("assess-places"), &words.say("assess-places-desc"));
    for (row, crossing) in crossed.iter().enumerate() {
        let top = ROW * row as f64;
        let (left, right) = (x(crossing.at), x(crossing.last));
        let (anchor, at) = if left > WIDTH / 2.0 { ("end", right.max(left + 4.0)) } else { ("start", left) };
        let _ = write!(
            out,
            "<path class=\"grid\" d=\"M8 {:.1}H{:.1}\"/><text class=\"tick\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{} · {}</text>\
             <rect class=\"bar\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"8\"/>",
            top + 26.0,
            WIDTH - 8.0,
            top + 17.0,
            escape(&label(crossing)),
            words.number(crossing.count),
            top + 22.0,
            (right - left).max(4.0),
        );
    }
    let _ = write!(
        out,
        "<text class=\"tick\" x=\"8\" y=\"{0:.1}\">{1}</text><text class=\"tick\" x=\"{2:.1}\" y=\"{0:.1}\" text-anchor=\"end\">{3}</text></svg>",
        height - 6.0,
        escape(&words.time(from)),
        WIDTH - 8.0,
        escape(&words.time(until)),
    );
    Html::new(out)
}

fn open(id: &str, height: f64, title: &str, desc: &str) -> String {
    format!(
        "<svg class=\"chart small-chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escape(title),
        escape(desc)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::assess::Place;
    use domain::id::MentionId;
    use words::Locale;

    fn words() -> Words {
        Words::new(Locale::En, "Europe/Paris", "2026-11-21T22:22:00Z".parse().unwrap())
    }

    #[test]
    fn a_fan_grows_from_now_and_extremes_draw_nothing_absurd() {
        let expected = |minutes, mid, low, high| Expected {
            minutes,
            further: Figure::Estimated { mid, low, high },
            usual: 4,
            made: 3,
            held: 2,
        };
        let svg = fan(&words(), &[expected(60, 20, 5, 40), expected(360, 90, 10, 300)]).to_string();
        assert!(svg.contains("+1 h") && svg.contains("+6 h") && svg.contains("class=\"usual\""), "{svg}");
        for told in [vec![], vec![expected(60, 0, 0, 0)], vec![expected(60, i64::MAX, 0, i64::MAX)]] {
            let svg = fan(&words(), &told).to_string();
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }

    #[test]
    fn places_stand_in_their_time() {
        let at = |hour: i64| Timestamp::from_second(1_764_000_000 + hour * 3_600).unwrap();
        let crossing =
            |place, from, until| Crossing { place, at: at(from), mention: MentionId(1), count: 3, last: at(until) };
        let crossed = [crossing(Place::Network, 0, 4), crossing(Place::Press, 3, 3)];
        let svg = crossings(&words(), &crossed, (at(0), at(4)), |c| format!("<{}>", c.place.code())).to_string();
        assert!(svg.contains("&lt;press&gt; · 3") && svg.contains("width=\"312.0\""), "{svg}");
        // All at one moment, or outside the stretch: still inside the picture.
        let svg = crossings(&words(), &crossed, (at(2), at(2)), |c| c.place.code().to_owned()).to_string();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert_eq!(crossings(&words(), &[], (at(0), at(1)), |_| String::new()).to_string(), "");
    }
}
