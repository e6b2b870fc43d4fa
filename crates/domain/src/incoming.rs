//! A mail that came into a mailbox, as its connector read it. Every part of it is a stranger's, the sender's address above all: anybody writes
//! any address there.

use jiff::Timestamp;

/// The kind of source that mails come by.
pub const KIND: &str = "mailbox";

/// A mail that came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// Its Message-ID without brackets; what stands for its bytes where it has none.
    pub id: String,
    /// The sender's address as claimed, its host in small letters.
    pub from: Option<String>,
    /// Where the sender wants answers, where that is elsewhere.
    pub reply_to: Option<String>,
    /// The sender's name as claimed.
    pub name: Option<String>,
    /// The subject.
    pub subject: String,
    /// What is new in it: plain text, without what it quotes of earlier mails.
    pub text: String,
    /// The language it claims (BCP-47).
    pub lang: Option<String>,
    /// The addresses it was sent to, as its head and the servers on its way say.
    pub recipients: Vec<String>,
    /// The Message-IDs it answers, without brackets, the nearest first.
    pub answers: Vec<String>,
    /// When the mailbox took it.
    pub received_at: Option<Timestamp>,
    /// When its sender says it was written.
    pub written_at: Option<Timestamp>,
    /// Why nobody wrote it: an automatic answer, a bounce, a mailing list.
    pub automatic: Option<&'static str>,
    /// Its files, those with a name or no text.
    pub files: Vec<Enclosed>,
    /// Whether it is longer than is read, so that its end and files are missing.
    pub is_cut: bool,
    /// As it was received, cut.
    pub raw: Vec<u8>,
}

/// A file of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// The name it was sent by.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Incoming {
    /// What of it is kept as received, in bytes: its head, and its text.
    pub const KEPT: usize = 64 << 10;
}

/// An address without what stands behind a plus, in small letters: `Complaints+x@Shop.example` is `complaints@shop.example`.
pub fn bare(address: &str) -> String {
    let address = address.trim().to_lowercase();
    match address.rsplit_once('@') {
        Some((local, host)) => format!("{}@{host}", local.split('+').next().unwrap_or_default()),
        None => address,
    }
}

/// What stands behind the plus of an address; in small letters, since servers change them.
pub fn tag(address: &str) -> Option<String> {
    let (local, _) = address.rsplit_once('@')?;
    local.split_once('+').map(|(_, tag)| tag.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_itself_whatever_stands_behind_its_plus() {
        for (address, whole, part) in [
            ("Complaints+AB12@Shop.example", "complaints@shop.example", Some("ab12")),
            ("complaints@shop.example", "complaints@shop.example", None),
            ("a+b+c@d", "a@d", Some("b+c")),
            ("+@d", "@d", Some("")),
            ("nobody", "nobody", None),
        ] {
            assert_eq!((bare(address).as_str(), tag(address).as_deref()), (whole, part), "{address}");
        }
    }
}
