//! Bytes to text: byte order mark, else the charset of the HTTP header, else the XML declaration, else UTF-8.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes a document. Never fails: what cannot be decoded becomes a replacement character.
pub(super) fn decode(bytes: &[u8], content_type: Option<&str>) -> String {
    let text = match wide(bytes) {
        Some(text) => text,
        None => narrow(bytes, content_type),
    };
    text.chars().filter(|c| is_allowed(*c)).collect()
}

/// Characters that XML allows: control characters break parsers and mean nothing.
pub(super) fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' | '\u{feff}')
}

/// UTF-16 and UTF-32, known by their mark or by the zero bytes around the first `<` or `{`.
fn wide(bytes: &[u8]) -> Option<String> {
    let four = |big: bool| {
        let unit = |c: &[u8]| match (big, c) {
            (true, [a, b, c, d]) => u32::from_be_bytes([*a, *b, *c, *d]),
            (false, [a, b, c, d]) => u32::from_le_bytes([*a, *b, *c, *d]),
            _ => 0xfffd,
        };
        Some(bytes.chunks(4).map(|c| char::from_u32(unit(c)).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
    };
    let two = |encoding: &'static Encoding| Some(encoding.decode(bytes).0.into_owned());
    match bytes {
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'<', ..] => four(true),
        [0xff, 0xfe, 0, 0, ..] | [b'<', 0, 0, 0, ..] => four(false),
        [0xfe, 0xff, ..] | [0, b'<' | b'{', 0, _, ..] => two(UTF_16BE),
        [0xff, 0xfe, ..] | [b'<' | b'{', 0, _, 0, ..] => two(UTF_16LE),
        _ => None,
    }
}

fn narrow(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    let told = content_type.and_then(header_charset).or_else(|| declared_charset(bytes));
    let valid = std::str::from_utf8(bytes).ok();
    match (told, valid) {
        // Declared as Latin, yet every sequence is good UTF-8: the declaration lies.
        (Some(encoding), Some(text)) if encoding == WINDOWS_1252 => text.to_owned(),
        // A wide encoding was ruled out by the first bytes.
        (Some(encoding), _) if encoding != UTF_8 && encoding != UTF_16BE && encoding != UTF_16LE => {
            encoding.decode_without_bom_handling(bytes).0.into_owned()
        }
        (_, Some(text)) => text.to_owned(),
        (Some(_), None) => String::from_utf8_lossy(bytes).into_owned(),
        // Nobody said anything and it is no UTF-8: old Western text is the likeliest.
        (None, None) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

fn header_charset(content_type: &str) -> Option<&'static Encoding> {
    let lower = content_type.to_ascii_lowercase();
    let label = lower.split_once("charset=")?.1.split([';', ' ', ',']).next()?;
    Encoding::for_label(label.trim_matches(['"', '\'']).as_bytes())
}

fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).into_owned();
    let declaration = head.split_once("<?xml")?.1.split_once("?>")?.0;
    let quoted = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let label = quoted.trim_start_matches(['"', '\'']).split(['"', '\'']).next()?;
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide_bytes(text: &str, width: usize, big: bool, mark: bool) -> Vec<u8> {
        let units: Vec<u32> = match width {
            2 => text.encode_utf16().map(u32::from).collect(),
            _ => text.chars().map(u32::from).collect(),
        };
        let marked = mark.then_some(0xfeff).into_iter().chain(units);
        marked
            .flat_map(|u| if big { u.to_be_bytes()[4 - width..].to_vec() } else { u.to_le_bytes()[..width].to_vec() })
            .collect()
    }

    #[test]
    fn wide_text_is_known_with_and_without_its_mark() {
        let text = "<?xml version='1.0' encoding='utf-16'?><rss>Élan 🚨</rss>";
        for (width, big, mark) in [
            (2, true, true),
            (2, false, true),
            (2, true, false),
            (2, false, false),
            (4, true, true),
            (4, false, true),
            (4, true, false),
            (4, false, false),
        ] {
            assert_eq!(
                decode(&wide_bytes(text, width, big, mark), Some("text/xml; charset=utf-8")),
                text,
                "{width} {big} {mark}"
            );
        }
    }

    #[test]
    fn narrow_text_is_decoded_by_the_first_witness() {
        let table: [(&[u8], Option<&str>, &str); 8] = [
            (b"\xef\xbb\xbf<a>\xc3\xa9</a>", Some("text/xml; charset=iso-8859-1"), "<a>é</a>"),
            (b"<a>\xe9</a>", Some("text/xml; charset=\"ISO-8859-1\"; q=1"), "<a>é</a>"),
            (
                b"<?xml version='1.0' encoding='iso-8859-15'?><a>\xa4</a>",
                None,
                "<?xml version='1.0' encoding='iso-8859-15'?><a>€</a>",
            ),
            (b"<?xml encoding=\"iso-8859-1\"?><a>\xc3\xa9</a>", None, "<?xml encoding=\"iso-8859-1\"?><a>é</a>"),
            (
                b"<?xml encoding=\"bogus\"?><a>\xc3\xa9</a>",
                Some("text/xml; charset=x"),
                "<?xml encoding=\"bogus\"?><a>é</a>",
            ),
            (b"<a>\xe9</a>", None, "<a>é</a>"),
            (b"<a>\xe9</a>", Some("text/xml; charset=utf-8"), "<a>\u{fffd}</a>"),
            (b"<a>\0\x01\x0bx</a>", None, "<a>x</a>"),
        ];
        for (bytes, content_type, expected) in table {
            assert_eq!(decode(bytes, content_type), expected);
        }
    }
}
