//! A server that speaks the Mastodon API, in memory, on a free port.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Command;
use std::time::Duration;

use super::python::Venv;
use super::{did_not_start, folder, log};
use crate::command::{Stop, could_not};
use crate::keeper::Keeper;
use crate::wall;

/// Starts the server; gives its address.
pub fn start(keeper: &mut Keeper, venv: &Venv) -> Result<String, Stop> {
    let address = free_address()?;
    let (log_path, file) = log("mastodon-mock.log")?;
    let errors = file.try_clone().map_err(could_not("share the log of mastodon-mock"))?;
    let mut server = Command::new(&venv.python);
    server.args(["-m", "mastodon_mock", "serve", "--in-memory", "--port", &address.port().to_string()]);
    server.current_dir(folder()?).stdout(file).stderr(errors);
    let mut process = keeper.spawn("TERM", &mut server)?;
    let mut ended = false;
    let up = wall::wait_until(Duration::from_secs(60), || {
        ended = process.try_wait().is_ok_and(|status| status.is_some());
        ended || answers(address)
    });
    if !up || ended {
        return Err(did_not_start("mastodon-mock", &log_path));
    }
    Ok(format!("http://{address}"))
}

fn free_address() -> Result<SocketAddr, Stop> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(could_not("find a free port"))?;
    listener.local_addr().map_err(could_not("find a free port"))
}

fn answers(address: SocketAddr) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let ask = format!("GET /api/v1/instance HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(ask.as_bytes())?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(&start == b"HTTP/1.1 200")
    };
    ask().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};

    use super::*;

    #[test]
    fn only_success_counts_as_an_answer() {
        assert!(!answers(free_address().unwrap()));
        for (status, expected) in [("200 OK", true), ("503 Service Unavailable", false)] {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
            let address = listener.local_addr().unwrap();
            let server = std::thread::spawn(move || {
                let (mut stream, _) = listener.accept().unwrap();
                let mut request = BufReader::new(&stream).lines();
                while !request.next().unwrap().unwrap().is_empty() {}
                let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
                stream.write_all(answer.as_bytes()).unwrap();
            });
            assert_eq!(answers(address), expected, "{status}");
            server.join().unwrap();
        }
    }
}
