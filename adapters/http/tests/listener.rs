//! The listener over real sockets: answers, shutdown with a deadline, streams that do not hold it up.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

use std::io;
use std::time::{Duration, Instant};

use eop_http::Connections;
use eop_http::server::serve;
use poem::endpoint::{make, make_sync};
use poem::{Body, Response, Route};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

fn app() -> Route {
    Route::new()
        .at("/now", make_sync(|_| "now"))
        .at(
            "/soon",
            make(|_| async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                "soon"
            }),
        )
        .at(
            "/forever",
            make_sync(|_| {
                let endless = futures::stream::pending::<Result<Vec<u8>, io::Error>>();
                Response::builder().content_type("text/event-stream").body(Body::from_bytes_stream(endless))
            }),
        )
}

/// Sends a request and gives back all that comes until the connection ends.
async fn get(address: std::net::SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A stream that is cut off may end in a reset, after what was sent.
    let _end = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn open_requests_finish_and_endless_ones_end_with_the_grace() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async {
        let _stopped = stopped.await;
    };
    let started = Instant::now();
    let connections = Connections::default();
    let server = serve(listener, app(), &connections, shutdown, Duration::from_secs(1));
    let clients = async {
        assert!(get(address, "/now").await.ends_with("now"));
        let stop = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            stop.send(()).unwrap();
        };
        let (soon, forever, ()) = tokio::join!(get(address, "/soon"), get(address, "/forever"), stop);
        assert!(soon.ends_with("soon"), "{soon}");
        assert!(forever.starts_with("HTTP/1.1 200 OK"), "{forever}");
    };
    let (end, ()) = tokio::join!(server, clients);
    end.unwrap();
    let took = started.elapsed();
    assert!(took >= Duration::from_secs(1) && took < Duration::from_secs(5), "{took:?}");
    assert!(TcpStream::connect(address).await.is_err());
}
