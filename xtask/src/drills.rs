//! Drills without pages, by a scripted team: every pack that ships keeps what it promises.
//!
//! The long check (`cargo xtask drills`) plays each pack with one worker; with two, paced; with eight, beside a load: the same log each time, and another when
//! one post moves by a minute. In `cargo xtask ci` each pack is played once, and one of them in all these ways.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::command::{self, Stop, could_not};
use crate::json::value;
use crate::wall;

/// A short pack of one story.
const ONE: &str = "grave-post";
/// The pack about which nothing is to be raised.
const CALM: &str = "false-alarm";
/// Fast enough to wait for, slow enough to wait at all.
const PACE: &str = "3600";
/// Within how many minutes of the first outlying post each other pack is to be raised.
const PROMISED: u64 = 30;
/// A post for packs in which every post is drawn.
const POST: &str =
    "\n[[post]]\nafter = \"0m\"\nsource = \"SOURCE\"\nhandle = \"moved_by_a_minute\"\ntext = \"Moin.\"\n";

/// The long check, of all packs or of those named; with a program that is there already, where one is named.
pub fn run(words: &[&str]) -> Result<(), Stop> {
    let (vigie, only) = match words {
        ["--with", path, only @ ..] => (Vigie(PathBuf::from(path)), only),
        only => (Vigie::build()?, only),
    };
    let names = vigie.listed()?;
    if let Some(unknown) = only.iter().find(|name| !names.iter().any(|there| there == *name)) {
        return Err(Stop::Usage(format!("no pack `{unknown}` ships; these do: {}", names.join(", "))));
    }
    let folder = crate::target().join("drills");
    fs::create_dir_all(&folder).map_err(could_not(format!("make {}", folder.display())))?;
    println!(
        "| pack | posts | alerts | called | minutes to the alert | score | log with 1, 2 and 8 workers | a post moved | seconds |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    let mut broken = Vec::new();
    for name in names.iter().filter(|name| only.is_empty() || only.contains(&name.as_str())) {
        let watch = wall::Watch::start();
        let first = vigie.play(name, &["--workers", "1"])?;
        let same = is_the_same_whatever(&vigie, name, &first)?;
        let moves = is_another_when_moved(&vigie, name, &first, &folder)?;
        let mut wrong = first.breaks(name);
        wrong.extend((!same).then(|| "the log is not the same on every run".to_owned()));
        wrong.extend((!moves).then(|| "a post that moves by a minute is not another log".to_owned()));
        let (log, moved) = (if same { "the same" } else { "DIFFERS" }, if moves { "another log" } else { "THE SAME" });
        println!("| {name} | {} | {log} | {moved} | {:.0} |", first.row(), watch.seconds());
        broken.extend(wrong.into_iter().map(|why| format!("{name}: {why}")));
    }
    told(&broken)
}

/// What every change is held to.
pub fn check() -> Result<(), Stop> {
    let vigie = Vigie::build()?;
    let names = vigie.listed()?;
    let rest = Mutex::new(names.iter());
    let all: Mutex<Vec<(String, Result<Outcome, Stop>)>> = Mutex::default();
    // Two at a time: a pack leaves a second core idle.
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(name) = taken(&rest) {
                    let outcome = vigie.play(name, &["--workers", "1"]);
                    all.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((name.clone(), outcome));
                }
            });
        }
    });
    let mut broken = Vec::new();
    for (name, outcome) in all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        let outcome = outcome?;
        broken.extend(outcome.breaks(&name).into_iter().map(|why| format!("{name}: {why}")));
        if name == ONE {
            let same = is_the_same_whatever(&vigie, &name, &outcome)?;
            broken.extend((!same).then(|| format!("{name}: the log is not the same on every run")));
            let other = vigie.play(&name, &["--seed", "2"])?;
            broken.extend((other.log == outcome.log).then(|| format!("{name}: another seed wrote the same log")));
        }
    }
    told(&broken)?;
    println!(
        "drills: {} packs keep what they promise; {ONE} writes one log with 1, 2 and 8 workers, paced or not",
        names.len()
    );
    Ok(())
}

fn taken<'a>(rest: &Mutex<std::slice::Iter<'a, String>>) -> Option<&'a String> {
    rest.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next()
}

fn told(broken: &[String]) -> Result<(), Stop> {
    if broken.is_empty() { Ok(()) } else { Err(Stop::failed(broken.join("\n"))) }
}

/// The release build: built once, so that nothing that is written meanwhile is played.
struct Vigie(PathBuf);

impl Vigie {
    fn build() -> Result<Self, Stop> {
        command::run(command::cargo().args(["build", "--release", "--locked", "--quiet"]))?;
        Ok(Self(crate::target().join("release").join("vigie")))
    }

    /// What it says, within half an hour.
    fn told(&self, arguments: &[&str]) -> Result<String, Stop> {
        let mut limited = Command::new("timeout");
        limited.args(["--kill-after=10", "1800"]).arg(&self.0).args(arguments).current_dir(crate::root());
        command::output(&mut limited)
    }

    /// The packs that ship.
    fn listed(&self) -> Result<Vec<String>, Stop> {
        let json = self.told(&["--json", "drill", "list"])?;
        let packs = json.split("\"pack\"").skip(1);
        let names: Vec<String> = packs.filter_map(|rest| rest.split('"').nth(1).map(str::to_owned)).collect();
        if names.is_empty() { Err(Stop::Failed(format!("no pack is listed: {json}"))) } else { Ok(names) }
    }

    fn play(&self, pack: &str, more: &[&str]) -> Result<Outcome, Stop> {
        let json = self.told(&[&["--json", "drill", "run", pack], more].concat())?;
        Outcome::read(&json).ok_or_else(|| Stop::Failed(format!("the drill {pack} did not end as it should: {json}")))
    }
}

fn is_the_same_whatever(vigie: &Vigie, pack: &str, first: &Outcome) -> Result<bool, Stop> {
    let paced = vigie.play(pack, &["--workers", "2", "--speed", PACE])?;
    let loaded = beside_a_load(|| vigie.play(pack, &["--workers", "8"]))?;
    Ok(paced == *first && loaded == *first)
}

/// Does something while every core has more to do than it can.
fn beside_a_load<T>(work: impl FnOnce() -> T) -> T {
    let over = AtomicBool::new(false);
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..2 * cores {
            scope.spawn(|| {
                let mut sum = 0_u64;
                while !over.load(Ordering::Relaxed) {
                    sum = std::hint::black_box(sum.wrapping_mul(31).wrapping_add(7));
                }
            });
        }
        let done = work();
        over.store(true, Ordering::Relaxed);
        done
    })
}

fn is_another_when_moved(vigie: &Vigie, pack: &str, first: &Outcome, folder: &Path) -> Result<bool, Stop> {
    let source = crate::root().join("packs").join(format!("{pack}.toml"));
    let text = fs::read_to_string(&source).map_err(could_not(format!("read {}", source.display())))?;
    let played = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).map_err(could_not(format!("write {}", file.display())))?;
        vigie.play(&file.display().to_string(), &["--workers", "2"])
    };
    let Some(moved) = moved(&text) else {
        let with = with_a_post(&text).ok_or_else(|| Stop::Failed(format!("{pack} has no source")))?;
        let there = played(&format!("{pack}-with.toml"), &with)?;
        let moved = moved(&with).unwrap_or_default();
        return Ok(played(&format!("{pack}-moved.toml"), &moved)?.log != there.log);
    };
    Ok(played(&format!("{pack}-moved.toml"), &moved)?.log != first.log)
}

/// The pack with its first written post a minute away from where it was; `None` where no post is written out.
fn moved(text: &str) -> Option<String> {
    let (before, posts) = text.split_once("[[post]]")?;
    let (head, rest) = posts.split_once("after = \"")?;
    let (after, rest) = rest.split_once('"')?;
    let mut told = String::new();
    let mut is_moved = false;
    for part in after.split_whitespace() {
        let minutes = part.strip_suffix('m').and_then(|minutes| minutes.parse::<i64>().ok());
        is_moved |= minutes.is_some();
        let part = minutes.map_or(part.to_owned(), |minutes| format!("{}m", minutes + 1));
        let _ = write!(told, "{}{part}", if told.is_empty() { "" } else { " " });
    }
    if !is_moved {
        told.push_str(" 1m");
    }
    Some(format!("{before}[[post]]{head}after = \"{told}\"{rest}"))
}

/// The pack with one post written out, where its first source is.
fn with_a_post(text: &str) -> Option<String> {
    let (_, source) = text.split_once("[[source]]")?;
    let (_, key) = source.split_once("key = \"")?;
    Some(format!("{text}{}", POST.replace("SOURCE", key.split_once('"')?.0)))
}

/// What a drill came to.
#[derive(Debug, PartialEq)]
struct Outcome {
    posts: u64,
    alerts: u64,
    called: u64,
    /// Whether anything was to be raised.
    wanted: bool,
    minutes: Option<u64>,
    percent: u64,
    log: String,
}

impl Outcome {
    fn read(json: &str) -> Option<Self> {
        let count = |key| value(json, key).and_then(number);
        let log = value(json, "log_hash")?.strip_prefix('"')?.split('"').next()?;
        Some(Self {
            posts: count("posts")?,
            alerts: count("alerts")?,
            called: count("called")?,
            wanted: json.contains(r#""what":"detected""#) || json.contains(r#""what": "detected""#),
            minutes: count("detected_after_minutes"),
            percent: value(value(json, "score")?, "percent").and_then(number)?,
            log: (!log.is_empty()).then(|| log.to_owned())?,
        })
    }

    /// What is promised of every pack and does not hold.
    fn breaks(&self, name: &str) -> Vec<String> {
        let mut broken = Vec::new();
        if self.wanted == (name == CALM) {
            broken.push(format!("something is to be raised in every pack but {CALM}, and there nothing"));
        }
        match self.minutes {
            _ if !self.wanted && self.alerts > 0 => broken.push(format!("{} alerts where none is due", self.alerts)),
            None if self.wanted => broken.push("what was to be raised was not".to_owned()),
            Some(minutes) if minutes > PROMISED => broken.push(format!("raised after {minutes} minutes only")),
            _ => {}
        }
        if self.percent < 100 {
            broken.push(format!("a team that does what is expected is scored {}", self.percent));
        }
        broken
    }

    fn row(&self) -> String {
        let minutes = self.minutes.map_or("–".to_owned(), |minutes| minutes.to_string());
        format!("{} | {} | {} | {minutes} | {}", self.posts, self.alerts, self.called, self.percent)
    }
}

fn number(rest: &str) -> Option<u64> {
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(minutes: &str, log: &str, more: &str) -> Option<Outcome> {
        Outcome::read(&format!(
            r#"{{"posts":9,"alerts":1,"called":1,"score":{{"percent":100,"items":[{more}]}},"detected_after_minutes":{minutes},"log_hash":"{log}","signals":[{{"called":true}}]}}"#
        ))
    }

    #[test]
    fn a_promise_that_is_not_kept_is_said() {
        let raised = r#"{"what":"detected"}"#;
        let kept = |minutes, more, name: &str| outcome(minutes, "ab", more).map(|it| it.breaks(name).len());
        assert_eq!(kept("1", raised, "rumour"), Some(0));
        assert_eq!(kept("31", raised, "rumour"), Some(1), "too late");
        assert_eq!(kept("null", raised, "rumour"), Some(1), "never");
        assert_eq!(kept("null", "", CALM), Some(1), "an alert where none is due");
        assert_eq!(kept("null", "", "rumour"), Some(2), "nothing is expected, and an alert");
        assert_eq!(outcome("1", "", raised), None, "no log");
    }

    #[test]
    fn a_post_moves_by_a_minute() {
        let post = |after: &str| format!("[[inject]]\nafter = \"2h\"\n[[post]]\nkey = \"a\"\nafter = \"{after}\"\n");
        for (after, then) in [("0m", "1m"), ("2h 35m", "2h 36m"), ("108h", "108h 1m"), ("-5m", "-4m")] {
            assert_eq!(moved(&post(after)), Some(post(then)));
        }
        assert_eq!(moved("[[flow]]\n"), None);
        let with = with_a_post("[[source]]\nkey = \"tag\"\n").unwrap_or_default();
        assert!(with.contains("source = \"tag\"") && moved(&with).is_some_and(|moved| moved.contains("\"1m\"")));
    }
}
