//! `vigie serve` from its start to its first answer, and what it takes when nothing happens.

use anyhow::{Context, bail};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::Store;

/// How long it may take at most.
const PATIENCE: Duration = Duration::from_secs(30);
/// When its memory is read.
const IDLE: Duration = Duration::from_secs(3);

/// Milliseconds to the first 200, and MiB resident when idle.
pub struct Start {
    pub cold_ms: f64,
    pub idle_mib: f64,
}

/// Starts this very program on an empty throw-away store.
pub async fn run() -> anyhow::Result<Start> {
    let folder = std::env::temp_dir().join(format!("vigie-bench-{}", std::process::id()));
    std::fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let address = format!("sqlite://{}", folder.join("vigie.db").display());
    // The schema is made once in a life, not at each start.
    Store::open(&address).await?.close().await;
    let outcome = serve(&address);
    std::fs::remove_dir_all(&folder)?;
    outcome
}

#[expect(clippy::disallowed_methods, reason = "a bench reads wall time")]
fn serve(store: &str) -> anyhow::Result<Start> {
    let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["--store", store, "serve", "--listen", &listen.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn()?;
    let answered = loop {
        if is_alive(listen) {
            break Ok(began.elapsed());
        }
        if began.elapsed() > PATIENCE {
            break Err(anyhow::anyhow!("`vigie serve` did not answer in {} s", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_micros(500));
    };
    let idle = answered.as_ref().ok().map(|_| {
        std::thread::sleep(IDLE);
        resident(&child)
    });
    child.kill()?;
    child.wait()?;
    let idle_mib = idle.unwrap_or_else(|| bail!("nothing was measured"));
    Ok(Start { cold_ms: answered?.as_secs_f64() * 1e3, idle_mib: idle_mib? })
}

fn is_alive(address: SocketAddr) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer.starts_with("HTTP/1.1 200"))
    };
    ask().unwrap_or(false)
}

/// What the kernel says of its memory.
fn resident(child: &Child) -> anyhow::Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let line =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("the kernel does not tell its memory")?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib / 1024.0)
}
