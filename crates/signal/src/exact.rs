//! Floats written as text in their shortest form that reads back to the same bits: JSON numbers may lose the last one.

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A finite float that survives any text format.
#[derive(Clone, Copy)]
struct Exact(f64);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ExactVisitor)
    }
}

struct ExactVisitor;

impl Visitor<'_> for ExactVisitor {
    type Value = Exact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a finite number, plain or as text")
    }

    fn visit_f64<E: Error>(self, x: f64) -> Result<Exact, E> {
        if x.is_finite() { Ok(Exact(x)) } else { Err(E::custom("the number is not finite")) }
    }

    fn visit_i64<E: Error>(self, x: i64) -> Result<Exact, E> {
        Ok(Exact(x as f64))
    }

    fn visit_u64<E: Error>(self, x: u64) -> Result<Exact, E> {
        Ok(Exact(x as f64))
    }

    fn visit_str<E: Error>(self, s: &str) -> Result<Exact, E> {
        let x = s.parse().map_err(|_| E::custom(format_args!("{s:?} is not a number")))?;
        self.visit_f64(x)
    }
}

/// Writes one float.
pub(crate) fn serialize<S: Serializer>(x: &f64, to: S) -> Result<S::Ok, S::Error> {
    Exact(*x).serialize(to)
}

/// Reads one float.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    Exact::deserialize(from).map(|x| x.0)
}

/// The same for arrays.
pub(crate) mod array {
    use super::{Deserializer, Error, Exact, SeqAccess, Serializer, Visitor, fmt};

    pub(crate) fn serialize<S: Serializer, const N: usize>(xs: &[f64; N], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(xs.iter().map(|&x| Exact(x)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[f64; N], D::Error> {
        struct Floats<const N: usize>;
        impl<'de, const N: usize> Visitor<'de> for Floats<N> {
            type Value = [f64; N];

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{N} numbers")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<[f64; N], A::Error> {
                let mut xs = [0.0; N];
                for (i, x) in xs.iter_mut().enumerate() {
                    let Exact(read) = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(i, &self))?;
                    *x = read;
                }
                Ok(xs)
            }
        }
        from.deserialize_seq(Floats::<N>)
    }
}
