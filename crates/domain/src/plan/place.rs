//! Where a finding stands, as people count: line, column, and the line itself with marks below.

use super::source::At;

/// Most characters of a line that are shown.
const WIDE: usize = 120;

/// A place in a text, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
    /// The line, at most 120 characters of it; control characters are shown as spaces.
    pub text: String,
    /// Spaces and carets below it.
    pub marks: String,
}

/// Shows a place of a text. A place behind its end is its end.
pub fn place(text: &str, at: At) -> Place {
    let floor =
        |byte: u32| (0..=(byte as usize).min(text.len())).rev().find(|b| text.is_char_boundary(*b)).unwrap_or(0);
    let (from, to) = (floor(at.from), floor(at.to.max(at.from)));
    let start = text[..from].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[from..].find('\n').map_or(text.len(), |newline| from + newline);
    let before = text[start..from].chars().count();
    let marked = text[from..to.clamp(from, end)].chars().count().max(1);
    let tame = |c: char| if c.is_control() { ' ' } else { c };
    let skip = before.saturating_sub(WIDE / 2);
    Place {
        line: text[..start].matches('\n').count() + 1,
        column: before + 1,
        text: text[start..end].chars().skip(skip).take(WIDE).map(tame).collect::<String>().trim_end().to_owned(),
        marks: format!("{}{}", " ".repeat(before - skip), "^".repeat(marked.min(WIDE - (before - skip)))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_characters() {
        let text = "one\nné = \"là\"\nthree";
        let at = |from, to| At { text: 0, from, to };
        let word = place(text, at(10, 15));
        assert_eq!((word.line, word.column, word.text.as_str()), (2, 6, "né = \"là\""));
        assert_eq!(word.marks, "     ^^^^");
        assert_eq!(place(text, at(0, 0)).marks, "^");
        assert_eq!(place(text, at(999, 1_000)).line, 3);
        assert_eq!(place("", at(5, 2)), Place { line: 1, column: 1, text: String::new(), marks: "^".into() });
    }

    #[test]
    fn a_long_line_is_shown_around_its_place() {
        let text = format!("{}HERE{}", "x".repeat(500), "y".repeat(500));
        let shown = place(&text, At { text: 0, from: 500, to: 504 });
        assert_eq!(shown.text.chars().skip(shown.marks.find('^').unwrap()).take(4).collect::<String>(), "HERE");
        assert_eq!(shown.column, 501);
    }
}
