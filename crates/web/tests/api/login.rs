//! Who may still try to log in.

use super::house::{HOST, House};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use web::auth::known::{OF_BOTH, OF_LOGIN};
use web::auth::password;
use web::listen::Peer;

const PASSWORD: &str = "correct horse battery";

struct Tried {
    status: u16,
    /// The mark of a known browser, where one was given.
    mark: Option<String>,
}

async fn try_from(house: &House, address: &str, mark: Option<&str>, password: &str) -> Tried {
    let form = format!("email=ours-owner%40{HOST}&password={}", password.replace(' ', "+"));
    let mut request = Request::post("/login").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(mark) = mark {
        request = request.header(header::COOKIE, format!("__Host-vigie-known={mark}"));
    }
    let mut request = request.body(Body::from(form)).unwrap();
    request.extensions_mut().insert(ConnectInfo(Peer(format!("{address}:4000").parse().unwrap())));
    let answer = house.send(request).await;
    let cookies = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let mark = cookies.filter_map(|cookie| cookie.strip_prefix("__Host-vigie-known=")?.split(';').next()).next();
    Tried { status: answer.status.as_u16(), mark: mark.map(str::to_owned) }
}

async fn house() -> House {
    let house = House::new().await;
    house.app.world.store.set_password(house.ours.owner, &password::hash(PASSWORD).unwrap()).await.unwrap();
    house
}

#[tokio::test]
async fn a_strangers_guesses_close_the_door_to_the_stranger_only() {
    let house = house().await;
    for _ in 0..OF_BOTH {
        assert_eq!(try_from(&house, "203.0.113.9", None, "guess").await.status, 401);
    }
    assert_eq!(try_from(&house, "203.0.113.9", None, PASSWORD).await.status, 429, "not even the right one");
    assert_eq!(try_from(&house, "198.51.100.7", None, PASSWORD).await.status, 303, "the owner is elsewhere");
    assert_eq!(
        try_from(&house, "203.0.113.9", None, PASSWORD).await.status,
        429,
        "the owner's login frees no stranger"
    );
    // A typing mistake forgets itself with the next success.
    for _ in 0..3 {
        for _ in 1..OF_BOTH {
            assert_eq!(try_from(&house, "198.51.100.7", None, "typo").await.status, 401);
        }
        assert_eq!(try_from(&house, "198.51.100.7", None, PASSWORD).await.status, 303);
    }
}

#[tokio::test]
async fn a_known_browser_comes_in_while_the_whole_world_guesses() {
    let house = house().await;
    let mark = try_from(&house, "198.51.100.7", None, PASSWORD).await.mark.unwrap();
    for n in 0..OF_LOGIN {
        let from = format!("203.0.113.{}", n % 200);
        assert_eq!(try_from(&house, &from, None, "guess").await.status, 401, "{n}");
    }
    assert_eq!(try_from(&house, "198.51.100.7", None, PASSWORD).await.status, 429, "nobody knows this browser");
    let wrong = mark.replace(|c: char| c.is_ascii_digit(), "a");
    assert_eq!(try_from(&house, "198.51.100.7", Some(&wrong), PASSWORD).await.status, 429);
    assert_eq!(try_from(&house, "192.0.2.1", Some(&mark), PASSWORD).await.status, 303, "wherever it is");
    for _ in 0..OF_BOTH {
        assert_eq!(try_from(&house, "192.0.2.1", Some(&mark), "guess").await.status, 401);
    }
    assert_eq!(
        try_from(&house, "192.0.2.1", Some(&mark), PASSWORD).await.status,
        429,
        "a stolen one is no way to guess"
    );
    house.app.world.store.set_password(house.ours.owner, &password::hash("another password").unwrap()).await.unwrap();
    assert_eq!(
        try_from(&house, "192.0.2.1", Some(&mark), "another password").await.status,
        429,
        "it ends with the password"
    );
}
