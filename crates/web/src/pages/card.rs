//! The card: the plan for the bad moment on paper and in one file that needs no network.

use crate::html::{Html, escape_into};
use askama::Template;
use domain::plan::{Action, Channel, ClockKind, Half, Item, LATER, Phase, Plan, Reply, Scenario, Severity};
use jiff::civil::Date;
use text::Language;
use words::{Locale, Words};

/// How many moves stand on the card.
const MOVES: usize = 5;

/// The card of a plan. Styles are within; nothing is fetched.
#[derive(Clone, Debug, Template)]
#[template(path = "card.html")]
pub struct CardPage<'a> {
    /// Speaks.
    pub words: Words,
    /// The plan.
    pub plan: &'a Plan,
    /// The day, which decides what is still approved.
    pub today: Date,
    /// Whether the plan could be read whole.
    pub whole: bool,
}

/// Somebody on the card.
pub(crate) struct Called<'a> {
    pub name: &'a str,
    /// Telephone numbers and addresses, the first is tried first.
    pub reach: Vec<&'a str>,
    /// What they are: roles.
    pub roles: String,
}

/// One text.
pub(crate) struct Text {
    pub language: &'static str,
    pub text: String,
    /// Whether somebody approved it and that still holds.
    pub is_approved: bool,
}

/// One move with who makes it.
pub(crate) struct Move {
    pub text: String,
    /// Who makes it, and who stands in, each with a number where there is one.
    pub who: String,
    pub within: Option<String>,
}

/// The card in the plan's own language, as one HTML text; it says so where the plan could not be read `whole`.
///
/// # Errors
/// Where the template cannot be written, which a test forbids.
pub fn card(plan: &Plan, now: jiff::Timestamp, whole: bool) -> Result<String, askama::Error> {
    let language = plan.languages.first().map_or(Language::En, |said| said.value);
    let locale = Locale::from_code(language.code()).unwrap_or(Locale::En);
    let zone = plan.zone.as_ref().and_then(jiff::tz::TimeZone::iana_name).unwrap_or("UTC");
    let today = now.to_zoned(plan.zone.clone().unwrap_or(jiff::tz::TimeZone::UTC)).date();
    CardPage { words: Words::new(locale, zone, now), plan, today, whole }.render()
}

impl CardPage<'_> {
    /// Scenarios, the gravest first.
    pub(crate) fn scenarios(&self) -> Vec<&Item<Scenario>> {
        let mut scenarios: Vec<_> = self.plan.scenarios.iter().collect();
        scenarios.sort_by_key(|scenario| std::cmp::Reverse(scenario.body.severity));
        scenarios
    }

    pub(crate) fn is_crisis(&self, scenario: &Item<Scenario>) -> bool {
        scenario.body.severity == Severity::Crisis
    }

    /// Who is called, the lead first.
    pub(crate) fn people(&self) -> Vec<Called<'_>> {
        let lead = self.plan.who("lead");
        let mut people: Vec<_> = self.plan.people.iter().collect();
        people.sort_by_key(|person| lead.iter().position(|one| one.id == person.id).unwrap_or(usize::MAX));
        let told = people.into_iter().map(|person| {
            let holds = self.plan.roles.iter().filter(|role| role.body.people.iter().any(|one| one.value == person.id));
            let roles: Vec<String> = holds.map(|role| self.role(&role.id)).collect();
            let reach = person.body.phone.iter().chain(&person.body.email).map(String::as_str).collect();
            Called { name: &person.body.name, reach, roles: roles.join(", ") }
        });
        told.collect()
    }

    fn role(&self, id: &str) -> String {
        words::plan::role(&self.words, id)
    }

    /// A text of the plan as it is printed: its blanks filled in, those of a case as lines to write on, no number broken at a line's end.
    pub(crate) fn said(&self, text: &str) -> Html {
        let mut said = self.plan.filled(text);
        for number in self.numbers() {
            said = said.replace(number, &number.replace(' ', "\u{a0}"));
        }
        let (mut out, mut rest) = (String::new(), said.as_str());
        while let Some((before, behind)) = rest.split_once('{') {
            escape_into(&mut out, before);
            let blank = behind.split_once('}').and_then(|(name, after)| Some((self.line(name)?, after)));
            match blank {
                Some((line, after)) => {
                    out.push_str("<span class=\"fill\"><small>");
                    escape_into(&mut out, &line);
                    out.push_str("</small></span>");
                    rest = after;
                }
                None => {
                    out.push('{');
                    rest = behind;
                }
            }
        }
        escape_into(&mut out, rest);
        Html::new(out)
    }

    /// Telephone numbers of the plan: of its people, and among its blanks.
    fn numbers(&self) -> impl Iterator<Item = &str> {
        let is_number = |text: &&String| {
            text.contains(' ')
                && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '.' | '-' | '(' | ')'))
        };
        let people = self.plan.people.iter().filter_map(|person| person.body.phone.as_ref());
        people.chain(self.plan.blanks.iter().map(|(_, said)| said)).filter(is_number).map(String::as_str)
    }

    /// What is written on the line of a blank that the case fills in.
    fn line(&self, blank: &str) -> Option<String> {
        let id = match LATER.into_iter().find(|one| *one == blank)? {
            "name" => "card-blank-name",
            "time" => "card-blank-time",
            "next" => "card-blank-next",
            "place" => "card-blank-place",
            "product" => "card-blank-product",
            "fact" => "card-blank-fact",
            _ => "card-blank-signature",
        };
        Some(self.words.say(id))
    }

    /// Where customers complain.
    pub(crate) fn complaints(&self) -> Option<String> {
        self.plan.policy.as_ref().and_then(|policy| policy.value.complaints.clone())
    }

    /// When they have an answer.
    pub(crate) fn within(&self) -> Option<String> {
        let hours = self.plan.policy.as_ref()?.value.answer_within?;
        Some(self.words.name("card-within", &self.length(hours * 60)))
    }

    /// The first moves of a scenario.
    pub(crate) fn moves(&self, scenario: &Item<Scenario>) -> Vec<Move> {
        let scenario = self.plan.scenarios.iter().find(|own| own.id == scenario.id);
        let actions = scenario.map(|own| self.plan.actions_of(own)).unwrap_or_default();
        actions.into_iter().take(MOVES).map(|action| self.one(action)).collect()
    }

    fn one(&self, action: &Item<Action>) -> Move {
        let names = action.body.responsible.iter().chain(&action.body.deputy);
        let mut told: Vec<String> = Vec::new();
        for person in names.flat_map(|name| self.plan.who(&name.value)).take(3) {
            let phone = person.body.phone.as_ref().map(|phone| format!(" {phone}")).unwrap_or_default();
            let one = format!("{}{phone}", person.body.name);
            if !told.contains(&one) {
                told.push(one);
            }
        }
        Move {
            text: action.body.text.clone(),
            who: told.join(" → "),
            within: action.body.within.map(|minutes| self.length(minutes)),
        }
    }

    fn length(&self, minutes: i64) -> String {
        words::company::stretch(&self.words, minutes * 60)
    }

    /// The first words of a scenario, to everybody.
    pub(crate) fn holding(&self, scenario: &Item<Scenario>) -> Vec<Text> {
        let public = |reply: &&Item<Reply>| reply.body.phase == Phase::Holding && reply.body.audience == "public";
        self.plan.replies_of(&scenario.id).filter(public).map(|reply| self.text(reply)).collect()
    }

    /// What is answered at the counter and on the telephone: only what somebody approved for everybody, while that holds.
    pub(crate) fn answers(&self, scenario: &Item<Scenario>) -> Vec<Text> {
        let spoken = |reply: &Item<Reply>| {
            let channel = reply.body.channel.as_ref().map(|said| said.value);
            matches!(channel, None | Some(Channel::Any | Channel::Phone | Channel::Counter))
        };
        let texts = self.plan.replies_of(&scenario.id).filter(|r| r.body.audience == "public" && spoken(r));
        texts.map(|reply| self.text(reply)).filter(|text| text.is_approved).collect()
    }

    fn text(&self, reply: &Item<Reply>) -> Text {
        Text {
            language: reply.body.language.as_ref().map_or("und", |said| said.value.code()),
            text: reply.body.text.value.trim().to_owned(),
            is_approved: self.plan.is_approved(&reply.body, self.today),
        }
    }

    /// The whole plan in six steps.
    pub(crate) fn steps(&self) -> Vec<(String, String)> {
        let due = |kind: ClockKind| {
            let clock = self.plan.clocks.iter().find(|clock| clock.body.kind == Some(kind));
            clock.map(|clock| self.length(clock.body.due)).unwrap_or_default()
        };
        let lead: Vec<&str> = self.plan.who("lead").iter().map(|person| person.body.name.as_str()).collect();
        let frozen = self.plan.freeze.as_ref().map(|freeze| freeze.value.targets.join(", ")).unwrap_or_default();
        let before = self.plan.strategies.iter().filter(|strategy| strategy.body.half == Half::Prevention);
        let step = |title: &str, told: String| (self.words.say(title), told);
        vec![
            step("card-prepare", before.map(|strategy| strategy.body.text.as_str()).collect::<Vec<_>>().join(" ")),
            step("card-look", due(ClockKind::FirstAssessment)),
            step("card-gather", lead.join(" → ")),
            step("card-hold", frozen),
            step("card-say", due(ClockKind::Holding)),
            step("card-go-on", due(ClockKind::NextUpdate)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::plan::{Kind, read, shipped};

    #[test]
    fn the_card_holds_what_is_needed_and_fetches_nothing() {
        let (plan, _) = read(shipped(Kind::Shop, Language::En).unwrap(), None);
        let page = card(&plan, jiff::Timestamp::UNIX_EPOCH, true).unwrap();
        let lead = &plan.who("lead")[0].body;
        let call = format!("tel:{}", lead.phone.as_ref().unwrap().replace(' ', ""));
        for scenario in &plan.scenarios {
            assert!(page.contains(&scenario.body.title.replace('\'', "&#39;")), "{}", scenario.id);
        }
        assert!(page.contains(&lead.name) && page.contains(&call) && page.contains("class=\"safe\""));
        for fetched in ["src=", "http://", "https://", "@import", "url(", "<script", "<link"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
    }

    #[test]
    fn what_a_case_fills_in_is_a_line_to_write_on_and_no_number_breaks() {
        for language in [Language::En, Language::Fr, Language::Fy, Language::Nl] {
            let (plan, _) = read(shipped(Kind::Brand, language).unwrap(), None);
            let page = card(&plan, jiff::Timestamp::UNIX_EPOCH, true).unwrap();
            let text = page.split_once("</style>").unwrap().1;
            assert!(text.matches("class=\"fill\"").count() > 20 && !text.contains(['{', '⟦']), "{language:?}");
            let phone = plan.blanks.iter().find(|(name, _)| name == "phone").unwrap().1.clone();
            assert!(text.contains(&phone.replace(' ', "\u{a0}")) && !text.contains(&phone), "{phone}");
            let place = plan.filled(plan.policy.as_ref().unwrap().value.complaints.as_ref().unwrap());
            assert!(text.split_once("id=\"complain\"").unwrap().1.contains(&place), "{place}");
        }
    }

    #[test]
    fn a_plan_writes_no_markup() {
        let (plan, _) = read("[plan]\ntitle = \"<script>x</script>\"\nsize = \"solo\"\nlanguages = [\"en\"]\n", None);
        assert!(!card(&plan, jiff::Timestamp::UNIX_EPOCH, true).unwrap().contains("<script"));
    }
}
