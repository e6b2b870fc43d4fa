//! What is new in a mail: its text without what it quotes of earlier ones. Cuts too little rather than too much: a customer's word that is
//! taken for a quotation is a word that nobody reads.

/// How a mail that quotes whole is marked by the programs that write it, in the languages of the house and the usual others. Each stands
/// alone on its line, between dashes or not.
const DIVIDERS: [&str; 14] = [
    "original message",
    "forwarded message",
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "oarspronklik berjocht",
    "trochstjoerd berjocht",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht",
    "mensaje original",
    "messaggio originale",
];

/// How the line before a quotation begins, and how it ends: "On … wrote:", "Le … a écrit :", "Op … schreef …:".
const LEADS: [(&str, &[&str]); 7] = [
    ("on ", &["wrote:"]),
    ("le ", &["a écrit :", "a écrit :", "a écrit :", "a écrit:"]),
    ("op ", &["schreef:", "skreau:", "skreaun:"]),
    ("am ", &["schrieb:"]),
    ("el ", &["escribió:"]),
    ("il ", &["ha scritto:"]),
    ("den ", &["skrev:"]),
];

/// How many lines such a line may be broken into.
const BROKEN: usize = 3;

/// The fields of a head as programs copy it above what they quote: sender first.
const HEADS: [&[&str]; 4] = [
    &["from:", "sent:", "to:", "subject:", "date:"],
    &["de :", "de:", "envoyé :", "envoyé:", "à :", "à:", "objet :", "objet:", "date :"],
    &["van:", "verzonden:", "aan:", "onderwerp:", "datum:", "fan:", "ferstjoerd:", "oan:", "ûnderwerp:"],
    &["von:", "gesendet:", "an:", "betreff:", "datum:"],
];

/// The text without quotations and without the signature that stands behind a line of `--`. What has nothing else stays whole.
pub(super) fn unquoted(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at].trim();
        if ends_here(&lines, at) {
            break;
        }
        if line.starts_with('>') {
            at += 1;
            continue;
        }
        match lead(&lines[at..]) {
            // What stands behind a quotation is new again: some people answer below.
            Some(length) if quotes_from(&lines, at + length) => at += length,
            Some(length) if at + length >= lines.len() => break,
            Some(length) if is_stamped(&lines[at..at + length]) && is_last(&lines, at + length) => break,
            _ => {
                kept.push(lines[at]);
                at += 1;
            }
        }
    }
    let new = kept.join("\n");
    let new = new.trim();
    if new.is_empty() { text.trim().to_owned() } else { new.to_owned() }
}

/// Whether all that follows is a quotation or a signature.
fn ends_here(lines: &[&str], at: usize) -> bool {
    let line = lines[at].trim();
    if matches!(line, "--" | "—") && lines.len() - at <= 12 {
        return true;
    }
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '_' | '*' | ' ' | '\u{a0}')).to_lowercase();
    let dashed = line.starts_with(['-', '_', '*']);
    if dashed && DIVIDERS.contains(&bare.as_str()) {
        return true;
    }
    // A rule of underscores, then a head; or a head of at least three of its fields.
    let head = if bare.is_empty() && line.len() >= 10 { at + 1 } else { at };
    is_head(&lines[head.min(lines.len())..])
}

fn is_head(lines: &[&str]) -> bool {
    HEADS.iter().any(|fields| {
        let is_field = |line: &&str| {
            let line = line.trim_matches(['*', ' ', '\u{a0}']).to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
            fields.iter().any(|field| line.starts_with(field))
        };
        lines.len() >= 3 && lines[..3].iter().all(is_field)
    })
}

/// How many lines the line before a quotation takes, where there is one.
fn lead(lines: &[&str]) -> Option<usize> {
    let mut whole = String::new();
    for (n, line) in lines.iter().take(BROKEN).enumerate() {
        let line = line.trim().to_lowercase();
        if n > 0 && line.is_empty() {
            return None;
        }
        whole.push_str(&line);
        let fits = |(begins, ends): &(&str, &[&str])| {
            whole.starts_with(begins) && (ends.iter().any(|end| whole.ends_with(end)) || named_after(&whole, begins))
        };
        // A date stands in it: "On the other hand, as he wrote:" is somebody's own words.
        if whole.chars().any(|c| c.is_ascii_digit()) && LEADS.iter().any(fits) {
            return Some(n + 1);
        }
        whole.push(' ');
    }
    None
}

/// "Op 3 maart 2026 om 10:00 schreef Dunes <a@b.example>:": the name stands behind the word.
fn named_after(whole: &str, begins: &str) -> bool {
    begins == "op " && whole.ends_with(':') && [" schreef ", " skreau "].iter().any(|word| whole.contains(word))
}

fn quotes_from(lines: &[&str], at: usize) -> bool {
    lines[at.min(lines.len())..]
        .iter()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.trim().starts_with('>'))
}

/// Whether a program wrote the line: it tells the hour, or an address. "Op 12 november schreef uw medewerker mij:" is somebody's own words.
fn is_stamped(lead: &[&str]) -> bool {
    let digit = u8::is_ascii_digit;
    let is_hour = |four: &[u8]| digit(&four[0]) && four[1] == b':' && digit(&four[2]) && digit(&four[3]);
    lead.iter().any(|line| line.contains('@') || line.as_bytes().windows(4).any(is_hour))
}

/// Whether nothing marks where a quotation without `>` would end: mark-up that was made text. Then it goes on to the end.
fn is_last(lines: &[&str], at: usize) -> bool {
    !lines[at..].iter().any(|line| line.trim().starts_with('>'))
}
