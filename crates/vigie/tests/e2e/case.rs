//! The folder of a case, verified by the real binary with nothing but the folder.

use crate::house::{House, Ran};
use domain::case::{Entry, Record, Sealed, lay_out, records};
use domain::id::{CaseId, OrganisationId};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The house that made it, and the head of the whole.
const KEY: &str = "66be7e332c7a453332bd9d0a7f7db055f5c5ef1a06ada66d98b39fb6810c473a";
const HEAD: &str = "102:4c3719893e8acd849de745bb4f1491ae764590e69b887da8d2230b7e4e09c851";
const OTHER: [u8; 32] = [12; 32];

/// A folder as it was exported.
struct Exported {
    house: House,
    folder: PathBuf,
    records: Vec<Record>,
}

impl Exported {
    fn new() -> Self {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/case/golden/folder.v1");
        let house = House::bare();
        let folder = house.folder.join("case");
        fs::create_dir_all(folder.join("captures")).unwrap();
        for name in ["manifest.json", "events.jsonl", "texts.jsonl"] {
            fs::copy(golden.join(name), folder.join(name)).unwrap();
        }
        for bytes in ["post 9", "log"] {
            fs::write(folder.join("captures").join(blake3::hash(bytes.as_bytes()).to_hex().as_str()), bytes).unwrap();
        }
        let events = fs::read_to_string(folder.join("events.jsonl")).unwrap();
        let records = events.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        Self { house, folder, records }
    }

    fn verify(&self, more: &[&str]) -> Ran {
        let folder = self.folder.display().to_string();
        self.house.run(&[&["case", "verify", &folder], more].concat(), "")
    }

    fn told(&self, more: &[&str]) -> (i32, Value) {
        let ran = self.verify(&[more, &["--json"]].concat());
        (ran.code, serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{why}: {}{}", ran.out, ran.err)))
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.join(name), bytes).unwrap();
    }

    /// The log with one moment changed and all hashes made anew.
    fn retold(&self, at: usize) -> Vec<Record> {
        let mut entries: Vec<Entry> = self.records.iter().map(|record| record.entry().unwrap()).collect();
        entries[at].at += jiff::SignedDuration::from_micros(1);
        records(OrganisationId(1), CaseId(40), None, &entries).unwrap()
    }

    /// The same laid out anew, with another key.
    fn re_made(&self, at: usize) -> domain::case::Folder {
        let texts: Vec<Sealed> = fs::read_to_string(self.folder.join("texts.jsonl"))
            .unwrap()
            .lines()
            .map(|line| {
                let line: Value = serde_json::from_str(line).unwrap();
                let hex = line["salt"].as_str().unwrap();
                let byte = |at: usize| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap();
                let salt = domain::case::Salt(std::array::from_fn(byte));
                Sealed { salt, text: line["text"].as_str().unwrap().to_owned() }
            })
            .collect();
        lay_out(OrganisationId(1), CaseId(40), &self.retold(at), &texts, vec![], &OTHER).unwrap()
    }
}

fn lines(records: &[Record]) -> Vec<u8> {
    records.iter().map(|record| serde_json::to_string(record).unwrap() + "\n").collect::<String>().into_bytes()
}

/// Chance that is the same each time (SplitMix64, Steele and others 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }
}

/// What was done to the folder, and the record that must be named; none: any.
fn mutated(case: &Exported, chance: &mut Chance) -> (String, Option<usize>) {
    let count = case.records.len();
    let at = chance.below(count);
    let mut changed = case.records.clone();
    match chance.below(7) {
        0 => {
            let mut events = lines(&case.records);
            let byte = chance.below(events.len());
            let line = events[..byte].iter().filter(|byte| **byte == b'\n').count() + 1;
            events[byte] ^= 1 << chance.below(8);
            case.write("events.jsonl", &events);
            return (format!("byte {byte}"), Some(line));
        }
        1 => {
            changed.remove(at);
            case.write("events.jsonl", &lines(&changed));
            return (format!("without {}", at + 1), Some(at + 1));
        }
        2 => {
            changed.insert(at, case.records[chance.below(count)].clone());
            let wrong = changed.iter().zip(1_u32..).find(|(record, number)| record.version != *number);
            case.write("events.jsonl", &lines(&changed));
            return (format!("added at {}", at + 1), wrong.map(|(_, number)| number as usize));
        }
        3 => {
            let to = (at + 1 + chance.below(count - 1)) % count;
            let record = changed.remove(at);
            changed.insert(to, record);
            case.write("events.jsonl", &lines(&changed));
            return (format!("{} moved to {}", at + 1, to + 1), Some(at.min(to) + 1));
        }
        4 => {
            changed.pop();
            case.write("events.jsonl", &lines(&changed));
            return ("without the last".to_owned(), Some(count));
        }
        5 => {
            case.write("events.jsonl", &lines(&case.retold(at)));
            return (format!("retold at {}", at + 1), Some(count));
        }
        _ => {}
    }
    let made = case.re_made(at);
    case.write("manifest.json", &made.manifest);
    case.write("events.jsonl", &made.events);
    (format!("re-made from {} with another key", at + 1), None)
}

#[test]
fn a_thousand_mutations_of_an_exported_case_are_refused_with_the_records_number() {
    let case = Exported::new();
    let whole: Vec<(&str, Vec<u8>)> = ["manifest.json", "events.jsonl"]
        .into_iter()
        .map(|name| (name, fs::read(case.folder.join(name)).unwrap()))
        .collect();
    let mut chance = Chance(40);
    let mut re_made = 0;
    for round in 0..1_000 {
        whole.iter().for_each(|(name, bytes)| case.write(name, bytes));
        let (what, number) = mutated(&case, &mut chance);
        let proof = if round % 2 == 0 { ["--key", KEY] } else { ["--head", HEAD] };
        let (code, told) = case.told(&proof);
        assert_eq!((code, &told["holds"]), (1, &Value::Bool(false)), "{round}: {what} with {}: {told}", proof[0]);
        let named = told["record"].as_u64().map(|number| number as usize);
        assert!(named.is_some() && told["why"].as_str().is_some_and(|why| !why.is_empty()), "{round}: {what}: {told}");
        if number.is_some() {
            assert_eq!(named, number, "{round}: {what} with {}: {told}", proof[0]);
        }
        if number.is_none() {
            // With neither it passes, and it is said what that does not prove.
            let (code, told) = case.told(&[]);
            assert_eq!((code, &told["unproven"][0]["code"]), (0, &Value::from("origin")), "{round}: {what}: {told}");
            re_made += 1;
        }
    }
    assert!(re_made > 100, "{re_made}");
}

#[test]
fn a_folder_that_holds_says_what_it_does_not_prove_and_what_is_not_there() {
    let case = Exported::new();
    let (code, told) = case.told(&["--key", KEY, "--head", HEAD]);
    assert_eq!((code, &told["holds"], &told["count"]), (0, &Value::Bool(true), &Value::from(102)), "{told}");
    assert_eq!(told["unproven"], Value::Array(vec![]));
    assert_eq!(case.told(&["--key", KEY]).1["unproven"][0]["code"], "re-made-by-signer");
    // Four languages, each its own words, and the head to be kept elsewhere.
    let mut said: Vec<String> = ["en", "fr", "fy", "nl"].map(|it| case.verify(&["--language", it]).out).to_vec();
    assert!(said.iter().all(|said| said.contains(HEAD) && said.contains(KEY)), "{said:?}");
    said.dedup();
    assert_eq!(said.len(), 4);
    // What lies beside is told; a capture and a text that are not there are told, and the code says so.
    case.write("readme.txt", b"Trust me.");
    case.write("\u{1b}[2Jall is well", b"");
    let out = case.verify(&[]).out;
    assert!(out.contains("readme.txt") && out.contains("??2Jall is well") && !out.contains('\u{1b}'), "{out}");
    let capture = case.folder.join("captures").join(blake3::hash(b"log").to_hex().as_str());
    fs::remove_file(capture).unwrap();
    let texts = fs::read_to_string(case.folder.join("texts.jsonl")).unwrap();
    case.write("texts.jsonl", texts.split_inclusive('\n').skip(1).collect::<String>().as_bytes());
    let (code, told) = case.told(&["--key", KEY]);
    let missing = |what: &str| told[what].as_array().map(Vec::len);
    assert_eq!((code, missing("missing_texts"), missing("missing_captures")), (3, Some(1), Some(1)), "{told}");
}

#[test]
fn what_is_no_folder_of_a_case_is_said_and_nothing_of_it_is_followed() {
    let case = Exported::new();
    let said = case.house.refused(&["case", "verify", "nowhere"], 1);
    assert!(said.contains("manifest.json") && said.contains("cannot be read"), "{said}");
    for wrong in [["--key", "12"], ["--head", "12"]] {
        assert_eq!(case.verify(&wrong).code, 2, "{wrong:?}");
    }
    // A text that was changed, a capture that is another, a link that leads out of the folder.
    let texts = fs::read_to_string(case.folder.join("texts.jsonl")).unwrap();
    case.write("texts.jsonl", texts.replacen("Batch 12", "Batch 13", 1).as_bytes());
    let (code, told) = case.told(&["--key", KEY]);
    assert_eq!((code, &told["code"]), (1, &Value::from("text")), "{told}");
    case.write("texts.jsonl", texts.as_bytes());
    let capture = case.folder.join("captures").join(blake3::hash(b"log").to_hex().as_str());
    fs::write(&capture, "another log").unwrap();
    assert_eq!(case.told(&[]).1["code"], "captured");
    fs::remove_file(&capture).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &capture).unwrap();
    let ran = case.verify(&[]);
    assert!(ran.code == 1 && ran.err.contains("links are not followed"), "{}{}", ran.out, ran.err);
}
