//! The private complaint channel under attack: whoever sends what to whom, nothing is lost, nothing runs, nothing leaks.

use super::house::{Answer, HOST, House};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use domain::complaint::{Held, LARGEST_FILE, State};
use jiff::{SignedDuration, Timestamp};
use std::sync::OnceLock;
use store::{Complaint, ComplaintFilter, MentionFilter};
use web::auth::principal::session_now;
use web::listen::Peer;

/// When the first form of these tests was shown: the same mark each time.
static FIRST: OnceLock<Timestamp> = OnceLock::new();

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nx";

/// One part of a form: its name, the name of its file, what it holds.
type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

fn body(parts: &[Part<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: image/png")).unwrap_or_default();
        out.extend(format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        out.extend_from_slice(bytes);
        out.extend(b"\r\n");
    }
    out.extend(b"--X--\r\n");
    out
}

fn post(path: &str, parts: &[Part<'_>]) -> Request<Body> {
    let request = Request::builder().method(Method::POST).uri(path);
    // As a network brings it: in pieces.
    let pieces: Vec<std::io::Result<Vec<u8>>> = body(parts).chunks(64 << 10).map(|piece| Ok(piece.to_vec())).collect();
    let sent = Body::from_stream(futures_util::stream::iter(pieces));
    request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=X").body(sent).unwrap()
}

impl House {
    fn form(&self) -> String {
        format!("/complaint/{}", self.ours.channel.as_ref().unwrap().address)
    }

    /// The mark of a form that was shown so long ago.
    fn stamp(&self, seconds: i64, nonce: &str) -> String {
        let shown = *FIRST.get_or_init(session_now) - SignedDuration::from_secs(seconds);
        let address = &self.ours.channel.as_ref().unwrap().address;
        engine::complaint::stamp(&self.app.waking.secret, address, shown, nonce)
    }

    /// Somebody complains as people do.
    async fn complain(&self, text: &str, nonce: &str) -> Answer {
        let stamp = self.stamp(60, nonce);
        self.send(post(&self.form(), &[("stamp", None, stamp.as_bytes()), ("text", None, text.as_bytes())])).await
    }

    async fn listed(&self, held: bool) -> Vec<Complaint> {
        let filter = ComplaintFilter { held, ..ComplaintFilter::default() };
        let all = self.app.world.store.complaints(self.ours.id, filter, None, 999).await.unwrap();
        all.into_iter().map(|(complaint, _)| complaint).collect()
    }

    async fn mentions(&self) -> usize {
        let filter = MentionFilter { sees: domain::mention::Sees::All, ..MentionFilter::default() };
        let all = self.app.world.store.mentions(self.ours.id, &filter, None, 999).await.unwrap();
        all.iter().filter(|view| view.post.post.source_kind == "complaint").count()
    }
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

/// The path of the link that a page shows.
fn link(answer: &Answer) -> String {
    let page = text(answer);
    let (_, rest) = page.split_once(&format!("https://{HOST}/conversation/")).unwrap_or_else(|| panic!("{page}"));
    format!("/conversation/{}", rest.split(['<', '"']).next().unwrap())
}

#[tokio::test]
async fn asking_changes_nothing_sets_nothing_and_runs_nothing() {
    let house = House::complained().await;
    let sent = house.complain("glass in the bread", "a").await;
    assert_eq!(sent.status, 200, "{}", text(&sent));
    let before = house.app.world.store.dump().await.unwrap();
    let conversation = link(&sent);
    let embed = format!("{}/embed", house.form());
    for path in [house.form(), embed.clone(), conversation.clone(), format!("{conversation}x")] {
        for method in [Method::GET, Method::HEAD] {
            let answer = house.send(Request::builder().method(method).uri(&path).body(Body::empty()).unwrap()).await;
            let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
            assert!(policy.starts_with("default-src 'none'; style-src") && !policy.contains("script"), "{policy}");
            let framed = if path == embed { "frame-ancestors *" } else { "frame-ancestors 'none'" };
            assert!(policy.ends_with(framed), "{path}: {policy}");
            assert!(
                !answer.headers.contains_key(header::SET_COOKIE) && !answer.headers.contains_key("x-frame-options")
            );
            assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin", "no other host learns the address");
            assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
            assert!(!text(&answer).contains("<script"), "{path}");
        }
    }
    assert!(house.app.world.store.dump().await.unwrap() == before, "nothing changed");
    let secret = conversation.rsplit('/').next().unwrap();
    assert!(!before.contains(secret), "the secret is written down nowhere");
    let team = house.session(house.ours.owner).await;
    let page = Request::get("/complaints").header(header::COOKIE, team).body(Body::empty()).unwrap();
    assert_eq!(house.send(page).await.headers["x-frame-options"], "DENY");
}

#[tokio::test]
async fn praise_and_fury_go_the_same_way() {
    let house = House::complained().await;
    let mut seen = Vec::new();
    for said in
        ["Thank you, the best bread of my life!", "Shame on you, liars, I was poisoned and my son is in hospital"]
    {
        let sent = house.complain(said, said).await;
        let page = text(&sent).replace(&link(&sent), "");
        let complaint = house.listed(false).await.remove(0);
        let facts = (complaint.state, complaint.held, complaint.mail, complaint.assigned, complaint.mention.is_some());
        seen.push((sent.status, page, facts));
        let talk = house.send(Request::get(link(&sent)).body(Body::empty()).unwrap()).await;
        assert!(text(&talk).contains("<form"));
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn what_people_do_not_send_is_held_aside_and_let_in_by_the_team() {
    let house = House::complained().await;
    let before = house.mentions().await;
    let good = house.stamp(60, "a");
    let mark = |address: &str, shown| engine::complaint::stamp(&house.app.waking.secret, address, shown, "c");
    let fast = mark(&house.ours.channel.as_ref().unwrap().address, session_now());
    let other = mark("another", session_now() - SignedDuration::from_secs(60));
    let trap: &[Part<'_>] = &[("stamp", None, good.as_bytes()), ("text", None, b"t"), ("website", None, b"http://x")];
    for (parts, why) in [
        (trap, Held::Trap),
        (&[("stamp", None, fast.as_bytes()), ("text", None, b"f")], Held::Fast),
        (&[("stamp", None, other.as_bytes()), ("text", None, b"o")], Held::Unsigned),
        (&[("text", None, b"n")], Held::Unsigned),
    ] {
        let sent = house.send(post(&house.form(), parts)).await;
        assert_eq!(sent.status, 200, "nobody is told, and whoever it was can go on by the link: {}", text(&sent));
        assert_eq!(house.listed(true).await[0].held, Some(why));
        let talk = house.send(Request::get(link(&sent)).body(Body::empty()).unwrap()).await;
        assert_eq!(talk.status, 200);
    }
    assert_eq!(house.mentions().await, before, "what is held is no mention");
    for held in house.listed(true).await {
        let cookie = house.session(house.ours.owner).await;
        let request = Request::post(format!("/complaints/{}/let-in", held.id)).header(header::COOKIE, cookie);
        assert_eq!(house.send(request.body(Body::empty()).unwrap()).await.status, 303);
    }
    assert_eq!((house.listed(true).await.len(), house.mentions().await), (0, before + 4));
}

#[tokio::test]
async fn a_network_that_floods_is_held_aside_then_refused_and_nobody_else_is() {
    let house = House::complained().await;
    let flood = async |n: usize, from: String| {
        let stamp = house.stamp(60, &n.to_string());
        let parts: [Part<'_>; 2] = [("stamp", None, stamp.as_bytes()), ("text", None, b"kept <b>text</b>")];
        let mut request = post(&house.form(), &parts);
        request.extensions_mut().insert(ConnectInfo(Peer(format!("[{from}]:4000").parse().unwrap())));
        house.send(request).await
    };
    // One who has 48 bits to choose from takes another network each time.
    for n in 0..200 {
        assert_eq!(flood(n, format!("2001:db8:1:{n:x}::9")).await.status, 200, "{n}");
    }
    let refused = flood(200, "2001:db8:1:ffff::9".to_owned()).await;
    assert_eq!(refused.status, 429);
    assert!(text(&refused).contains("kept &#60;b&#62;text"), "what was typed comes back: {}", text(&refused));
    let (let_in, held) = (house.listed(false).await.len(), house.listed(true).await.len());
    assert_eq!(let_in + held, 201, "nothing was lost");
    assert_eq!(let_in, 31, "thirty of them, and one from before");
    assert_eq!(flood(300, "2001:db8:2::1".to_owned()).await.status, 200);
    assert_eq!(house.listed(false).await.len(), 32, "others are heard");
}

#[tokio::test]
async fn a_file_is_what_it_is_and_not_what_it_is_called() {
    let house = House::complained().await;
    let big = [PNG, &vec![0; LARGEST_FILE]].concat();
    let six: Vec<Part<'_>> = (0..6).map(|_| ("files", Some("a.png"), PNG)).collect();
    let (svg, html): (&[u8], &[u8]) = (b"<svg onload=alert(1)>", b"<!doctype html><script>");
    let before = house.listed(false).await.len();
    let cases: [(Vec<Part<'_>>, &str); 5] = [
        (vec![("files", Some("a.png"), svg)], "neither a picture"),
        (vec![("files", Some("a.pdf"), html)], "neither a picture"),
        (vec![("files", Some("a.png"), &big)], "larger than 5 MB"),
        (six, "Too many files"),
        (vec![("text", None, b" \n ")], "Write what happened"),
    ];
    for (n, (mut parts, told)) in cases.into_iter().enumerate() {
        let stamp = house.stamp(60, &n.to_string());
        parts.insert(0, ("stamp", None, stamp.as_bytes()));
        if !told.contains("Write") {
            parts.push(("text", None, b"my text stays"));
        }
        let answer = house.send(post(&house.form(), &parts)).await;
        assert_eq!(answer.status, 422, "{told}: {}", text(&answer));
        assert!(text(&answer).contains(told), "{told}: {}", text(&answer));
        assert!(told.contains("Write") || text(&answer).contains("my text stays"));
    }
    assert_eq!(house.listed(false).await.len(), before);

    let stamp = house.stamp(60, "named");
    let name = "x\u{202e}gnp.svg'><script>";
    let parts: [Part<'_>; 3] = [("stamp", None, stamp.as_bytes()), ("text", None, b"look"), ("files", Some(name), PNG)];
    let path = link(&house.send(post(&house.form(), &parts)).await);
    let talk = house.send(Request::get(&path).body(Body::empty()).unwrap()).await;
    assert!(!text(&talk).contains("<script") && !text(&talk).contains('\u{202e}'));
    let file = house.send(Request::get(format!("{path}/files/1")).body(Body::empty()).unwrap()).await;
    assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, PNG));
    assert!(
        file.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment; filename=\"complaint-")
    );
    assert_eq!(file.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(file.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("sandbox"));
}

#[tokio::test]
async fn bombs_are_refused_and_nothing_of_them_is_kept() {
    let house = House::complained().await;
    let before = house.app.world.store.dump().await.unwrap();
    let many: Vec<String> = (0..200).map(|n| format!("f{n}")).collect();
    let parts: Vec<Part<'_>> = many.iter().map(|name| (name.as_str(), None, b"x".as_slice())).collect();
    let name = "n".repeat(1 << 20);
    let huge = vec![b'x'; 100 << 20];
    let stamp = house.stamp(60, "bomb");
    for (what, parts) in [
        ("many parts", parts),
        (
            "100 MB",
            vec![("stamp", None, stamp.as_bytes()), ("text", None, b"what I typed"), ("files", Some("a.png"), &huge)],
        ),
        ("100 MB of text", vec![("text", None, huge.as_slice())]),
    ] {
        let answer = house.send(post(&house.form(), &parts)).await;
        assert_eq!(answer.status, 413, "{what}");
        assert!(text(&answer).contains("Nothing was sent"), "{what}: {}", text(&answer));
    }
    let answer = house.send(post(&house.form(), &[(name.as_str(), None, b"x")])).await;
    assert!(answer.status.is_client_error(), "a name of a megabyte: {}", answer.status);
    for (kind, bytes) in
        [("multipart/form-data; boundary=X", b"--X\r\nno form".to_vec()), ("text/plain", b"x".to_vec())]
    {
        let request = Request::post(house.form()).header(header::CONTENT_TYPE, kind).body(Body::from(bytes)).unwrap();
        assert!(house.send(request).await.status.is_client_error(), "{kind}");
    }
    assert!(house.app.world.store.dump().await.unwrap() == before, "nothing changed");
}

/// As sent from this address.
fn sent_from(mut request: Request<Body>, from: &str) -> Request<Body> {
    request.extensions_mut().insert(ConnectInfo(Peer(format!("[{from}]:4000").parse().unwrap())));
    request
}

#[tokio::test]
async fn files_are_read_of_forms_of_ours_only_and_few_of_a_network_and_no_text_is_lost_by_them() {
    let house = House::complained().await;
    let before = house.listed(false).await.len() + house.listed(true).await.len();
    let words: Part<'_> = ("text", None, b"typed for an hour");
    let unsigned = [words, ("files", Some("a.png"), PNG)];
    let answer = house.send(sent_from(post(&house.form(), &unsigned), "2001:db8:7::1")).await;
    assert_eq!(answer.status, 429);
    assert!(text(&answer).contains("typed for an hour</textarea>"), "{}", text(&answer));
    let stamps: Vec<String> = (0..12).map(|n| house.stamp(60, &format!("f{n}"))).collect();
    let form = |n: usize, file| [("stamp", None, stamps[n].as_bytes()), words, ("files", Some("a.png"), file)];
    // Eight are read of a household, whatever becomes of them; then only what is written is.
    for n in 0..9 {
        let from = format!("2001:db8:8::{n:x}");
        let answer = house.send(sent_from(post(&house.form(), &form(n, b"no picture")), &from)).await;
        assert_eq!(answer.status.as_u16(), if n < 8 { 422 } else { 429 }, "{n}");
        assert!(text(&answer).contains("typed for an hour</textarea>"), "{n}: {}", text(&answer));
    }
    let other = house.send(sent_from(post(&house.form(), &form(10, PNG)), "2001:db8:9::1")).await;
    assert_eq!(other.status, 200, "others are not kept out: {}", text(&other));
    let alone = [("stamp", None, stamps[11].as_bytes()), words, ("files", Some(""), b"".as_slice())];
    let alone = house.send(sent_from(post(&house.form(), &alone), "2001:db8:8::1")).await;
    assert_eq!(alone.status, 200, "nor who only writes: {}", text(&alone));
    assert_eq!(house.listed(false).await.len() + house.listed(true).await.len(), before + 2);
}

#[tokio::test]
async fn nobody_fills_a_brands_room_by_replies() {
    let house = House::complained().await;
    let path = link(&house.complain("glass", "r").await);
    let reply = async |path: &str, n: usize| {
        let said = format!("look {n}");
        let parts = [("text", None, said.as_bytes()), ("files", Some("a.png"), PNG)];
        house.send(sent_from(post(path, &parts), "2001:db8:5::1")).await
    };
    for n in 0..6 {
        let answer = reply(&path, n).await;
        assert_eq!(answer.status.as_u16(), if n < 4 { 303 } else { 422 }, "{n}: {}", text(&answer));
        assert!(n < 4 || text(&answer).contains("no room for files"), "{}", text(&answer));
    }
    // What is held aside takes none at all, and does not say why.
    let held = house.send(post(&house.form(), &[("text", None, b"unsigned")])).await;
    let answer = reply(&link(&held), 9).await;
    assert!(answer.status == 422 && text(&answer).contains("look 9</textarea>"), "{}", text(&answer));
    let words = house.send(post(&link(&held), &[("text", None, b"only words")])).await;
    assert_eq!(words.status, 303);
}

#[tokio::test]
async fn the_form_sent_twice_is_one_complaint_with_one_link() {
    let house = House::complained().await;
    let (first, second) = (house.complain("glass", "a").await, house.complain("glass", "a").await);
    assert_eq!(link(&first), link(&second));
    let edited = house.complain("glass, and hair", "a").await;
    assert_ne!(link(&first), link(&edited), "other words are another complaint");
    assert_ne!(link(&first), link(&house.complain("glass", "b").await), "so is another form");
    let own = post(&link(&first), &[("text", None, b"hello?")]);
    assert_eq!(house.send(own).await.status, 303);
    assert_eq!(house.send(post(&link(&first), &[("text", None, b"hello?")])).await.status, 303);
    let id = house.listed(false).await.iter().map(|complaint| complaint.said).max();
    assert_eq!(id, Some(2), "the same words twice in a row are said once");
}

#[tokio::test]
async fn other_sites_send_nothing_and_other_organisations_see_nothing() {
    let house = House::complained().await;
    let sent = house.complain("glass", "a").await;
    let id = house.listed(false).await[0].id;
    let theirs = house.session(house.theirs.owner).await;
    let reading = house.session(house.ours.reading).await;
    let before = house.app.world.store.dump().await.unwrap();
    for path in [house.form(), link(&sent), format!("{}/mail", link(&sent))] {
        for origin in ["https://evil.example", "null"] {
            let mut request = post(&path, &[("text", None, b"x")]);
            request.headers_mut().insert(header::HOST, HOST.parse().unwrap());
            request.headers_mut().insert(header::ORIGIN, origin.parse().unwrap());
            assert_eq!(house.send_as_it_is(request).await.status, 403, "{path} from {origin}");
        }
    }
    let form = "application/x-www-form-urlencoded";
    for (path, fields) in [
        (format!("/complaints/{id}/answer"), "text=x&seen=1"),
        (format!("/complaints/{id}/assign"), "person="),
        (format!("/complaints/{id}/close"), ""),
        (format!("/complaints/{id}/reopen"), ""),
        (format!("/complaints/{id}/let-in"), ""),
        (format!("/settings/brands/{}/complaints", house.ours.brand), "address=evil"),
    ] {
        for (cookie, status) in [(&theirs, 404), (&reading, 403)] {
            let request = Request::post(&path).header(header::COOKIE, cookie).header(header::CONTENT_TYPE, form);
            assert_eq!(house.send(request.body(Body::from(fields)).unwrap()).await.status, status, "{path}");
        }
    }
    for path in [format!("/complaints/{id}"), format!("/complaints/{}/files/1", house.ours.complaint)] {
        for (cookie, status) in [(Some(&theirs), 404), (Some(&reading), 403), (None, 303)] {
            let mut request = Request::get(&path);
            if let Some(cookie) = cookie {
                request = request.header(header::COOKIE, cookie);
            }
            assert_eq!(house.send(request.body(Body::empty()).unwrap()).await.status, status, "{path}");
        }
    }
    assert!(house.app.world.store.dump().await.unwrap() == before, "nothing changed");
}

#[tokio::test]
async fn two_who_answer_at_once_lose_nothing_and_a_shut_channel_goes_on() {
    let house = House::complained().await;
    let sent = house.complain("glass", "a").await;
    let id = house.listed(false).await[0].id;
    let answer = async |text: &str| {
        let cookie = house.session(house.ours.owner).await;
        let request = Request::post(format!("/complaints/{id}/answer"));
        let request =
            request.header(header::COOKIE, cookie).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.send(request.body(Body::from(format!("seen=1&text={text}"))).unwrap()).await
    };
    assert_eq!(answer("sorry").await.status, 303);
    let late = answer("late+words").await;
    assert_eq!(late.status, 409);
    assert!(text(&late).contains("late words") && text(&late).contains("sorry"), "{}", text(&late));
    let wanted = engine::complaint::Wanted { open: Some(false), phone: Some("02 40".into()), ..Default::default() };
    engine::complaint::set_channel(&house.app.waking, house.ours.id, house.ours.brand, wanted).await.unwrap().unwrap();
    let shut = house.complain("more", "b").await;
    assert!(text(&shut).contains("takes no messages") && text(&shut).contains("02 40"), "{}", text(&shut));
    assert_eq!(house.send(post(&link(&sent), &[("text", None, b"thank you")])).await.status, 303);
    assert_eq!(house.listed(false).await[0].state, State::Open);
}
