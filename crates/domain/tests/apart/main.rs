//! Contradictions between the words of two texts, on written cases: what was said, what is to be said, and whether they stand against each other.

mod cases;
mod later;

use cases::{CASES, Case};
use later::LATER;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use text::Language;
use vigie_domain::case::{Differs, apart};

fn found(case: &Case) -> Vec<Differs> {
    apart(case.said, case.here, case.language).into_iter().map(|it| it.differs).collect()
}

/// Found of all, false alarms of all, by language; and what was read wrong.
fn measured(cases: &[Case]) -> (BTreeMap<&'static str, [usize; 4]>, String) {
    let (mut table, mut wrong) = (BTreeMap::<&str, [usize; 4]>::new(), String::new());
    for case in cases {
        let came = found(case);
        let tally = table.entry(case.language.code()).or_default();
        let alarm = match case.wanted {
            Some(wanted) => came.contains(&wanted),
            None => !came.is_empty(),
        };
        let at = if case.wanted.is_some() { 0 } else { 2 };
        tally[at] += usize::from(alarm);
        tally[at + 1] += 1;
        if alarm != case.wanted.is_some() {
            let (code, wanted) = (case.language.code(), case.wanted);
            let _ = writeln!(wrong, "{code} wanted {wanted:?}, came {came:?}: {} | {}", case.said, case.here);
        }
    }
    (table, wrong)
}

#[test]
fn contradictions_are_found_and_what_is_innocent_is_let_be() {
    let ((worked, wrong), (fresh, unseen)) = (measured(CASES), measured(LATER));
    println!("contradictions: found of all, false alarms of all | of those written later");
    let mut sum = [0; 4];
    for (language, [found, of, alarms, innocent]) in &worked {
        let new = fresh[language];
        println!("{language}  {found}/{of}  {alarms}/{innocent} | {}/{}  {}/{}", new[0], new[1], new[2], new[3]);
        assert!(*of >= 6 && *innocent >= 6, "{language}: too few cases");
        assert!(*alarms == 0 && *found * 10 >= *of * 8, "{language}\n{wrong}");
        sum.iter_mut().zip(new).for_each(|(sum, n)| *sum += n);
    }
    print!("{wrong}{unseen}");
    // An alarm that is wrong costs more than one that is missing.
    let [found, of, alarms, innocent] = sum;
    assert!(alarms == 0 && found * 10 >= of * 8, "{found}/{of}, {alarms}/{innocent}\n{unseen}");
}

#[test]
fn both_places_are_cited_as_they_stand() {
    let said = "We are checking. Batch 4012 was not withdrawn from our shops.";
    let here = "Thank you for your patience. Batch 4012 was withdrawn from our shops.";
    let all = apart(said, here, Language::En);
    let [found] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(found.differs, Differs::YesNo);
    assert!(said[found.said.clone()].ends_with("not withdrawn"), "{}", &said[found.said.clone()]);
    assert!(here[found.here.clone()].ends_with("withdrawn"), "{}", &here[found.here.clone()]);
}

#[test]
fn a_text_stands_against_nothing_in_another_language_or_in_itself() {
    for case in CASES {
        assert_eq!(apart(case.said, case.said, case.language), [], "{}", case.said);
        assert_eq!(apart(case.said, case.here, Language::De), [], "{}", case.said);
    }
}

proptest! {
    #[test]
    fn any_two_texts_are_read_and_every_place_is_one_of_theirs(
        said in "[A-Za-zéû 0-9.:;?'’«»\n-]{0,120}",
        here in "\\PC{0,120}",
        n in 0..CASES.len(),
    ) {
        for (a, b) in [(said.as_str(), here.as_str()), (here.as_str(), CASES[n].said), (CASES[n].here, said.as_str())] {
            for language in [Language::Fr, Language::En, Language::Fy, Language::Nl] {
                for found in apart(a, b, language) {
                    prop_assert!(a.get(found.said).is_some() && b.get(found.here).is_some());
                }
            }
        }
    }
}
