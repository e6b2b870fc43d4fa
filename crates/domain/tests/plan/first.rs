//! What the plans that ship say first, where somebody may be hurt: nothing that nobody knows, nothing that nobody did.

use super::{compiled, ships};
use jiff::civil::date;
use text::wording::{self, Channel, Context, Draft, Kind, Rule};
use text::{Language, Reader};
use vigie_domain::case::holding;
use vigie_domain::plan::{Channel as Where, Phase, Reply};

/// What was done, as texts that ship said it of sales that nobody had stopped.
const DID: [&str; 8] =
    ["arrêté", "arrêtée", "stopped", "stoppe", "ferkeapje it no net", "stillein", "verkopen het nu niet", "gestopt"];

#[test]
fn a_first_text_on_an_injury_says_that_we_check_and_never_what_we_did() {
    let reader = Reader::new().unwrap();
    let mut read = 0;
    for ships in &ships() {
        let (plan, _) = compiled(ships);
        let to_all = |body: &Reply| body.phase == Phase::Holding && body.audience == "public";
        for reply in plan.replies_of("injury").filter(|reply| to_all(&reply.body)) {
            let text = plan.filled(&reply.body.text.value);
            let at = format!("{} {}: {text}", ships.0, reply.id);
            assert!(!DID.iter().any(|did| text.contains(did)), "{at}");
            let draft = Draft { text: &text, language: reply.body.language.as_ref().map(|said| said.value) };
            let context = Context { kind: Kind::Holding, channel: Channel::Public, ..Context::default() };
            let found = wording::check(&reader, &draft, &context);
            assert!(!found.iter().any(|finding| finding.rule == Rule::MissingAction), "{at}");
            read += 1;
        }
    }
    assert!(read >= 20, "{read} texts");
}

#[test]
fn unless_somebody_names_a_scenario_no_plan_that_ships_speaks_first() {
    for ships in &ships() {
        let (plan, _) = compiled(ships);
        for language in [Language::Fr, Language::En, Language::Fy, Language::Nl] {
            let first = |scenario| holding(&plan, scenario, language, Where::Site, date(2026, 11, 24));
            assert_eq!(first(None), None, "{}", ships.0);
            // What needs a fact is no text to begin with: Vigie's own is.
            let needs_product = first(Some("injury")).is_some_and(|found| !found.is_whole());
            assert!(!needs_product || !ships.0.ends_with("shop"), "{}", ships.0);
        }
    }
}

#[test]
fn where_people_may_be_hurt_the_sale_stops_first_then_the_authority_then_the_insurer() {
    for ships in ships().iter().filter(|ships| ships.0.ends_with("shop") || ships.0.ends_with("brand")) {
        let (plan, _) = compiled(ships);
        let moves = plan.scenario("injury").unwrap().body.moves.iter().map(|one| one.value.as_str());
        let moves: Vec<&str> = moves.take(3).collect();
        assert!(vigie_domain::case::makes_safe(moves[0]), "{}: {moves:?}", ships.0);
        assert_eq!(moves[1..], ["call-authority", "call-insurer"], "{}", ships.0);
    }
}
