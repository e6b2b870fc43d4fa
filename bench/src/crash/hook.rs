//! A sender of signed webhooks that keeps at each delivery until it is answered 2xx, and remembers which were.

use crate::chance::Chance;
use crate::post::Made;
use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Where deliveries go, and how they are signed.
pub struct Target {
    pub address: SocketAddr,
    pub source: i64,
    pub key: Vec<u8>,
}

impl Target {
    pub fn new(address: SocketAddr, source: i64, secret: &str) -> anyhow::Result<Self> {
        let encoded = secret.strip_prefix("whsec_").context("the secret is not of the form whsec_…")?;
        Ok(Self { address, source, key: STANDARD.decode(encoded).context("the secret is no base64")? })
    }
}

/// What the sender knows at its end.
#[derive(Default)]
pub struct Sent {
    /// Serials of the records whose delivery was answered 2xx.
    pub acknowledged: Vec<String>,
    pub deliveries: u64,
    /// Times a delivery was sent again.
    pub repeats: u64,
}

/// The sender at work.
pub struct Sender {
    stop: Arc<AtomicBool>,
    work: JoinHandle<anyhow::Result<Sent>>,
}

impl Sender {
    pub fn start(target: Target, seed: u64) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = std::thread::spawn(move || send_until(&target, &mut Chance::new(seed), &stopped));
        Self { stop, work }
    }

    /// Ends after the delivery under way was acknowledged.
    pub fn end(self) -> anyhow::Result<Sent> {
        self.stop.store(true, Ordering::SeqCst);
        self.work.join().unwrap_or_else(|_| bail!("the sender of webhooks broke"))
    }
}

fn send_until(target: &Target, chance: &mut Chance, stop: &AtomicBool) -> anyhow::Result<Sent> {
    let mut sent = Sent::default();
    let mut made = 0;
    while !stop.load(Ordering::SeqCst) {
        let records: Vec<Made> = (0..1 + chance.below(3))
            .map(|_| {
                made += 1;
                Made::new('w', made, chance)
            })
            .collect();
        sent.deliveries += 1;
        let id = format!("msg_{}", sent.deliveries);
        let body = body(&records);
        for again in 0.. {
            match deliver(target, &id, &body) {
                Ok(200..300) => break,
                Ok(status @ 400..500) => bail!("delivery {id} was refused with {status}: {body}"),
                // Down, or not stored: the same again. A house that never comes back must not hold us for ever.
                _ if again > 3_000 => bail!("delivery {id} was not taken in {again} tries"),
                _ => sent.repeats += 1,
            }
            std::thread::sleep(Duration::from_millis(15));
        }
        sent.acknowledged.extend(records.into_iter().map(|made| made.serial));
        std::thread::sleep(Duration::from_millis(chance.below(40)));
    }
    Ok(sent)
}

fn body(records: &[Made]) -> String {
    let posts: Vec<_> = records
        .iter()
        .map(|made| serde_json::json!({ "native_id": made.serial, "text": made.text, "published_at": made.at.to_string() }))
        .collect();
    serde_json::json!({ "posts": posts }).to_string()
}

/// One try; its status where there was an answer.
fn deliver(target: &Target, id: &str, body: &str) -> anyhow::Result<u16> {
    let time = Timestamp::now().as_second().to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(&target.key)?;
    for part in [id, ".", &time, ".", body] {
        mac.update(part.as_bytes());
    }
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    let mut stream = TcpStream::connect_timeout(&target.address, Duration::from_secs(2))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_write_timeout(Some(Duration::from_secs(5)))?;
    let request = format!(
        "POST /hooks/{} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nwebhook-id: {id}\r\n\
         webhook-timestamp: {time}\r\nwebhook-signature: v1,{signature}\r\nConnection: close\r\n\r\n{body}",
        target.source,
        target.address,
        body.len()
    );
    stream.write_all(request.as_bytes())?;
    let mut status = String::new();
    BufReader::new(stream).read_line(&mut status)?;
    status.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")
}
