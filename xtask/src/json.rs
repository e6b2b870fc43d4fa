//! Reads one value of an answer in JSON, without a library.

/// What follows the key of the outermost object; of several objects one after the other, the last that has it: a summary comes after what it sums up.
pub fn value<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let mut found = None;
    let mut depth = 0_i32;
    let mut rest = json;
    while let Some(at) = rest.find(['{', '[', '}', ']', '"']) {
        let sign = rest.as_bytes().get(at);
        rest = rest.get(at + 1..)?;
        match sign {
            Some(b'{' | b'[') => depth += 1,
            Some(b'}' | b']') => depth -= 1,
            _ => {
                let (told, after) = string(rest)?;
                rest = after;
                if let Some(value) = after.trim_start().strip_prefix(':').filter(|_| depth == 1 && told == key) {
                    found = Some(value.trim_start());
                }
            }
        }
    }
    found
}

/// A string up to the quotation mark that ends it, as it is written, and what follows.
fn string(rest: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let end = rest.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    })?;
    Some((rest.get(..end)?, rest.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_that_of_the_outermost_object() {
        let cases = [
            (r#"{"called":4,"signals":[{"called":true}]}"#, "called", Some("4,")),
            (r#"{"signals":[{"called":true}]}"#, "called", None),
            (r#"{"a":"\"called\":1","called" : 2}"#, "called", Some("2}")),
            (r#"{"a":"called","b":"\\\\","called":3}"#, "called", Some("3}")),
            ("{\"log\":\"x\"}\n{\"log\":\"y\"}", "log", Some("\"y\"}")),
            (r#"{"called"#, "called", None),
            ("", "called", None),
        ];
        for (json, key, expected) in cases {
            let found = value(json, key);
            assert!(expected.map_or(found.is_none(), |start| found.is_some_and(|it| it.starts_with(start))), "{json}");
        }
    }
}
