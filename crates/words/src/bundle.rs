//! The Fluent bundles: one per language, built on first use from files in the binary.

use crate::{Locale, number};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::LazyLock;

/// What a message is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A whole number: written in the language's way, and plurals follow it.
    Number(i64),
    /// A text, taken as it is.
    Text(Cow<'a, str>),
}

impl From<i64> for Arg<'_> {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// The plural category of a whole number, after CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Singular.
    One,
    /// French millions: "1 000 000 de mentions".
    Many,
    /// Everything else.
    Other,
}

impl Plural {
    /// The category of `n` in `locale`. (The plural crate below Fluent knows no French `many`, so `PLURAL()` in the files asks here.)
    pub fn of(locale: Locale, n: i64) -> Self {
        match (locale, n.unsigned_abs()) {
            (Locale::Fr, 0 | 1) | (_, 1) => Self::One,
            (Locale::Fr, n) if n.is_multiple_of(1_000_000) => Self::Many,
            _ => Self::Other,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 4]> = LazyLock::new(|| Locale::ALL.map(build));

/// The text of a language's file.
pub fn source(locale: Locale) -> &'static str {
    match locale {
        Locale::Fr => include_str!("../locales/fr.ftl"),
        Locale::En => include_str!("../locales/en.ftl"),
        Locale::Fy => include_str!("../locales/fy.ftl"),
        Locale::Nl => include_str!("../locales/nl.ftl"),
    }
}

/// Every message id of a language's file, in its order.
pub fn ids(locale: Locale) -> impl Iterator<Item = &'static str> {
    source(locale).lines().filter_map(|line| {
        let (id, _) = line.split_once(" =")?;
        id.starts_with(|c: char| c.is_ascii_lowercase()).then_some(id)
    })
}

fn bundle(locale: Locale) -> &'static Bundle {
    match locale {
        Locale::Fr => &BUNDLES[0],
        Locale::En => &BUNDLES[1],
        Locale::Fy => &BUNDLES[2],
        Locale::Nl => &BUNDLES[3],
    }
}

fn build(locale: Locale) -> Bundle {
    let language = locale.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    // Function pointers cannot capture the locale.
    bundle.set_formatter(Some(match locale {
        Locale::Fr => |value, _| write_number(Locale::Fr, value),
        Locale::En => |value, _| write_number(Locale::En, value),
        Locale::Fy => |value, _| write_number(Locale::Fy, value),
        Locale::Nl => |value, _| write_number(Locale::Nl, value),
    }));
    if locale == Locale::Fr {
        bundle.set_transform(Some(french_spaces));
    }
    // A broken message is left out and shows as ⟦id⟧; the tests of this crate read every file strictly.
    let resource = FluentResource::try_new(source(locale).to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    let added = bundle.add_function("PLURAL", move |values, _| match values.first() {
        Some(FluentValue::Number(n)) => Plural::of(locale, n.value as i64).code().into(),
        _ => FluentValue::Error,
    });
    debug_assert!(added.is_ok(), "a new bundle holds no function yet");
    bundle
}

fn write_number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(number(locale, n.value as i64)),
        _ => None,
    }
}

/// French typography: a no-break space before `:` and inside guillemets, a narrow one before `; ! ? %` and units.
fn french_spaces(text: &str) -> Cow<'_, str> {
    const SPACES: [(&str, &str); 8] = [
        (" :", "\u{a0}:"),
        (" »", "\u{a0}»"),
        ("« ", "«\u{a0}"),
        (" ;", "\u{202f};"),
        (" !", "\u{202f}!"),
        (" ?", "\u{202f}?"),
        (" %", "\u{202f}%"),
        (" min", "\u{202f}min"),
    ];
    let mut out = Cow::Borrowed(text);
    for (plain, fine) in SPACES {
        // "min" is a unit only where a number stands before it, so only at the very start of a piece of text.
        if plain == " min" {
            if out.strip_prefix(plain).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)) {
                out = Cow::Owned(out.replacen(plain, fine, 1));
            }
        } else if out.contains(plain) {
            out = Cow::Owned(out.replace(plain, fine));
        }
    }
    out
}

/// Formats a message.
pub(crate) fn format(locale: Locale, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let bundle = bundle(locale);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return format!("⟦{id}⟧");
    };
    let mut fluent = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Number(n) => fluent.set(*name, *n),
            Arg::Text(text) => fluent.set(*name, text.as_ref()),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors);
    if errors.is_empty() { text.into_owned() } else { format!("⟦{id}⟧") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_cldr() {
        for (locale, n, expected) in [
            (Locale::Fr, 0, Plural::One),
            (Locale::Fr, 1, Plural::One),
            (Locale::Fr, 2, Plural::Other),
            (Locale::Fr, 1_000_000, Plural::Many),
            (Locale::Fr, 1_000_001, Plural::Other),
            (Locale::En, 0, Plural::Other),
            (Locale::En, 1, Plural::One),
            (Locale::Fy, 1, Plural::One),
            (Locale::Nl, 1_000_000, Plural::Other),
        ] {
            assert_eq!(Plural::of(locale, n), expected, "{} {n}", locale.code());
        }
    }

    #[test]
    fn french_counts_and_spaces() {
        let say = |n| format(Locale::Fr, "count-mentions", &[("count", Arg::Number(n))]);
        assert_eq!(say(0), "0 mention");
        assert_eq!(say(1), "1 mention");
        assert_eq!(say(1234), "1\u{202f}234 mentions");
        assert_eq!(say(1_000_000), "1\u{202f}000\u{202f}000 de mentions");
        assert_eq!(french_spaces("Vu : « oui » ? 4 %"), "Vu\u{a0}: «\u{a0}oui\u{a0}»\u{202f}? 4\u{202f}%");
        assert_eq!(french_spaces(" minute"), " minute");
    }

    #[test]
    fn a_missing_message_or_argument_is_visible() {
        assert_eq!(format(Locale::En, "no-such-id", &[]), "⟦no-such-id⟧");
        assert_eq!(format(Locale::En, "count-mentions", &[]), "⟦count-mentions⟧");
    }
}
