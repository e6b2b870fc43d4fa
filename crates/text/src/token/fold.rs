//! What one character becomes when a text is folded, and what part it plays in a word.

use unicode_normalization::char::decompose_compatible;

/// The part a character plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Belongs to a word.
    Word,
    /// Counts as absent: accents, zero-width and direction controls, variation selectors.
    Dropped,
    /// A token by itself: a character of an unspaced script, an emoji.
    Single,
    /// Stands between words.
    Gap,
}

/// The part `c` plays.
pub(super) fn class(c: char) -> Class {
    let code = c as u32;
    match code {
        0..0x80 if c.is_ascii_alphanumeric() => Class::Word,
        0..0x80 | 0xD7 | 0xF7 => Class::Gap,
        0xC0..0x250 => Class::Word,
        _ if is_dropped(code) => Class::Dropped,
        _ if is_unspaced(code) || is_emoji(code) => Class::Single,
        // Modifier apostrophes split as the ASCII one does; raised, circled and broken numbers are footnotes, not words.
        0x2B9..=0x2C1 | 0xB2 | 0xB3 | 0xB9 | 0xBC..=0xBE | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 => Class::Gap,
        0x2150..=0x215F | 0x2189 | 0x2460..=0x249B | 0x24EA..=0x24FF | 0x2776..=0x2793 | 0x1F100..=0x1F10C => {
            Class::Gap
        }
        _ if c.is_alphanumeric() || is_kept_mark(c) => Class::Word,
        _ => Class::Gap,
    }
}

/// Combining accents, Arabic and Hebrew vowel signs, and what cannot be seen.
fn is_dropped(code: u32) -> bool {
    matches!(code,
        0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4 | 0x5C5 | 0x5C7
        | 0x610..=0x61A | 0x61C | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7 | 0x6E8 | 0x6EA..=0x6ED
        | 0x180B..=0x180F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0x20D0..=0x20FF | 0x3099 | 0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0xFF9E | 0xFF9F | 0xFFF9..=0xFFFB
        | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE01EF)
}

/// Scripts written without spaces (and Hangul, whose particles cling): every character is a token, a name is a phrase.
fn is_unspaced(code: u32) -> bool {
    matches!(code,
        0xE01..=0xE3A | 0xE40..=0xE4E | 0xE81..=0xECD | 0x1000..=0x109F | 0x1780..=0x17D3
        | 0x3005..=0x3007 | 0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFF66..=0xFF9D | 0x20000..=0x323AF)
}

/// Whether a character is in one of the blocks of pictures.
pub(super) fn is_emoji(code: u32) -> bool {
    matches!(code, 0x2600..=0x2775 | 0x2794..=0x27BF | 0x2B50 | 0x2B55 | 0x1F1E6..=0x1F1FF | 0x1F300..=0x1FAFF)
}

/// Vowel signs and the like of scripts where dropping them would merge different words.
fn is_kept_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Base letters of U+00C0 to U+017F; `.` where one character becomes two, or none.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Appends what the word character `c` becomes: lower case, without accents, ligatures taken apart, styled letters made plain.
pub(super) fn push(c: char, out: &mut String) {
    match c as u32 {
        0..0x80 => out.push(c.to_ascii_lowercase()),
        code @ 0xC0..0x180 if LATIN[code as usize - 0xC0] != b'.' => out.push(LATIN[code as usize - 0xC0] as char),
        // Letters in filled circles and squares have no decomposition.
        code @ (0x1F150..=0x1F169 | 0x1F170..=0x1F189) => {
            let letter = (code - if code < 0x1F170 { 0x1F150 } else { 0x1F170 }) as u8;
            out.push((b'a' + letter) as char);
        }
        code if is_decomposed(code) => decompose_compatible(c, |part| push_plain(part, out)),
        _ => push_plain(c, out),
    }
}

/// Where accents, styles and widths are taken off. Elsewhere (Hangul, kana, Indic) a decomposition would merge different words.
fn is_decomposed(code: u32) -> bool {
    matches!(code,
        0xAA | 0xB5 | 0xBA | 0x180..=0x24F | 0x2B0..=0x2B8 | 0x2E0..=0x2E4 | 0x370..=0x52F | 0x5D0..=0x6FF | 0x1D2C..=0x1D6A | 0x1D78
        | 0x1D9B..=0x1DBF | 0x1E00..=0x1FFF | 0x2071 | 0x207F | 0x2090..=0x209C | 0x2100..=0x2188 | 0x24B6..=0x24E9 | 0x2C7C | 0x2C7D
        | 0xFB00..=0xFDFF | 0xFE70..=0xFEFC | 0xFF10..=0xFF9D | 0x1D400..=0x1D7FF | 0x1F110..=0x1F189)
}

/// Appends one decomposed character, when it belongs to a word at all.
fn push_plain(c: char, out: &mut String) {
    if matches!(class(c), Class::Dropped | Class::Gap) {
        return;
    }
    if let code @ 0xC0..0x180 = c as u32 {
        let base = LATIN[code as usize - 0xC0];
        if base != b'.' {
            return out.push(base as char);
        }
    }
    match c {
        'Æ' | 'æ' => out.push_str("ae"),
        'Œ' | 'œ' => out.push_str("oe"),
        'ß' | 'ẞ' => out.push_str("ss"),
        'Þ' | 'þ' => out.push_str("th"),
        'Ĳ' | 'ĳ' => out.push_str("ij"),
        'ς' => out.push('σ'),
        _ => push_lower(c, out),
    }
}

/// Appends the lower case, whose own accents (`İ` becomes `i̇`) are dropped.
fn push_lower(c: char, out: &mut String) {
    for lower in c.to_lowercase() {
        if class(lower) != Class::Dropped {
            out.push(small_capital(lower).unwrap_or(lower));
        }
    }
}

/// The letters of "ꜰᴀɴᴄʏ" text, and the two Latin letters that differ from `a` and `g` by shape only.
fn small_capital(c: char) -> Option<char> {
    const SHAPES: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡ";
    const LETTERS: &[u8] = b"abcdefghijklmnoprstuvwyzag";
    let at = SHAPES.chars().position(|shape| shape == c)?;
    Some(LETTERS[at] as char)
}

/// Whether a folded character is Greek or Cyrillic: the scripts that hold look-alikes of Latin letters.
pub(super) fn is_foreign(c: char) -> bool {
    matches!(c as u32, 0x370..=0x52F)
}

/// The Latin letter that `c` is made to pass for. Capitals first, where they resemble another letter than their small form does.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'Ν' => 'n',
        'Η' => 'h',
        'Υ' => 'y',
        'Μ' => 'm',
        'а' | 'А' | 'α' | 'Α' => 'a',
        'в' | 'В' | 'β' | 'Β' => 'b',
        'с' | 'С' | 'ϲ' | 'Ϲ' => 'c',
        'ԁ' | 'Ԁ' => 'd',
        'е' | 'Е' | 'ε' | 'Ε' => 'e',
        'һ' | 'Һ' | 'н' | 'Н' => 'h',
        'і' | 'І' | 'ι' | 'Ι' => 'i',
        'ј' | 'Ј' | 'ϳ' => 'j',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'м' | 'М' => 'm',
        'η' => 'n',
        'о' | 'О' | 'ο' | 'Ο' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ԛ' | 'Ԛ' => 'q',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' | 'τ' | 'Τ' => 't',
        'υ' | 'μ' => 'u',
        'ν' | 'ѵ' | 'Ѵ' => 'v',
        'ԝ' | 'Ԝ' => 'w',
        'х' | 'Х' | 'χ' | 'Χ' => 'x',
        'у' | 'У' => 'y',
        'ζ' | 'Ζ' => 'z',
        _ => return None,
    })
}

/// Rewrites `folded`, the fold of `original`, when it mixes Latin letters with Greek or Cyrillic ones that all pass for Latin.
/// A word with any letter that does not is a foreign word and stays as it is.
#[cold]
pub(super) fn unmask(original: &str, folded: &mut String) {
    if !folded.bytes().any(|b| b.is_ascii_alphabetic()) {
        return;
    }
    let mut latin = String::with_capacity(folded.len());
    let mut part = String::new();
    for c in original.chars().filter(|c| *c == '_' || class(*c) == Class::Word) {
        if c == '_' {
            latin.push(c);
            continue;
        }
        if let Some(letter) = look_alike(c) {
            latin.push(letter);
            continue;
        }
        part.clear();
        push(c, &mut part);
        for folded in part.chars() {
            match look_alike(folded) {
                _ if !is_foreign(folded) => latin.push(folded),
                Some(letter) => latin.push(letter),
                None => return,
            }
        }
    }
    *folded = latin;
}
