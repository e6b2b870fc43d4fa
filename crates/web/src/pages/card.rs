//! The card: the plan for the bad moment on paper and in one file that needs no network.

use askama::Template;
use domain::plan::{Action, ClockKind, Half, Item, Phase, Plan, Reply, Scenario, Severity};
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
}

/// Somebody on the card.
pub(crate) struct Called<'a> {
    pub name: &'a str,
    /// Telephone numbers and addresses, the first is tried first.
    pub reach: Vec<&'a str>,
    /// What they are: roles.
    pub roles: String,
}

/// One move with who makes it.
pub(crate) struct Move<'a> {
    pub text: &'a str,
    pub who: &'a str,
    pub phone: Option<&'a str>,
    pub within: Option<String>,
}

/// The card in the plan's own language, as one HTML text.
///
/// # Errors
/// Where the template cannot be written, which a test forbids.
pub fn card(plan: &Plan, now: jiff::Timestamp) -> Result<String, askama::Error> {
    let language = plan.languages.first().map_or(Language::En, |said| said.value);
    let locale = Locale::from_code(language.code()).unwrap_or(Locale::En);
    let zone = plan.zone.as_ref().and_then(jiff::tz::TimeZone::iana_name).unwrap_or("UTC");
    CardPage { words: Words::new(locale, zone, now), plan }.render()
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
        let role = domain::organisation::Role::from_code(id);
        role.map_or_else(|| id.to_owned(), |role| crate::pages::people::role_word(&self.words, role))
    }

    /// The first moves of a scenario.
    pub(crate) fn moves(&self, scenario: &Item<Scenario>) -> Vec<Move<'_>> {
        let scenario = self.plan.scenarios.iter().find(|own| own.id == scenario.id);
        let actions = scenario.map(|own| self.plan.actions_of(own)).unwrap_or_default();
        actions.into_iter().take(MOVES).map(|action| self.one(action)).collect()
    }

    fn one<'p>(&'p self, action: &'p Item<Action>) -> Move<'p> {
        let responsible = action.body.responsible.as_ref();
        let who = responsible.and_then(|name| self.plan.who(&name.value).into_iter().next());
        Move {
            text: &action.body.text,
            who: who.map_or("", |person| person.body.name.as_str()),
            phone: who.and_then(|person| person.body.phone.as_deref()),
            within: action.body.within.map(|minutes| self.length(minutes)),
        }
    }

    fn length(&self, minutes: i64) -> String {
        words::company::stretch(&self.words, minutes * 60)
    }

    /// The replies of a scenario in one phase.
    fn said(&self, scenario: &str, phase: Phase) -> Vec<&Item<Reply>> {
        self.plan.replies_of(scenario).filter(|reply| reply.body.phase == phase).collect()
    }

    /// The first words of a scenario: language and text.
    pub(crate) fn holding(&self, scenario: &Item<Scenario>) -> Vec<(&'static str, String)> {
        self.texts(self.said(&scenario.id, Phase::Holding))
    }

    /// What is answered at the counter and on the telephone: only what somebody approved.
    pub(crate) fn answers(&self, scenario: &Item<Scenario>) -> Vec<(&'static str, String)> {
        let approved = self.plan.replies_of(&scenario.id).filter(|reply| reply.body.approved_by.is_some());
        self.texts(approved.collect())
    }

    fn texts(&self, replies: Vec<&Item<Reply>>) -> Vec<(&'static str, String)> {
        let language = |reply: &Item<Reply>| reply.body.language.as_ref().map_or("und", |said| said.value.code());
        replies.into_iter().map(|reply| (language(reply), self.plan.filled(reply.body.text.value.trim()))).collect()
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
        let page = card(&plan, jiff::Timestamp::UNIX_EPOCH).unwrap();
        for wanted in ["Jeanne Martin", "tel:02079460123", "Do not eat it.", "We have read that somebody", "call 111"] {
            assert!(page.contains(wanted), "{wanted}");
        }
        for fetched in ["src=", "http://", "https://", "@import", "url(", "<script", "<link"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
    }

    #[test]
    fn a_plan_writes_no_markup() {
        let (plan, _) = read("[plan]\ntitle = \"<script>x</script>\"\nsize = \"solo\"\nlanguages = [\"en\"]\n", None);
        assert!(!card(&plan, jiff::Timestamp::UNIX_EPOCH).unwrap().contains("<script"));
    }
}
