//! The guarded client against addresses that stand for the inside of the house. The judge is a listener that counts who connects.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use domain::source::Outcome;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use vigie_connect::http::{Allow, Client, Error, Limits, Request, Resolver};

/// Listens on all addresses of this machine and counts connections; answers each with what the test says.
struct Peer {
    port: u16,
    connections: Arc<AtomicUsize>,
    asked: Arc<std::sync::Mutex<Vec<String>>>,
}

impl Peer {
    async fn start(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicUsize::new(0));
        let asked = Arc::new(std::sync::Mutex::new(Vec::new()));
        let (counter, log, answer) = (connections.clone(), asked.clone(), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::SeqCst);
                let (log, answer) = (log.clone(), answer.clone());
                tokio::spawn(async move {
                    let mut head = Vec::new();
                    let mut buffer = [0; 2048];
                    while !head.windows(4).any(|w| w == b"\r\n\r\n") {
                        match socket.read(&mut buffer).await {
                            Ok(n) if n > 0 => head.extend_from_slice(&buffer[..n]),
                            _ => return,
                        }
                    }
                    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
                    let reply = answer(&head);
                    log.lock().unwrap().push(head);
                    let _ = socket.write_all(reply.as_bytes()).await;
                });
            }
        });
        Self { port, connections, asked }
    }

    async fn ok() -> Self {
        Self::start(|_| "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nhi".to_owned()).await
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    fn allowed(&self) -> Allow {
        Allow::parse(&[format!("127.0.0.1:{}", self.port)]).unwrap()
    }
}

/// Short enough to see time run out; used only where it must.
fn hasty() -> Limits {
    Limits {
        connect: Duration::from_millis(500),
        first_byte: Duration::from_millis(800),
        total: Duration::from_secs(2),
        ..Limits::default()
    }
}

fn redirect(to: &str, status: &str) -> String {
    format!("HTTP/1.1 {status}\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

/// Names whose addresses lie inside, and one that gives a public and a private address at once.
fn names(name: &str) -> Vec<IpAddr> {
    let found: &[&str] = match name.trim_end_matches('.') {
        "localhost" | "loop.example" | "xn--lop-rxa.example" => &["127.0.0.1"],
        "six.example" => &["::1"],
        "mixed.example" => &["93.184.216.34", "127.0.0.1"],
        "mapped.example" => &["::ffff:127.0.0.1"],
        "nat64.example" => &["64:ff9b::7f00:1"],
        "metadata.google.internal" => &["169.254.169.254"],
        "lan.example" => &["192.168.1.10"],
        "shared.example" => &["100.64.0.7"],
        "ula.example" => &["fd12:3456::1"],
        "link.example" => &["fe80::1"],
        "zero.example" => &["0.0.0.0"],
        _ => &[],
    };
    found.iter().map(|a| a.parse().unwrap()).collect()
}

/// Spellings of places inside; `PORT` is the listener's.
const SPELLINGS: &str = "
http://127.0.0.1:PORT/ http://127.0.0.1:PORT http://127.1:PORT/ http://127.0.1:PORT/ http://2130706433:PORT/
http://0x7f000001:PORT/ http://0x7F.0.0.1:PORT/ http://0x7f.1:PORT/ http://017700000001:PORT/ http://0177.0.0.1:PORT/
http://0177.0x0.0.1:PORT/ http://127.000.000.001:PORT/ http://127.0.0.1.:PORT/ http://127.255.255.254:PORT/
http://0:PORT/ http://0.0.0.0:PORT/ http://0x0:PORT/ http://00:PORT/ http://0.0:PORT/
http://[::1]:PORT/ http://[0:0:0:0:0:0:0:1]:PORT/ http://[::]:PORT/ http://[0000::0001]:PORT/
http://[::ffff:127.0.0.1]:PORT/ http://[::ffff:7f00:1]:PORT/ http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/
http://[::127.0.0.1]:PORT/ http://[64:ff9b::127.0.0.1]:PORT/ http://[64:ff9b::7f00:1]:PORT/ http://[64:ff9b:1::1]:PORT/
http://[2002:7f00:1::]:PORT/ http://[2001::1]:PORT/ http://[fe80::1]:PORT/ http://[fc00::1]:PORT/ http://[fd00:ec2::254]:PORT/
http://[ff02::1]:PORT/ http://[2001:db8::1]:PORT/
http://localhost:PORT/ http://LOCALHOST:PORT/ http://localhost.:PORT/ http://loop.example:PORT/ http://LOOP.example.:PORT/
http://six.example:PORT/ http://mixed.example:PORT/ http://mapped.example:PORT/ http://nat64.example:PORT/
http://metadata.google.internal:PORT/ http://lan.example:PORT/ http://shared.example:PORT/ http://ula.example:PORT/
http://link.example:PORT/ http://zero.example:PORT/
http://user@127.0.0.1:PORT/ http://user:pass@127.0.0.1:PORT/ http://news.example@127.0.0.1:PORT/ http://news.example%40@127.0.0.1:PORT/
http://127.0.0.1:PORT\\@news.example/ http:\\\\127.0.0.1:PORT\\ http:/127.0.0.1:PORT/ http:127.0.0.1:PORT/ HTTP://127.0.0.1:PORT/
http://127.0.0.1:PORT#@news.example/ http://127.0.0.1:PORT?@news.example/
http://１２７.０.０.１:PORT/ http://127。0。0。1:PORT/ http://①②⑦.⓪.⓪.①:PORT/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/ http://%31%32%37.0.0.1:PORT/
http://l%6fcalhost:PORT/ http://%6c%6f%63%61%6c%68%6f%73%74:PORT/
http://10.0.0.1:PORT/ http://172.16.0.1:PORT/ http://192.168.0.1:PORT/ http://100.64.0.1:PORT/ http://169.254.169.254:PORT/
http://2852039166:PORT/ http://0xa9fea9fe:PORT/ http://0251.0376.0251.0376:PORT/ http://[::ffff:169.254.169.254]:PORT/
http://100.100.100.200:PORT/ http://168.63.129.16:PORT/ http://192.0.0.1:PORT/ http://198.18.0.1:PORT/ http://224.0.0.1:PORT/
http://255.255.255.255:PORT/ https://127.0.0.1:PORT/ https://localhost:PORT/
file:///etc/passwd ftp://127.0.0.1:PORT/ gopher://127.0.0.1:PORT/ javascript:alert(1) data:text/xml,<rss/> dict://127.0.0.1:PORT/
unix:/run/docker.sock ws://127.0.0.1:PORT/ blob:http://127.0.0.1:PORT/ about:blank jar:http://127.0.0.1:PORT/
";

#[tokio::test]
async fn no_spelling_reaches_the_inside() {
    let canary = Peer::ok().await;
    let client = Client::new(None).with_resolver(Resolver::Function(Arc::new(names)));
    let spellings: Vec<String> =
        SPELLINGS.split_whitespace().map(|s| s.replace("PORT", &canary.port.to_string())).collect();
    assert!(spellings.len() >= 60, "{}", spellings.len());
    for spelling in &spellings {
        let outcome = match Request::get(spelling) {
            Ok(request) => client.fetch(&request).await.map(|_| ()),
            Err(error) => Err(error),
        };
        let error = outcome.expect_err(spelling);
        assert_eq!(error.outcome(), Outcome::Blocked, "{spelling}: {error}");
    }
    assert_eq!(canary.connections(), 0, "somebody reached the inside");

    // The canary does sing: the same address, allowed, is reached.
    let request = Request::get(&format!("http://127.0.0.1:{}/", canary.port)).unwrap().allow(&canary.allowed());
    assert_eq!(client.fetch(&request).await.unwrap().body, b"hi");
    assert_eq!(canary.connections(), 1);
}

#[tokio::test]
async fn a_redirect_to_the_inside_is_refused() {
    let canary = Peer::ok().await;
    let port = canary.port;
    for target in
        [format!("http://127.0.0.1:{port}/"), format!("//0x7f.1:{port}/"), format!("http://[::ffff:127.0.0.1]:{port}/")]
    {
        let peer = Peer::start(move |_| redirect(&target, "302 Found")).await;
        let client = Client::new(None);
        let request = Request::get(&format!("http://127.0.0.1:{}/", peer.port)).unwrap().allow(&peer.allowed());
        let error = client.fetch(&request).await.expect_err("must be refused");
        assert!(matches!(error, Error::Refused { .. }), "{error}");
    }
    let peer = Peer::start(|_| redirect("file:///etc/passwd", "302 Found")).await;
    let request = Request::get(&format!("http://127.0.0.1:{}/", peer.port)).unwrap().allow(&peer.allowed());
    let error = Client::new(None).fetch(&request).await.expect_err("must be refused");
    assert_eq!(error.outcome(), Outcome::Blocked);
    assert_eq!(canary.connections(), 0);
}

#[tokio::test]
async fn a_name_that_changes_its_address_is_not_asked_twice() {
    let canary = Peer::ok().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = asked.clone();
    // First a public address (of a documentation-like block that answers nobody), then the inside.
    let rebinding = move |_: &str| match counter.fetch_add(1, Ordering::SeqCst) {
        0 => vec!["240.0.0.1".parse().unwrap()],
        _ => vec!["127.0.0.1".parse().unwrap()],
    };
    let allow = Allow::parse(&["240.0.0.0/4"]).unwrap();
    let client = Client::new(None).with_limits(hasty()).with_resolver(Resolver::Function(Arc::new(rebinding)));
    let request = Request::get(&format!("http://rebind.example:{}/", canary.port)).unwrap().allow(&allow);
    assert_eq!(client.fetch(&request).await.expect_err("nobody is there").outcome(), Outcome::Network);
    assert_eq!(asked.load(Ordering::SeqCst), 1, "one connection, one question");
    assert!(matches!(client.fetch(&request).await, Err(Error::Refused { .. })), "the second answer is inside");
    assert_eq!(canary.connections(), 0);
}

#[tokio::test]
async fn credentials_stay_with_their_host() {
    let other = Peer::ok().await;
    let home = Peer::ok().await;
    let (port, home_port) = (other.port, home.port);
    let peer = Peer::start(move |head| match head {
        h if h.starts_with("get /away") => redirect(&format!("http://127.0.0.1:{port}/"), "302 Found"),
        h if h.starts_with("get /within") => redirect("/end", "307 Temporary Redirect"),
        _ => "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_owned(),
    })
    .await;
    let allow = Allow::parse(&["127.0.0.1"]).unwrap();
    let client = Client::new(Some("https://vigie.example/contact"));
    for path in ["away", "within"] {
        let request =
            Request::get(&format!("http://léa:s%2Bcret@127.0.0.1:{}/{path}", peer.port)).unwrap().allow(&allow);
        let request = request.header("x-api-key", "hidden").unwrap().header("if-none-match", "\"1\"").unwrap();
        assert_eq!(client.fetch(&request).await.unwrap().status, 200);
    }
    let at_home = peer.asked.lock().unwrap().join("\n");
    // base64 of "léa:s+cret", folded to lower case with the rest of the head.
    assert_eq!(at_home.matches("authorization: basic bmopytpzk2nyzxq=").count(), 3, "{at_home}");
    assert!(at_home.contains("user-agent: vigie/0.1.0 (+https://vigie.example/contact)"), "{at_home}");
    let abroad = other.asked.lock().unwrap().join("\n");
    assert!(abroad.contains("if-none-match: \"1\""), "{abroad}");
    for secret in ["authorization", "x-api-key", "referer", "cookie"] {
        assert!(!abroad.contains(secret), "{secret} left the house: {abroad}");
    }
    let request = Request::get(&format!("http://127.0.0.1:{home_port}/")).unwrap().allow(&allow).bearer("t\nx");
    assert!(matches!(request, Err(Error::Header { .. })));
}

#[tokio::test]
async fn redirects_end_and_permanent_ones_are_told() {
    let allow = Allow::parse(&["127.0.0.1"]).unwrap();
    let client = Client::new(None);
    let circle = Peer::start(|_| redirect("/again", "302 Found")).await;
    let request = Request::get(&format!("http://127.0.0.1:{}/", circle.port)).unwrap().allow(&allow);
    assert_eq!(client.fetch(&request).await.unwrap_err(), Error::Redirects(5));
    assert_eq!(circle.connections(), 6);

    let chain = Peer::start(|head| match head {
        h if h.starts_with("get /a ") => redirect("/b", "301 Moved Permanently"),
        h if h.starts_with("get /b ") => redirect("/c", "308 Permanent Redirect"),
        h if h.starts_with("get /c ") => redirect("/d", "302 Found"),
        _ => "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx".to_owned(),
    })
    .await;
    let request = Request::get(&format!("http://127.0.0.1:{}/a", chain.port)).unwrap().allow(&allow);
    let answer = client.fetch(&request).await.unwrap();
    assert_eq!((answer.final_url.path(), answer.moved_to.as_ref().map(|u| u.path())), ("/d", Some("/c")));
}

#[tokio::test]
async fn slowness_has_an_end() {
    let allow = Allow::parse(&["127.0.0.1"]).unwrap();
    let client = Client::new(None).with_limits(hasty());
    let body_never_ends = Peer::start(|_| "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nbeginning".to_owned()).await;
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let request = Request::get(&format!("http://{}/", silent.local_addr().unwrap())).unwrap().allow(&allow);
    assert!(matches!(client.fetch(&request).await, Err(Error::Time { stage: "the first byte", .. })));
    let request = Request::get(&format!("http://127.0.0.1:{}/", body_never_ends.port)).unwrap().allow(&allow);
    // The peer closes after its answer, so this is either a broken or a late body; both are the network's.
    assert_eq!(client.fetch(&request).await.unwrap_err().outcome(), Outcome::Network);
}

#[tokio::test]
async fn a_stream_comes_in_lines() {
    let allow = Allow::parse(&["127.0.0.1"]).unwrap();
    let limits = Limits { line: 4096, idle: Duration::from_millis(300), ..Limits::default() };
    let client = Client::new(None).with_limits(limits);
    let answer = |head: &str| match head {
        h if h.starts_with("get /long") => format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(10_000)),
        _ => {
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\nevent: update\r\ndata: é\n\n:hb\nrest".to_owned()
        }
    };
    let peer = Peer::start(answer).await;
    let request = Request::get(&format!("http://127.0.0.1:{}/s", peer.port)).unwrap().allow(&allow);
    let mut stream = client.stream(&request).await.unwrap();
    assert_eq!(stream.header("content-type"), Some("text/event-stream"));
    let mut lines = Vec::new();
    while let Some(line) = stream.next_line().await.unwrap() {
        lines.push(String::from_utf8(line).unwrap());
    }
    assert_eq!(lines, ["event: update", "data: é", "", ":hb"], "a line cut by the end is no line");
    let request = Request::get(&format!("http://127.0.0.1:{}/long", peer.port)).unwrap().allow(&allow);
    let error = client.stream(&request).await.unwrap().next_line().await.unwrap_err();
    assert!(matches!(error, Error::TooBig { .. }), "{error}");

    // Says nothing, keeps the connection: silence is noticed.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let keeper = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 2048]).await.unwrap();
        socket.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        std::future::pending::<()>().await;
    });
    let request = Request::get(&format!("http://{address}/")).unwrap().allow(&allow);
    let error = client.stream(&request).await.unwrap().next_line().await.unwrap_err();
    assert!(matches!(error, Error::Time { .. }), "{error}");
    keeper.abort();
}
