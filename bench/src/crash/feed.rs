//! A feed that goes on: each poll brings some new items, older ones slide out, and it remembers exactly what it served.

use crate::chance::Chance;
use crate::post::Made;
use anyhow::Context;
use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Items in the window: dozens of polls, so that a house that is down for some of them can still catch up.
const WINDOW: usize = 250;

/// The peer.
pub struct Feed {
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

struct State {
    chance: Chance,
    window: VecDeque<Made>,
    made: u64,
    /// Serial → in how many whole answers it was.
    served: BTreeMap<String, u64>,
    polls: u64,
    ended: bool,
}

impl Feed {
    /// Serves from now on.
    pub fn start(seed: u64) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").context("no port for the feed")?;
        let address = listener.local_addr()?;
        let state = State {
            chance: Chance::new(seed),
            window: VecDeque::new(),
            made: 0,
            served: BTreeMap::new(),
            polls: 0,
            ended: false,
        };
        let state = Arc::new(Mutex::new(state));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A poll that broke off is the kill we are here for; what was not served whole is not counted as served.
                drop(answer(stream, &shared));
            }
        });
        Ok(Self { address, state })
    }

    /// Nothing new from now on.
    pub fn end(&self) {
        lock(&self.state).ended = true;
    }

    pub fn polls(&self) -> u64 {
        lock(&self.state).polls
    }

    /// The serials of all items that were in a whole answer.
    pub fn served(&self) -> Vec<String> {
        lock(&self.state).served.keys().cloned().collect()
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.set_write_timeout(Some(Duration::from_secs(5)))?;
    for line in BufReader::new(&stream).lines() {
        if line?.is_empty() {
            break;
        }
    }
    let mut state = lock(state);
    state.go_on();
    let body = state.document();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nCache-Control: max-age=0\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    stream.flush()?;
    state.polls += 1;
    let serials: Vec<String> = state.window.iter().map(|made| made.serial.clone()).collect();
    for serial in serials {
        *state.served.entry(serial).or_default() += 1;
    }
    Ok(())
}

impl State {
    /// None to four new items, newest first as feeds are.
    fn go_on(&mut self) {
        let new = if self.ended { 0 } else { self.chance.below(5) };
        for _ in 0..new {
            self.made += 1;
            let made = Made::new('f', self.made, &mut self.chance);
            self.window.push_front(made);
        }
        self.window.truncate(WINDOW);
    }

    fn document(&self) -> String {
        let items = self.window.iter().map(|made| {
            format!(
                "<item><guid isPermaLink=\"false\">{0}</guid><link>http://dune.example/{0}</link><title>{1}</title><pubDate>{2}</pubDate></item>\n",
                made.serial,
                made.text,
                made.at.strftime("%a, %d %b %Y %H:%M:%S GMT")
            )
        });
        format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Dune news</title>\n{}</channel></rss>",
            items.collect::<String>()
        )
    }
}
