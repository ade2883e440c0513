//! The listener: poem's server with what it leaves out.
//!
//! Small answers leave at once (`TCP_NODELAY`); an error of `accept`, such as too many open files, does not spin; a
//! client that sends its request head slowly, or never, is dropped; shutdown has a deadline.

mod head_guard;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use poem::http::uri::Scheme;
use poem::listener::Acceptor;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{IntoEndpoint, Server};
use tokio::net::{TcpListener, TcpStream};

use self::head_guard::HeadGuard;

/// How long a client may take to send the head of a request. Longer than a body may take, since a body that follows
/// `100 Continue` looks like a head.
const HEAD_TIMEOUT: Duration = Duration::from_secs(20);
/// How long a connection without traffic is kept. Operations in progress are not cut off by it.
const IDLE_TIMEOUT: Duration = Duration::from_secs(90);
/// How long to wait after a failed `accept`.
const BACKOFF: Duration = Duration::from_millis(100);

/// Serves `app` until `shutdown` completes; then stops accepting and gives open requests `grace` to finish.
///
/// # Errors
/// When the listener cannot be used at all.
pub async fn serve<E>(
    listener: TcpListener,
    app: E,
    shutdown: impl Future<Output = ()>,
    grace: Duration,
) -> io::Result<()>
where
    E: IntoEndpoint,
    E::Endpoint: 'static,
{
    let local = listener.local_addr()?;
    Server::new_with_acceptor(Careful { listener, local })
        .idle_timeout(IDLE_TIMEOUT)
        .http2_max_concurrent_streams(256)
        .run_with_graceful_shutdown(app, shutdown, Some(grace))
        .await
}

/// Accepts connections with care.
struct Careful {
    listener: TcpListener,
    local: SocketAddr,
}

impl Careful {
    async fn next(&self) -> (TcpStream, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok(accepted) => return accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(BACKOFF).await;
                }
            }
        }
    }
}

impl Acceptor for Careful {
    type Io = HeadGuard<TcpStream>;

    fn local_addr(&self) -> Vec<LocalAddr> {
        vec![LocalAddr(self.local.into())]
    }

    async fn accept(&mut self) -> io::Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        let (stream, remote) = self.next().await;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
        let io = HeadGuard::new(stream, HEAD_TIMEOUT);
        Ok((io, LocalAddr(self.local.into()), RemoteAddr(remote.into()), Scheme::HTTP))
    }
}
