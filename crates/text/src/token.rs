//! The single pass: folds case and accents and cuts a text into tokens.
//!
//! What a token is:
//! - a run of letters and digits, folded ([`fold`]). Every apostrophe and hyphen separates: `l'hôtel` is `l` `hotel`, `foto's` is
//!   `foto` `s`, `'t` is `t`; so a name is found behind any elision or possessive.
//! - `#tag`: its body with `_` kept, marked [`Mark::Hashtag`]; digits alone (`#1`) are a plain number.
//! - `@user`: marked [`Mark::Handle`]. What follows a dot or a second `@` is its address, one more marked token that keeps its first
//!   sign, so that it never equals a word: `@lea@mastodon.social` is `lea` `@mastodon.social`, `@acme.com` is `acme` `.com`.
//! - of a URL only the words of its host, without a leading `www`.
//! - each character of an unspaced script (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) and each emoji.

mod fold;

use fold::Class;

/// One token of a text: a folded word, hashtag body, handle body, number or unspaced-script character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Hash of the folded characters (and of nothing else).
    pub hash: u64,
    /// Where the token starts in the original text, in bytes.
    pub start: u32,
    /// Where it ends, in bytes, exclusive.
    pub end: u32,
    /// What stood before it: a hashtag and a handle are also plain words.
    pub mark: Mark,
}

/// The sign in front of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// None.
    Word,
    /// `#`.
    Hashtag,
    /// `@`.
    Handle,
}

/// Folds a text: lower case, accents and invisible characters dropped, `œ` `æ` `ß` taken apart, styled letters made plain, Greek and
/// Cyrillic look-alikes inside a Latin word made Latin. What stands between words is kept. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match fold::class(c) {
            Class::Word => {
                let end = fold_word(rest, 0, false, &mut word);
                out.push_str(&word);
                rest = &rest[end..];
                continue;
            }
            Class::Single => fold::push(c, &mut out),
            Class::Gap => out.push(c),
            Class::Dropped => {}
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Appends the tokens of a text, in order. Offsets are `u32`: what lies beyond 4 GiB is not read.
pub fn tokens(text: &str, out: &mut Vec<Token>) {
    scan(text, |token, _| out.push(token));
}

/// Calls `each` with every token of a text, in order, and its folded characters.
pub fn scan(text: &str, each: impl FnMut(Token, &str)) {
    let text = match u32::try_from(text.len()) {
        Ok(_) => text,
        Err(_) => &text[..text.floor_char_boundary(u32::MAX as usize)],
    };
    Scanner { text, at: 0, word: String::with_capacity(64), each }.run();
}

/// Hash of folded characters. Stable: little-endian words of eight bytes, the last one padded with zeros, each folded in by
/// `h = rotate_left(h ^ word, 29) * 0x9E3779B97F4A7C15`, starting from the length in bytes; then the finaliser of MurmurHash3.
pub fn hash(folded: &str) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut rest = folded.as_bytes();
    let mut h = (rest.len() as u64).wrapping_mul(ODD);
    while let Some((chunk, left)) = rest.split_first_chunk() {
        h = (h ^ u64::from_le_bytes(*chunk)).rotate_left(29).wrapping_mul(ODD);
        rest = left;
    }
    let last = rest.iter().rev().fold(0, |word, b| word << 8 | u64::from(*b));
    h = (h ^ last).rotate_left(29).wrapping_mul(ODD);
    h = (h ^ h >> 33).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    h = (h ^ h >> 33).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    h ^ h >> 33
}

/// The words inside a compound hashtag or handle, as slices of the original: `BoycottAcme` is `Boycott` `Acme`, `acme_fail2` is `acme`
/// `fail` `2`. A body of one word gives that word.
pub fn parts(body: &str) -> impl Iterator<Item = &str> {
    let mut rest = body;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| fold::class(c) != Class::Word);
        let (part, left) = rest.split_at(part_end(rest));
        rest = left;
        (!part.is_empty()).then_some(part)
    })
}

/// Where the first word of a compound ends: at a capital after a small letter, before the last capital of a run, between letters
/// and digits, at a gap.
fn part_end(body: &str) -> usize {
    let mut before: Option<char> = None;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let border = before.is_some_and(|before| {
            c.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && next.is_some_and(char::is_lowercase))
                || c.is_numeric() != before.is_numeric()
        });
        match fold::class(c) {
            Class::Dropped => continue,
            Class::Word if !border => before = Some(c),
            _ => return at,
        }
    }
    body.len()
}

/// Folds the word that starts at `start` into `word`; answers where it ends. `tag`: `_` belongs to it.
fn fold_word(text: &str, start: usize, tag: bool, word: &mut String) -> usize {
    word.clear();
    let bytes = text.as_bytes();
    let (mut at, mut end, mut foreign) = (start, start, false);
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            let run = bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric() || tag && **b == b'_').count();
            if run == 0 {
                break;
            }
            let old = word.len();
            word.push_str(&text[at..at + run]);
            word[old..].make_ascii_lowercase();
            at += run;
            end = at;
            continue;
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        match fold::class(c) {
            Class::Word => {
                let old = word.len();
                fold::push(c, word);
                foreign |= word[old..].chars().any(fold::is_foreign);
                end = at + c.len_utf8();
            }
            Class::Dropped => {}
            Class::Single | Class::Gap => break,
        }
        at += c.len_utf8();
    }
    if foreign {
        fold::unmask(&text[start..end], word);
    }
    end
}

/// The pass over one text.
struct Scanner<'t, F> {
    text: &'t str,
    at: usize,
    word: String,
    each: F,
}

impl<F: FnMut(Token, &str)> Scanner<'_, F> {
    fn run(&mut self) {
        // What stands just before a sign decides whether it marks: `a@b` is no handle, `&#39;` no hashtag.
        let mut glued = false;
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            if byte.is_ascii_alphanumeric() {
                glued = match self.url_authority() {
                    Some(start) if !glued => {
                        self.url(start);
                        false
                    }
                    _ => {
                        self.one_word(Mark::Word);
                        true
                    }
                };
            } else if byte < 0x80 {
                self.at += 1;
                glued = self.sign(byte as char, glued);
            } else {
                glued = self.beyond_ascii(glued);
            }
        }
    }

    /// A character outside ASCII that starts something.
    fn beyond_ascii(&mut self, glued: bool) -> bool {
        let Some(c) = self.text[self.at..].chars().next() else {
            return false;
        };
        match fold::class(c) {
            Class::Word => {
                self.one_word(Mark::Word);
                true
            }
            Class::Single => {
                self.single(c, Mark::Word);
                false
            }
            Class::Dropped => {
                self.at += c.len_utf8();
                glued
            }
            Class::Gap => {
                self.at += c.len_utf8();
                self.sign(c, glued)
            }
        }
    }

    /// What a character between words starts; answers whether what follows is glued to it.
    fn sign(&mut self, c: char, glued: bool) -> bool {
        match c {
            '#' | '＃' if !glued => self.hashtag(),
            '@' | '＠' if !glued => self.handle(),
            '&' => self.text[self.at..].starts_with('#'),
            _ => false,
        }
    }

    fn hashtag(&mut self) -> bool {
        let start = self.at;
        while let Some(c) = self.text[self.at..].chars().next() {
            match fold::class(c) {
                Class::Single if fold::is_emoji(c as u32) => break,
                Class::Single => self.single(c, Mark::Hashtag),
                Class::Word => self.one_word(Mark::Hashtag),
                Class::Gap if c == '_' => self.one_word(Mark::Hashtag),
                Class::Dropped if self.at > start => self.at += c.len_utf8(),
                Class::Dropped | Class::Gap => break,
            }
        }
        self.at > start
    }

    fn handle(&mut self) -> bool {
        let start = self.at;
        if !self.text[start..].starts_with(|c| c == '_' || fold::class(c) == Class::Word) {
            return false;
        }
        self.one_word(Mark::Handle);
        let rest = &self.text[self.at..];
        let address = rest.starts_with(['@', '.']) && rest[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if address {
            let in_address = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
            let length = 1 + rest[1..].chars().take_while(in_address).count();
            let address = rest[..length].trim_end_matches(['.', '-']);
            let (from, end) = (self.at, self.at + address.len());
            self.word.clear();
            self.word.push_str(address);
            self.word.make_ascii_lowercase();
            self.emit(from, end, Mark::Handle);
        }
        true
    }

    /// Where the host part starts when a URL starts here.
    fn url_authority(&self) -> Option<usize> {
        let bytes = &self.text.as_bytes()[self.at..];
        let starts = |with: &str| bytes.get(..with.len()).is_some_and(|b| b.eq_ignore_ascii_case(with.as_bytes()));
        match bytes.first()? | 0x20 {
            b'h' => ["https://", "http://"].into_iter().find(|s| starts(s)).map(|s| self.at + s.len()),
            b'w' => starts("www.").then_some(self.at),
            _ => None,
        }
    }

    /// Emits the words of the host and skips the rest of the URL.
    fn url(&mut self, start: usize) {
        let in_url = |c: &char| match c {
            '"' | '<' | '>' => false,
            _ if c.is_ascii() => c.is_ascii_graphic(),
            _ => matches!(fold::class(*c), Class::Word | Class::Dropped),
        };
        let length: usize = self.text[start..].chars().take_while(in_url).map(char::len_utf8).sum();
        let authority = self.text[start..start + length].split(['/', '?', '#', '\\']).next().unwrap_or("");
        // Before an `@` stands a user name: whoever writes `https://acme.fr@elsewhere` leads elsewhere.
        let user = authority.rfind('@').map_or(0, |sign| sign + 1);
        let host = authority[user..].split(':').next().unwrap_or("");
        self.at = start + user;
        let host_end = self.at + host.len();
        if host.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www.")) {
            self.at += 4;
        }
        while self.at < host_end {
            let Some(c) = self.text[self.at..].chars().next() else {
                break;
            };
            match fold::class(c) {
                Class::Word => self.one_word(Mark::Word),
                _ => self.at += c.len_utf8(),
            }
        }
        self.at = start + length;
    }

    fn single(&mut self, c: char, mark: Mark) {
        self.word.clear();
        fold::push(c, &mut self.word);
        self.emit(self.at, self.at + c.len_utf8(), mark);
    }

    fn one_word(&mut self, mark: Mark) {
        let start = self.at;
        let end = fold_word(self.text, start, mark != Mark::Word, &mut self.word);
        let number = mark == Mark::Hashtag && self.word.bytes().all(|b| b.is_ascii_digit());
        self.emit(start, end, if number { Mark::Word } else { mark });
    }

    fn emit(&mut self, start: usize, end: usize, mark: Mark) {
        self.at = end;
        if self.word.bytes().any(|b| b != b'_') {
            let token = Token { hash: hash(&self.word), start: start as u32, end: end as u32, mark };
            (self.each)(token, &self.word);
        }
    }
}
