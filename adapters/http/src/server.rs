//! The listener: HTTP/1.1 and HTTP/2 over plain TCP, with a deadline for every phase of a connection.
//!
//! hyper sets no deadlines here, because each of its own would be a timer per request. A connection notes what it waits
//! for (`connection`), and one sweep twice a second ends those that have waited too long (`connections`):
//!
//! | phase | ends with | limit |
//! | --- | --- | --- |
//! | a head is coming, from its first byte or the opening | a complete head | [`ConnectionLimits::head`] |
//! | a body is coming | the body, or 408 | `HttpOptions::body_timeout_ms`, by the edge |
//! | an operation works | its answer, or 503 | `HttpOptions::request_timeout_ms`, by the edge |
//! | the client does not take what we write | progress | [`ConnectionLimits::write`] |
//! | a stream is open | its last event | none: a client that takes nothing is let go by the edge |
//! | nothing is under way | the next head | [`ConnectionLimits::idle`] |
//!
//! Where there is no room for a connection, the one that has kept us waiting the longest makes room; one whose
//! operation is at work never does. A client that vanished without a word is found by TCP itself.

mod connection;
mod connections;
mod descriptors;
mod door;
mod refusal;
mod watched;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use poem::http::uri::Scheme;
use poem::http::{Request, Response};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Endpoint, EndpointExt, IntoEndpoint};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub(crate) use self::connection::Arrival;
use self::connection::{Answering, End};
use self::connections::{Admitted, SWEEP};
pub use self::connections::{ConnectionLimits, Connections};
use self::door::Door;
use self::watched::Watched;

/// The most requests at once over one connection of HTTP/2.
const MAX_STREAMS: u32 = 128;
/// The longest head of HTTP/1.1, and how much of an answer waits for the socket.
const MAX_BUFFER_BYTES: usize = 64 * 1024;
/// The longest list of headers of HTTP/2.
const MAX_HEADER_LIST_BYTES: u32 = 16 * 1024;
/// The most headers of one request of HTTP/1.1.
const MAX_HEADERS: usize = 100;

/// Serves `app` until `shutdown` completes; then stops accepting and gives open requests `grace` to finish.
///
/// All listeners of a process share its `connections`, because they share its descriptors.
///
/// # Errors
/// When the listener cannot be used at all.
pub async fn serve<E>(
    listener: TcpListener,
    app: E,
    connections: &Connections,
    shutdown: impl Future<Output = ()>,
    grace: Duration,
) -> io::Result<()>
where
    E: IntoEndpoint,
    E::Endpoint: 'static,
{
    let local = listener.local_addr()?;
    let app = Arc::new(app.into_endpoint().map_to_response());
    let (stop, abort, tasks) = (CancellationToken::new(), CancellationToken::new(), TaskTracker::new());
    let mut door = Door::new(listener);
    let mut sweep = interval(SWEEP);
    sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            _ = sweep.tick() => connections.sweep(),
            (stream, remote) = door.next(connections) => {
                // One that is not admitted is closed by being dropped.
                if let Some(admitted) = connections.admit(remote.ip()) {
                    let serving = Serving { app: Arc::clone(&app), local, remote };
                    tasks.spawn(serving.run(stream, admitted, stop.clone(), abort.clone()));
                }
            }
        }
    }
    drop(door);
    stop.cancel();
    tasks.close();
    if tokio::time::timeout(grace, tasks.wait()).await.is_err() {
        abort.cancel();
        tasks.wait().await;
    }
    Ok(())
}

/// What is served on one connection.
struct Serving<E> {
    app: Arc<E>,
    local: SocketAddr,
    remote: SocketAddr,
}

impl<E> Serving<E>
where
    E: Endpoint<Output = poem::Response> + 'static,
{
    /// Serves the connection until it ends, for whatever reason.
    async fn run(
        self,
        stream: TcpStream,
        admitted: Admitted,
        stop: CancellationToken,
        abort: CancellationToken,
    ) {
        door::prepare(&stream);
        let connection = Arc::clone(admitted.connection());
        let arrival = Arrival::new(Arc::clone(&connection), stop.clone(), self.local.ip().is_loopback());
        let service = service_fn(|request| self.answer(request, arrival.clone()));
        let builder = builder();
        let io = TokioIo::new(Watched::new(stream, Arc::clone(&connection)));
        let mut serving = pin!(builder.serve_connection(io, service));
        let mut is_ending = false;
        loop {
            tokio::select! {
                outcome = serving.as_mut() => {
                    if let Err(error) = outcome {
                        tracing::debug!(error, remote = %self.remote, "a connection broke off");
                    }
                    return;
                }
                () = abort.cancelled() => return,
                end = connection.ended() => match end {
                    End::Now => return,
                    End::WhenDone => {
                        is_ending = true;
                        serving.as_mut().graceful_shutdown();
                    }
                },
                () = stop.cancelled(), if !is_ending => {
                    is_ending = true;
                    serving.as_mut().graceful_shutdown();
                }
            }
        }
    }

    fn answer(
        &self,
        mut request: Request<Incoming>,
        arrival: Arrival,
    ) -> impl Future<
        Output = Result<
            Response<impl hyper::body::Body<Data = hyper::body::Bytes, Error = io::Error> + use<E>>,
            Infallible,
        >,
    >
    + Send
    + 'static
    + use<E> {
        let under_way = arrival.begin(request.version());
        let (app, local, remote) = (Arc::clone(&self.app), self.local, self.remote);
        async move {
            request.extensions_mut().insert(arrival);
            let addresses = (LocalAddr(local.into()), RemoteAddr(remote.into()));
            let request = poem::Request::from((request, addresses.0, addresses.1, Scheme::HTTP));
            let answer: Response<_> = app.get_response(request).await.into();
            Ok(answer.map(|body| Answering::new(body, under_way)))
        }
    }
}

fn builder() -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    // The deadline for heads is that of the sweep.
    builder.http1().max_headers(MAX_HEADERS).max_buf_size(MAX_BUFFER_BYTES).header_read_timeout(None);
    builder
        .http2()
        .max_concurrent_streams(MAX_STREAMS)
        .max_pending_accept_reset_streams(20)
        .max_header_list_size(MAX_HEADER_LIST_BYTES)
        .max_send_buf_size(MAX_BUFFER_BYTES);
    builder
}
