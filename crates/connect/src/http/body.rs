//! Reads a body while counting: what came over the wire and what it unpacks to.

use super::Limits;
use std::io::{self, Write};

/// Why a body was not accepted.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Over a bound: which one.
    TooBig(&'static str),
    /// Damaged, or packed in an unknown way.
    Damaged,
}

/// Unpacks a body piece by piece.
pub(super) struct Body<'a> {
    limits: &'a Limits,
    packed: usize,
    unpacker: Unpacker,
}

enum Unpacker {
    /// The coding is known; the first bytes will tell whether it is true.
    Waiting(Coding),
    Plain(Sink),
    Gzip(Box<flate2::write::MultiGzDecoder<Sink>>),
    Zlib(Box<flate2::write::ZlibDecoder<Sink>>),
    Deflate(Box<flate2::write::DeflateDecoder<Sink>>),
    Brotli(Box<brotli_decompressor::DecompressorWriter<Sink>>),
}

#[derive(Clone, Copy)]
enum Coding {
    Identity,
    Gzip,
    Deflate,
    Brotli,
}

/// What may be unpacked before the ratio is looked at: a small repetitive text packs well and does no harm.
const RATIO_FLOOR: usize = 1 << 20;

impl<'a> Body<'a> {
    /// A body in a content coding; none for a coding we did not offer.
    pub(super) fn new(coding: &str, limits: &'a Limits) -> Option<Self> {
        let coding = match coding.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => Coding::Identity,
            "gzip" | "x-gzip" => Coding::Gzip,
            "deflate" => Coding::Deflate,
            "br" => Coding::Brotli,
            _ => return None,
        };
        Some(Self { limits, packed: 0, unpacker: Unpacker::Waiting(coding) })
    }

    /// Takes the next piece.
    pub(super) fn push(&mut self, piece: &[u8]) -> Result<(), Trouble> {
        if piece.is_empty() {
            return Ok(());
        }
        self.packed += piece.len();
        if self.packed > self.limits.packed {
            return Err(Trouble::TooBig("on the wire"));
        }
        if let Unpacker::Waiting(coding) = self.unpacker {
            self.unpacker = Unpacker::for_first(coding, piece);
        }
        let by_ratio = self.packed.saturating_mul(self.limits.ratio).max(RATIO_FLOOR);
        let accepted = by_ratio.min(self.limits.unpacked);
        if let Some(sink) = self.unpacker.sink() {
            sink.accepted = accepted;
        }
        let written = self.unpacker.write_all(piece);
        let over = self.unpacker.sink().is_some_and(|s| s.over);
        match written {
            _ if over && by_ratio < self.limits.unpacked => Err(Trouble::TooBig("packed more than 100 to 1")),
            _ if over => Err(Trouble::TooBig("unpacked")),
            Err(_) => Err(Trouble::Damaged),
            Ok(()) => Ok(()),
        }
    }

    /// The whole body.
    pub(super) fn finish(self) -> Result<Vec<u8>, Trouble> {
        let sink = match self.unpacker {
            Unpacker::Waiting(_) => return Ok(Vec::new()),
            Unpacker::Plain(sink) => Ok(sink),
            Unpacker::Gzip(unpacker) => unpacker.finish(),
            Unpacker::Zlib(unpacker) => unpacker.finish(),
            Unpacker::Deflate(unpacker) => unpacker.finish(),
            Unpacker::Brotli(unpacker) => unpacker.into_inner().map_err(|_| io::ErrorKind::InvalidData.into()),
        };
        match sink {
            Ok(sink) if sink.over => Err(Trouble::TooBig("unpacked")),
            Ok(sink) => Ok(sink.bytes),
            Err(_) => Err(Trouble::Damaged),
        }
    }
}

impl Unpacker {
    /// Some servers name a coding and send the text as it is: the first bytes decide.
    fn for_first(coding: Coding, piece: &[u8]) -> Self {
        let sink = Sink::default();
        match coding {
            Coding::Gzip if piece[0] == 0x1f => Self::Gzip(Box::new(flate2::write::MultiGzDecoder::new(sink))),
            Coding::Deflate if piece[0] & 0x0f == 8 => Self::Zlib(Box::new(flate2::write::ZlibDecoder::new(sink))),
            Coding::Deflate => Self::Deflate(Box::new(flate2::write::DeflateDecoder::new(sink))),
            Coding::Brotli => Self::Brotli(Box::new(brotli_decompressor::DecompressorWriter::new(sink, 16 << 10))),
            Coding::Gzip | Coding::Identity => Self::Plain(sink),
        }
    }

    fn sink(&mut self) -> Option<&mut Sink> {
        match self {
            Self::Waiting(_) => None,
            Self::Plain(sink) => Some(sink),
            Self::Gzip(unpacker) => Some(unpacker.get_mut()),
            Self::Zlib(unpacker) => Some(unpacker.get_mut()),
            Self::Deflate(unpacker) => Some(unpacker.get_mut()),
            Self::Brotli(unpacker) => Some(unpacker.get_mut()),
        }
    }

    fn write_all(&mut self, piece: &[u8]) -> io::Result<()> {
        match self {
            Self::Waiting(_) => Ok(()),
            Self::Plain(sink) => sink.write_all(piece),
            Self::Gzip(unpacker) => unpacker.write_all(piece),
            Self::Zlib(unpacker) => unpacker.write_all(piece),
            Self::Deflate(unpacker) => unpacker.write_all(piece),
            Self::Brotli(unpacker) => unpacker.write_all(piece),
        }
    }
}

/// Takes unpacked bytes up to what is accepted.
#[derive(Default)]
struct Sink {
    bytes: Vec<u8>,
    accepted: usize,
    over: bool,
}

impl Write for Sink {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + piece.len() > self.accepted {
            self.over = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn unpack(coding: &str, packed: &[u8]) -> Result<Vec<u8>, Trouble> {
        let limits = Limits::default();
        let mut body = Body::new(coding, &limits).expect("known coding");
        for piece in packed.chunks(1000) {
            body.push(piece)?;
        }
        body.finish()
    }

    #[test]
    fn every_offered_coding_is_undone() {
        let text = "une phrase, deux phrases. ".repeat(2000).into_bytes();
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        zlib.write_all(&text).unwrap();
        let mut raw = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        raw.write_all(&text).unwrap();
        assert_eq!(unpack("gzip", &gzip(&text)).unwrap(), text);
        assert_eq!(unpack("X-GZip", &[gzip(&text), gzip(&text)].concat()).unwrap().len(), 2 * text.len());
        assert_eq!(unpack("deflate", &zlib.finish().unwrap()).unwrap(), text);
        assert_eq!(unpack("deflate", &raw.finish().unwrap()).unwrap(), text);
        assert_eq!(unpack("gzip", &text).unwrap(), text, "named gzip, sent plain");
        // The shortest brotli stream of "Vigie": one uncompressed meta-block, then the last empty one.
        assert_eq!(unpack("br", &[0x0b, 0x02, 0x80, b'V', b'i', b'g', b'i', b'e', 0x03]).unwrap(), b"Vigie");
        assert!(Body::new("zstd", &Limits::default()).is_none());
    }

    #[test]
    fn bombs_are_stopped_and_damage_is_told() {
        let bomb = gzip(&vec![b' '; 19 << 20]);
        assert_eq!(unpack("gzip", &bomb), Err(Trouble::TooBig("packed more than 100 to 1")));
        assert_eq!(unpack("", &vec![b'x'; 6 << 20]), Err(Trouble::TooBig("on the wire")));
        let limits = Limits { packed: 64 << 20, ..Limits::default() };
        let mut body = Body::new("", &limits).unwrap();
        assert!(body.push(&vec![b'x'; 20 << 20]).is_ok());
        assert_eq!(body.push(b"x"), Err(Trouble::TooBig("unpacked")));
        let mut cut = gzip(b"some text that ends too early");
        cut.truncate(cut.len() - 12);
        assert_eq!(unpack("gzip", &cut), Err(Trouble::Damaged));
        assert_eq!(unpack("br", b"\xff\xff\xff\xff not brotli"), Err(Trouble::Damaged));
    }
}
