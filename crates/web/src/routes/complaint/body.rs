//! Reads a form with files, within bounds: parts, bytes of each, bytes of all, and bytes that the files of all forms being read hold at one time.
//! What is said is read whatever becomes of the files: nobody types it twice, and no flood of files keeps out who only writes.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartRejection};
use domain::complaint::{LARGEST_FILE, LONGEST, MOST_FILES};
use engine::EngineError;
use engine::complaint::{Bringing, Sent, brings_files};
use engine::waking::Waking;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

/// The largest body: all files, and what is said with them.
pub const LARGEST: usize = MOST_FILES * LARGEST_FILE + (256 << 10);
/// Most parts of a form.
const PARTS: usize = 24;
/// The longest text of a part, in bytes: a letter may take four.
const TEXT: usize = 4 * LONGEST + 1_024;
/// Bytes that the files of all forms being read may hold.
const ALL: usize = 256 << 20;
/// Bytes that those from one network may hold: a form, and most of another.
const OF_ONE: usize = 48 << 20;

/// A form, read. The bytes of its files are counted as long as it is there.
pub struct Body {
    fields: BTreeMap<String, String>,
    /// Its files: one more than may be, and of each one byte more than may be, so that too much is seen as too much.
    pub files: Vec<Sent>,
    /// Why its files are not there.
    pub lost: Option<Lost>,
    share: Share<'static>,
}

/// Why a form's files are not there; what was typed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// They were not read: their network, or all together, bring too many just now, or the form is none that the house made.
    Refused,
    /// The form was larger than can be read, or broke off.
    Cut,
}

impl Body {
    /// A field; empty where there is none.
    pub fn field(&mut self, name: &str) -> String {
        self.fields.remove(name).unwrap_or_default()
    }

    /// Without files.
    fn lose(&mut self, lost: Lost) {
        self.files.clear();
        self.share.give_back();
        self.lost = Some(lost);
    }
}

/// Who is asked whether the files of a form are read.
pub struct Gate<'a> {
    /// Who asks the rates.
    pub waking: &'a Waking,
    /// The channel's address and when the form came; `None` for a form of a conversation.
    pub form: Option<(&'a str, Timestamp)>,
    /// Where it comes from.
    pub from: Option<IpAddr>,
}

impl Gate<'_> {
    async fn opens(&self, stamp: &str) -> Result<bool, EngineError> {
        let form = self.form.map(|(address, came_at)| (address, stamp, came_at));
        brings_files(self.waking, &Bringing { form, from: self.from }).await
    }
}

/// Reads a form. What is more than can be is left out or cut so that it is seen to be too much.
///
/// # Errors
/// The store's, asked for the rates.
pub async fn read(form: Result<Multipart, MultipartRejection>, gate: &Gate<'_>) -> Result<Body, EngineError> {
    let share = HOLDING.share(gate.from.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
    let mut body = Body { fields: BTreeMap::new(), files: Vec::new(), lost: None, share };
    let Ok(mut form) = form else {
        body.lose(Lost::Cut);
        return Ok(body);
    };
    let mut asked = None;
    for _ in 0..=PARTS {
        let Ok(next) = form.next_field().await else { break };
        let Some(mut field) = next else { return Ok(body) };
        let name = field.name().unwrap_or("").to_owned();
        let whole = if let Some(file_name) = field.file_name().map(str::to_owned) {
            let Some(first) = next_chunk(&mut field).await else { break };
            // A field for files that nobody chose comes empty.
            if first.is_empty() {
                continue;
            }
            let opens = match asked {
                Some(opens) => opens,
                None => gate.opens(body.fields.get("stamp").map_or("", String::as_str)).await?,
            };
            asked = Some(opens);
            if !opens && body.lost.is_none() {
                body.lose(Lost::Refused);
            }
            body.take(file_name, first, &mut field).await
        } else {
            match bounded(&mut field, if name.len() <= 40 { TEXT } else { 0 }).await {
                Some(bytes) if name.len() <= 40 => {
                    body.fields.insert(name, String::from_utf8_lossy(&bytes).into_owned());
                    Some(())
                }
                other => other.map(drop),
            }
        };
        if whole.is_none() {
            break;
        }
    }
    body.lose(Lost::Cut);
    Ok(body)
}

impl Body {
    /// One file, within what may be held; `None` where the form breaks off.
    async fn take(&mut self, name: String, first: Vec<u8>, field: &mut Field<'_>) -> Option<()> {
        let most = if self.files.len() > MOST_FILES { 0 } else { LARGEST_FILE + 1 };
        let (mut bytes, mut chunk) = (Vec::new(), first);
        while !chunk.is_empty() {
            let taken = chunk.len().min(most - bytes.len());
            if self.lost.is_none() && !self.share.more(taken) {
                bytes = Vec::new();
                self.lose(Lost::Refused);
            }
            if self.lost.is_none() {
                bytes.extend_from_slice(&chunk[..taken]);
            }
            chunk = next_chunk(field).await?;
        }
        if !bytes.is_empty() {
            self.files.push(Sent { name, bytes });
        }
        Some(())
    }
}

/// The next bytes of a part; empty at its end, `None` where the form breaks off.
async fn next_chunk(field: &mut Field<'_>) -> Option<Vec<u8>> {
    loop {
        match field.chunk().await.ok()? {
            Some(chunk) if chunk.is_empty() => {}
            Some(chunk) => return Some(chunk.to_vec()),
            None => return Some(Vec::new()),
        }
    }
}

/// The first bytes of a part; the rest is read and let go. `None` where the form breaks off.
async fn bounded(field: &mut Field<'_>, most: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.ok()? {
        let taken = chunk.len().min(most - bytes.len());
        bytes.extend_from_slice(&chunk[..taken]);
    }
    Some(bytes)
}

/// What the files of forms being read hold, in all and of each network.
struct Holding(Mutex<(usize, BTreeMap<IpAddr, usize>)>);

static HOLDING: Holding = Holding(Mutex::new((0, BTreeMap::new())));

impl Holding {
    fn share(&self, from: IpAddr) -> Share<'_> {
        Share { holding: self, from: network(from), bytes: 0 }
    }
}

/// Whose memory it is: of IPv6 the half that a household has.
fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(v6) if !v6.is_loopback() => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
        other => other,
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
        self.give_back();
    }
}

impl Share<'_> {
    fn give_back(&mut self) {
        let mut held = self.holding.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, of_each) = &mut *held;
        *all -= self.bytes;
        if let Some(of_one) = of_each.get_mut(&self.from) {
            *of_one -= self.bytes;
            if *of_one == 0 {
                of_each.remove(&self.from);
            }
        }
        self.bytes = 0;
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
        here.give_back();
        let mut near = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"].map(|at| holding.share(at.parse().unwrap()));
        assert!(near[0].more(OF_ONE) && !near[1].more(1), "a household's addresses are one");
        assert!(holding.share("2001:db8:1:3::1".parse().unwrap()).more(1));
        drop((second, third, here, near));
        assert_eq!(*holding.0.lock().unwrap(), (0, BTreeMap::new()));
    }
}
