//! The folder under mutation: whatever is changed in it is found, with the record's number.

use crate::desk::{Chance, capture, sealed};
use crate::story::{TEXTS, lived};
use std::collections::BTreeMap;
use vigie_domain::case::event::CourseEvent;
use vigie_domain::case::{
    Actor, BESIDE, Broken, Command, Entry, Event, Flaw, Folder, Head, HouseKey, Record, Unproven, beside, lay_beside,
    lay_out, records, root, verify,
};
use vigie_domain::id::{CaseId, OrganisationId};

const ORGANISATION: OrganisationId = OrganisationId(1);
const CASE: CaseId = CaseId(40);
const SEED: [u8; 32] = [11; 32];
const OTHER: [u8; 32] = [12; 32];

fn log() -> Vec<Record> {
    records(ORGANISATION, CASE, None, &lived().log).unwrap()
}

fn captures() -> Vec<(String, [u8; 32])> {
    ["post 9", "log"].map(|of| (capture(of).to_string()["file:".len()..].to_owned(), capture(of).0)).to_vec()
}

fn folder(records: &[Record], seed: &[u8; 32]) -> Folder {
    // The call that the opening tells of is no part of the story's texts.
    let texts: Vec<_> =
        TEXTS.into_iter().map(sealed).filter(|text| named(records, &text.reference().to_string())).collect();
    lay_out(ORGANISATION, CASE, records, &texts, captures(), seed).unwrap()
}

fn named(records: &[Record], text: &str) -> bool {
    records.iter().any(|record| record.body.contains(text))
}

fn head(records: &[Record], version: usize) -> Head {
    Head { version: u32::try_from(version).unwrap(), hash: records[version - 1].hash }
}

#[test]
fn a_case_as_it_is_verifies() {
    let records = log();
    let folder = folder(&records, &SEED);
    let key = HouseKey::of(&SEED);
    let found = verify(&folder, Some(key), Some(head(&records, 20))).unwrap();
    assert_eq!((found.organisation, found.case, found.key), (ORGANISATION, CASE, key));
    assert_eq!(found.head, head(&records, records.len()));
    assert!(found.missing_texts.is_empty() && found.missing_captures.is_empty() && found.erased.is_empty());
    assert_eq!(found.unproven, [Unproven::After(20)]);
    assert_eq!(verify(&folder, Some(key), Some(found.head)).unwrap().unproven, []);
    // What each kind of proof leaves open is said.
    assert_eq!(verify(&folder, Some(key), None).unwrap().unproven, [Unproven::ReMadeBySigner]);
    assert_eq!(verify(&folder, None, Some(head(&records, 20))).unwrap().unproven, [Unproven::After(20)]);
    assert_eq!(verify(&folder, None, None).unwrap().unproven, [Unproven::Origin]);
    // It tells what was lived.
    let told: Vec<Entry> = records.iter().map(|record| record.entry().unwrap()).collect();
    assert_eq!(told, lived().log);
    let written = head(&records, 20).to_string();
    assert_eq!(written.parse::<Head>(), Ok(head(&records, 20)));
}

/// A mutation: what was done, the folder, and the record that must be named; none: any.
struct Mutant {
    what: String,
    folder: Folder,
    number: Option<usize>,
}

fn mutant(chance: &mut Chance, records: &[Record], whole: &Folder) -> Mutant {
    let whole = whole.clone();
    let count = records.len();
    let at = chance.below(count);
    let mut changed = records.to_vec();
    match chance.below(7) {
        0 => {
            let mut folder = whole;
            let byte = chance.below(folder.events.len());
            let line = folder.events[..byte].iter().filter(|byte| **byte == b'\n').count() + 1;
            folder.events[byte] ^= 1 << chance.below(8);
            Mutant { what: format!("byte {byte}"), folder, number: Some(line) }
        }
        1 => {
            changed.remove(at);
            let folder = Folder { events: lines(&changed), ..whole };
            Mutant { what: format!("without {}", at + 1), folder, number: Some(at + 1) }
        }
        2 => {
            changed.insert(at, records[chance.below(count)].clone());
            // The same record twice in a row stands right the first time.
            let number = changed
                .iter()
                .zip(1_u32..)
                .find(|(record, number)| record.version != *number)
                .map(|(_, number)| number as usize);
            Mutant { what: format!("added at {}", at + 1), folder: Folder { events: lines(&changed), ..whole }, number }
        }
        3 => {
            let to = chance.other(at, count);
            let record = changed.remove(at);
            changed.insert(to, record);
            let what = format!("{} moved to {}", at + 1, to + 1);
            Mutant { what, folder: Folder { events: lines(&changed), ..whole }, number: Some(at.min(to) + 1) }
        }
        4 => {
            changed.pop();
            Mutant {
                what: "without the last".to_owned(),
                folder: Folder { events: lines(&changed), ..whole },
                number: Some(count),
            }
        }
        5 => {
            // One record tells something else, and everything after it is hashed anew; the signature is the old one.
            let told = retold(records, at);
            Mutant {
                what: format!("retold at {}", at + 1),
                folder: Folder { events: lines(&told), ..whole },
                number: Some(count),
            }
        }
        _ => {
            let told = retold(records, at);
            Mutant {
                what: format!("re-made from {} with another key", at + 1),
                folder: folder(&told, &OTHER),
                number: None,
            }
        }
    }
}

/// The log with one moment changed, and all hashes made anew.
fn retold(records: &[Record], at: usize) -> Vec<Record> {
    let mut entries: Vec<Entry> = records.iter().map(|record| record.entry().unwrap()).collect();
    entries[at].at += jiff::SignedDuration::from_micros(1);
    vigie_domain::case::records(ORGANISATION, CASE, None, &entries).unwrap()
}

fn lines(records: &[Record]) -> Vec<u8> {
    records.iter().map(|record| serde_json::to_string(record).unwrap() + "\n").collect::<String>().into_bytes()
}

fn number(broken: &Broken) -> Option<usize> {
    broken.record().map(|number| number as usize)
}

#[test]
fn a_thousand_mutations_are_refused_with_the_records_number() {
    let records = log();
    let (key, last) = (HouseKey::of(&SEED), head(&records, records.len()));
    let mut chance = Chance(40);
    let whole = folder(&records, &SEED);
    let mut without_proof = 0;
    for round in 0..1_000 {
        let mutant = mutant(&mut chance, &records, &whole);
        for (given, found) in
            [("key", verify(&mutant.folder, Some(key), None)), ("head", verify(&mutant.folder, None, Some(last)))]
        {
            let broken = found.expect_err(&format!("{round}: {} with the {given}", mutant.what));
            let number = number(&broken);
            assert!(number.is_some(), "{round}: {}: {broken}", mutant.what);
            if mutant.number.is_some() {
                assert_eq!(number, mutant.number, "{round}: {} with the {given}: {broken}", mutant.what);
            }
        }
        // With neither, only the whole made anew passes, and it is said that it is not proved.
        if let Ok(found) = verify(&mutant.folder, None, None) {
            assert_eq!((mutant.number, found.unproven), (None, vec![Unproven::Origin]), "{round}: {}", mutant.what);
            without_proof += 1;
        }
    }
    assert!(without_proof > 100, "{without_proof}");
}

#[test]
fn an_earlier_head_finds_what_was_changed_before_it_and_says_what_it_cannot_see() {
    let records = log();
    let earlier = head(&records, 20);
    for at in 0..records.len() {
        let found = verify(&folder(&retold(&records, at), &OTHER), None, Some(earlier));
        if at < 20 {
            assert_eq!(found.unwrap_err(), Broken::Earlier(20), "{at}");
        } else {
            assert_eq!(found.unwrap().unproven, [Unproven::After(20)], "{at}");
        }
    }
    // A folder that ends before the head lost its end.
    let short = folder(&records[..10], &SEED);
    assert_eq!(verify(&short, Some(HouseKey::of(&SEED)), Some(earlier)), Err(Broken::Missing(11)));
}

#[test]
fn the_manifest_texts_and_captures_are_proved_too() {
    let records = log();
    let whole = folder(&records, &SEED);
    let key = Some(HouseKey::of(&SEED));
    for byte in 0..whole.manifest.len() {
        let mut folder = whole.clone();
        folder.manifest[byte] ^= 1;
        assert!(verify(&folder, key, None).is_err(), "manifest, byte {byte}");
    }
    for byte in (0..whole.texts.len()).step_by(11) {
        let mut folder = whole.clone();
        folder.texts[byte] ^= 1;
        let line = whole.texts[..byte].iter().filter(|byte| **byte == b'\n').count() + 1;
        assert!(
            matches!(verify(&folder, key, None), Err(Broken::Text { line: found, .. }) if found == line),
            "byte {byte}"
        );
    }
    let mut twice = whole.clone();
    twice.texts.extend_from_slice(&whole.texts);
    assert!(verify(&twice, key, None).is_err());
    let mut capture = whole.clone();
    capture.captures[0].1[0] ^= 1;
    assert!(matches!(verify(&capture, key, None), Err(Broken::Captured(_))));
    let missing = Folder { captures: vec![], ..whole };
    assert_eq!(verify(&missing, key, None).unwrap().missing_captures.len(), 2);
}

#[test]
fn what_is_erased_leaves_it_valid_and_what_merely_vanished_is_told() {
    let mut room = lived();
    let gone = sealed(TEXTS[19]).reference();
    let raw = captures().swap_remove(0);
    let why = sealed(TEXTS[20]).reference();
    room.house(Command::Erase {
        texts: vec![gone],
        captures: vec![vigie_domain::case::Capture(raw.1)],
        why: Some(why),
    })
    .unwrap();
    assert!(
        matches!(&room.log.last().unwrap().event, Event::Course(CourseEvent::Cleared { texts, .. }) if texts == &[gone])
    );
    let records = records(ORGANISATION, CASE, None, &room.log).unwrap();
    let texts: Vec<_> = TEXTS
        .into_iter()
        .map(sealed)
        .filter(|text| text.reference() != gone && named(&records, &text.reference().to_string()))
        .collect();
    let erased = lay_out(ORGANISATION, CASE, &records, &texts, captures(), &SEED).unwrap();
    let found = verify(&erased, Some(HouseKey::of(&SEED)), None).unwrap();
    assert_eq!((found.erased.as_slice(), found.missing_texts.len()), ([gone].as_slice(), 0));
    assert!(!String::from_utf8(erased.texts.clone()).unwrap().contains(TEXTS[19]));
    assert!(found.still_there.is_empty());
    // So with captures.
    assert_eq!(
        (found.still_captured.as_slice(), found.erased_captures.len()),
        ([vigie_domain::case::Capture(raw.1)].as_slice(), 0)
    );
    let rest = captures().split_off(1);
    let taken = lay_out(ORGANISATION, CASE, &records, &texts, rest, &SEED).unwrap();
    let found = verify(&taken, Some(HouseKey::of(&SEED)), None).unwrap();
    assert_eq!(
        (found.erased_captures.as_slice(), found.still_captured.len()),
        ([vigie_domain::case::Capture(raw.1)].as_slice(), 0)
    );
    assert!(found.missing_captures.is_empty() && found.missing_texts.is_empty());
    // What the log says was erased, and lies there still, is told.
    let whole: Vec<_> = texts.iter().cloned().chain([sealed(TEXTS[19])]).collect();
    let kept = lay_out(ORGANISATION, CASE, &records, &whole, captures(), &SEED).unwrap();
    let found = verify(&kept, Some(HouseKey::of(&SEED)), None).unwrap();
    assert_eq!((found.still_there.as_slice(), found.erased.len()), ([gone].as_slice(), 0));
    // One more is gone that nobody erased.
    let fewer = lay_out(ORGANISATION, CASE, &records, &texts[1..], captures(), &SEED).unwrap();
    let found = verify(&fewer, Some(HouseKey::of(&SEED)), None).unwrap();
    assert_eq!(found.missing_texts, [texts[0].reference()]);
}

#[test]
fn a_record_fits_into_its_own_case_only() {
    let entries = lived().log;
    let mine = records(ORGANISATION, CASE, None, &entries).unwrap();
    let other = records(ORGANISATION, CaseId(41), None, &entries).unwrap();
    assert_eq!(mine[0].follows(1, root(ORGANISATION, CASE)), Ok(()));
    assert_eq!(other[0].follows(1, root(ORGANISATION, CASE)), Err(Flaw::Order));
    assert_ne!(mine.last().unwrap().hash, other.last().unwrap().hash);
    // Written in two goes, the chain is the same.
    let first = records(ORGANISATION, CASE, None, &entries[..10]).unwrap();
    let then = records(ORGANISATION, CASE, first.last(), &entries[10..]).unwrap();
    assert_eq!([first, then].concat(), mine);
}

#[test]
fn an_event_of_a_newer_version_does_not_break_the_chain() {
    let mut record = records(ORGANISATION, CASE, None, &lived().log[..1]).unwrap().remove(0);
    record.body = r#"{"weather":{"turned":{"to":"rain"}}}"#.to_owned();
    record.kind = "weather.turned".to_owned();
    record.hash = record.reckoned();
    let folder = lay_out(ORGANISATION, CASE, &[record.clone()], &[], vec![], &SEED).unwrap();
    assert!(verify(&folder, Some(HouseKey::of(&SEED)), None).is_ok());
    assert!(record.entry().is_err() && record.by == Actor::House);
    record.kind = "weather.changed".to_owned();
    record.hash = record.reckoned();
    let folder = lay_out(ORGANISATION, CASE, &[record], &[], vec![], &SEED).unwrap();
    let flaw = Flaw::Name;
    assert_eq!(verify(&folder, None, None), Err(Broken::Record { number: 1, flaw }));
}

/// A folder as the first version wrote it: it must verify for ever. A form that changes gets another folder.
#[test]
fn a_folder_that_was_written_long_ago_verifies() {
    let golden = Folder {
        beside: BTreeMap::new(),
        manifest: include_bytes!("golden/folder.v1/manifest.json").to_vec(),
        events: include_bytes!("golden/folder.v1/events.jsonl").to_vec(),
        texts: include_bytes!("golden/folder.v1/texts.jsonl").to_vec(),
        captures: captures(),
    };
    let key = HouseKey::read("66be7e332c7a453332bd9d0a7f7db055f5c5ef1a06ada66d98b39fb6810c473a").unwrap();
    let head: Head = "102:4c3719893e8acd849de745bb4f1491ae764590e69b887da8d2230b7e4e09c851".parse().unwrap();
    let found = verify(&golden, Some(key), Some(head)).unwrap();
    assert_eq!((found.organisation, found.case, found.unproven.len()), (ORGANISATION, CASE, 0));
    assert!(found.missing_texts.is_empty() && found.missing_captures.is_empty());
    // Each of its records is still understood, and written again it is the same.
    let records: Vec<Record> = golden
        .events
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    let entries: Vec<Entry> = records.iter().map(|record| record.entry().unwrap()).collect();
    assert_eq!(vigie_domain::case::records(ORGANISATION, CASE, None, &entries).unwrap(), records);
    assert_eq!(folder(&records, &SEED), golden);
    assert_eq!(vigie_domain::case::State::of(&entries).version as usize, records.len());
}

#[test]
fn every_byte_of_a_record_counts() {
    let records = log();
    let whole = folder(&records, &SEED);
    let (number, key) = (10, Some(HouseKey::of(&SEED)));
    let ends: Vec<usize> = (0..whole.events.len()).filter(|at| whole.events[*at] == b'\n').collect();
    // By turns another digit or letter, and a capital for a small one.
    for byte in ends[number - 2] + 1..=ends[number - 1] {
        for bit in [0, 5] {
            let mut folder = whole.clone();
            folder.events[byte] ^= 1 << bit;
            let found = verify(&folder, key, None).unwrap_err();
            assert!(
                matches!(found, Broken::Record { number: there, .. } if there as usize == number),
                "{byte}: {found}"
            );
        }
    }
}

#[test]
fn files_beside_the_records_are_signed_for_and_a_folder_without_them_is_as_it_was() {
    let (records, seed) = (log(), SEED);
    let bare = folder(&records, &seed);
    assert_eq!(lay_beside(bare.clone(), BTreeMap::new(), &seed).unwrap(), bare);
    let files = BESIDE.map(|name| (name.to_owned(), format!("{{\"of\":\"{name}\"}}").into_bytes()));
    let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
    let whole = lay_beside(bare.clone(), files.clone(), &seed).unwrap();
    assert_eq!(beside(&whole.manifest), BESIDE);
    let found = verify(&whole, Some(HouseKey::of(&seed)), None).unwrap();
    assert_eq!(found.head, verify(&bare, None, None).unwrap().head);
    // Changed, taken away, put in, or told of by another manifest.
    for name in BESIDE {
        let of = || name.to_owned();
        let mut changed = files.clone();
        changed.insert(of(), b"{}".to_vec());
        assert_eq!(verify(&Folder { beside: changed, ..whole.clone() }, None, None), Err(Broken::Beside(of())));
        let mut without = files.clone();
        without.remove(name);
        assert_eq!(verify(&Folder { beside: without, ..whole.clone() }, None, None), Err(Broken::Beside(of())));
        let one = BTreeMap::from([(of(), files[name].clone())]);
        assert_eq!(verify(&Folder { beside: one, ..bare.clone() }, None, None), Err(Broken::Beside(of())));
    }
    let said = String::from_utf8(whole.manifest.clone()).unwrap();
    // Whoever changes a file and its hash has not signed for it; whoever calls the folder an older one is not believed; nor is a name of no file of ours.
    let hash = blake3::hash(&files["review.json"]).to_hex().to_string();
    let forged = said.replace(&hash, blake3::hash(b"{}").to_hex().as_str()).into_bytes();
    let mut other = files.clone();
    other.insert("review.json".to_owned(), b"{}".to_vec());
    let forged = Folder { manifest: forged, beside: other, ..whole.clone() };
    assert!(matches!(verify(&forged, None, None), Err(Broken::Head(_))));
    for manifest in [said.replace("\"format\":2", "\"format\":1"), said.replace("review.json", "../review.json")] {
        let folder = Folder { manifest: manifest.into_bytes(), ..whole.clone() };
        assert!(matches!(verify(&folder, None, None), Err(Broken::Manifest(_))));
    }
}
