//! The keeper: a small process that stops everything when xtask ends, however it ends.
//!
//! Xtask may be interrupted, panic or be killed, and the standard library has no signal handlers. So a second
//! process, in a process group of its own, reads orders from a pipe; the end of the pipe is the end of xtask.

use std::io::{BufRead, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use crate::command::{Stop, could_not};
use crate::wall;

/// The hidden command under which xtask starts itself as keeper.
pub const VERB: &str = "keep";

/// Our end of the pipe. Dropping it stops everything and waits until it is stopped.
pub struct Keeper {
    process: Child,
    orders: Option<ChildStdin>,
}

impl Keeper {
    pub fn start() -> Result<Self, Stop> {
        let program = std::env::current_exe().map_err(could_not("find our own program"))?;
        let mut process = Command::new(program)
            .arg(VERB)
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .map_err(could_not("start the keeper"))?;
        let orders = process.stdin.take();
        Ok(Self { process, orders })
    }

    /// Starts a program in a process group of its own, to be stopped with `signal` at the end.
    pub fn spawn(&mut self, signal: &str, command: &mut Command) -> Result<Child, Stop> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child =
            command.stdin(Stdio::null()).process_group(0).spawn().map_err(could_not(format!("start {name}")))?;
        self.order(&format!("stop {signal} {}", child.id()))?;
        Ok(child)
    }

    /// Kills what a finished program left behind in its group.
    pub fn sweep(&mut self, finished: u32) -> Result<(), Stop> {
        self.order(&format!("sweep {finished}"))
    }

    /// Removes a folder after the programs have stopped.
    pub fn remove_at_end(&mut self, folder: &Path) -> Result<(), Stop> {
        self.order(&format!("remove {}", folder.display()))
    }

    fn order(&mut self, order: &str) -> Result<(), Stop> {
        let Some(orders) = &mut self.orders else {
            return Ok(());
        };
        writeln!(orders, "{order}").map_err(could_not(format!("tell the keeper to {order}")))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Err(error) = self.process.wait() {
            eprintln!("xtask: lost the keeper: {error}");
        }
    }
}

/// The keeper's own life: read orders until the pipe ends, then stop everything, last started first.
pub fn serve() -> Result<(), Stop> {
    let mut kept = Vec::new();
    for line in std::io::stdin().lock().lines() {
        match Order::parse(&line.map_err(could_not("read an order"))?) {
            Some(Order::Sweep(pid)) => {
                signal("KILL", pid);
                kept.retain(|order| !matches!(order, Order::Stop(_, other) if *other == pid));
            }
            Some(order) => kept.push(order),
            None => return Err(Stop::failed("the keeper got an order it does not know")),
        }
    }
    for order in kept.into_iter().rev() {
        match order {
            Order::Stop(name, pid) => stop(&name, pid),
            Order::Remove(folder) => {
                if let Err(error) = std::fs::remove_dir_all(&folder) {
                    eprintln!("xtask: could not remove {folder}: {error}");
                }
            }
            Order::Sweep(_) => {}
        }
    }
    Ok(())
}

#[derive(Debug, PartialEq)]
enum Order {
    Stop(String, u32),
    Sweep(u32),
    Remove(String),
}

impl Order {
    fn parse(line: &str) -> Option<Self> {
        let (verb, rest) = line.split_once(' ')?;
        match verb {
            "stop" => {
                let (name, pid) = rest.split_once(' ')?;
                Some(Self::Stop(name.to_owned(), pid.parse().ok()?))
            }
            "sweep" => Some(Self::Sweep(rest.parse().ok()?)),
            "remove" => Some(Self::Remove(rest.to_owned())),
            _ => None,
        }
    }
}

fn stop(name: &str, pid: u32) {
    signal(name, pid);
    wall::wait_until(Duration::from_secs(8), || !running(pid));
    signal("KILL", pid);
}

/// Signals a whole process group. The shell's own `kill` is used: a bare Debian has no other.
fn signal(name: &str, group: u32) {
    let script = format!("kill -s {name} -- -{group} 2>/dev/null || true");
    if let Err(error) = Command::new("sh").args(["-c", &script]).stdin(Stdio::null()).status() {
        eprintln!("xtask: could not signal the group {group}: {error}");
    }
}

/// A dead child that its parent has not asked about yet still has a number, but no longer runs.
fn running(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    !matches!(state, None | Some('Z' | 'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_read_back_as_written() {
        let cases = [
            ("stop INT 42", Some(Order::Stop("INT".into(), 42))),
            ("sweep 42", Some(Order::Sweep(42))),
            ("remove /somewhere/with a space", Some(Order::Remove("/somewhere/with a space".into()))),
            ("stop INT many", None),
            ("forget 42", None),
        ];
        for (line, expected) in cases {
            assert_eq!(Order::parse(line), expected, "{line}");
        }
    }

    #[test]
    fn a_whole_group_is_stopped_even_when_it_ignores_the_first_signal() {
        let mut child = Command::new("sh")
            .args(["-c", "trap '' TERM; sleep 600 & echo $!; wait"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn()
            .unwrap();
        let mut line = String::new();
        std::io::BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let grandchild: u32 = line.trim().parse().unwrap();
        assert!(running(child.id()) && running(grandchild));
        signal("KILL", child.id());
        assert!(wall::wait_until(Duration::from_secs(10), || !running(child.id()) && !running(grandchild)));
        child.wait().unwrap();
        assert!(!running(child.id()));
    }
}
