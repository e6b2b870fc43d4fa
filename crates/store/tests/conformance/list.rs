//! Holds the suite to its word: it calls every public function, and tries each that takes an organisation with another's ids.

use std::collections::BTreeSet;
use std::path::Path;

fn texts(folder: &str) -> Vec<String> {
    fn walk(folder: &Path, texts: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, texts);
            } else if path.extension().is_some_and(|e| e == "rs") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut texts = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
    texts
}

/// Name and parameters of each `pub async fn` of the store.
fn functions() -> Vec<(String, String)> {
    let sources = texts("src");
    let all = sources.iter().flat_map(|text| text.split("pub async fn ").skip(1)).map(|rest| {
        let (name, rest) = rest.split_once('(').unwrap();
        (name.to_owned(), rest.split_once(") ").unwrap().0.to_owned())
    });
    all.collect()
}

fn called(texts: &[String]) -> BTreeSet<String> {
    let calls = texts.iter().flat_map(|text| text.split(['.', ':']).skip(1));
    calls.filter_map(|rest| rest.split_once('(').map(|(name, _)| name.to_owned())).collect()
}

#[test]
fn every_public_function_is_called() {
    let functions = functions();
    assert!(functions.len() > 60, "{} functions were found", functions.len());
    let called = called(&texts("tests/conformance"));
    let missing: Vec<_> = functions.iter().map(|f| &f.0).filter(|name| !called.contains(*name)).collect();
    assert!(missing.is_empty(), "the conformance suite does not call {missing:?}");
}

#[test]
fn every_function_of_an_organisation_is_tried_with_anothers_ids() {
    let tried =
        called(&[std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/tenants.rs"))
            .unwrap()]);
    let owned = [
        "organisation: OrganisationId",
        "organisation: Option<OrganisationId>",
        "brand: &Brand",
        "query: &BrandQuery",
        "source: &Source",
    ];
    let missing: Vec<_> = functions()
        .into_iter()
        .filter(|(name, parameters)| owned.iter().any(|o| parameters.contains(o)) && !tried.contains(name))
        .map(|f| f.0)
        .collect();
    assert!(missing.is_empty(), "tenants.rs does not try {missing:?}");
}
