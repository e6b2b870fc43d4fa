//! Reads every feed under a folder and says how many could be read, and why the others could not.
//!
//! `cargo run -p vigie-connect --example feeds -- FOLDER [--list]`; the exit code is 1 below 98 % or at any panic.
//! A file may begin with a comment that gives its HTTP header (`Header: Content-type: …`), as test corpora do.

use std::collections::BTreeMap;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use vigie_connect::inbound::feed;

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a command that prints its findings")]
fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: feeds FOLDER [--list]");
        return ExitCode::from(2);
    };
    let list = arguments.next().is_some_and(|a| a == "--list");
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files);
    files.sort();
    let (mut parsed, mut items, mut panicked) = (0, 0, 0);
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for file in &files {
        let Ok(bytes) = std::fs::read(file) else { continue };
        let content_type = content_type(&bytes);
        let read = catch_unwind(|| feed::parse(&bytes, content_type.as_deref(), jiff::Timestamp::UNIX_EPOCH, None));
        let reason = match read {
            Ok(Ok(feed)) => {
                parsed += 1;
                items += feed.posts.len();
                if list {
                    let first = feed.posts.first().map(|p| p.text.replace('\n', " / ")).unwrap_or_default();
                    println!(
                        "{}\t{}\t{}\t{first}",
                        file.display(),
                        feed.posts.len() + feed.quarantined.len(),
                        feed.title
                    );
                }
                continue;
            }
            Ok(Err(error)) => error.to_string(),
            Err(_) => {
                panicked += 1;
                "panic".to_owned()
            }
        };
        eprintln!("{}: {reason}", file.display());
        *reasons.entry(reason).or_default() += 1;
    }
    let failed = files.len() - parsed - panicked;
    println!("files {}  parsed {parsed}  failed {failed}  panicked {panicked}  items {items}", files.len());
    for (reason, count) in reasons {
        println!("{count:6}  {reason}");
    }
    let enough = !files.is_empty() && parsed * 100 >= files.len() * 98;
    if enough && panicked == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if path.is_dir() {
            collect(&path, files);
        } else if matches!(ending, "xml" | "json" | "rss" | "atom" | "rdf") {
            files.push(path);
        }
    }
}

fn content_type(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]).to_lowercase();
    let value = head.split_once("header:")?.1.trim_start().strip_prefix("content-type:")?;
    Some(value.lines().next()?.trim().to_owned())
}
