//! How long a text is to a Mastodon server (docs.joinmastodon.org, *Posting to your profile*): a link counts the same however long it is, and of a
//! name at another server only the part before it counts.

/// How many characters a text counts. Signs that are joined to one on the screen count each here, and once there: never fewer than the server counts.
pub fn counted(text: &str, per_link: u32) -> u32 {
    let mut count = 0_usize;
    let mut rest = text;
    let mut before: Option<char> = None;
    while let Some(first) = rest.chars().next() {
        let link = ["http://", "https://"].iter().any(|scheme| {
            rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && rest[scheme.len()..].starts_with(|c: char| c.is_alphanumeric())
        });
        let word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let taken = match () {
            () if link && !word => {
                count += per_link as usize;
                link_length(rest)
            }
            () if first == '@' && !word && before != Some('/') => {
                let (shown, whole) = name_length(rest);
                count += shown;
                whole
            }
            () => {
                count += 1;
                first.len_utf8()
            }
        };
        before = rest[..taken].chars().next_back();
        rest = &rest[taken..];
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The bytes of the link that a text begins with: what ends a sentence ends the link before it.
fn link_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(text.len());
    let link = &text[..end];
    let closes = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '»' | '”' | '…');
    let open = |link: &str| link.matches('(').count() >= link.matches(')').count();
    let mut kept = link;
    loop {
        let shorter = kept.trim_end_matches(closes);
        let shorter = if open(shorter) { shorter } else { shorter.strip_suffix(')').unwrap_or(shorter) };
        if shorter.len() == kept.len() {
            return kept.len();
        }
        kept = shorter;
    }
}

/// Of the name that a text begins with, `@lea` or `@lea@example.org`: the characters that count, and all its bytes.
fn name_length(text: &str) -> (usize, usize) {
    let name = |text: &str| {
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))).unwrap_or(text.len())
    };
    let user = name(&text[1..]);
    let after = &text[1 + user..];
    if user == 0 {
        return (1, 1);
    }
    let host = after.strip_prefix('@').map_or(0, |host| host[..name(host)].trim_end_matches(['.', '-']).len());
    let whole = if host == 0 { 1 + user } else { 1 + user + 1 + host };
    (1 + user, whole)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn links_and_names_count_as_they_are_charged() {
        let long = format!("https://example.org/{}", "a".repeat(300));
        for (text, expected) in [
            ("", 0),
            ("Bonjour", 7),
            ("é👩‍🚒", 4),
            (long.as_str(), 23),
            ("http://a.b", 23),
            ("voir https://example.org/a.", 5 + 23 + 1),
            ("(https://example.org/a_(b)) ok", 1 + 23 + 1 + 3),
            ("xhttps://example.org", 20),
            ("https:// rien", 13),
            ("HTTPS://EXAMPLE.org/x y", 25),
            ("@lea@mastodon.example bonjour", 4 + 8),
            ("@lea, @ et a@b.example", 22),
            ("@lea@mastodon.example.", 5),
            ("https://m.example/@lea@b.example !", 25),
        ] {
            assert_eq!(counted(text, 23), expected, "{text}");
        }
    }

    #[test]
    fn any_text_is_counted_and_never_as_more_than_its_links_cost() {
        proptest::proptest!(|(text: String)| {
            let links = text.to_lowercase().matches("http").count();
            let most = text.chars().count() + 23 * links;
            proptest::prop_assert!(counted(&text, 23) as usize <= most);
        });
    }
}
