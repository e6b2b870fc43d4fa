//! From what was written to steps and fields.

use crate::ast::{Comparison, Field, Sequence, Step, Wanted};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::folded_name;
use std::ops::Range;
use text::token::{Mark, scan};

/// The fewest characters before a star.
const MIN_PREFIX: usize = 3;

/// A word as written outside quotation marks: a term, or several in a row (`l'Oréal`, `porte-monnaie`, `acme.fr`).
pub(crate) fn word(raw: &str, span: Range<usize>) -> Result<Sequence, Diagnostic> {
    let signs = [("||", "OR"), ("|", "OR"), ("&&", "AND")];
    if let Some((at, sign, operator)) =
        signs.into_iter().find_map(|(sign, operator)| Some((raw.find(sign)?, sign, operator)))
    {
        let place = span.start + at..span.start + at + sign.len();
        return Err(Diagnostic::new(Code::SignOperator, place)
            .with("operator", operator)
            .suggest(format!(" {operator} ")));
    }
    let (body, prefix) = match raw.strip_suffix('*') {
        Some(body) => (body, true),
        None => (raw, false),
    };
    if let Some(at) = body.find('*') {
        let suggestion = body.trim_matches('*').split('*').next().filter(|start| start.chars().count() >= MIN_PREFIX);
        let error = Diagnostic::new(Code::StarPlace, span.start + at..span.start + at + 1);
        return Err(match suggestion {
            Some(start) if at > 0 => Diagnostic::new(Code::StarPlace, span).suggest(format!("{start}*")),
            _ => error,
        });
    }
    let inner = |(at, _): &(usize, &str)| {
        body[at + 1..].starts_with(char::is_alphanumeric) && body[..*at].ends_with(char::is_alphanumeric)
    };
    let address = body.contains("://");
    if let Some((at, _)) = body.match_indices('?').find(|found| !address && inner(found)) {
        return Err(Diagnostic::new(Code::QuestionMark, span.start + at..span.start + at + 1));
    }
    let mut sequence = phrase(body, span.clone())?;
    if prefix {
        match &mut sequence.0[..] {
            [only] if only.text.chars().count() < MIN_PREFIX => {
                return Err(Diagnostic::new(Code::PrefixShort, span).with("limit", MIN_PREFIX));
            }
            [only] => only.prefix = true,
            _ => return Err(Diagnostic::new(Code::StarPlace, span).suggest(format!("\"{body}\""))),
        }
    }
    Ok(sequence)
}

/// What stands between quotation marks.
pub(crate) fn quoted(raw: &str, span: Range<usize>) -> Result<Sequence, Diagnostic> {
    match raw.find('*') {
        Some(_) => Err(Diagnostic::new(Code::StarPlace, span)),
        None => phrase(raw, span),
    }
}

fn phrase(raw: &str, span: Range<usize>) -> Result<Sequence, Diagnostic> {
    let mut steps = Vec::new();
    scan(raw, |token, folded| {
        let wanted = match token.mark {
            Mark::Word => Wanted::Any,
            Mark::Hashtag => Wanted::Hashtag,
            Mark::Handle => Wanted::Handle,
        };
        steps.push(Step { text: folded.to_owned(), prefix: false, wanted });
    });
    if steps.is_empty() { Err(Diagnostic::new(Code::NoWord, span)) } else { Ok(Sequence(steps)) }
}

/// What stands before a colon, when it can only be the name of a field.
pub(crate) fn field_name(raw: &str) -> Option<(&str, &str)> {
    let (name, value) = raw.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(char::is_alphabetic);
    let known = FIELDS.iter().any(|field| name.eq_ignore_ascii_case(field));
    (is_name && !value.starts_with("//") && (known || !value.is_empty())).then_some((name, value))
}

const FIELDS: [&str; 5] = ["lang", "source", "author", "followers", "rating"];

/// Names people know from elsewhere, and typing errors.
const OTHER_NAMES: [(&str, &str); 18] = [
    ("language", "lang"),
    ("langue", "lang"),
    ("taal", "lang"),
    ("lng", "lang"),
    ("from", "author"),
    ("auteur", "author"),
    ("skriuwer", "author"),
    ("user", "author"),
    ("autor", "author"),
    ("site", "source"),
    ("bron", "source"),
    ("boarne", "source"),
    ("follower", "followers"),
    ("abonnes", "followers"),
    ("volgers", "followers"),
    ("stars", "rating"),
    ("note", "rating"),
    ("etoiles", "rating"),
];

/// A field and its value.
pub(crate) fn field(name: &str, value: &str, span: Range<usize>) -> Result<Field, Diagnostic> {
    let folded = text::token::fold(name);
    let Some(field) = FIELDS.into_iter().find(|field| *field == folded) else {
        let error = Diagnostic::new(Code::UnknownField, span).with("field", name);
        return Err(match OTHER_NAMES.iter().find(|(other, _)| *other == folded) {
            Some((_, known)) => error.suggest(format!("{known}:{value}")),
            None => error.suggest(format!("\"{name} {}\"", value.replace('"', ""))),
        });
    };
    let (comparison, rest) = comparison(value);
    let rest = rest.trim();
    if rest.is_empty() {
        return Err(Diagnostic::new(Code::EmptyField, span).with("field", field));
    }
    if matches!(field, "lang" | "source" | "author") && comparison != Comparison::Equal {
        return Err(Diagnostic::new(Code::NoComparison, span).with("field", field).suggest(format!("{field}:{rest}")));
    }
    let number_error = || Diagnostic::new(Code::BadNumber, span.clone()).with("field", field);
    let digits = rest.bytes().all(|b| b.is_ascii_digit());
    match field {
        "lang" => language(rest, span),
        "followers" if digits => rest.parse().map(|n| Field::Followers(comparison, n)).map_err(|_| number_error()),
        "rating" if digits => rest.parse().map(|n| Field::Rating(comparison, n)).map_err(|_| number_error()),
        "followers" | "rating" => Err(number_error()),
        _ => {
            let name = folded_name(rest);
            match field {
                _ if name.is_empty() => Err(Diagnostic::new(Code::EmptyField, span).with("field", field)),
                "author" => Ok(Field::Author(name)),
                _ => Ok(Field::Source(name)),
            }
        }
    }
}

fn comparison(value: &str) -> (Comparison, &str) {
    let signs = [
        (">=", Comparison::AtLeast),
        ("≥", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        ("≤", Comparison::AtMost),
        (">", Comparison::More),
        ("<", Comparison::Less),
        ("=", Comparison::Equal),
    ];
    let found = signs.into_iter().find_map(|(sign, comparison)| Some((comparison, value.strip_prefix(sign)?)));
    found.unwrap_or((Comparison::Equal, value))
}

fn language(value: &str, span: Range<usize>) -> Result<Field, Diagnostic> {
    const NAMES: [(&str, &str); 12] = [
        ("french", "fr"),
        ("francais", "fr"),
        ("frans", "fr"),
        ("english", "en"),
        ("anglais", "en"),
        ("engels", "en"),
        ("dutch", "nl"),
        ("nederlands", "nl"),
        ("neerlandais", "nl"),
        ("frisian", "fy"),
        ("frysk", "fy"),
        ("frison", "fy"),
    ];
    let folded = folded_name(value);
    let primary = folded.split(['-', '_']).next().unwrap_or("");
    let code = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    if code || primary == "unknown" {
        return Ok(Field::Lang(primary.to_owned()));
    }
    let error = Diagnostic::new(Code::BadLanguage, span).with("value", value);
    Err(match NAMES.iter().find(|(name, _)| *name == folded) {
        Some((_, code)) => error.suggest(format!("lang:{code}")),
        None => error,
    })
}
