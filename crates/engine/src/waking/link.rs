//! The address in a message: what it is about and for whom, signed. It tells nothing, and following it changes nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::PersonId;

/// What a link is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which story; [`Link::TEST`] for a message that only tries a target.
    pub story: String,
    /// Whose link it is.
    pub person: PersonId,
    /// The target that brought it.
    pub target: i64,
    /// The step of the call: a link answers nothing that became worse after its message.
    pub step: u32,
}

impl Link {
    /// The story of a message that only tries a target.
    pub const TEST: &str = "test";

    /// The text that stands for it in an address.
    pub fn sign(&self, secret: &[u8; 32]) -> String {
        format!("{}.{}", self.named(), URL_SAFE_NO_PAD.encode(self.seal(secret)))
    }

    /// Reads a text that [`Link::sign`] made with the same secret; nothing of any other.
    pub fn read(text: &str, secret: &[u8; 32]) -> Option<Self> {
        let (named, seal) = text.rsplit_once('.')?;
        let mut parts = named.split('.');
        let (story, person, target, step) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let (story, person) = (story.to_owned(), PersonId(person.parse().ok()?));
        let link = Self { story, person, target: target.parse().ok()?, step: step.parse().ok()? };
        let seal = URL_SAFE_NO_PAD.decode(seal).ok()?;
        let seal = <[u8; 16]>::try_from(seal.as_slice()).ok()?;
        // What is compared is a digest under a secret key: a hash of both hides where they differ.
        let right = blake3::hash(&link.seal(secret)) == blake3::hash(&seal);
        (right && link.named() == named).then_some(link)
    }

    fn named(&self) -> String {
        format!("{}.{}.{}.{}", self.story, self.person.0, self.target, self.step)
    }

    fn seal(&self, secret: &[u8; 32]) -> [u8; 16] {
        let hash = blake3::keyed_hash(secret, format!("wake link {}", self.named()).as_bytes());
        let mut seal = [0; 16];
        seal.copy_from_slice(&hash.as_bytes()[..16]);
        seal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_back_and_no_other_is() {
        let link = Link { story: "a1b2".to_owned(), person: PersonId(7), target: 3, step: 5 };
        let signed = link.sign(&[1; 32]);
        assert_eq!(Link::read(&signed, &[1; 32]), Some(link.clone()));
        assert_eq!(Link::read(&signed, &[2; 32]), None);
        for (from, to) in
            [("a1b2", "a1b3"), (".7.", ".8."), (".3.", ".4."), (".5.", ".6."), (".7.", ".07."), (".7.", ".+7.")]
        {
            assert_eq!(Link::read(&signed.replacen(from, to, 1), &[1; 32]), None, "{from} → {to}");
        }
        for text in
            ["", ".", "....", "a1b2.7.3.5", "a1b2.7.3.5.", "a1b2.7.3.5.AAAA", "a1b2.x.3.5.AAAAAAAAAAAAAAAAAAAAAA"]
        {
            assert_eq!(Link::read(text, &[1; 32]), None, "{text}");
        }
    }
}
