//! The team of an organisation: what each is and until when, whether they can be woken and are reached as the plan says, and who can be
//! reached tonight.

use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use domain::organisation::{Membership, Right, Role};
use domain::plan::{Coverage, Held};
use domain::readiness::Contact;
use domain::training::Part;
use engine::practice::Standing;
use engine::team::{Mate, Team, Way};
use engine::waking::Reached;
use jiff::Timestamp;
use store::{StaffLink, Trained};
use words::Words;
use words::plan::{house_role as role_word, role as plan_role};

/// The team of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "team.html")]
pub struct TeamPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The reader's other organisations: id, name.
    pub others: Vec<(i64, String)>,
    /// The reader.
    pub reader: i64,
    /// The team.
    pub team: Team,
    /// What the reader may do here.
    pub rights: Vec<Right>,
    /// The invitations that nobody has followed yet, where the reader may see them.
    pub waiting: Vec<InvitationView>,
    /// The links for staff, where the reader may see them.
    pub links: Vec<StaffLink>,
    /// What each person of the plan with a role showed.
    pub practice: Vec<Standing>,
    /// Who of the staff was trained, the last first.
    pub trained: Vec<Trained>,
    /// A link made a moment ago, shown this once.
    pub fresh: Option<Fresh>,
    /// What was refused; nothing was changed.
    pub refused: Option<Refused>,
}

/// A link made a moment ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// By which one person makes themselves a login.
    Invitation(String),
    /// By which staff read how to behave.
    Staff(String),
}

/// What was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nobody would have been left to own the organisation.
    Ownerless,
    /// An agency without its last day.
    WithoutEnd,
    /// A last day that is over.
    Past,
    /// Their membership ended meanwhile.
    Ended,
    /// The plan names nobody with the reader's address.
    NotInPlan,
}

/// One invitation that nobody has followed yet.
#[derive(Clone, Debug)]
pub struct InvitationView {
    /// Its id.
    pub id: i64,
    /// What who follows it will be, and until when.
    pub membership: Membership,
    /// Who invites; `None` for the command line.
    pub by: Option<String>,
    /// From then on it opens nothing.
    pub expires_at: Timestamp,
}

/// What a role may do, the most it may.
fn may_word(words: &Words, role: Role) -> String {
    words.say(match () {
        () if role.may(Right::ManagePeople) => "person-may-all",
        () if role.may(Right::Configure) => "person-may-configure",
        () if role == Role::Agency => "person-may-until",
        () if role.may(Right::Triage) => "person-may-triage",
        () if role.may(Right::Audit) => "person-may-audit",
        () if role.may(Right::Inspect) => "person-may-read",
        () => "person-may-see",
    })
}

/// What is said of a link made a moment ago, and the link.
pub(crate) struct Shown<'a> {
    pub said: String,
    pub link: &'a str,
}

/// One cell of the table of nights.
pub(crate) struct Cell {
    pub mark: char,
    pub said: String,
}

impl TeamPage {
    pub(crate) fn may(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }

    pub(crate) fn may_manage(&self) -> bool {
        self.may(Right::ManagePeople)
    }

    pub(crate) fn may_configure(&self) -> bool {
        self.may(Right::Configure)
    }

    /// What somebody is, their last day and their roles in the plan.
    pub(crate) fn is(&self, mate: &Mate) -> String {
        let mut said = vec![role_word(&self.words, mate.membership.role)];
        said.extend(mate.membership.until.map(|end| self.ends(end)));
        let others = mate.roles.iter().filter(|role| *role != mate.membership.role.code());
        let others: Vec<String> = others.map(|role| plan_role(&self.words, role)).collect();
        if !others.is_empty() {
            said.push(self.words.name("team-in-plan", &others.join(", ")));
        }
        said.join(" · ")
    }

    fn ends(&self, end: Timestamp) -> String {
        let id = if end <= self.words.now() { "team-ended" } else { "team-until" };
        self.words.tell(id, &[("when", self.words.date(last_moment(end)).as_str().into())])
    }

    /// The login, where the reader may know it.
    pub(crate) fn email<'m>(&self, mate: &'m Mate) -> Option<&'m str> {
        self.may(Right::Audit).then_some(mate.person.email.as_str())
    }

    pub(crate) fn reached_word(&self, mate: &Mate) -> String {
        self.words.say(match mate.reached {
            Reached::NoTarget => "reached-no-target",
            Reached::Failing => "reached-failing",
            Reached::Untried => "reached-untried",
            Reached::Tapped => "reached-tapped",
        })
    }

    /// Its shape.
    pub(crate) fn mark(&self, mate: &Mate) -> char {
        match mate.reached {
            Reached::NoTarget | Reached::Failing => '✕',
            Reached::Untried => '◆',
            Reached::Tapped => '●',
        }
    }

    pub(crate) fn has_ended(&self, mate: &Mate) -> bool {
        !mate.membership.holds(self.words.now())
    }

    /// Whether somebody said that they are reached as the plan has it, with its shape.
    pub(crate) fn way(&self, mate: &Mate) -> Option<(char, String)> {
        let Way { state, at, .. } = mate.contact.as_ref()?;
        let (mark, id) = match state {
            Contact::NoLogin | Contact::Never => ('✕', "team-never"),
            Contact::Changed => ('◆', "team-changed"),
            Contact::Stale => ('◆', "team-stale"),
            Contact::Confirmed => ('●', "team-confirmed"),
        };
        let when = at.map(|at| self.words.date(at)).unwrap_or_default();
        Some((mark, self.words.tell(id, &[("when", when.as_str().into())])))
    }

    /// How the reader is reached as the plan has it, where they have not said so lately.
    pub(crate) fn own_way(&self) -> Option<&str> {
        let own = self.team.mates.iter().find(|mate| mate.person.id.0 == self.reader)?.contact.as_ref()?;
        (own.state != Contact::Confirmed && !own.contact.is_empty()).then_some(own.contact.as_str())
    }

    /// Whether somebody is to be asked.
    pub(crate) fn somebody_to_ask(&self) -> bool {
        let unsure = |mate: &Mate| mate.contact.as_ref().is_some_and(|way| way.state != Contact::Confirmed);
        self.may_configure() && self.team.mates.iter().any(|mate| !self.has_ended(mate) && unsure(mate))
    }

    pub(crate) fn coverage(&self) -> Option<&Coverage> {
        self.team.coverage.as_ref().filter(|coverage| !coverage.now.is_empty())
    }

    pub(crate) fn role(&self, id: &str) -> String {
        plan_role(&self.words, id)
    }

    /// What the table shows, with the clock it goes by.
    pub(crate) fn coverage_lead(&self, coverage: &Coverage) -> String {
        self.words.name("team-coverage-lead", &coverage.zone)
    }

    /// The evening of a night, short.
    pub(crate) fn evening(&self, night: &domain::plan::Night) -> String {
        let noon = night.evening.at(12, 0, 0, 0).to_zoned(self.words.zone().clone());
        noon.map_or_else(|_| night.evening.to_string(), |noon| self.words.date(noon.timestamp()))
    }

    /// Who of a role can be reached now.
    pub(crate) fn now(&self, people: &[String]) -> Cell {
        match people {
            [] => Cell { mark: '✕', said: self.words.say("team-nobody") },
            people => Cell { mark: '●', said: self.named(people) },
        }
    }

    /// Who of a role can be reached in a night, and from when to when nobody.
    pub(crate) fn night(&self, held: &Held) -> Cell {
        if held.is_empty() {
            return Cell { mark: '✕', said: self.words.say("team-nobody") };
        }
        let named = self.named(&held.people);
        match held.holes.first() {
            None => Cell { mark: '●', said: named },
            Some(hole) => {
                let clock = |at: jiff::civil::DateTime| at.strftime("%H:%M").to_string();
                let (from, until) = (clock(hole.from), clock(hole.until));
                let args =
                    [("who", named.as_str().into()), ("from", from.as_str().into()), ("until", until.as_str().into())];
                Cell { mark: '◆', said: self.words.tell("team-hole", &args) }
            }
        }
    }

    fn named(&self, people: &[String]) -> String {
        let name = |id: &String| self.team.names.get(id).unwrap_or(id).clone();
        people.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn without_login(&self) -> Option<String> {
        let names = self.team.without_login.join(", ");
        (!names.is_empty()).then(|| self.words.name("team-without-login", &names))
    }

    /// When the team's composition was looked at last.
    pub(crate) fn reviewed(&self) -> String {
        match self.team.reviewed {
            None => self.words.say("team-review-never"),
            Some(at) => {
                let id = match self.is_to_be_reviewed() {
                    true if self.team.is_before_case() => "team-review-case",
                    true => "team-review-old",
                    false => "team-review-done",
                };
                self.words.tell(id, &[("when", self.words.date(at).as_str().into())])
            }
        }
    }

    pub(crate) fn is_to_be_reviewed(&self) -> bool {
        self.team.is_to_be_reviewed(self.words.now())
    }

    pub(crate) fn refusal(&self) -> Option<String> {
        self.refused.map(|refused| {
            self.words.say(match refused {
                Refused::Ownerless => "people-ownerless",
                Refused::WithoutEnd => "team-needs-end",
                Refused::Past => "team-past",
                Refused::Ended => "team-gone",
                Refused::NotInPlan => "team-not-in-plan",
            })
        })
    }

    /// Every role, the one of this code chosen, with what it may do.
    pub(crate) fn roles(&self, chosen: Role) -> Vec<Choice> {
        let label = |role| format!("{} – {}", role_word(&self.words, role), may_word(&self.words, role));
        let choice = |role: Role| Choice { value: role.code().to_owned(), label: label(role), chosen: role == chosen };
        Role::ALL.map(choice).into()
    }

    /// The roles for somebody new, who only reads unless told.
    pub(crate) fn roles_of_new(&self) -> Vec<Choice> {
        self.roles(Role::ReadOnly)
    }

    /// The last day as a form takes it; empty without an end.
    pub(crate) fn last_day(&self, mate: &Mate) -> String {
        let day = |end| last_moment(end).to_zoned(self.words.zone().clone()).date().to_string();
        mate.membership.until.filter(|_| !self.has_ended(mate)).map(day).unwrap_or_default()
    }

    pub(crate) fn invited_as(&self, invitation: &InvitationView) -> String {
        let Membership { role, until } = invitation.membership;
        let role = role_word(&self.words, role);
        until.map_or(role.clone(), |end| format!("{role} · {}", self.ends(end)))
    }

    pub(crate) fn invited_by(&self, invitation: &InvitationView) -> String {
        let (until, console) = (invitation.expires_at, || self.words.say("retention-console"));
        let by = invitation.by.clone().unwrap_or_else(console);
        let when = format!("{}, {}", self.words.date(until), self.words.time(until));
        self.words.tell("people-waits", &[("who", by.as_str().into()), ("when", when.as_str().into())])
    }

    pub(crate) fn shown(&self) -> Option<Shown<'_>> {
        Some(match self.fresh.as_ref()? {
            Fresh::Invitation(link) => {
                Shown { said: self.words.count("people-fresh", crate::auth::doorstep::LASTS.as_hours()), link }
            }
            Fresh::Staff(link) => Shown { said: self.words.say("staff-fresh"), link },
        })
    }

    /// The parts of the training.
    pub(crate) fn parts(&self) -> [String; 3] {
        Part::ALL.map(|part| words::training::part(&self.words, part))
    }

    /// When somebody last showed each part.
    pub(crate) fn showed(&self, standing: &Standing) -> [Cell; 3] {
        Part::ALL.map(|part| match standing.status.get(&part) {
            Some(at) => Cell { mark: '●', said: self.words.date(*at) },
            None => Cell { mark: '✕', said: self.words.say("practice-not") },
        })
    }

    /// Who was trained, where they said so.
    pub(crate) fn trainee(&self, one: &Trained) -> String {
        if one.name.is_empty() { self.words.say("training-unnamed") } else { one.name.clone() }
    }

    /// By which link, when, and how many answers were the plan's.
    pub(crate) fn training(&self, one: &Trained) -> String {
        let when = format!("{}, {}", self.words.date(one.at), self.words.time(one.at));
        let (right, asked) = (self.words.number(one.correct), self.words.number(one.asked));
        format!("{} · {when} · {right}/{asked}", one.link)
    }

    pub(crate) fn made(&self, link: &StaffLink) -> String {
        self.words.tell("staff-made", &[("when", self.words.date(link.created_at).as_str().into())])
    }
}

/// The last moment before an end: its day is the last day.
fn last_moment(end: Timestamp) -> Timestamp {
    end.saturating_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(end)
}
