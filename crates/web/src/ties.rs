//! A small picture of accounts that coincide, drawn on the server: accounts on the left, what they shared on the right, a line where they met.

use crate::html::{Html, escape};
use domain::assess::Group;
use std::fmt::Write;
use words::Words;
use words::company::kind;

const WIDTH: f64 = 328.0;
const ROW: f64 = 24.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = 128.0;

/// The picture of a group; empty where nobody of it may be singled out. Accounts bear the numbers of the list beside it.
pub fn ties(words: &Words, id: &str, group: &Group) -> Html {
    if group.members.is_empty() || group.shared.is_empty() {
        return Html::default();
    }
    let rows = group.members.len().max(group.shared.len());
    let height = ROW * rows as f64;
    let middle = |place: usize, of: usize| ROW * ((rows - of) as f64 / 2.0 + place as f64) + ROW / 2.0;
    let account = |place: usize| middle(place, group.members.len());
    let object = |place: usize| middle(place, group.shared.len());
    let title = words.count("company-group", group.accounts);
    let mut out = format!(
        "<svg class=\"chart small-chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escape(&title),
        escape(&words.say("company-picture"))
    );
    for (place, shared) in group.shared.iter().enumerate() {
        for &member in shared.members.iter().filter(|&&member| member < group.members.len()) {
            let _ =
                write!(out, "<path class=\"tie\" d=\"M{LEFT} {:.1}L{RIGHT} {:.1}\"/>", account(member), object(place));
        }
    }
    for place in 0..group.members.len() {
        let y = account(place);
        let _ = write!(
            out,
            "<circle class=\"bar\" cx=\"{LEFT}\" cy=\"{y:.1}\" r=\"6\"/><text class=\"tick\" x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT - 10.0,
            y + 4.0,
            place + 1
        );
    }
    for (place, shared) in group.shared.iter().enumerate() {
        let y = object(place);
        let _ = write!(
            out,
            "<rect class=\"bar\" x=\"{RIGHT}\" y=\"{:.1}\" width=\"12\" height=\"12\"/><text class=\"tick\" x=\"{:.0}\" y=\"{:.1}\">{} · {}</text>",
            y - 6.0,
            RIGHT + 18.0,
            y + 4.0,
            escape(&kind(words, shared.kind)),
            words.number(shared.accounts)
        );
    }
    out.push_str("</svg>");
    Html::new(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::assess::{Kind, Shared};
    use domain::id::MentionId;
    use jiff::Timestamp;
    use words::Locale;

    #[test]
    fn each_line_joins_an_account_and_what_it_shared() {
        let words = Words::new(Locale::En, "UTC", Timestamp::UNIX_EPOCH);
        let at = Timestamp::UNIX_EPOCH;
        let shared = |kind, members: &[usize]| Shared {
            kind,
            first: at,
            last: at,
            accounts: 9,
            others: 0,
            members: members.to_vec(),
            mentions: Vec::new(),
        };
        let group = Group {
            accounts: 9,
            members: vec![MentionId(1), MentionId(2), MentionId(3)],
            one_in: 20,
            first: at,
            last: at,
            // The seventh is not among those that may be named: no line leads to it.
            shared: vec![shared(Kind::Text, &[0, 2]), shared(Kind::Link, &[1, 7])],
            objects: 2,
            signs_for: Vec::new(),
            signs_against: Vec::new(),
        };
        let svg = ties(&words, "ties-0", &group).to_string();
        assert_eq!(svg.matches("class=\"tie\"").count(), 3, "{svg}");
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(svg.contains("nearly the same text · 9") && svg.contains("<title id=\"ties-0-t\">"), "{svg}");
        assert_eq!(ties(&words, "ties-0", &Group { members: Vec::new(), ..group }), Html::default());
    }
}
