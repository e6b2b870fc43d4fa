//! `vigie plan`: a plan that ships, made one's own, found faulty, mended, laid out, printed.

use crate::house::House;
use serde_json::Value;

const NEW: [&str; 9] =
    ["plan", "new", "shop", "--brand", "Chez <Jo>", "--person", "Jo \"Joke\" Visser", "--phone", "058 213 0000"];

#[test]
fn a_plan_that_ships_is_made_ones_own_and_clean() {
    let house = House::bare();
    let text = house.done(&NEW);
    assert!(text.contains("Chez <Jo>") && text.contains("058 213 0000"), "{text}");
    let file = house.file("plan.toml", &text);
    let said = house.done(&["plan", "check", &file, "--today", "2026-11-22"]);
    assert!(said.contains("0 errors, 0 warnings"), "{said}");
    let card = house.done(&["plan", "card", &file]);
    assert!(card.contains("Chez &#60;Jo&#62;") || card.contains("Chez &lt;Jo&gt;"), "escaped: {card}");
    assert!(card.contains("tel:0582130000") && !card.contains("<Jo>"));
}

#[test]
fn a_defect_is_told_with_its_place_reason_and_fix() {
    let house = House::bare();
    let text = house.done(&NEW);
    let broken = text.replacen("responsible = \"lead\"", "responsible = \"leed\"", 1);
    let line = broken.lines().position(|line| line.contains("leed")).unwrap() + 1;
    let file = house.file("plan.toml", &broken);
    let ran = house.run(&["plan", "check", &file], "");
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("error[unknown-reference]") && ran.out.contains("Did you mean \"lead\"?"), "{}", ran.out);
    assert!(ran.out.contains(&format!("plan.toml:{line}:15")) && ran.out.contains("^^^^^^"), "{}", ran.out);
    let ran = house.run(&["--json", "plan", "check", &file, "--language", "fy"], "");
    let found: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let wrong = found.iter().find(|one| one["code"] == "unknown-reference").unwrap();
    assert_eq!((&wrong["line"], &wrong["weight"]), (&Value::from(line), &Value::from("error")));
    assert!(wrong["what"].as_str().unwrap().starts_with("Der is gjin"), "{wrong}");
    let whole = house.file("whole.toml", &text);
    let differs = house.done(&["plan", "diff", &whole, &file]);
    assert_eq!(differs.trim(), "~ action.show-way responsible: lead → leed");
}

#[test]
fn a_plan_is_laid_out_in_place_and_what_is_none_is_left() {
    let house = House::bare();
    let loose = house.done(&NEW).replace(" = ", "=");
    let file = house.file("plan.toml", &loose);
    assert_eq!(house.run(&["plan", "fmt", &file, "--check"], "").code, 1);
    house.done(&["plan", "fmt", &file]);
    house.done(&["plan", "fmt", &file, "--check"]);
    let bad = house.file("bad.toml", "[plan\n");
    let said = house.refused(&["plan", "fmt", &bad], 1);
    assert!(said.contains("nothing was changed"), "{said}");
    assert_eq!(std::fs::read_to_string(&bad).unwrap(), "[plan\n");
    assert!(house.refused(&["plan", "check", "none.toml"], 1).contains("none.toml cannot be read"));
}
