//! The binary in a folder of its own: commands, and a server that ends with the test.

use crate::http;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

pub const EMAIL: &str = "lea@dunes.example";
pub const PASSWORD: &str = "quatre grands vents";

/// A folder with a store; goes with the test.
pub struct House {
    pub folder: PathBuf,
}

/// How a command ended.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl House {
    /// An empty folder.
    pub fn bare() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("vigie-e2e-{}-{number}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        Self { folder }
    }

    /// A store with an organisation, its owner's login and the brand Dunes.
    pub fn new() -> Self {
        let house = Self::bare();
        house.init();
        house
    }

    /// An organisation, its owner's login and the brand Dunes, in the store of the settings.
    pub fn init(&self) {
        self.done(&["init", "--organisation", "Maison Dunes", "--email", EMAIL, "--name", "Léa"]);
        self.done(&["brand", "add", "Dunes", "--query", "dunes"]);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes a file and says where it is.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
        command.args(arguments).current_dir(&self.folder).env("VIGIE_PASSWORD", PASSWORD);
        for name in ["VIGIE_STORE", "VIGIE_CONFIG", "VIGIE_LOG"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        // A thread of its own: a command may answer before it has read all.
        let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let ended = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Ran { code: ended.status.code().unwrap_or(-1), out: text(&ended.stdout), err: text(&ended.stderr) }
    }

    /// Starts a command and leaves it running.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs a command that must succeed; what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments, "");
        assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// The same with a variable set.
    pub fn done_with(&self, name: &str, value: &str, arguments: &[&str]) -> String {
        let ran = self.command(arguments).env(name, value).stdin(Stdio::null()).output().unwrap();
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    }

    /// Makes sources due at once, whatever they were told to wait for.
    pub fn all_are_due(&self, sources: &str) {
        let script = format!(
            "import sqlite3; c = sqlite3.connect('vigie.db'); c.execute(\"UPDATE source_health SET next_try_at = NULL WHERE source IN (SELECT id FROM source WHERE {sources})\"); c.commit()"
        );
        let done = Command::new("python3").args(["-c", &script]).current_dir(&self.folder).status();
        assert!(done.unwrap().success(), "python3 edits the store");
    }

    /// Runs a command that must fail with a code; what it said.
    pub fn refused(&self, arguments: &[&str], code: i32) -> String {
        let ran = self.run(arguments, "");
        assert_eq!(ran.code, code, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.err
    }

    /// Serves the pages on a free port of this machine.
    pub fn serve(&self) -> Served {
        self.serve_with(&["serve", "--listen", "127.0.0.1:0"])
    }

    /// The same, with everything logged into a file.
    pub fn serve_traced(&self, log: &Path) -> Served {
        let arguments = ["serve", "--listen", "127.0.0.1:0"];
        let mut command = self.command(&arguments);
        command.env("VIGIE_LOG", "trace").stderr(std::fs::File::create(log).unwrap());
        Self::greeted(command, &arguments)
    }

    /// Serves and waits until it says its address.
    pub fn serve_with(&self, arguments: &[&str]) -> Served {
        Self::greeted(self.command(arguments), arguments)
    }

    fn greeted(mut command: Command, arguments: &[&str]) -> Served {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let address = line.split_whitespace().find(|word| word.starts_with("http"));
        let url = address.unwrap_or_else(|| panic!("{arguments:?} says no address: {line:?}")).to_owned();
        // Whoever serves must not be stopped by a full pipe.
        let more = Arc::new(Mutex::new(String::new()));
        let heard = more.clone();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                heard.lock().unwrap().push_str(&format!("{line}\n"));
            }
        });
        Served { child, url, said: line, more }
    }

    /// An API token of the owner.
    pub fn token(&self) -> String {
        let made = self.done(&["--json", "token", "add", "--email", EMAIL, "--name", "test"]);
        let made: serde_json::Value = serde_json::from_str(&made).unwrap();
        format!("Bearer {}", made["token"].as_str().unwrap())
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// A server; killed when the test ends.
pub struct Served {
    child: Child,
    pub url: String,
    /// The line it greeted with.
    pub said: String,
    /// What it said after that.
    more: Arc<Mutex<String>>,
}

impl Served {
    /// The set-up link it printed.
    pub fn setup_link(&self) -> String {
        crate::wait_for("the set-up link", || {
            let said = self.more.lock().unwrap();
            said.split_whitespace().find(|word| word.contains("/setup?key=")).map(str::to_owned)
        })
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// Kills it as the kernel does when memory is gone: nothing is flushed, nothing said.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Reads a resource of the API.
    pub fn api(&self, token: &str, path: &str) -> serde_json::Value {
        let answer = http::ask("GET", &self.at(&format!("/api/v1{path}")), &[("Authorization", token)], "").unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.json()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Copies a store with its log, as a backup by hand would.
pub fn copy_store(from: &Path, to: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let name = format!("vigie.db{ending}");
        if from.join(&name).exists() {
            std::fs::copy(from.join(&name), to.join(&name)).unwrap();
        }
    }
}
