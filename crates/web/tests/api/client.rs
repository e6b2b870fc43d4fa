//! What a client reads: where a case stands, what everybody was told and what was meant for them; and no word of the team's, and nobody's number.

use super::cast::Cast;
use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::organisation::{Right, Role};
use serde_json::json;

/// What a stranger wrote in the open, and what is left of it for who answers nobody.
const SAID: &str = "Brand of ours: refund GB82WEST12345698765432, +44 20 7946 0958 or lea@example.org";
const MASKED: &str = "refund GB82 … 5432, +44 … 58 or l…@…";

#[tokio::test]
async fn a_client_reads_where_a_case_stands_and_no_word_of_the_team() {
    let cast = Cast::new().await;
    let (house, ours) = (&cast.house, cast.ours());
    let case = format!("/cases/{}", ours.case);
    let command = house.path(&format!("{case}/commands"));
    for (key, text, to) in [
        ("c1", "canary-for-the-client", "client"),
        ("c2", "canary-internal", "internal"),
        ("c3", "canary-legal", "legal"),
    ] {
        let note = json!({ "note": { "key": key, "text": text, "visibility": to } });
        let came = house.ask(Method::POST, &command, Some(&ours.token), Some(note)).await;
        assert_eq!(came.status.as_u16(), 200, "{}", String::from_utf8_lossy(&came.bytes));
    }
    let secret = json!({ "state": { "key": "f1", "status": "cannot_say", "text": "canary-cannot-say", "source": { "told": "counsel" } } });
    let came = house.ask(Method::POST, &command, Some(&ours.token), Some(secret)).await;
    assert_eq!(came.status.as_u16(), 200, "{}", String::from_utf8_lossy(&came.bytes));
    let brand = house.app.world.store.brand(ours.id, ours.brand).await.unwrap();
    let report = engine::hand::Report { text: SAID.to_owned(), ..report() };
    let mention = engine::hand::add(&house.app.world, &house.app.ingest, &brand, report).await.unwrap().unwrap();
    let plan = "[plan]\ntitle = \"Ours\"\n[person.owner]\nname = \"Zoé\"\nphone = \"+33 6 12 34 56 78\"\n";
    let held = house.app.world.store.plan(ours.id).await.unwrap().map_or(0, |plan| plan.version);
    engine::plan::write(&house.app.world, ours.id, None, held, plan, "").await.unwrap();

    for actor in &cast.actors {
        let Some(role) = actor.role else { continue };
        let cookie = house.session(actor.person).await;
        let page = async |path: &str| {
            let request = Request::get(path).header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
            let answer = house.send(request).await;
            (answer.status.as_u16(), String::from_utf8_lossy(&answer.bytes).into_owned())
        };
        let api = async |path: &str| {
            let answer = house.ask(Method::GET, &house.path(path), Some(&actor.token), None).await;
            (answer.status.as_u16(), String::from_utf8_lossy(&answer.bytes).into_owned())
        };
        // Whoever answers reads a stranger's words whole.
        let answers = role.may(Right::Triage);
        let one = format!("/mentions/{mention}");
        for (status, body) in [page("/mentions").await, page(&one).await, api("/mentions").await, api(&one).await] {
            assert_eq!(status, 200, "{role:?}");
            assert_eq!((body.contains("GB82WEST"), body.contains(MASKED)), (answers, !answers), "{role:?}: {body}");
        }
        let folder = api(&format!("{case}/export")).await;
        assert_eq!(folder.0 == 200, answers || role == Role::Auditor, "{role:?} exports");
        assert!(role != Role::Auditor || !folder.1.contains("canary-legal"), "{role:?}");
        let plan = (page(&format!("/plan/{}", ours.id)).await.1, api("/plan").await.1);
        for body in [&plan.0, &plan.1] {
            assert_eq!(body.contains("12 34 56 78"), role != Role::Client, "{role:?}: {body}");
        }
        let (board, room) = (page("/cases").await, page(&case).await);
        let (brief, told) = (page(&format!("{case}/brief")).await, api(&format!("{case}/brief")).await);
        assert_eq!((board.0, brief.0, told.0), (200, 200, 200), "{role:?}");
        assert!(board.1.contains(&format!("href=\"{case}\"")), "{role:?}");
        assert!(brief.1.contains("canary-for-the-client") && told.1.contains("canary-for-the-client"), "{role:?}");
        for secret in ["canary-internal", "canary-legal", "canary-cannot-say"] {
            assert!(![&board.1, &brief.1, &told.1].iter().any(|body| body.contains(secret)), "{role:?}: {secret}");
        }
        if role == Role::Client {
            assert_eq!(room.0, 303, "the room is the team's");
            assert!(page("/").await.1.contains(&format!("{case}/brief")), "from the bridge there is a way");
        } else {
            assert!(room.1.contains("canary-internal") && room.1.contains("canary-cannot-say"), "{role:?}");
        }
    }
}

fn report() -> engine::hand::Report {
    engine::hand::Report {
        text: String::new(),
        url: None,
        author: None,
        views: None,
        seen_at: None,
        reported_by: "Zoé".to_owned(),
        picture: None,
    }
}
