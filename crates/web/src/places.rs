//! A small picture of an assessment, drawn on the server: which kinds of places a storm crossed into, one after another.

use crate::html::{Html, escape};
use domain::assess::Crossing;
use jiff::Timestamp;
use std::fmt::Write;
use words::Words;

const WIDTH: f64 = 328.0;

/// The kinds of places in the order they were reached: a bar from the first to the last mention in each, a dot where a source was reached,
/// a line from one kind's first mention to the next one's. `label` names a crossing's place.
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
            "<path class=\"grid\" d=\"M8 {:.1}H{:.1}\"/><text class=\"tick\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}. {} · {}</text>\
             <rect class=\"bar\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"8\"/>",
            top + 26.0,
            WIDTH - 8.0,
            top + 17.0,
            row + 1,
            escape(&label(crossing)),
            words.number(crossing.count),
            top + 22.0,
            (right - left).max(4.0),
        );
        if let Some(next) = crossed.get(row + 1) {
            let _ = write!(
                out,
                "<path class=\"crossed\" d=\"M{left:.1} {:.1}V{:.1}H{:.1}\"/>",
                top + 30.0,
                top + 62.0,
                x(next.at)
            );
        }
        for reached in &crossing.sources {
            let _ = write!(out, "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\"/>", x(reached.at), top + 26.0);
        }
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
    use domain::assess::{Place, Reached};
    use domain::id::MentionId;
    use words::Locale;

    fn words() -> Words {
        Words::new(Locale::En, "Europe/Paris", "2026-11-21T22:22:00Z".parse().unwrap())
    }

    #[test]
    fn places_stand_in_their_time() {
        let at = |hour: i64| Timestamp::from_second(1_764_000_000 + hour * 3_600).unwrap();
        let crossing = |place, from, until| Crossing {
            place,
            at: at(from),
            mention: MentionId(1),
            count: 3,
            last: at(until),
            sources: vec![
                Reached { source: "one".to_owned(), at: at(from) },
                Reached { source: "two".to_owned(), at: at(until) },
            ],
        };
        let crossed = [crossing(Place::Network, 0, 4), crossing(Place::Press, 3, 3)];
        let svg = crossings(&words(), &crossed, (at(0), at(4)), |c| format!("<{}>", c.place.code())).to_string();
        assert!(svg.contains("2. &lt;press&gt; · 3") && svg.contains("width=\"312.0\""), "{svg}");
        assert_eq!(svg.matches("<circle").count(), 4, "each source where it was reached");
        assert!(svg.contains("class=\"crossed\" d=\"M8.0 30.0V62.0H242.0\""), "from the first to the second: {svg}");
        // All at one moment, or outside the stretch: still inside the picture.
        let svg = crossings(&words(), &crossed, (at(2), at(2)), |c| c.place.code().to_owned()).to_string();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert_eq!(crossings(&words(), &[], (at(0), at(1)), |_| String::new()).to_string(), "");
    }
}
