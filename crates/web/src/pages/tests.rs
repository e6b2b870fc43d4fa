//! Every page, in every language, as usual and under attack: complete, well-formed, labelled, and nobody else's code in it.

use super::{Theme, all};
use std::collections::BTreeSet;
use words::Locale;

fn pages(hostile: bool) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for locale in Locale::ALL {
        for (name, html) in all(locale, Theme::Auto, hostile) {
            out.push((format!("{name} {}", locale.code()), html.expect("samples render")));
        }
    }
    out
}

/// The tags of a page in order: name, attributes as written, and whether it closes. Quoted attributes may hold `>`.
fn tags(html: &str) -> Vec<(String, String, bool)> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let mut quoted = false;
        let end = rest
            .find(|c: char| {
                quoted ^= c == '"';
                c == '>' && !quoted
            })
            .expect("a tag ends");
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        let closing = tag.starts_with('/');
        let body = tag.trim_start_matches('/').trim_end_matches('/');
        let (name, attributes) = body.split_once([' ', '\n']).unwrap_or((body, ""));
        if !tag.ends_with('/') {
            out.push((name.to_owned(), attributes.to_owned(), closing));
        }
    }
    out
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let start = format!(" {attributes}").find(&format!(" {name}=\""))? + name.len() + 2;
    attributes.get(start..)?.split('"').next()
}

const VOID: [&str; 6] = ["meta", "link", "input", "br", "hr", "img"];

#[test]
fn every_page_is_complete_and_its_tags_nest() {
    for hostile in [false, true] {
        for (name, html) in pages(hostile) {
            assert!(!html.contains('⟦'), "{name} lacks a message: {}", html.split('⟦').nth(1).unwrap_or(""));
            let mut open: Vec<String> = Vec::new();
            for (tag, _, closing) in tags(&html) {
                if closing {
                    assert_eq!(open.pop().as_ref(), Some(&tag), "{name}: </{tag}> closes another");
                } else if !VOID.contains(&tag.as_str()) {
                    open.push(tag);
                }
            }
            assert!(open.is_empty(), "{name} leaves {open:?} open");
        }
    }
}

#[test]
fn ids_are_unique_references_lead_somewhere_and_inputs_have_labels() {
    for (name, html) in pages(false) {
        let tags = tags(&html);
        let mut ids = BTreeSet::new();
        for id in tags.iter().filter_map(|(_, a, _)| attribute(a, "id")) {
            assert!(ids.insert(id), "{name}: id {id} twice");
        }
        for (tag, attributes, closing) in &tags {
            for reference in ["for", "aria-describedby", "aria-labelledby"] {
                for id in attribute(attributes, reference).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{name}: {reference}={id} leads nowhere");
                }
            }
            let input = matches!(tag.as_str(), "input" | "select" | "textarea") && !closing;
            if input
                && attribute(attributes, "type") != Some("hidden")
                && attribute(attributes, "name") != Some("mention")
            {
                let id = attribute(attributes, "id").unwrap_or_else(|| panic!("{name}: {attributes} has no id"));
                assert!(html.contains(&format!("for=\"{id}\"")), "{name}: {id} has no label");
            }
        }
    }
}

#[test]
fn headings_go_down_by_one_and_begin_with_one_h1() {
    for (name, html) in pages(false) {
        let mut last = 0;
        for (tag, _, closing) in tags(&html) {
            let level = tag.strip_prefix('h').and_then(|n| n.parse::<u8>().ok());
            if let (Some(level), false) = (level, closing) {
                assert!(level <= last + 1, "{name}: h{level} after h{last}");
                assert!(level != 1 || last == 0, "{name}: two h1");
                last = level;
            }
        }
        assert!(last > 0, "{name} has no heading");
    }
}

#[test]
fn strangers_run_nothing_and_hide_nothing() {
    for (name, html) in pages(true) {
        let scripts = tags(&html).into_iter().filter(|(tag, _, closing)| tag == "script" && !closing).count();
        // What customers see has none at all.
        let own = usize::from(!name.starts_with("public-"));
        assert_eq!(scripts, own, "{name}: only our own script");
        for (tag, attributes, _) in tags(&html) {
            assert!(!matches!(tag.as_str(), "img" | "iframe" | "object" | "style"), "{name}: <{tag}>");
            let bare: String = attributes.split('"').step_by(2).collect();
            assert!(!bare.split_whitespace().any(|a| a.starts_with("on") || a.starts_with("style")), "{name}: {bare}");
        }
        // What is typed comes back as it was typed.
        let mut typing = false;
        let mut text = String::new();
        for (tag, shown) in html.split('<').filter_map(|piece| piece.split_once('>')) {
            typing = tag.starts_with("textarea") || (typing && tag != "/textarea");
            text.push_str(if typing { "" } else { shown });
        }
        assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{200b}']), "{name}: a hidden control reached the page");
        assert!(html.len() < 1_200_000, "{name}: {} bytes", html.len());
    }
}

#[test]
fn every_message_used_exists_and_every_message_is_used() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut text = String::new();
    for room in ["web/src", "web/templates", "words/src", "engine/src", "vigie/src", "domain/src"] {
        collect(&root.join(room), &mut text);
    }
    let known: BTreeSet<&str> = words::ids(Locale::En).collect();
    for call in ["words.say(\"", "words.tell(\"", "words.count(\"", "words.name(\""] {
        for id in text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(known.contains(id), "{call}{id}\") is in no file");
        }
    }
    // What a plan's check and the wording check find, and the plan's forms, are said by code; `words` has tests of its own for them.
    let by_code = |id: &str| ["finding-", "form-", "wording-"].iter().any(|begins| id.starts_with(begins));
    let unused: Vec<_> = known.iter().filter(|id| !by_code(id) && !text.contains(&format!("\"{id}\""))).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

fn collect(folder: &std::path::Path, text: &mut String) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, text);
        } else if let Ok(content) = std::fs::read_to_string(&path) {
            text.push_str(&content);
        }
    }
}

/// What stands between the tags of `main`: hashes of the assets change with every edit of the style.
fn main_of(locale: Locale, wanted: &str) -> String {
    let page = all(locale, Theme::Auto, false).into_iter().find(|(name, _)| name == wanted);
    let html = page.and_then(|(_, html)| html.ok()).unwrap_or_default();
    let body = html.split_once("<main").map_or("", |(_, main)| main);
    body.split_once("</main>").map_or("", |(main, _)| main).to_owned()
}

#[test]
fn the_bridge_in_english() {
    insta::assert_snapshot!(main_of(Locale::En, "bridge"));
}

#[test]
fn how_often_to_speak_up() {
    insta::assert_snapshot!(main_of(Locale::En, "budget"));
}

#[test]
fn what_labels_propose_for_all_brands() {
    insta::assert_snapshot!(main_of(Locale::En, "budgets"));
}

#[test]
fn the_rubric_with_what_is_wrong_beside_the_field() {
    insta::assert_snapshot!(main_of(Locale::Fr, "rubric-wrong"));
}
