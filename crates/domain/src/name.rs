//! Names that people type: of brands, queries, sources, people, organisations, tokens.

/// The longest name, in characters.
pub const LONGEST: usize = 200;

/// Why a name is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing but blanks.
    #[error("the name is empty")]
    Empty,
    /// Too long.
    #[error("the name is longer than {LONGEST} characters")]
    Long,
    /// It would show as something else than it is.
    #[error(
        "the name holds U+{0:04X}, a character that is not seen but changes what is seen: type the name again without it"
    )]
    Hidden(u32),
}

/// A name as it is kept: trimmed, not empty, not long, and showing as what it is.
///
/// # Errors
/// What is wrong with it.
pub fn checked(name: &str) -> Result<String, NameError> {
    let name = name.trim_matches(|c| c == ' ' || c == '\u{a0}');
    match name.chars().find(|c| is_hidden(*c)) {
        Some(hidden) => Err(NameError::Hidden(hidden.into())),
        None if name.is_empty() => Err(NameError::Empty),
        None if name.chars().count() > LONGEST => Err(NameError::Long),
        None => Ok(name.to_owned()),
    }
}

/// Control characters, line ends, and what turns the direction of the text around. Joiners and direction marks stay: emoji, Persian and
/// Arabic names need them.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_show_as_what_they_are() {
        let long = "é".repeat(200);
        for good in ["Dunes", "Café ☕ 👩‍👩‍👧", "می‌خواهم", "شركة \u{200f}(محدودة)", &long]
        {
            assert_eq!(checked(good).as_deref(), Ok(good));
        }
        assert_eq!(checked(" \u{a0}Dunes  ").as_deref(), Ok("Dunes"));
        for (bad, why) in [
            ("", NameError::Empty),
            ("  ", NameError::Empty),
            (&"é".repeat(201), NameError::Long),
            ("a\u{202e}b", NameError::Hidden(0x202e)),
            ("a\u{2066}b", NameError::Hidden(0x2066)),
            ("a\u{200b}b", NameError::Hidden(0x200b)),
            ("a\nb", NameError::Hidden(10)),
            ("Dunes\n", NameError::Hidden(10)),
            ("a\u{1b}[2J", NameError::Hidden(0x1b)),
            ("\u{feff}a", NameError::Hidden(0xfeff)),
        ] {
            assert_eq!(checked(bad), Err(why), "{bad:?}");
        }
    }
}
