//! What may stand in a blank of a text that was approved beforehand: a moment where a moment is asked for, a name of the plan where a name is. Anything else
//! would be another text.

use crate::plan::Plan;
use text::Names;

/// Most characters of a filling: an hour with its day, two names.
pub(super) const MOST: usize = 60;
/// Most numbers of a moment: day, year, hour, minute.
const NUMBERS: usize = 4;

/// Words that are a moment, in the four languages, beside the names of days and months.
const MOMENTS: &str = "mon tue wed thu fri sat sun today tomorrow tonight morning afternoon evening noon midday midnight \
    aujourd'hui demain soir matin après-midi midi minuit \
    vandaag morgen vanavond vanmiddag vanochtend ochtend middag avond middernacht \
    hjoed moarn jûn jûns moarns middei";
/// Words that hold a moment together.
const BETWEEN: &str = "at on the of in o'clock am pm a.m p.m h hour hours utc gmt bst cet cest \
    à a le la de du ce cet cette heure heures \
    om op het uur u \
    it oere";

/// Whether it is a moment: an hour, a day, or both, and nothing beside.
pub(super) fn is_moment(filling: &str) -> bool {
    let plain = filling.to_lowercase().replace('’', "'");
    let (mut numbers, mut named) = (0, false);
    for token in plain.split_whitespace() {
        let token = token.trim_start_matches('(').trim_end_matches([',', '.', ')']);
        let is_in = |words: &str| words.split_whitespace().any(|word| word == token);
        if is_number(token) {
            numbers += 1;
        } else if is_in(MOMENTS) || Names::ALL.iter().any(|it| it.weekday(token).is_some() || it.month(token).is_some())
        {
            named = true;
        } else if !is_in(BETWEEN) {
            return false;
        }
    }
    numbers <= NUMBERS && (named || numbers > 0)
}

/// `14:30`, `14.30`, `9h30`, `9am`, `24/11/2026`, `2026-11-24`, `1er`, `24th`: each part a day, a month, an hour, a minute or a year.
fn is_number(token: &str) -> bool {
    const ENDS: [&str; 11] = ["am", "pm", "a.m", "p.m", "er", "st", "nd", "rd", "th", "h", "u"];
    let bare = ENDS.iter().find_map(|end| token.strip_suffix(end)).unwrap_or(token);
    let part = |part: &str| match (part.len(), part.parse::<u32>()) {
        (1 | 2, Ok(small)) => small < 60,
        (4, Ok(year)) => (2000..2100).contains(&year),
        _ => false,
    };
    let parts: Vec<&str> = bare.split([':', '.', 'h', '/', '-']).collect();
    parts.len() <= 3 && parts.iter().all(|it| part(it))
}

/// Whether it names somebody of the plan: see [`is_signature`].
pub(super) fn is_name(plan: &Plan, filling: &str) -> bool {
    is_signature(plan, filling) && names(filling).iter().any(|name| is_person(plan, name))
}

/// Whether it names people of the plan, each by the whole name or the first, or who is protected; nothing beside.
pub(super) fn is_signature(plan: &Plan, filling: &str) -> bool {
    let brand = |name: &str| plan.blanks.iter().any(|(blank, value)| blank == "brand" && value == name);
    names(filling).iter().all(|name| is_person(plan, name) || brand(name))
}

fn is_person(plan: &Plan, name: &str) -> bool {
    let names = plan.people.iter().map(|person| person.body.name.trim()).filter(|whole| !whole.is_empty());
    names.into_iter().any(|whole| whole == name || whole.split_whitespace().next() == Some(name))
}

fn names(filling: &str) -> Vec<String> {
    let mut rest = filling.to_owned();
    for joint in [" & ", " and ", " et ", " en "] {
        rest = rest.replace(joint, ", ");
    }
    rest.split(", ").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_moment_in_four_languages() {
        for good in [
            "14:30",
            "9 a.m. tomorrow",
            "16h00",
            "16 h 30",
            "demain à 9 h",
            "lundi 24 novembre 2026 à 14 h 30",
            "morgen om 14.30 uur",
            "moarn om 9 oere",
            "freed 27 novimber",
            "24/11/2026, 14:30",
            "noon",
            "aujourd’hui à midi",
            "1er mars",
            "2026-11-24 (14:30)",
        ] {
            assert!(is_moment(good), "{good}");
        }
        for bad in [
            "",
            "at the",
            "never",
            "14:30. It was not us",
            "the day you apologise",
            "01 99 00 12 34",
            "01 23 45 12 34",
            "99:99",
            "https://a.example",
            "14:30!",
            "soon",
            "9 million",
        ] {
            assert!(!is_moment(bad), "{bad}");
        }
    }

    #[test]
    fn a_name_is_one_of_the_plan() {
        let plan = "[blank]\nbrand = \"Martin\"\nphone = \"01 99 00 12 34\"\n[person.a]\nname = \"Anna de Vries\"\n[person.p]\nname = \"Piet\"\n";
        let plan = crate::plan::read(plan, None).0;
        for good in ["Anna", "Anna de Vries", "Piet, Martin", "Anna & Piet", "Anna et Piet, Martin"] {
            assert!(is_name(&plan, good), "{good}");
        }
        for bad in ["", "Martin", "Anna, who is innocent", "de Vries", "anna", "Piet, 01 99 00 12 34", "Anna,", "Ann"] {
            assert!(!is_name(&plan, bad), "{bad}");
            assert_eq!(is_signature(&plan, bad), bad == "Martin", "{bad}");
        }
    }
}
