//! Whether a text is one that the plan had approved in quiet times, word for word but for the hour and the name.

use std::collections::BTreeSet;

/// What a case may fill in without making another text of it: hours and who speaks. A fact, a product or a place makes another text.
const FILLED: [&str; 4] = ["next", "time", "name", "signature"];
/// Most characters of what fills a blank: an hour with its day, a name with its function.
const MOST: usize = 60;

/// Whether `text` is `template` with its blanks `{next}`, `{time}`, `{name}` and `{signature}` filled in, each with something short on one line. A template with any
/// other blank has no prepared text.
pub fn is_prepared(template: &str, text: &str) -> bool {
    let text = text.trim_end();
    // The places in the text at which the template may have been followed so far.
    let mut at = BTreeSet::from([0]);
    let mut rest = template.trim_end();
    while !rest.is_empty() && !at.is_empty() {
        let literal = rest.split_once('{').map_or(rest, |(before, _)| before);
        at = at.into_iter().filter(|at| text[*at..].starts_with(literal)).map(|at| at + literal.len()).collect();
        rest = &rest[literal.len()..];
        if let Some(behind) = rest.strip_prefix('{') {
            let Some((name, after)) = behind.split_once('}') else { return false };
            if !FILLED.contains(&name) {
                return false;
            }
            at = at.into_iter().flat_map(|at| ends(text, at)).collect();
            rest = after;
        }
    }
    at.contains(&text.len())
}

/// Where something that fills a blank may end.
fn ends(text: &str, at: usize) -> impl Iterator<Item = usize> {
    let filling = text[at..].char_indices().take(MOST).take_while(|(_, c)| !matches!(c, '{' | '}') && !c.is_control());
    filling.map(move |(offset, c)| at + offset + c.len_utf8())
}

/// The blanks that are not filled in, by their names, in their order.
pub(in crate::case) fn blanks(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |name: &&str| {
        !name.is_empty() && name.len() <= 40 && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    text.split('{').skip(1).filter_map(|behind| behind.split_once('}')).map(|(name, _)| name).filter(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hour_and_the_name_may_differ() {
        let template = "We have read it and are checking. Call 01 99. News at {next}. {name}";
        for good in [
            "We have read it and are checking. Call 01 99. News at 14:30. Anna",
            "We have read it and are checking. Call 01 99. News at 9 a.m. tomorrow. Anna de Vries, owner\n",
            // The end of one blank may look like what follows it.
            "We have read it and are checking. Call 01 99. News at 2 p.m.. sharp. . Anna",
        ] {
            assert!(is_prepared(template, good), "{good}");
        }
        let long = format!("We have read it and are checking. Call 01 99. News at {}. A", "é".repeat(61));
        for bad in [
            "We have read it and are checking. Call 01 99. News at . Anna",
            "We have read it and are checking. Call 01 98. News at 14:30. Anna",
            "We have read it and are checking. Call 01 99. News at 14:30. Anna\nIt was not us.",
            "It was not us. We have read it and are checking. Call 01 99. News at 14:30. Anna",
            "We have read it and are checking. Call 01 99. News at {next}. {name}",
            &long,
            "",
        ] {
            assert!(!is_prepared(template, bad), "{bad}");
        }
        assert!(!is_prepared("What happened: {fact}.", "What happened: nothing."));
        assert!(is_prepared("Same.", "Same.") && !is_prepared("Same.", "Same. And more"));
        assert!(!is_prepared("{na", "{na"));
    }

    #[test]
    fn blanks_are_counted() {
        for (text, count) in
            [("", 0), ("{fact}", 1), ("a {b} c {d}", 2), ("{not one}", 0), ("{", 0), ("{}", 0), ("{{a}}", 1)]
        {
            assert_eq!(blanks(text).count(), count, "{text}");
        }
    }
}
