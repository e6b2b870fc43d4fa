//! Addresses that mail can reach.

/// The longest address (RFC 5321, 4.5.3.1.3), and of its parts (4.5.3.1.1; RFC 1035, 2.3.4).
const LONGEST: usize = 254;
const NAME: usize = 64;
const LABEL: usize = 63;

/// Whether it is an address at which somebody can receive mail: `name@host.example`, as the house's mails can carry it. A host without a dot is a machine of this
/// house at best, and a number at the end is none of the Internet's.
pub fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let sent = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let atom = |part: &str| !part.is_empty() && part.chars().all(sent);
    let label = |part: &str| {
        let within = |c: char| c.is_alphanumeric() || c == '-';
        (1..=LABEL).contains(&part.len()) && part.chars().all(within) && !part.starts_with('-') && !part.ends_with('-')
    };
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    text.len() <= LONGEST
        && (1..=NAME).contains(&name.len())
        && name.split('.').all(atom)
        && host.split('.').all(label)
        && top.len() > 1
        && top.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_mail_can_reach() {
        let long = format!("{}@b.example", "a".repeat(65));
        for good in ["lea@martin.fr", "Lea.O'Neil+vigie@mail.martin.example", "jan@bakkerij-jânsma.frl", "a@b.co"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "a@b",
            "a@",
            "@b.fr",
            "a.fr",
            "a@b.",
            "a@.fr",
            "a@b..fr",
            "a@-b.fr",
            "a@b.f",
            "a b@c.fr",
            "a@b c.fr",
            "a@b@c.fr",
            "a@127.0.0.1",
            "a@[127.0.0.1]",
            "lea@martin,fr",
            "<lea@martin.fr>",
            ".a@b.fr",
            "a\n@b.fr",
            &long,
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
