//! JSON as strangers send it.

use serde_json::Value;

/// Reads JSON: bytes that are no UTF-8 and halves of surrogate pairs become replacement characters, of a doubled key the
/// last one counts, depth is bounded by the parser.
pub(crate) fn read(bytes: &[u8]) -> Result<Value, serde_json::Error> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str(text) {
        Err(error) if text.contains("\\u") || text.contains("\\U") => {
            serde_json::from_str(&mend_surrogates(text)).map_err(|_: serde_json::Error| error)
        }
        read => read,
    }
}

/// Replaces the escapes of lone surrogates, which are no characters.
fn mend_surrogates(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (unit(rest), rest.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                out.push('\u{fffd}');
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            // An escaped backslash must not begin another escape.
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The code unit of an escape at the start: `\u` and four hex digits.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_are_mended_and_pairs_kept() {
        let table = [
            (r#""\ud83d\udea8""#, "🚨"),
            (r#""a\ud800b""#, "a\u{fffd}b"),
            (r#""\udc00\ud800""#, "\u{fffd}\u{fffd}"),
            (r#""\\ud800 \ud800""#, "\\ud800 \u{fffd}"),
            (r#""\ud800\u00e9""#, "\u{fffd}é"),
        ];
        for (json, expected) in table {
            assert_eq!(read(json.as_bytes()).unwrap(), Value::from(expected), "{json}");
        }
        assert_eq!(read(b"\xef\xbb\xbf{\"a\":1,\"a\":\"\xff\"}").unwrap()["a"], "\u{fffd}");
        let deep = "[".repeat(100_000);
        assert!(read(deep.as_bytes()).is_err());
        assert!(read(br#"{"a":"\ud800""#).is_err());
    }
}
