//! Takes connections, within bounds of number and time, and serves the pages on them.

use super::Transport;
use super::patience::{Impatient, hurried};
use crate::state::App;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

/// What a client may take of us.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// To shake hands, where TLS is spoken.
    pub handshake: Duration,
    /// To send the head of a request; also how long a connection may lie idle between two.
    pub head: Duration,
    /// Between two pieces of a body.
    pub piece: Duration,
    /// To send a whole body.
    pub body: Duration,
    /// To take what was answered.
    pub taking: Duration,
    /// Connections at one time.
    pub connections: usize,
    /// Connections at one time from one address that is neither this machine nor a listed proxy.
    pub from_one: usize,
    /// To end what is under way when the program stops.
    pub parting: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(15),
            piece: Duration::from_secs(20),
            body: Duration::from_secs(120),
            taking: Duration::from_secs(30),
            connections: 1_024,
            from_one: 256,
            parting: Duration::from_secs(5),
        }
    }
}

/// Largest head of a request.
const HEAD: usize = 64 << 10;

/// Who is at the other end of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Serves the pages until `stop` resolves.
pub async fn serve(
    listener: TcpListener,
    transport: Transport,
    app: App,
    bounds: Bounds,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let doors = Doors {
        router: crate::router(app.clone()),
        acceptor: match transport {
            Transport::Plain { .. } => None,
            Transport::Tls(config) => Some(TlsAcceptor::from(config)),
        },
        bounds,
    };
    let seats = Seats::new(bounds, app.site.proxies.clone());
    let parting = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, seat) = tokio::select! {
            () = &mut stop => break,
            taken = seats.next(&listener) => match taken {
                Some(taken) => taken,
                None => continue,
            },
        };
        let (doors, watcher) = (doors.clone(), parting.watcher());
        tokio::spawn(async move {
            doors.welcome(stream, peer, watcher).await;
            drop(seat);
        });
    }
    drop(listener);
    app.lines.end();
    app.drills.hang_up();
    // Whoever has not ended by then is left: the program stops.
    let _ = timeout(bounds.parting, parting.shutdown()).await;
}

/// What every connection needs.
#[derive(Clone)]
struct Doors {
    router: Router,
    acceptor: Option<TlsAcceptor>,
    bounds: Bounds,
}

impl Doors {
    async fn welcome(self, stream: TcpStream, peer: SocketAddr, watcher: Watcher) {
        // Answers are whole pages and single events: waiting to fill a packet only delays them.
        let _ = stream.set_nodelay(true);
        let stream = Impatient::new(stream, self.bounds.taking);
        match self.acceptor.clone() {
            None => self.speak(stream, peer, watcher).await,
            Some(acceptor) => {
                if let Ok(Ok(stream)) = timeout(self.bounds.handshake, acceptor.accept(stream)).await {
                    self.speak(stream, peer, watcher).await;
                }
            }
        }
    }

    async fn speak(self, stream: impl AsyncRead + AsyncWrite + Unpin + 'static, peer: SocketAddr, watcher: Watcher) {
        let (router, bounds) = (TowerToHyperService::new(self.router), self.bounds);
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let mut request = request.map(|body| hurried(Body::new(body), bounds.piece, bounds.body));
            request.extensions_mut().insert(ConnectInfo(Peer(peer)));
            router.call(request)
        });
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(bounds.head).max_buf_size(HEAD);
        // A client that breaks off is no news.
        let _ = watcher.watch(builder.serve_connection(TokioIo::new(stream), service)).await;
    }
}

/// Who holds a connection: so many in all, so many from one address.
#[derive(Clone)]
struct Seats {
    all: Arc<Semaphore>,
    from: Arc<Mutex<BTreeMap<IpAddr, usize>>>,
    from_one: usize,
    proxies: Vec<IpAddr>,
}

/// One connection's place; free again when it is dropped.
struct Seat {
    counted: Option<IpAddr>,
    seats: Seats,
    _permit: OwnedSemaphorePermit,
}

impl Seats {
    fn new(bounds: Bounds, proxies: Vec<IpAddr>) -> Self {
        let all = Arc::new(Semaphore::new(bounds.connections));
        Self { all, from: Arc::default(), from_one: bounds.from_one, proxies }
    }

    /// The next connection, once there is a place for it; `None` where there was none to be had this time.
    async fn next(&self, listener: &TcpListener) -> Option<(TcpStream, SocketAddr, Seat)> {
        let permit = self.all.clone().acquire_owned().await.ok()?;
        match listener.accept().await {
            Ok((stream, peer)) => Some((stream, peer, self.take(peer.ip().to_canonical(), permit)?)),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                // No descriptors left, most likely: asking again at once would only keep the processor busy.
                let _ = timeout(Duration::from_secs(1), std::future::pending::<()>()).await;
                None
            }
        }
    }

    fn take(&self, from: IpAddr, permit: OwnedSemaphorePermit) -> Option<Seat> {
        let counted = (!from.is_loopback() && !self.proxies.contains(&from)).then_some(from);
        if let Some(address) = counted {
            let mut open = self.from.lock().unwrap_or_else(PoisonError::into_inner);
            let theirs = open.entry(address).or_default();
            if *theirs >= self.from_one {
                return None;
            }
            *theirs += 1;
        }
        Some(Seat { counted, seats: self.clone(), _permit: permit })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some(address) = self.counted else { return };
        let mut open = self.seats.from.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(theirs) = open.get_mut(&address) {
            *theirs -= 1;
            if *theirs == 0 {
                open.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_address_does_not_take_every_place() {
        let bounds = Bounds { connections: 9, from_one: 2, ..Bounds::default() };
        let (stranger, other): (IpAddr, IpAddr) = ("203.0.113.9".parse().unwrap(), "203.0.113.10".parse().unwrap());
        let (proxy, here): (IpAddr, IpAddr) = ("10.0.0.2".parse().unwrap(), "127.0.0.1".parse().unwrap());
        let seats = Seats::new(bounds, vec![proxy]);
        let take = |from| seats.take(from, seats.all.clone().try_acquire_owned().unwrap());
        let (first, second) = (take(stranger), take(stranger));
        assert!(first.is_some() && second.is_some() && take(stranger).is_none());
        let others = [take(other), take(proxy), take(proxy), take(proxy), take(here), take(here), take(here)];
        assert!(others.iter().all(Option::is_some));
        drop((first, others));
        assert!(take(stranger).is_some());
        drop(second);
        assert!(seats.from.lock().unwrap().is_empty());
    }
}
