//! The file form of a model: magic, kind, length, check, payload.

const MAGIC: &[u8; 4] = b"VGM1";
const HEADER: usize = 24;

/// Which model a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum ModelKind {
    /// Language weights.
    Language = 1,
    /// Polarity weights.
    Polarity = 2,
    /// Word weights per language.
    Lexicon = 3,
}

/// Why a model file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Not such a file at all.
    #[error("the {0:?} model is not a model file: train the models again")]
    NotAModel(ModelKind),
    /// Cut, or damaged: a line-ending conversion does that.
    #[error("the {0:?} model is damaged: restore it from the repository or train the models again")]
    Damaged(ModelKind),
    /// Whole, but of a size this program does not know.
    #[error("the {0:?} model was made for another version of the reader: train the models again")]
    WrongSize(ModelKind),
}

/// Wraps a payload.
pub fn encode(kind: ModelKind, payload: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(HEADER + payload.len());
    file.extend_from_slice(MAGIC);
    file.extend_from_slice(&(kind as u32).to_le_bytes());
    file.extend_from_slice(&(payload.len() as u64).to_le_bytes());
    file.extend_from_slice(&check(payload).to_le_bytes());
    file.extend_from_slice(payload);
    file
}

/// Unwraps a payload, checked.
pub(crate) fn decode(kind: ModelKind, file: &[u8]) -> Result<&[u8], ModelError> {
    let Some((header, payload)) = file.split_at_checked(HEADER) else {
        return Err(ModelError::NotAModel(kind));
    };
    if &header[..4] != MAGIC || header[4..8] != (kind as u32).to_le_bytes() {
        return Err(ModelError::NotAModel(kind));
    }
    if header[8..16] != (payload.len() as u64).to_le_bytes() || header[16..24] != check(payload).to_le_bytes() {
        return Err(ModelError::Damaged(kind));
    }
    Ok(payload)
}

/// Guards against damage, not against malice: the files are compiled in.
fn check(payload: &[u8]) -> u64 {
    payload.chunks(8).fold(crate::hash::EMPTY, |hash, chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        crate::hash::mix(crate::hash::step(hash, u64::from_le_bytes(word)))
    })
}

/// Reads numbers off the front of a payload; `None` when it is too short.
pub(crate) struct Numbers<'a>(pub(crate) &'a [u8]);

impl<'a> Numbers<'a> {
    /// The next four bytes as a float; not finite is `None` too.
    pub(crate) fn float(&mut self) -> Option<f32> {
        let (bytes, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(f32::from_le_bytes(*bytes)).filter(|x| x.is_finite())
    }

    /// So many floats.
    pub(crate) fn floats<const N: usize>(&mut self) -> Option<[f32; N]> {
        let mut floats = [0.0; N];
        for float in &mut floats {
            *float = self.float()?;
        }
        Some(floats)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_refused() {
        let whole = encode(ModelKind::Lexicon, b"payload of some length");
        assert_eq!(decode(ModelKind::Lexicon, &whole), Ok(&b"payload of some length"[..]));
        assert_eq!(decode(ModelKind::Language, &whole), Err(ModelError::NotAModel(ModelKind::Language)));
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x0d;
            assert!(decode(ModelKind::Lexicon, &damaged).is_err(), "byte {at}");
            assert!(decode(ModelKind::Lexicon, &whole[..at]).is_err(), "cut at {at}");
        }
    }
}
