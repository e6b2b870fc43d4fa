//! Who may see which page and send which form: every route of the pages, asked by everybody.

use super::cast::{Actor, Cast, policy_stamp};
use super::house::{HOST, Tenant};
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use domain::id::PersonId;
use domain::organisation::{Right, Role};
use tower::ServiceExt;
use web::listen::Peer;

/// Whom a route lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    /// Anybody: before the login, or by a secret of its own.
    Open,
    /// Whoever is logged in; what is shown is their own, or of the organisations in which they may see it.
    Login,
    /// Who has this right in the organisation of the path, or of what the path names.
    In(Right),
    /// The same of either.
    Either(Right, Right),
    /// Who has this right in one of their organisations; the others are told that they may not.
    Some(Right),
}

/// Whom a route lets in. A route that is not listed fails the test.
fn door(method: &Method, path: &str) -> Door {
    use Right::{Audit, Configure, Inspect, ManagePeople, Read, Rehearse, Triage};
    match (method.as_str(), path) {
        (_, "/login" | "/setup" | "/setup/{step}" | "/wake/{token}" | "/confirm/{token}" | "/staff/{secret}")
        | (_, "/staff/{secret}/training" | "/staff/{secret}/training/done")
        | ("GET", "/assets/{name}" | "/manifest.webmanifest" | "/sw.js" | "/settings/people")
        | (_, "/complaint/{address}" | "/complaint/{address}/embed" | "/conversation/{secret}")
        | ("GET", "/updates/{brand}" | "/updates/{brand}/feed" | "/calendars/{secret}")
        | ("GET", "/policy/{address}")
        | (_, "/conversation/{secret}/mail" | "/conversation/{secret}/files/{n}")
        | ("POST", "/logout" | "/preferences") => Door::Open,
        ("GET", "/" | "/live" | "/mentions" | "/report" | "/reader" | "/settings")
        | ("GET", "/settings/tokens" | "/mentions/add" | "/plan")
        | (_, "/setup/phone" | "/settings/waking" | "/settings/waking/targets" | "/settings/waking/messages")
        | ("POST", "/settings/waking/targets/{id}/test" | "/settings/waking/targets/{id}/first")
        | ("POST", "/settings/waking/targets/{id}/remove") => Door::Login,
        (
            "GET",
            "/reviews"
            | "/marketing"
            | "/team"
            | "/drills"
            | "/readiness"
            | "/calendar"
            | "/sources"
            | "/settings/expert"
            | "/settings/profile"
            | "/settings/retention"
            | "/settings/budgets"
            | "/settings/rubric",
        ) => Door::Some(Inspect),
        ("GET", "/cases") => Door::Some(Read),
        ("GET", "/complaints") => Door::Some(Triage),
        ("POST", "/settings/brands" | "/settings/tokens") | ("GET", "/sources/add") => Door::Some(Configure),
        ("GET", "/brands/{id}/timeline" | "/mentions/{id}" | "/mentions/{id}/screenshot" | "/signals/{id}")
        | ("GET", "/signals/{id}/dossier" | "/plan/{organisation}" | "/plan/{organisation}/iso")
        | ("GET", "/cases/{id}" | "/cases/{id}/brief" | "/cases/{id}/review")
        | ("POST", "/drills/{id}/join")
        | ("GET", "/plan/{organisation}/export/cacao/{scenario}") => Door::In(Read),
        (
            "GET",
            "/sources/{id}" | "/sources/{id}/quarantine" | "/settings/brands/{id}" | "/settings/brands/{id}/budget",
        )
        | ("GET", "/settings/retention/{organisation}" | "/settings/budgets/{organisation}")
        | ("GET", "/settings/rubric/{organisation}" | "/settings/waking/ladder/{organisation}")
        | ("GET", "/team/{organisation}" | "/readiness/{organisation}" | "/marketing/{organisation}")
        | (
            "GET",
            "/calendar/{organisation}"
            | "/settings/profile/{organisation}"
            | "/plan/{organisation}/import"
            | "/plan/{organisation}/card",
        )
        | ("GET", "/plan/{organisation}/edit/{section}" | "/plan/{organisation}/edit/{section}/{id}")
        | ("GET", "/plan/{organisation}/export" | "/plan/{organisation}/export/base")
        | ("POST", "/calendar/{organisation}/link" | "/calendar/{organisation}/link/withdraw")
        | (
            "GET",
            "/cases/{id}/sheet" | "/cases/{id}/repair" | "/cases/{id}/wash" | "/settings/brands/{id}/complaints",
        )
        | ("GET", "/settings/brands/{id}/policy")
        | ("GET", "/drills/{id}" | "/drills/{id}/live" | "/drills/{id}/cases/{n}" | "/drills/{id}/cases/{n}/folder")
        | ("POST", "/team/{organisation}/confirm") => Door::In(Inspect),
        ("GET", "/cases/{id}/export") => Door::Either(Triage, Audit),
        ("POST", "/mentions/{id}/answer/{what}") => Door::In(Triage),
        ("POST", "/drills" | "/drills/{id}/{order}") => Door::In(Rehearse),
        ("GET", "/complaints/{id}" | "/complaints/{id}/files/{n}" | "/complaints/{id}/mails/{n}")
        | ("POST", "/mentions/triage" | "/mentions/add" | "/signals/{id}/acknowledge" | "/signals/{id}/dismiss")
        | ("POST", "/complaints/{id}/answer" | "/complaints/{id}/assign" | "/complaints/{id}/close")
        | ("POST", "/cases" | "/cases/{id}/{what}" | "/cases/{id}/repair/{what}" | "/cases/{id}/wash")
        | (_, "/cases/{id}/lesson")
        | ("GET", "/cases/{id}/night" | "/cases/{id}/earlier")
        | ("POST", "/complaints/{id}/reopen" | "/complaints/{id}/let-in" | "/complaints/{id}/let-go")
        | ("POST", "/marketing/{organisation}/schedule" | "/marketing/{organisation}/posts/{id}/change")
        | ("POST", "/marketing/{organisation}/posts/{id}/label" | "/marketing/{organisation}/posts/{id}/thaw")
        | ("POST", "/signals/{id}/reported" | "/signals/{id}/severity") => Door::In(Triage),
        ("POST", "/team/{organisation}/invite" | "/team/{organisation}/invitations/{id}/take-back")
        | ("POST", "/team/{organisation}/members/{person}" | "/team/{organisation}/members/{person}/remove")
        | ("POST", "/team/{organisation}/members/{person}/drills") => Door::In(ManagePeople),
        ("GET", "/settings/brands/{id}/try" | "/plan/{organisation}/approve" | "/marketing/{organisation}/tools") => {
            Door::In(Configure)
        }
        // The form names the owner: the other roles that keep the plan approve as themselves only.
        ("POST", "/plan/{organisation}/approve") => Door::In(Rehearse),
        ("POST", path)
            if ["/settings/brands/{id}", "/settings/tokens/{id}", "/settings/retention/", "/settings/budgets/"]
                .iter()
                .chain(&["/settings/profile/", "/sources"])
                .chain(&["/settings/rubric/", "/settings/waking/ladder/", "/plan/{organisation}"])
                .chain(&["/team/{organisation}/", "/readiness/{organisation}/", "/marketing/{organisation}/accounts"])
                .chain(&["/marketing/{organisation}/tools", "/reviews/{organisation}/"])
                .any(|room| path.starts_with(room)) =>
        {
            Door::In(Configure)
        }
        other => panic!("{other:?} is not in the table: say whom it lets in"),
    }
}

/// A form that does it, or at least is read.
fn form(path: &str, of: &Tenant) -> String {
    match path {
        "/mentions/triage" => format!("mention={}&action=done", of.mention),
        "/signals/{id}/dismiss" => "reason=too-small".to_owned(),
        "/signals/{id}/reported" => "subject=calls&value=3&note=".to_owned(),
        "/signals/{id}/severity" => "severity=crisis&reason=the+mayor".to_owned(),
        "/settings/brands" => "name=New&role=own".to_owned(),
        "/settings/brands/{id}" => "name=New&role=own&zone=UTC&own_accounts=".to_owned(),
        "/settings/brands/{id}/queries" | "/settings/brands/{id}/queries/{query}" => "name=n&text=acme".to_owned(),
        "/settings/brands/{id}/budget" | "/settings/brands/{id}/budget/calibrate" => {
            "notice=month&alert=half_year".to_owned()
        }
        "/settings/tokens" | "/team/{organisation}/links" => "name=robot".to_owned(),
        "/plan/{organisation}" => "version=1&text=x&why=".to_owned(),
        "/reviews/{organisation}/letterhead" => "name=Agency&colour=%23123456".to_owned(),
        "/plan/{organisation}/approve" => "version=1&by=owner&until=2027-01-01".to_owned(),
        "/plan/{organisation}/edit/{section}" => "id=new".to_owned(),
        "/plan/{organisation}/edit/{section}/{id}" => "field=name&was-name=owner&f-name=Jo".to_owned(),
        "/plan/{organisation}/edit/{section}/{id}/without" => "version=1".to_owned(),
        "/cases" => format!("key=tap&brand={}-{}&said=smoke", of.id, of.brand),
        "/cases/{id}/{what}" => "key=n&text=a+note&visibility=internal".to_owned(),
        "/cases/{id}/repair/{what}" => "key=n&text=a+measure".to_owned(),
        "/cases/{id}/wash" => "key=n&at=1&question=missing&text=a+sign".to_owned(),
        "/cases/{id}/lesson" => "key=n&place=person.owner&text=sooner&field=name&was-name=x&f-name=y".to_owned(),
        "/drills" => format!("organisation={}&pack=nothing&pace=4&seed=1", of.id),
        "/drills/{id}/{order}" => "text=seen".to_owned(),
        "/complaints/{id}/answer" => "text=Sorry.&seen=1".to_owned(),
        "/settings/brands/{id}/complaints" => "open=yes&address=acme&phone=02+40+00+00+00&sites=".to_owned(),
        "/settings/brands/{id}/policy" => format!("stamp={}&address=", policy_stamp()),
        "/plan/{organisation}/begin" => "kind=shop&language=en".to_owned(),
        "/team/{organisation}/invite" | "/team/{organisation}/members/{person}" => "role=lead&until=".to_owned(),
        "/readiness/{organisation}/rehearsed" => "scenario=rumour".to_owned(),
        "/setup/phone" | "/settings/waking/targets" => format!("kind=mail&place=new@{HOST}&name=n&topic=&token="),
        "/settings/waking" => "from=22:00&to=07:00&half_hour=1&day=2&brand_day=1".to_owned(),
        "/staff/{secret}/training" | "/staff/{secret}/training/done" => "seed=1&mark=&given=&answer=0".to_owned(),
        "/marketing/{organisation}/schedule" => format!("account={}&text=Bread&at=2040-01-01T00:00", of.account),
        "/marketing/{organisation}/posts/{id}/change" => {
            format!("version={}&text=Rolls&at=2040-01-01T00:00", of.post_version)
        }
        "/marketing/{organisation}/posts/{id}/label" => format!("version={}&label=recall", of.post_version),
        "/marketing/{organisation}/posts/{id}/thaw" => format!("version={}&thaw=withdraw", of.post_version),
        "/marketing/{organisation}/accounts" => "server=https%3A%2F%2Fm.example&token=t".to_owned(),
        "/marketing/{organisation}/tools" => "server=https%3A%2F%2Fp.example%2Fapi&token=t".to_owned(),
        "/marketing/{organisation}/tools/{id}/channels" => {
            format!("channel=free-{0}&to={0}-{1}", of.id, of.brand)
        }
        "/settings/profile/{organisation}" => {
            "size=team&country=NL&first=1&last=6&from=9:00&until=18:00&zone=Europe/Amsterdam&language=nl".to_owned()
        }
        "/sources/{id}/change" => "change=pause".to_owned(),
        "/sources" => format!("of={}-0&kind=webhook&name=till", of.id),
        "/preferences" => "locale=en&theme=auto".to_owned(),
        _ => String::new(),
    }
}

/// The path with the ids of a tenant, the first or the second of the cast.
fn filled(path: &str, cast: &Cast, nth: usize, target: i64) -> String {
    let of = [&cast.house.ours, &cast.house.theirs][nth];
    let id = match path {
        _ if path.ends_with("/screenshot") => cast.shots[nth].to_string(),
        _ if path.starts_with("/brands") || path.starts_with("/settings/brands") => of.brand.to_string(),
        _ if path.starts_with("/mentions") => of.mention.to_string(),
        _ if path.starts_with("/signals") => of.signal.clone(),
        _ if path.starts_with("/sources") => of.source_id().to_string(),
        _ if path.starts_with("/settings/tokens") => of.token_id.to_string(),
        _ if path.starts_with("/settings/waking/targets") => target.to_string(),
        _ if path.contains("/posts/") => of.post.to_string(),
        _ if path.contains("/tools/") => of.tool.to_string(),
        _ if path.contains("/accounts/") => of.account.to_string(),
        _ if path.contains("/links/") || path.contains("/trainings/") => cast.staff[nth].to_string(),
        _ if path.starts_with("/cases") => of.case.to_string(),
        _ if path.starts_with("/drills") => of.drill.to_string(),
        _ if path.starts_with("/complaints") => of.complaint.to_string(),
        _ if path.contains("/edit/") => "owner".to_owned(),
        _ => of.invitation.to_string(),
    };
    let parts = [
        ("{organisation}", of.id.to_string()),
        ("{query}", of.query.to_string()),
        ("{person}", of.reading.to_string()),
        ("{id}", id),
        ("{step}", "size".to_owned()),
        ("{token}", "nobody".to_owned()),
        ("{secret}", "nobody".to_owned()),
        ("{name}", "nothing.css".to_owned()),
        ("{address}", "nobody".to_owned()),
        ("{section}", "person".to_owned()),
        ("repair/{what}", "repair/word".to_owned()),
        ("{what}", if path.starts_with("/mentions") { "claim" } else { "note" }.to_owned()),
        ("{brand}", "99".to_owned()),
        ("{client}", cast.clients[nth].to_string()),
        ("{scenario}", "rumour".to_owned()),
        ("{order}", "note".to_owned()),
        ("{n}", "1".to_owned()),
    ];
    parts.into_iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, &value))
}

/// What a knock came to: status, where it leads, and what a page shows.
struct Came {
    status: StatusCode,
    led: String,
    body: String,
}

impl Came {
    fn is_in(&self) -> bool {
        !self.led.starts_with("/login")
            && (self.status.is_success()
                || self.status.is_redirection()
                // Let in, and what was sent is not to be done.
                || matches!(self.status.as_u16(), 409 | 415 | 422))
    }

    fn is_denied(&self) -> bool {
        matches!(self.status.as_u16(), 403 | 404)
    }

    fn is_sent_to_the_login(&self) -> bool {
        self.status == 401 || self.led.starts_with("/login")
    }
}

async fn knock(cast: &Cast, method: &Method, path: &str, cookie: Option<&str>, form: &str) -> Came {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
    request = request.header(header::ORIGIN, format!("https://{HOST}"));
    let multipart = path == "/mentions/add" && method == Method::POST;
    let kind = if multipart { "multipart/form-data; boundary=x" } else { "application/x-www-form-urlencoded" };
    request = request.header(header::CONTENT_TYPE, kind);
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    let mut request = request.body(Body::from(form.to_owned())).unwrap();
    let peer = std::net::SocketAddr::from(([127, 0, 0, 1], 50_000));
    request.extensions_mut().insert(ConnectInfo(Peer(peer)));
    let answer = cast.house.router().oneshot(request).await;
    let (parts, body) = answer.unwrap().into_parts();
    let led = parts.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
    // The live line never ends.
    let body = if path == "/live" { Vec::new() } else { to_bytes(body, usize::MAX).await.unwrap().to_vec() };
    Came { status: parts.status, led, body: String::from_utf8_lossy(&body).into_owned() }
}

/// A report by hand about a brand.
fn report(of: &Tenant) -> String {
    let part =
        |name: &str, value: &str| format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    format!("{}{}--x--\r\n", part("brand", &of.brand.to_string()), part("text", "on the radio"))
}

/// What only the other organisation's people may read.
const THEIRS: [&str; 9] = [
    "Brand of theirs",
    "hook of theirs",
    "theirs-owner",
    "theirs-reader",
    "mail of theirs",
    "marketing of theirs",
    "acct-of-theirs",
    "drill of theirs",
    "tool of theirs",
];
/// What a client does not see: how the house works.
const INSIDE: [&str; 2] = ["ours-reader@", "ours-owner@"];

struct Rig {
    cast: Cast,
    cookies: Vec<String>,
}

impl Rig {
    async fn new() -> Self {
        let cast = Cast::new().await;
        let mut cookies = Vec::new();
        for Actor { person, .. } in &cast.actors {
            cookies.push(cast.house.session(PersonId(person.0)).await);
        }
        Self { cast, cookies }
    }
}

#[tokio::test]
async fn every_route_of_the_pages_lets_in_whom_it_should() {
    let routes = web::routes::all();
    assert!(routes.len() >= 90, "the pages lost routes: {}", routes.len());
    let (mut asked, mut wrong) = (0, Vec::new());
    let mut rig = Rig::new().await;
    let mut before = rig.cast.house.app.world.store.dump().await.unwrap();
    for (method, path) in &routes {
        let door = door(method, path);
        let mut changed = false;
        for at in (0..=rig.cast.actors.len()).rev() {
            let Rig { cast, cookies } = &rig;
            let (ours, theirs) = (&cast.house.ours, &cast.house.theirs);
            let actor = cast.actors.get(at);
            let (name, role) = actor.map_or(("nobody", None), |actor| (actor.name.as_str(), actor.role));
            let target = actor.map_or(0, |actor| actor.target);
            let own = filled(path, cast, 0, target);
            let cookie = cookies.get(at).map(String::as_str);
            let sent = |of: &Tenant| if *path == "/mentions/add" { report(of) } else { form(path, of) };
            let may = match (door, role) {
                (Door::Open, _) => true,
                (Door::Login, role) => role.is_some(),
                (Door::In(right) | Door::Some(right), role) => role.is_some_and(|role| role.may(right)),
                (Door::Either(one, other), role) => role.is_some_and(|role| role.may(one) || role.may(other)),
            };
            let what = format!("{method} {path} by {name}");
            // Of another organisation first: nothing of it is there for anybody of ours.
            if let (Door::In(_) | Door::Either(..), Some(_)) = (door, role) {
                let elsewhere = filled(path, cast, 1, theirs.targets[0]);
                // A report and a form that names what it is about have no other's path; they name what is another's.
                let came = knock(cast, method, &elsewhere, cookie, &sent(theirs)).await;
                asked += 1;
                let nothing = path.ends_with("/triage") && came.is_in();
                if !(came.status == 404 || nothing || (!may && came.status == 403)) {
                    wrong.push(format!("{what} of another organisation: {}", came.status));
                }
                if method == Method::POST && cast.house.app.world.store.dump().await.unwrap() != before {
                    wrong.push(format!("{what} of another organisation changed something"));
                }
            }
            let came = knock(cast, method, &own, cookie, &sent(ours)).await;
            asked += 1;
            let right = match (may, role, door) {
                (true, ..) if path.contains("/export/") => came.status == 404,
                (true, _, Door::Open) => came.is_in() || came.status == 404 || came.led == "/login",
                (true, ..) => came.is_in(),
                (false, None, _) => came.is_sent_to_the_login(),
                (false, Some(_), _) => came.is_denied(),
            };
            if !right {
                wrong.push(format!("{what}: {} → {}", came.status, came.led));
            }
            if let Some(seen) = THEIRS.iter().find(|mark| came.body.contains(**mark)) {
                wrong.push(format!("{what} shows {seen}"));
            }
            let inside = INSIDE.iter().chain(path.starts_with("/s").then_some(&"hook of ours"));
            // Who is in the team.
            let inside = inside.chain(path.starts_with("/mentions").then_some(&">executive</option>"));
            if let Some(seen) = inside.into_iter().find(|mark| role == Some(Role::Client) && came.body.contains(**mark))
            {
                wrong.push(format!("{what} shows a client {seen}"));
            }
            let now_is = cast.house.app.world.store.dump().await.unwrap();
            if now_is != before {
                if !may && door != Door::Open {
                    wrong.push(format!("{what} changed something"));
                }
                changed = true;
                before = now_is;
            }
            // What one did must not stand in the way of the next.
            if changed && method == Method::POST {
                rig = Rig::new().await;
                before = rig.cast.house.app.world.store.dump().await.unwrap();
                changed = false;
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    println!("{} routes × {} people and nobody: {asked} requests, 0 unexpected", routes.len(), rig.cast.actors.len());
}
