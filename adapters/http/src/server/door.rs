//! Accepting connections, also when the process may open no more files.

use std::fs::File;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use futures::FutureExt;
use rustix::io::Errno;
use socket2::{SockRef, TcpKeepalive};
use tokio::net::{TcpListener, TcpStream};

use super::connections::Connections;

/// How long to wait after a failed `accept`, for what was ended to be gone.
const BACKOFF: Duration = Duration::from_millis(20);
/// How many connections make room at once.
const BATCH: usize = 16;
/// How long a client may be silent before TCP asks whether it is there, and how long what was sent may stay unconfirmed.
const SILENCE: Duration = Duration::from_secs(30);

/// A listener, and a descriptor in reserve.
pub(super) struct Door {
    listener: TcpListener,
    /// Given up for a moment to take a connection that there is no room for off the queue, where it would otherwise
    /// wait for an answer that nobody gives.
    reserve: Option<File>,
}

impl Door {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self { listener, reserve: reserve() }
    }

    /// The next connection.
    pub(super) async fn next(&mut self, connections: &Connections) -> (TcpStream, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok(accepted) => return accepted,
                Err(error) if is_exhausted(&error) => {
                    if !connections.make_room(BATCH) {
                        self.turn_away();
                        connections.refused();
                    }
                    tokio::time::sleep(BACKOFF).await;
                }
                // The client was gone before it was its turn.
                Err(error) => tracing::debug!(%error, "a connection could not be accepted"),
            }
        }
    }

    /// Closes a waiting connection.
    fn turn_away(&mut self) {
        self.reserve = None;
        let _closed = self.listener.accept().now_or_never();
        self.reserve = reserve();
    }
}

fn reserve() -> Option<File> {
    File::open("/dev/null").ok()
}

/// Whether the process or the machine has no descriptor or memory for another connection.
fn is_exhausted(error: &io::Error) -> bool {
    matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE | Errno::NOBUFS | Errno::NOMEM))
}

/// Small answers leave at once, and a client that vanished is noticed.
pub(super) fn prepare(stream: &TcpStream) {
    let socket = SockRef::from(stream);
    let keepalive = TcpKeepalive::new().with_time(SILENCE).with_interval(SILENCE / 3).with_retries(3);
    let outcome = socket
        .set_tcp_nodelay(true)
        .and_then(|()| socket.set_tcp_keepalive(&keepalive))
        .and_then(|()| socket.set_tcp_user_timeout(Some(SILENCE * 2)));
    if let Err(error) = outcome {
        tracing::debug!(%error, "a socket could not be prepared");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lack_of_descriptors_is_told_from_a_client_that_went() {
        for errno in [Errno::MFILE, Errno::NFILE, Errno::NOBUFS, Errno::NOMEM] {
            assert!(is_exhausted(&errno.into()));
        }
        assert!(!is_exhausted(&Errno::CONNABORTED.into()));
        assert!(!is_exhausted(&io::Error::other("anything")));
    }
}
