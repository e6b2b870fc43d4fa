//! Physical lines of bounded length, in any of the encodings that exports come in.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, BufRead};

/// The longest line, and the longest row, that is accepted.
pub(super) const MAX_LINE: usize = 1 << 20;

/// How much of a refused line is kept as evidence.
pub(super) const KEPT: usize = 64 << 10;

/// One physical line, its line break included.
pub(super) struct Line {
    /// The bytes as they stand in the file; cut to [`KEPT`] when the line is too long.
    pub bytes: Vec<u8>,
    /// How many bytes the line takes in the file.
    pub len: u64,
    /// The text, or why it cannot be read.
    pub text: Result<String, &'static str>,
}

/// Reads lines one by one; memory stays bounded whatever the input.
pub(super) struct Lines<R> {
    input: R,
    encoding: &'static Encoding,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(input: R, encoding: &'static Encoding) -> Self {
        Self { input, encoding }
    }

    /// The next line, or `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut len = 0;
        let mut previous = 0;
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(e),
            };
            let Some(&last) = chunk.last() else { break };
            let end = line_end(self.encoding, chunk, len, previous);
            let taken = end.unwrap_or(chunk.len());
            let room = (MAX_LINE + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&chunk[..taken.min(room)]);
            previous = last;
            self.input.consume(taken);
            len += taken as u64;
            if end.is_some() {
                break;
            }
        }
        Ok((len > 0).then(|| self.line(bytes, len)))
    }

    fn line(&self, mut bytes: Vec<u8>, len: u64) -> Line {
        let text = if bytes.len() > MAX_LINE {
            bytes.truncate(KEPT);
            Err("is longer than 1 MiB")
        } else {
            match self.encoding.decode_without_bom_handling_and_without_replacement(&bytes) {
                Some(text) => Ok(text.into_owned()),
                None if self.encoding == UTF_8 => {
                    Err("is not valid UTF-8; if the file is in an older encoding, name it with --encoding")
                }
                None => Err("has bytes that its encoding does not allow"),
            }
        };
        Line { bytes, len, text }
    }
}

/// Where in `chunk` the byte after a line break is; `before` bytes of the line came earlier, the last of them `previous`.
fn line_end(encoding: &Encoding, chunk: &[u8], before: u64, previous: u8) -> Option<usize> {
    if encoding != UTF_16LE && encoding != UTF_16BE {
        return chunk.iter().position(|&b| b == b'\n').map(|i| i + 1);
    }
    let (first, second) = if encoding == UTF_16LE { (b'\n', 0) } else { (0, b'\n') };
    let start = if before.is_multiple_of(2) { 1 } else { 0 };
    (start..chunk.len())
        .step_by(2)
        .find(|&i| chunk[i] == second && first == if i == 0 { previous } else { chunk[i - 1] })
        .map(|i| i + 1)
}

/// The encoding of a file by its first bytes, and the length of its byte order mark.
pub(super) fn detect(head: &[u8]) -> (&'static Encoding, usize) {
    if let Some((encoding, len)) = Encoding::for_bom(head) {
        return (encoding, len);
    }
    let sample = &head[..head.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 5;
    if sample.len() >= 8 && odd > many && even < odd / 8 {
        return (UTF_16LE, 0);
    }
    if sample.len() >= 8 && even > many && odd < even / 8 {
        return (UTF_16BE, 0);
    }
    // One broken byte does not make a file Latin-1: that needs more broken characters than whole ones.
    let (mut whole, mut broken) = (0, 0);
    for chunk in head.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    let cut = std::str::from_utf8(head).is_err_and(|e| e.error_len().is_none());
    if cut || broken <= whole { (UTF_8, 0) } else { (WINDOWS_1252, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn all(bytes: &[u8], encoding: &'static Encoding, buffer: usize) -> Vec<Result<String, &'static str>> {
        let mut lines = Lines::new(BufReader::with_capacity(buffer, bytes), encoding);
        let mut out = Vec::new();
        let mut total = 0;
        while let Some(line) = lines.next().unwrap() {
            total += line.len;
            out.push(line.text);
        }
        assert_eq!(total, bytes.len() as u64);
        out
    }

    #[test]
    fn utf16_lines_break_at_code_units_whatever_the_buffer() {
        // U+0A00 and U+000A side by side: neither half may be taken for a line break.
        let text = "a\u{0a00}b\u{000a}\u{0a0a}\u{010a}\r\nfin \u{1f600}";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let expected: Vec<_> = text.split_inclusive('\n').map(|l| Ok(l.to_string())).collect();
        for buffer in 1..9 {
            assert_eq!(all(&le, UTF_16LE, buffer), expected, "le {buffer}");
            assert_eq!(all(&be, UTF_16BE, buffer), expected, "be {buffer}");
        }
    }

    #[test]
    fn a_huge_line_is_refused_and_the_next_one_is_read() {
        let mut bytes = vec![b'x'; MAX_LINE * 3];
        bytes.extend_from_slice(b"\nnext\n\xff\n");
        let lines = all(&bytes, UTF_8, 8192);
        assert_eq!(lines[0], Err("is longer than 1 MiB"));
        assert_eq!(lines[1], Ok("next\n".to_string()));
        assert!(lines[2].as_ref().unwrap_err().starts_with("is not valid UTF-8"));
    }

    #[test]
    fn a_line_of_exactly_the_limit_passes() {
        let bytes = vec![b'x'; MAX_LINE];
        assert!(all(&bytes, UTF_8, 8192)[0].is_ok());
    }

    #[test]
    fn encodings_are_told_by_their_first_bytes() {
        let utf16le: Vec<u8> = "date;texte;note".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16be: Vec<u8> = "date;texte;note".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, expected) in [
            (b"\xef\xbb\xbfa".to_vec(), (UTF_8, 3)),
            (b"\xff\xfea\0".to_vec(), (UTF_16LE, 2)),
            (b"\xfe\xff\0a".to_vec(), (UTF_16BE, 2)),
            (utf16le, (UTF_16LE, 0)),
            (utf16be, (UTF_16BE, 0)),
            ("déçu".as_bytes().to_vec(), (UTF_8, 0)),
            ("déç".as_bytes()[..4].to_vec(), (UTF_8, 0)),
            (b"d\xe9\xe7u;12".to_vec(), (WINDOWS_1252, 0)),
            (b"d\xc3\xa9\xc3\xa7u;\xff".to_vec(), (UTF_8, 0)),
            (b"".to_vec(), (UTF_8, 0)),
        ] {
            assert_eq!(detect(&bytes), expected, "{bytes:?}");
        }
    }
}
