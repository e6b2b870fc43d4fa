//! Slow, silent and greedy clients, on raw sockets: each is cut, and the others are served.

use super::house::{HOST, House};
use axum::body::Body;
use axum::http::{Request, header};
use futures_util::StreamExt;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tower::ServiceExt;
use web::auth::secret;
use web::lines::{Lines, MOST};
use web::listen::{Bounds, Transport, serve};

const SOON: Duration = Duration::from_millis(150);
const LATE: Duration = Duration::from_secs(3_600);

/// Nothing here is measured; this only ends a test that would never end.
async fn ends<T>(what: &str, wait: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(60), wait).await.unwrap_or_else(|_| panic!("{what} never came"))
}

fn patient() -> Bounds {
    Bounds { head: LATE, piece: LATE, body: LATE, taking: LATE, ..Bounds::default() }
}

struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

async fn served(house: &House, bounds: Bounds) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let app = house.app.clone();
    let server = tokio::spawn(async move {
        let stopped = async { drop(stopped.await) };
        serve(listener, Transport::Plain { asked: false }, app, bounds, stopped).await;
    });
    Served { address, stop, server }
}

impl Served {
    async fn send(&self, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }

    /// What the other end says until it closes.
    async fn answer(&self, text: &str) -> String {
        let mut stream = self.send(text).await;
        ends("the end of the connection", rest(&mut stream)).await
    }
}

async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that is broken off has ended too.
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8_lossy(&bytes).into_owned()
}

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n")
}

fn post(length: usize, begun: &str) -> String {
    format!(
        "POST /login HTTP/1.1\r\nHost: {HOST}\r\nOrigin: https://{HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\n\r\n{begun}"
    )
}

#[tokio::test]
async fn a_head_that_does_not_come_is_cut() {
    let house = House::new().await;
    let served = served(&house, Bounds { head: SOON, ..patient() }).await;
    for begun in ["", "G", "GET / HTTP/1.1\r\nHost: vig", "PRI * HTTP/2.0\r\n"] {
        served.answer(begun).await;
    }
    let answered = served.answer(&get("/healthz")).await;
    assert!(
        answered.starts_with("HTTP/1.1 200"),
        "a whole request is answered, then its connection lies idle: {answered}"
    );
}

#[tokio::test]
async fn a_body_that_does_not_come_is_cut() {
    let house = House::new().await;
    let stalled = served(&house, Bounds { piece: SOON, ..patient() }).await;
    let answered = stalled.answer(&post(100, "email=x")).await;
    assert!(answered.starts_with("HTTP/1.1 4"), "{answered}");
    let dribbled = served(&house, Bounds { body: SOON, ..patient() }).await;
    let (mut reading, mut writing) = dribbled.send(&post(1_000_000, "")).await.into_split();
    let dribble = tokio::spawn(async move {
        while writing.write_all(b"x").await.is_ok() {
            let _ = timeout(Duration::from_millis(10), std::future::pending::<()>()).await;
        }
    });
    let mut answered = Vec::new();
    let _ = ends("the end of the connection", reading.read_to_end(&mut answered)).await;
    ends("the end of the dribble", dribble).await.unwrap();
}

#[tokio::test]
async fn what_nobody_takes_is_not_kept_for_ever() {
    let house = House::new().await;
    let served = served(&house, Bounds { taking: SOON, ..patient() }).await;
    let mut stream = served.send("").await;
    let many = get("/login").repeat(100);
    // Nothing is ever read: sooner or later neither side can write, until the server breaks off.
    ends("the end of a connection that takes nothing", async {
        while stream.write_all(many.as_bytes()).await.is_ok() {}
    })
    .await;
}

#[tokio::test]
async fn no_more_connections_than_there_are_places() {
    let house = House::new().await;
    let served = served(&house, Bounds { connections: 2, ..patient() }).await;
    let mut open = Vec::new();
    for _ in 0..2 {
        let mut stream = served.send(&get("/healthz")).await;
        ends("an answer", stream.read(&mut [0; 1_024])).await.unwrap();
        open.push(stream);
    }
    let mut third = served.send(&get("/healthz")).await;
    assert!(timeout(SOON, third.read(&mut [0; 1_024])).await.is_err(), "answered though every place was taken");
    open.pop();
    assert!(ends("the third answer", third.read(&mut [0; 1_024])).await.unwrap() > 0);
}

#[tokio::test]
async fn an_open_line_does_not_hold_up_the_end() {
    let house = House::new().await;
    let served = served(&house, patient()).await;
    let head = format!("GET /live HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {}\r\n\r\n", house.ours.token);
    let mut line = served.send(&head).await;
    ends("the line", line.read(&mut [0; 1_024])).await.unwrap();
    served.stop.send(()).unwrap();
    assert!(ends("the page's farewell", rest(&mut line)).await.contains("event: ended"));
    ends("the end", served.server).await.unwrap();
}

/// A line of whoever that header names.
async fn line(house: &House, name: header::HeaderName, value: &str) -> axum::body::BodyDataStream {
    let request = Request::get("/live?after=0").header(header::HOST, HOST).header(name, value);
    let answer = web::router(house.app.clone()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.into_body().into_data_stream()
}

async fn farewell(mut line: axum::body::BodyDataStream) -> String {
    let mut said = String::new();
    while let Some(piece) = line.next().await {
        said.push_str(&String::from_utf8_lossy(&piece.unwrap()));
    }
    said
}

#[tokio::test]
async fn one_more_line_ends_the_oldest() {
    let house = House::new().await;
    let (ours, theirs) = (format!("Bearer {}", house.ours.token), format!("Bearer {}", house.theirs.token));
    let another = line(&house, header::AUTHORIZATION, &theirs).await;
    let mut lines = Vec::new();
    for _ in 0..=MOST {
        lines.push(line(&house, header::AUTHORIZATION, &ours).await);
    }
    let oldest = lines.remove(0);
    assert!(ends("the end of the oldest line", farewell(oldest)).await.contains("event: ended"));
    for mut open in lines.into_iter().chain([another]) {
        let next = timeout(Duration::from_millis(20), open.next()).await;
        let said = next.map(|piece| String::from_utf8_lossy(&piece.unwrap().unwrap()).into_owned()).unwrap_or_default();
        assert!(!said.contains("ended"), "{said}");
    }
}

#[tokio::test]
async fn a_line_ends_with_its_session() {
    let mut house = House::new().await;
    house.app.lines = Lines::checked_each(Duration::from_millis(20));
    let (store, wall) = (house.app.world.store.clone(), web::auth::principal::session_now());
    let begin = |secret: &'static str| {
        let (store, owner) = (store.clone(), house.ours.owner);
        async move {
            let until = wall.saturating_add(jiff::SignedDuration::from_hours(1)).unwrap();
            store.create_session(&secret::digest(secret), owner, wall, until).await.unwrap();
        }
    };
    begin("one").await;
    let open = line(&house, header::COOKIE, "__Host-vigie=one").await;
    store.end_session(&secret::digest("one")).await.unwrap();
    assert!(ends("the end of the line", farewell(open)).await.contains("event: ended"));
    begin("two").await;
    let open = line(&house, header::COOKIE, "__Host-vigie=two").await;
    store.set_password(house.ours.owner, "another").await.unwrap();
    assert!(ends("the end of the line", farewell(open)).await.contains("event: ended"));
    let open = line(&house, header::AUTHORIZATION, &format!("Bearer {}", house.ours.token)).await;
    store.revoke_token(house.ours.id, house.ours.token_id).await.unwrap();
    assert!(ends("the end of the line", farewell(open)).await.contains("event: ended"));
}
