//! The plan by API: kept in versions, never over somebody else's.

use super::house::{House, now};
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::organisation::Role;
use domain::plan::{Code, Finding, Kind, Owner, Weight, shipped};
use engine::plan as plans;
use serde_json::{Value, json};

#[tokio::test]
async fn a_plan_is_written_over_the_version_that_was_read() {
    let house = House::new().await;
    let write = async |version: i64, text: &str| {
        let body = json!({ "version": version, "text": text, "why": "names" });
        house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(body)).await
    };
    assert_eq!(house.get(&house.path("/plan")).await.json()["version"], json!(0));
    let shop = shipped(Kind::Shop, text::Language::En).unwrap();
    let first = write(0, shop).await;
    assert_eq!((first.status.as_u16(), first.json()["version"].clone()), (200, json!(1)));
    let read = house.get(&house.path("/plan")).await.json();
    assert_eq!((&read["text"], &read["why"]), (&json!(shop), &json!("names")));
    let weights: Vec<&Value> = read["findings"].as_array().unwrap().iter().map(|found| &found["weight"]).collect();
    assert!(!weights.is_empty() && weights.iter().all(|weight| **weight == json!("note")), "{read}");
    // Somebody else writes; whoever read the first version keeps nothing and is told.
    let theirs = format!("{shop}\n[test.theirs]\ntext = \"Theirs\"\n");
    assert_eq!(write(1, &theirs).await.json()["version"], json!(2));
    let ours = format!("{shop}\n[test.ours]\ntext = \"Ours\"\n");
    let late = write(1, &ours).await;
    assert_eq!(late.status, 409);
    let late = late.json();
    assert_eq!(
        (&late["kept"], &late["version"], &late["theirs"][0]["id"]),
        (&json!(false), &json!(2), &json!("theirs"))
    );
    let both = late["both"].as_str().unwrap().to_owned();
    assert!(both.contains("[test.theirs]") && both.contains("[test.ours]"));
    assert_eq!(house.get(&house.path("/plan")).await.json()["text"], json!(theirs), "nothing was kept");
    assert_eq!(write(2, &both).await.json()["version"], json!(3));
    assert_eq!(write(3, &both).await.json()["version"], json!(3), "the same again is no version");
    assert_eq!(write(3, &"#".repeat(1_000_001)).await.status.as_u16() / 100, 4);
    assert_eq!(write(-1, "x").await.status.as_u16(), 409);
}

#[tokio::test]
async fn changes_of_different_fields_are_both_kept_and_of_the_same_one_only_the_first() {
    let house = House::new().await;
    let put = json!({ "version": 0, "text": shipped(Kind::Shop, text::Language::En).unwrap() });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(put)).await;
    let change = async |version: i64, section: &str, id: &str, field: &str, to: &str| {
        let change = json!({ "section": section, "id": id, "field": field, "to": to });
        let body = json!({ "version": version, "changes": [change] });
        house.ask(Method::PATCH, &house.path("/plan"), Some(&house.ours.token), Some(body)).await
    };
    assert_eq!(change(1, "action", "capture", "within", "20 min").await.json()["version"], json!(2));
    // Made from version 1 too, of another field: laid into what holds now.
    assert_eq!(change(1, "person", "friend", "name", "Ann").await.json()["version"], json!(3));
    let late = change(1, "action", "capture", "within", "5 min").await;
    assert_eq!((late.status.as_u16(), &late.json()["kept"]), (409, &json!(false)));
    // Who says the same is of one mind.
    assert_eq!(change(1, "action", "capture", "within", "20 min").await.json()["version"], json!(3));
    let text = house.get(&house.path("/plan")).await.json()["text"].as_str().unwrap().to_owned();
    assert!(
        text.contains("within = \"20 min\"")
            && text.contains("name = \"Ann\"")
            && text.contains("# The plan of a shop")
    );
    let broken = json!({ "version": 3, "text": "[plan\n" });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(broken)).await;
    let refused = change(4, "person", "friend", "name", "Bo").await;
    assert!(
        refused.status.is_client_error() && refused.json()["detail"].as_str().unwrap().contains("nothing was changed")
    );
    let many = json!({ "version": 4, "changes": vec![json!({ "section": "x" }); 1_001] });
    let many = house.ask(Method::PATCH, &house.path("/plan"), Some(&house.ours.token), Some(many)).await;
    assert!(many.status.is_client_error());
}

#[tokio::test]
async fn nobody_lays_a_plan_over_one_that_is_not_theirs() {
    let house = House::new().await;
    let lay = async |over: Value| {
        let body = json!({ "organisation": over });
        house.ask(Method::PUT, &house.path("/plan/base"), Some(&house.ours.token), Some(body)).await.status.as_u16()
    };
    assert_eq!(lay(json!(house.theirs.id.0)).await, 404);
    assert_eq!(lay(json!(house.ours.id.0)).await / 100, 4);
    assert_eq!(lay(Value::Null).await, 204);
    // A token is of one organisation; with one of the other's too, of the same person who may there, it is done.
    let (world, ours, theirs) = (&house.app.world, &house.ours, &house.theirs);
    let owner = Owner { page: Some(String::new()), ..Owner::default() };
    plans::begin(world, theirs.id, None, (Kind::Agency, text::Language::En), None, &owner).await.unwrap();
    let with = async |token: &str| {
        let body = json!({ "organisation": theirs.id.0, "token": token });
        house.ask(Method::PUT, &house.path("/plan/base"), Some(&ours.token), Some(body)).await.status.as_u16()
    };
    assert_eq!(with(&theirs.token).await, 404, "somebody else's token proves nothing of ours");
    assert_eq!(with("vig_none").await, 401);
    let (reads, owns) = ("vig_reads_there", "vig_owns_there");
    for (role, token, status) in [(Role::Client, reads, 403), (Role::Owner, owns, 204)] {
        world.store.set_membership(theirs.id, ours.owner, role).await.unwrap();
        world.store.create_token(theirs.id, ours.owner, token, web::auth::secret::digest(token), now()).await.unwrap();
        assert_eq!(with(token).await, status, "{role:?}");
    }
    let base = plans::base(world, ours.id).await.unwrap().unwrap();
    assert_eq!(base.organisation, theirs.id);
    let text = plans::of(world, theirs.id).await.unwrap().unwrap().version.text;
    assert!(text.contains("page = \"\"") && !text.contains("belvedere.example/complaints"), "no example is left");
}

#[tokio::test]
async fn a_clients_plan_follows_its_agencys() {
    let house = House::new().await;
    let (world, agency, client) = (&house.app.world, house.theirs.id, house.ours.id);
    let english = text::Language::En;
    // The client's private channel is shut: no page to complain is known.
    let owner = Owner { brand: Some("Dunes".to_owned()), page: Some(String::new()), ..Owner::default() };
    let begin = async |base| plans::begin(world, client, None, (Kind::Client, english), base, &owner).await;
    assert!(begin(None).await.is_err() && begin(Some(agency)).await.is_err(), "the agency has no plan yet");
    plans::begin(world, agency, None, (Kind::Agency, english), None, &owner).await.unwrap();
    let begun = begin(Some(agency)).await.unwrap();
    assert_eq!((begun.version, begun.names_only), (1, false));
    let kept = plans::of(world, client).await.unwrap().unwrap();
    assert!(kept.version.text.lines().count() > 200, "the example that ships: {}", kept.version.text);
    let is_heavy = |found: &&Finding| found.code.weight() != Weight::Note && found.code != Code::UnknownBlank;
    let heavy = kept.findings.iter().filter(is_heavy).count();
    assert_eq!((heavy, kept.base.as_ref().map(|base| base.organisation)), (0, Some(agency)));
    assert!(
        kept.plan.actions.len() > 10 && kept.version.text.matches("[action.").count() < 5,
        "the actions are the agency's"
    );
    // Who only asks what the plan says is told both too: the team, tonight, the card for staff.
    let said = plans::said(world, client).await.unwrap().unwrap();
    assert_eq!((said.roles.len(), said.actions.len()), (kept.plan.roles.len(), kept.plan.actions.len()));
    // What the agency changes holds for the client at once.
    let lead = &kept.plan.actions[0];
    let change = domain::plan::Change {
        section: "action".to_owned(),
        id: Some(lead.id.clone()),
        field: Some("text".to_owned()),
        from: None,
        to: Some(domain::plan::Written::Text("The agency's new words.".to_owned())),
    };
    plans::edit(world, agency, None, 1, &[change], "").await.unwrap();
    let now = plans::of(world, client).await.unwrap().unwrap();
    assert_eq!(now.plan.actions[0].body.text, "The agency's new words.");
    // One deep, and no way round.
    assert!(plans::lay_over(world, agency, Some(client)).await.is_err());
    // An agency whose plan is emptied leaves a plan that says where it fails, and nothing of the client's is lost.
    plans::write(world, agency, None, 2, "", "").await.unwrap();
    let alone = plans::of(world, client).await.unwrap().unwrap();
    assert!(alone.findings.iter().any(|found| found.code == Code::MissingField));
    assert_eq!(alone.version.text, kept.version.text);
    plans::lay_over(world, client, None).await.unwrap();
    assert!(plans::of(world, client).await.unwrap().unwrap().base.is_none());
}

#[tokio::test]
async fn a_plan_begins_with_what_the_set_up_knows_and_its_page_follows_the_channel() {
    let house = House::new().await;
    let (world, own) = (&house.app.world, house.ours.id);
    let cookie = house.session(house.ours.owner).await;
    let english = text::Language::En;
    let fields = "kind=shop&language=en&person=Lea&phone=020+7946+0999&email=lea%40dunes.test&base=";
    let request = Request::post(format!("/plan/{own}/begin"))
        .header(header::COOKIE, &cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let begun = house.send(request.body(Body::from(fields)).unwrap()).await;
    assert_eq!(begun.status, 303);
    let kept = plans::of(world, own).await.unwrap().unwrap();
    assert!(!kept.findings.iter().any(|found| found.code == Code::UnknownBlank), "{:?}", kept.findings);
    assert!(kept.version.text.contains("page = \"lea@dunes.test\""), "{}", kept.version.text);
    let wanted = json!({ "open": true, "address": "dunes-camp" });
    let path = house.path(&format!("/brands/{}/complaints", house.ours.brand.0));
    let opened = house.ask(Method::PUT, &path, Some(&house.ours.token), Some(wanted)).await;
    assert_eq!(opened.status, 200, "{:?}", opened.bytes);
    let now = plans::of(world, own).await.unwrap().unwrap();
    assert!(now.version.text.contains("/complaint/dunes-camp\""), "{}", now.version.text);
    // Who speaks more languages than the plan that ships is told what is missing in them.
    let languages = vec![english, text::Language::Fr];
    let owner = Owner { languages, ..Owner::default() };
    let text = domain::plan::made_ones_own(shipped(Kind::Shop, english).unwrap(), &owner).unwrap();
    let found = plans::checked(world, &text, None).1;
    assert_eq!(found.iter().filter(|found| found.code == Code::ScenarioWithoutReply).count(), 5);
}

#[tokio::test]
async fn whom_the_plan_asks_approves_and_nobody_else_in_their_name() {
    let house = House::new().await;
    let (world, own, owner) = (&house.app.world, house.ours.id, house.ours.owner);
    // Somebody else owns the house meanwhile.
    world.store.set_membership(own, house.theirs.owner, Role::Owner).await.unwrap();
    let mail = world.store.person(owner).await.unwrap().email;
    let plan = shipped(Kind::Shop, text::Language::En).unwrap();
    let plan = plan.replacen("jeanne@martins-bakery.example", &mail, 1);
    plans::write(world, own, None, 0, &plan, "").await.unwrap();
    let stamp = |id: &str| {
        let plan = domain::plan::read(&plan, None).0;
        let stamp = plan.replies.iter().find(|reply| reply.id == id).map(|reply| plan.stamp_of(&reply.body)).unwrap();
        format!("{id}%3A{stamp}")
    };
    let approve = async |role: Role, by: &str, version: i64, reply: &str| {
        world.store.set_membership(own, owner, role).await.unwrap();
        let cookie = house.session(owner).await;
        let page = Request::get(format!("/plan/{own}/approve")).header(header::COOKIE, &cookie);
        let page = house.send(page.body(Body::empty()).unwrap()).await.status.as_u16();
        let fields = format!("version={version}&by={by}&until=2027-03-01&reply={}", stamp(reply));
        let sent = Request::post(format!("/plan/{own}/approve"))
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        (page, house.send(sent.body(Body::from(fields)).unwrap()).await.status.as_u16())
    };
    assert_eq!(approve(Role::Legal, "friend", 1, "leak-full").await, (200, 403), "in nobody else's name");
    assert_eq!(approve(Role::Legal, "owner", 1, "leak-full").await, (200, 303), "whom the plan names");
    assert_eq!(approve(Role::Lead, "friend", 2, "staff-full").await, (200, 303));
    let held = world.store.plan(own).await.unwrap().unwrap();
    assert!(held.why.starts_with("Recorded by ") && held.why.ends_with(" for Paul Martin"), "{}", held.why);
    let other = plan.replace(&mail, "someone@shop.test");
    plans::write(world, own, None, 3, &other, "").await.unwrap();
    assert_eq!(approve(Role::Legal, "owner", 4, "leak-full").await, (403, 403));
}

#[tokio::test]
async fn a_file_is_checked_and_its_differences_read_before_it_is_kept() {
    let house = House::new().await;
    let cookie = house.session(house.ours.owner).await;
    let path = format!("/plan/{}", house.ours.id);
    let ask = async |request: axum::http::request::Builder, body: Vec<u8>| {
        house.send(request.header(header::COOKIE, &cookie).body(Body::from(body)).unwrap()).await
    };
    let bring = async |bytes: &[u8]| {
        let mut body = b"--X\r\ncontent-disposition: form-data; name=\"file\"; filename=\"p.toml\"\r\n\r\n".to_vec();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--X--\r\n");
        let request =
            Request::post(format!("{path}/import")).header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
        let answer = ask(request, body).await;
        (answer.status.as_u16(), String::from_utf8(answer.bytes).unwrap())
    };
    assert_eq!(ask(Request::get(format!("{path}/export")), Vec::new()).await.status, 404, "there is no plan yet");
    let shop = shipped(Kind::Shop, text::Language::En).unwrap();
    let put = json!({ "version": 0, "text": shop });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(put)).await;
    let file = ask(Request::get(format!("{path}/export")), Vec::new()).await;
    let playbook = ask(Request::get(format!("{path}/export/cacao/injury")), Vec::new()).await.json();
    let listed = house.get(&house.path("/plan/cacao")).await.json();
    assert_eq!((&listed["playbooks"][0], &playbook["created"]), (&playbook, &json!("2026-11-22T02:00:00.000Z")));
    assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"plan.toml\"");
    assert_eq!(String::from_utf8(file.bytes).unwrap(), shop);
    assert!(bring(shop.as_bytes()).await.1.contains("id=\"same\""), "what was taken out changes nothing");
    let windows = format!("\u{feff}{}", shop.replace('\n', "\r\n"));
    assert!(bring(windows.as_bytes()).await.1.contains("id=\"same\""));

    // Something else: what it changes and what is found in it are read; nothing is kept.
    let changed = shop.replace("answer_within = \"24 h\"", "answer_within = \"soon\"");
    let (status, page) = bring(changed.as_bytes()).await;
    assert!(status == 200 && page.contains("~ policy answer_within: 24 h → soon"), "{page}");
    assert!(page.contains("bad-value") && page.contains("answer_within = &#34;soon&#34;"), "{page}");
    for (bytes, said) in [
        (&b"[plan\n"[..], "id=\"unreadable\""),
        (b"", "No file was chosen."),
        (b"\xff\xfe", "no text (UTF-8)"),
        (b"a\0b", "no text (UTF-8)"),
        (&[b'#'; 1_000_001], "larger than a plan"),
    ] {
        let (status, page) = bring(bytes).await;
        let offered = page.contains("Keep it as the next version");
        assert!(status == 200 && page.contains(said) && !offered, "{said}: {page}");
    }
    assert_eq!(house.get(&house.path("/plan")).await.json()["version"], json!(1));

    // Kept with who and why; whoever read an older version keeps nothing and is told.
    let keep = async |version: i64, text: &str| {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("version", &version.to_string())
            .append_pair("text", &text.replace('\n', "\r\n"))
            .append_pair("why", "from my editor")
            .finish();
        let request = Request::post(&path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        ask(request, form.into_bytes()).await
    };
    let longer = shop.replace("answer_within = \"24 h\"", "answer_within = \"48 h\"");
    assert_eq!(keep(1, &longer).await.status, 303);
    let now = house.get(&house.path("/plan")).await.json();
    assert_eq!((&now["version"], &now["why"], &now["text"]), (&json!(2), &json!("from my editor"), &json!(longer)));
    let late = keep(1, &changed).await;
    assert!(String::from_utf8(late.bytes).unwrap().contains("id=\"conflict\""));
    assert_eq!(house.get(&house.path("/plan")).await.json()["version"], json!(2));
}

#[tokio::test]
async fn what_of_iso_22361_the_plan_shows_is_said_with_the_part_that_shows_it() {
    let house = House::new().await;
    assert_eq!(house.get(&house.path("/plan/iso22361")).await.problem(404), "not-found");
    let put = json!({ "version": 0, "text": shipped(Kind::Brand, text::Language::En).unwrap() });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(put)).await;
    let told = house.get(&house.path("/plan/iso22361")).await.json();
    assert!(told["note"].as_str().unwrap().contains("no certification"));
    let states: Vec<_> = told["shown"].as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert_eq!((states.len(), states.iter().filter(|state| **state == "partly").count()), (18, 1), "{told}");
    let cookie = house.session(house.ours.owner).await;
    let page = Request::get(format!("/plan/{}/iso", house.ours.id)).header(header::COOKIE, cookie);
    let page = String::from_utf8(house.send(page.body(Body::empty()).unwrap()).await.bytes).unwrap();
    assert!(page.contains("17 met, 1 partly, 0 missing.") && page.contains("no certification"), "{page}");
    assert!(page.contains(&format!("/plan/{}/edit/reply\">The texts are approved beforehand</a>", house.ours.id)));
}

#[tokio::test]
async fn a_new_plan_is_filled_in_from_the_set_up() {
    let house = House::new().await;
    let cookie = house.session(house.ours.owner).await;
    let profile = json!({
        "size": "solo", "country": "FR", "languages": ["fr"], "phone": "+33 4 78 00 00 00",
        "opening": { "first_day": 1, "last_day": 6, "from": 420, "until": 1140 },
    });
    let store = &house.app.world.store;
    store.set_setting(Some(house.ours.id), engine::setup::PROFILE, &profile.to_string()).await.unwrap();
    let path = format!("/plan/{}", house.ours.id);
    let ask = async |request: axum::http::request::Builder, form: &str| {
        let request =
            request.header(header::COOKIE, &cookie).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.send(request.body(Body::from(form.to_owned())).unwrap()).await
    };
    let page = String::from_utf8(ask(Request::get(&path), "").await.bytes).unwrap();
    assert!(page.contains("value=\"+33 4 78 00 00 00\"") || page.contains("value=\"&#43;33"), "{page}");
    assert!(page.contains("<option value=\"fr\" lang=\"fr\" selected>"), "{page}");
    let begin = ask(Request::post(format!("{path}/begin")), "kind=shop&language=fr&person=L%C3%A9a&phone=abc").await;
    assert_eq!(begin.status, 303);
    let kept = house.get(&house.path("/plan")).await.json();
    let text = kept["text"].as_str().unwrap();
    let brand = store.brand(house.ours.id, house.ours.brand).await.unwrap();
    assert!(text.contains("country = \"FR\"") && text.contains(&format!("zone = \"{}\"", brand.zone)), "{text}");
    let found = kept["findings"].as_array().unwrap();
    let found = found.iter().filter(|one| one["code"] == "bad-value").count();
    assert_eq!(found, 1, "nobody answers under a number without digits: {kept}");
}

#[tokio::test]
async fn who_writes_over_another_reads_what_the_other_wrote() {
    let house = House::new().await;
    let cookie = house.session(house.ours.owner).await;
    let put = json!({ "version": 0, "text": shipped(Kind::Shop, text::Language::En).unwrap() });
    house.ask(Method::PUT, &house.path("/plan"), Some(&house.ours.token), Some(put)).await;
    let path = format!("/plan/{}/edit/action/capture", house.ours.id);
    let type_in = async |was: &str, to: &str| {
        let form = format!("field=within&was-within={}&f-within={}", was.replace(' ', "+"), to.replace(' ', "+"));
        let request = Request::post(&path)
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.send(request.body(Body::from(form)).unwrap()).await
    };
    assert_eq!(type_in("15 min", "20 min").await.status, 303);
    let late = String::from_utf8(type_in("15 min", "5 min").await.bytes).unwrap();
    assert!(late.contains("value=\"5 min\"") && late.contains("id=\"holds-within\""), "{late}");
    assert!(late.split("id=\"holds-within\"").nth(1).unwrap().split("</p>").next().unwrap().contains("20 min"));
    assert_eq!(late.matches("id=\"holds-").count(), 1, "of the one field that both changed");
}
