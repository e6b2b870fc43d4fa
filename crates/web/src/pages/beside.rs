//! What else departs from the usual, and whether it is ours or the trade's: two parts of the signal's page.

use super::assessment::AssessmentView;
use super::show::{Figure, figure};
use crate::html::Html;
use domain::assess::{Aspect, Beside, Control, Risen, Stands, Stir, Trade, Whose};
use domain::id::BrandId;
use words::Words;

fn aspect(words: &Words, aspect: Aspect) -> String {
    words.say(match aspect {
        Aspect::People => "aspect-people",
        Aspect::Negative => "aspect-negative",
        Aspect::Ill => "aspect-ill",
        Aspect::Aroused => "aspect-aroused",
        Aspect::FirstPerson => "aspect-first-person",
        Aspect::Reposts => "aspect-reposts",
        Aspect::Reach => "aspect-reach",
        Aspect::Places => "aspect-places",
        Aspect::Stories => "aspect-stories",
    })
}

/// Shape and word: never a colour alone.
fn stands(words: &Words, stands: Stands) -> (char, String) {
    match stands {
        Stands::Above => ('▲', words.say("stands-above")),
        Stands::Below => ('▼', words.say("stands-below")),
        Stands::Usual => ('=', words.say("stands-usual")),
        Stands::Unknown => ('?', words.say("stands-unknown")),
    }
}

/// One row: what, now, usually, and how it stands.
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) now: Html,
    pub(crate) usual: Html,
    pub(crate) mark: char,
    pub(crate) stands: String,
}

impl AssessmentView {
    pub(crate) fn beside(&self, words: &Words) -> Vec<Row> {
        let row = |beside: &Beside| {
            let (mark, stands) = stands(words, beside.stands);
            let cell = |of: Figure| value(words, beside.aspect, of);
            Row { what: aspect(words, beside.aspect), now: cell(beside.now), usual: cell(beside.usual), mark, stands }
        };
        self.found.beside.iter().map(row).collect()
    }

    /// Those that depart, in one line; `None` where none does.
    pub(crate) fn departs(&self, words: &Words) -> Option<String> {
        let departing = self.found.beside.iter().filter(|b| matches!(b.stands, Stands::Above | Stands::Below));
        let named = departing.map(|b| format!("{} {}", stands(words, b.stands).0, aspect(words, b.aspect)));
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| words.name("beside-departs", &named.join(" · ")))
    }

    /// Only us, or the whole trade.
    pub(crate) fn whose(&self, words: &Words) -> Option<String> {
        let trade = self.found.trade.as_ref()?;
        let counts = [("stirred", trade.stirred.into()), ("of", trade.of.into())];
        Some(match trade.whose {
            Whose::Unknown if trade.controls.is_empty() => words.say("trade-nobody"),
            Whose::Unknown => words.say("trade-young"),
            Whose::Ours => words.count("trade-ours", trade.of),
            Whose::Shared => words.tell("trade-shared", &counts),
            Whose::Trade if trade.of == 1 => words.say("trade-trade-only"),
            Whose::Trade => words.tell("trade-trade", &counts),
        })
    }

    /// Those that rise as much as we do.
    pub(crate) fn as_much(&self, words: &Words) -> Option<String> {
        let trade = self.found.trade.as_ref()?;
        let named: Vec<&str> = trade.as_much().map(|control| self.brand(control.brand)).collect();
        (!named.is_empty()).then(|| words.name("trade-as-much", &named.join(", ")))
    }

    /// Ours first, then each of the others: its name, its mentions, what was expected, how it stands.
    pub(crate) fn controls(&self, words: &Words, ours: &str) -> Vec<Row> {
        let Some(Trade { ours: own, controls, .. }) = &self.found.trade else { return Vec::new() };
        if controls.is_empty() {
            return Vec::new();
        }
        let row = |name: &str, risen: Option<Risen>, mark: char, stands: String| {
            let of = |figure_of: fn(Risen) -> Figure| figure(words, &risen.map_or(Figure::Unknown, figure_of));
            Row { what: name.to_owned(), now: of(|r| Figure::Counted(r.observed)), usual: of(expected), mark, stands }
        };
        let us = row(ours, *own, '●', words.say("stir-us"));
        let other = |control: &Control| {
            let (mark, id) = match control.stir {
                Stir::Calm => ('=', "stir-calm"),
                Stir::Less => ('▲', "stir-less"),
                Stir::AsMuch => ('▲', "stir-as-much"),
                Stir::Unknown => ('?', "stir-unknown"),
            };
            row(self.brand(control.brand), control.risen, mark, words.say(id))
        };
        std::iter::once(us).chain(controls.iter().map(other)).collect()
    }

    fn brand(&self, id: BrandId) -> &str {
        self.brands.iter().find(|(of, _)| *of == id).map_or("?", |(_, name)| name)
    }
}

fn expected(risen: Risen) -> Figure {
    Figure::Estimated { mid: (risen.expected + 500) / 1_000, low: risen.low, high: risen.high }
}

/// A share in hundredths with its range, or a count.
fn value(words: &Words, aspect: Aspect, of: Figure) -> Html {
    match of {
        Figure::Estimated { mid, low, high } if aspect.is_share() => {
            let range = [("low", words.percent(low).into()), ("high", words.percent(high).into())];
            let text = format!("{} ({})", words.percent(mid), words.tell("beside-range", &range));
            Html::new(crate::html::escape(&text).to_string())
        }
        of => figure(words, &of),
    }
}
