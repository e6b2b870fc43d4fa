//! A house with somebody of every role, somebody whose end has come, and a plan that names them all.

use super::house::{HOST, House, Tenant, complained_by_mail, now};
use domain::id::{MentionId, OrganisationId, PersonId};
use domain::organisation::{Membership, Role};
use engine::hand::{self, Report};
use engine::plan::{Written, lay_over, write};
use jiff::SignedDuration;
use store::{NewPerson, NewTarget};
use web::auth::secret;

/// Somebody of our organisation.
pub struct Actor {
    pub name: String,
    /// What they are; `None` for an agency whose last day is over.
    pub role: Option<Role>,
    pub person: PersonId,
    pub token: String,
    /// A target of their own.
    pub target: i64,
}

pub struct Cast {
    pub house: House,
    pub actors: Vec<Actor>,
    /// Links for staff: ours, theirs.
    pub staff: [i64; 2],
    /// Clients whose plans lie over ours, over theirs.
    pub clients: [OrganisationId; 2],
    /// Mentions with a screenshot: ours, theirs.
    pub shots: [MentionId; 2],
}

impl Cast {
    pub async fn new() -> Self {
        let mut house = House::complained().await;
        // By mail, so that there is a mail to read.
        house.ours.complaint = complained_by_mail(&house.app, &house.ours).await;
        house.theirs.complaint = complained_by_mail(&house.app, &house.theirs).await;
        let mut actors = Vec::new();
        for role in Role::ALL {
            let until = (role == Role::Agency).then(|| now() + SignedDuration::from_hours(24));
            actors.push(actor(&house, role.code(), Some(role), Membership { role, until }).await);
        }
        let over = Membership { role: Role::Agency, until: Some(now()) };
        actors.push(actor(&house, "ended", None, over).await);
        let (mut staff, mut clients, mut shots) = ([0; 2], [OrganisationId(0); 2], [MentionId(0); 2]);
        for (at, tenant) in [&house.ours, &house.theirs].into_iter().enumerate() {
            let text = plan(&actors);
            let kept = write(&house.app.world, tenant.id, None, 0, &text, "").await.unwrap();
            assert!(matches!(kept, Written::Kept(1)));
            let (store, digest) = (&house.app.world.store, [at as u8; 32]);
            staff[at] = store.add_staff_link(tenant.id, "kitchen", digest, None, now()).await.unwrap();
            // Its number is that of the link, which keeps the tables of the rights short.
            assert_eq!(store.add_training(&digest, "", (1, 1, ""), now()).await.unwrap(), staff[at]);
            let world = &house.app.world;
            clients[at] = world.store.create_organisation("client", now()).await.unwrap().id;
            let kept = write(world, clients[at], None, 0, "[plan]\n", "").await.unwrap();
            assert!(matches!(kept, Written::Kept(1)));
            lay_over(world, clients[at], Some(tenant.id)).await.unwrap();
            shots[at] = shot(&house, tenant).await;
        }
        Self { house, actors, staff, clients, shots }
    }

    pub fn ours(&self) -> &Tenant {
        &self.house.ours
    }
}

async fn actor(house: &House, name: &str, role: Option<Role>, membership: Membership) -> Actor {
    let store = &house.app.world.store;
    let new = NewPerson {
        name: name.to_owned(),
        email: format!("{name}@{HOST}"),
        locale: "en".to_owned(),
        zone: "UTC".to_owned(),
        password_hash: "none".to_owned(),
    };
    let person = store.create_person(new, now()).await.unwrap().id;
    let until = Membership { until: Some(now() + SignedDuration::from_hours(48)), ..membership };
    // What was made while it held outlives nobody's last day.
    store.set_membership(house.ours.id, person, if role.is_none() { until } else { membership }).await.unwrap();
    let (token, digest) = secret::fresh(secret::TOKEN_PREFIX).unwrap();
    store.create_token(house.ours.id, person, name, digest, now()).await.unwrap();
    store.set_membership(house.ours.id, person, membership).await.unwrap();
    let settings = format!(r#"{{"address":"{name}@{HOST}"}}"#);
    let target = NewTarget { person, kind: "mail".to_owned(), name: name.to_owned(), settings };
    let target = store.add_target(target, now()).await.unwrap().id;
    Actor { name: name.to_owned(), role, person, token, target }
}

/// Adds a mention with a picture of what was seen.
async fn shot(house: &House, of: &Tenant) -> MentionId {
    let world = &house.app.world;
    let brand = world.store.brand(of.id, of.brand).await.unwrap();
    let picture = Some(b"\x89PNG\r\n\x1a\nx".to_vec());
    let report = Report { text: "on a wall".to_owned(), picture, ..Report::default() };
    hand::add(world, &house.app.ingest, &brand, report).await.unwrap().unwrap()
}

/// What the plan says to the public.
const POLICY: &str = "[policy]\ntext = \"Tell us.\"\n";

/// The stamp by which that is published.
pub fn policy_stamp() -> String {
    let text = format!("[plan]\nlanguages = [\"en\"]\n{POLICY}");
    domain::policy::Policy::of(&domain::plan::read(&text, None).0).unwrap().stamp()
}

/// A plan in which each of them is somebody, with a scenario to go through and words for staff.
fn plan(actors: &[Actor]) -> String {
    let people = actors
        .iter()
        .map(|actor| format!("[person.{0}]\nname = \"{0}\"\nphone = \"0600\"\nemail = \"{0}@{HOST}\"\n", actor.name));
    format!(
        "[plan]\nlanguages = [\"en\"]\n{POLICY}{}[scenario.rumour]\ntitle = \"A rumour\"\nseverity = \"crisis\"\n\
         [conduct]\ndo = [\"Listen.\"]\ndo_not = [\"Do not argue.\"]\ntell = \"owner\"\n",
        people.collect::<String>()
    )
}
