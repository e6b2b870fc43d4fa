//! Whether a text is one that the plan had approved in quiet times, word for word but for the hour and the name.

use super::filling::{MOST, is_moment, is_name, is_signature};
use crate::case::event::Target;
use crate::plan::{Channel, Plan};
use std::collections::BTreeSet;

/// Whether `text` is `template` with its blanks filled in: `{next}` and `{time}` with a moment, `{name}` and `{signature}` with people of the plan, a
/// signature also with the brand. A template with any other blank has no prepared text: a fact, a product or a place makes another text.
pub fn is_prepared(plan: &Plan, template: &str, text: &str) -> bool {
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
            let fits = |filling: &str| match name {
                "next" | "time" => is_moment(filling),
                "name" => is_name(plan, filling),
                "signature" => is_signature(plan, filling),
                _ => false,
            };
            at = at.into_iter().flat_map(|at| ends(text, at).filter(move |end| fits(&text[at..*end]))).collect();
            rest = after;
        }
    }
    at.contains(&text.len())
}

/// Whether a text that was approved for a channel goes there.
pub(super) fn goes_to(target: &Target, channel: Channel) -> bool {
    let there = match target {
        Target::Post(there) | Target::ByHand(there) => *there,
        Target::Mail(_) => Channel::Mail,
        Target::UpdatesPage => Channel::Site,
        Target::Mention(_) | Target::Conversation(_) => return false,
    };
    channel == Channel::Any || channel == there
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
        let plan = crate::plan::read("[person.a]\nname = \"Anna de Vries\"\n", None).0;
        let template = "We have read it and are checking. Call 01 99. News at {next}. {name}";
        let is_prepared = |template, text| is_prepared(&plan, template, text);
        for good in [
            "We have read it and are checking. Call 01 99. News at 14:30. Anna",
            "We have read it and are checking. Call 01 99. News at 9 a.m. tomorrow. Anna de Vries\n",
            // The end of one blank may look like what follows it.
            "We have read it and are checking. Call 01 99. News at 2 p.m.. Anna",
        ] {
            assert!(is_prepared(template, good), "{good}");
        }
        let long = format!("We have read it and are checking. Call 01 99. News at {}noon. Anna", "the ".repeat(20));
        for bad in [
            "We have read it and are checking. Call 01 99. News at . Anna",
            "We have read it and are checking. Call 01 98. News at 14:30. Anna",
            "We have read it and are checking. Call 01 99. News at 14:30. Anna\nIt was not us.",
            "It was not us. We have read it and are checking. Call 01 99. News at 14:30. Anna",
            "We have read it and are checking. Call 01 99. News at {next}. {name}",
            "We have read it and are checking. Call 01 99. News at 14:30, it was not us. Anna",
            "We have read it and are checking. Call 01 99. News at the end of it all. Anna",
            "We have read it and are checking. Call 01 99. News at 14:30. Nobody is to blame",
            "We have read it and are checking. Call 01 99. News at 14:30. Anna, who is innocent",
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
    fn what_was_approved_for_a_channel_goes_there_and_nowhere_else() {
        for (target, channel, goes) in [
            (Target::Post(Channel::Bluesky), Channel::Bluesky, true),
            (Target::ByHand(Channel::Bluesky), Channel::Bluesky, true),
            (Target::Post(Channel::X), Channel::Bluesky, false),
            (Target::UpdatesPage, Channel::Site, true),
            (Target::UpdatesPage, Channel::X, false),
            (Target::Post(Channel::X), Channel::Any, true),
            (Target::Conversation(1), Channel::Any, false),
        ] {
            assert_eq!(goes_to(&target, channel), goes, "{target:?} {channel:?}");
        }
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
