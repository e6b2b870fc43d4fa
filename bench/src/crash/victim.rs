//! The program under test: started, watched for the place it was asked to stop at, killed.

use anyhow::{Context, bail, ensure};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// The program and its throw-away store.
pub struct Victim {
    pub program: PathBuf,
    pub folder: PathBuf,
    pub listen: SocketAddr,
    /// The bug it is to have.
    pub mutant: Option<String>,
}

/// What a life says of itself.
enum Said {
    Ready,
    /// It stands still at this place.
    Reached(String),
}

/// One life of the program.
pub struct Life {
    child: Child,
    said: Receiver<Said>,
}

impl Victim {
    pub fn store(&self) -> String {
        format!("sqlite://{}", self.folder.join("vigie.db").display())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder).stdin(Stdio::null()).arg("--store").arg(self.store());
        for name in
            ["VIGIE_CONFIG", "VIGIE_LOG", "VIGIE_CRASH_POINT", "VIGIE_MUTANT", "VIGIE_PACE_MS", "VIGIE_PASSWORD"]
        {
            command.env_remove(name);
        }
        command
    }

    /// Runs a command of it to its end and gives what it printed.
    pub fn ask(&self, words: &[&str]) -> anyhow::Result<String> {
        let output = self.command().args(words).output().context("the program does not start")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "`vigie {}` ended with {}: {said}", words.join(" "), output.status);
        Ok(String::from_utf8(output.stdout)?)
    }

    /// `vigie serve`, asked to stand still at a place where `place` is given.
    pub fn live(&self, place: Option<&str>) -> anyhow::Result<Life> {
        let mut command = self.command();
        command.args(["serve", "--listen", &self.listen.to_string()]);
        command.env("VIGIE_PACE_MS", "100").env("VIGIE_LOG", "warn").stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(place) = place {
            command.env("VIGIE_CRASH_POINT", place);
        }
        if let Some(mutant) = &self.mutant {
            command.env("VIGIE_MUTANT", mutant);
        }
        let mut child = command.spawn().context("the program does not start")?;
        let (sender, said) = channel();
        let log = File::options().append(true).create(true).open(self.folder.join("log"))?;
        let (out, err) = (child.stdout.take().context("no output")?, child.stderr.take().context("no log")?);
        let ready = sender.clone();
        std::thread::spawn(move || listen(BufReader::new(out), &ready, None));
        std::thread::spawn(move || listen(BufReader::new(err), &sender, Some(log)));
        Ok(Life { child, said })
    }

    /// The end of its log, for whoever must find out why.
    pub fn last_words(&self) -> String {
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(15).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

fn listen(lines: impl BufRead, said: &Sender<Said>, mut log: Option<File>) {
    for line in lines.lines().map_while(Result::ok) {
        if let Some(log) = &mut log {
            drop(writeln!(log, "{line}"));
        }
        // Nobody listens any more once it was killed.
        if let Some(place) = line.strip_prefix("crash point ") {
            drop(said.send(Said::Reached(place.to_owned())));
        } else if line.starts_with("Vigie listens") {
            drop(said.send(Said::Ready));
        }
    }
}

impl Life {
    /// Waits until its pages are served.
    pub fn ready(&mut self) -> anyhow::Result<()> {
        match self.said.recv_timeout(Duration::from_secs(30)) {
            Ok(_) => Ok(()),
            Err(RecvTimeoutError::Timeout) => bail!("it did not listen within 30 seconds"),
            Err(RecvTimeoutError::Disconnected) => bail!("it ended by itself while starting: {:?}", self.child.wait()?),
        }
    }

    /// Waits until it stands still at its place; `None` where it does not get there.
    pub fn reached(&mut self, limit: Duration) -> Option<String> {
        loop {
            match self.said.recv_timeout(limit).ok()? {
                Said::Reached(place) => return Some(place),
                Said::Ready => {}
            }
        }
    }

    /// `kill -9`. An error where it had ended by itself before.
    pub fn kill(mut self) -> anyhow::Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("it ended by itself with {status} before it was killed");
        }
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}
