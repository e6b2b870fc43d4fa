//! The card: the plan for the bad moment on paper and in one file that needs no network.

use askama::Template;
use domain::plan::{Action, Channel, ClockKind, Half, Item, Phase, Plan, Reply, Scenario, Severity};
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
        crate::pages::team::plan_role(&self.words, id)
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
            text: self.plan.filled(&action.body.text),
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
            text: self.plan.filled(reply.body.text.value.trim()),
            is_approved: reply.body.is_approved(self.today),
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
    fn a_plan_writes_no_markup() {
        let (plan, _) = read("[plan]\ntitle = \"<script>x</script>\"\nsize = \"solo\"\nlanguages = [\"en\"]\n", None);
        assert!(!card(&plan, jiff::Timestamp::UNIX_EPOCH, true).unwrap().contains("<script"));
    }
}
