//! Reads a form with files, within bounds: parts, bytes of each, bytes of all, and bytes that all forms being read hold at one time.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use domain::complaint::{LARGEST_FILE, LONGEST, MOST_FILES};
use engine::complaint::Sent;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Mutex, PoisonError};

/// The largest body: all files, and what is said with them.
pub const LARGEST: usize = MOST_FILES * LARGEST_FILE + (256 << 10);
/// Most parts of a form.
const PARTS: usize = 24;
/// The longest text of a part, in bytes: a letter may take four.
const TEXT: usize = 4 * LONGEST + 1_024;
/// Bytes that all forms being read may hold.
const ALL: usize = 256 << 20;
/// Bytes that those from one address may hold.
const OF_ONE: usize = 64 << 20;

/// A form, read. Its bytes are counted as long as it is there.
pub struct Body {
    fields: BTreeMap<String, String>,
    /// Its files: one more than may be, and of each one byte more than may be, so that too much is seen as too much.
    pub files: Vec<Sent>,
    share: Share<'static>,
}

impl Body {
    /// A field; empty where there is none.
    pub fn field(&mut self, name: &str) -> String {
        self.fields.remove(name).unwrap_or_default()
    }
}

/// The form cannot be read, or is too large; nothing of it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Reads a form. What is more than can be is left out or cut so that it is seen to be too much.
pub async fn read(mut form: Multipart, from: Option<IpAddr>) -> Result<Body, Unreadable> {
    let share = HOLDING.share(from.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
    let (mut body, mut parts) = (Body { fields: BTreeMap::new(), files: Vec::new(), share }, 0);
    while let Some(mut field) = form.next_field().await.map_err(|_| Unreadable)? {
        parts += 1;
        if parts > PARTS {
            return Err(Unreadable);
        }
        let name = field.name().unwrap_or("").to_owned();
        if field.file_name().is_some() {
            let file_name = field.file_name().unwrap_or("").to_owned();
            let most = if body.files.len() > MOST_FILES { 0 } else { LARGEST_FILE + 1 };
            let bytes = bounded(&mut field, most, &mut body.share).await?;
            if !bytes.is_empty() {
                body.files.push(Sent { name: file_name, bytes });
            }
        } else if name.len() <= 40 {
            let bytes = bounded(&mut field, TEXT, &mut body.share).await?;
            body.fields.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(body)
}

/// The first bytes of a part; the rest is read and let go.
async fn bounded(field: &mut Field<'_>, most: usize, share: &mut Share<'_>) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Unreadable)? {
        let taken = chunk.len().min(most - bytes.len());
        if !share.more(taken) {
            return Err(Unreadable);
        }
        bytes.extend_from_slice(&chunk[..taken]);
    }
    Ok(bytes)
}

/// What forms being read hold, in all and of each address.
struct Holding(Mutex<(usize, BTreeMap<IpAddr, usize>)>);

static HOLDING: Holding = Holding(Mutex::new((0, BTreeMap::new())));

impl Holding {
    fn share(&self, from: IpAddr) -> Share<'_> {
        Share { holding: self, from: from.to_canonical(), bytes: 0 }
    }
}

/// What one form holds; given back when it is dropped.
struct Share<'a> {
    holding: &'a Holding,
    from: IpAddr,
    bytes: usize,
}

impl Share<'_> {
    /// Whether it may hold so much more.
    fn more(&mut self, bytes: usize) -> bool {
        let mut held = self.holding.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, of_each) = &mut *held;
        let of_one = of_each.entry(self.from).or_default();
        // This machine's own address is that of a proxy, and so of everybody.
        let most = if self.from.is_loopback() { ALL } else { OF_ONE };
        if *all + bytes > ALL || *of_one + bytes > most {
            return false;
        }
        *all += bytes;
        *of_one += bytes;
        self.bytes += bytes;
        true
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let mut held = self.holding.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, of_each) = &mut *held;
        *all -= self.bytes;
        if let Some(of_one) = of_each.get_mut(&self.from) {
            *of_one -= self.bytes;
            if *of_one == 0 {
                of_each.remove(&self.from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_does_not_hold_all_the_memory_and_gives_back_what_it_held() {
        let holding = Holding(Mutex::new((0, BTreeMap::new())));
        let (stranger, other): (IpAddr, IpAddr) = ("203.0.113.9".parse().unwrap(), "203.0.113.10".parse().unwrap());
        let (mut first, mut second) = (holding.share(stranger), holding.share(stranger));
        assert!(first.more(OF_ONE - 1) && second.more(1) && !second.more(1));
        let mut third = holding.share(other);
        assert!(third.more(OF_ONE));
        drop(first);
        assert!(second.more(OF_ONE - 1));
        let mut here = holding.share("127.0.0.1".parse().unwrap());
        assert!(here.more(ALL - 2 * OF_ONE) && !here.more(1), "all together are bounded too");
        drop((second, third, here));
        assert_eq!(*holding.0.lock().unwrap(), (0, BTreeMap::new()));
    }
}
