//! Clients that are slow, deaf or many, over real sockets, and what only a listener can see.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod support;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use eop_http::server::{ConnectionLimits, serve};
use eop_http::{Connections, HttpOptions, Metrics};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// Short enough for a test, and several sweeps long.
fn limits() -> ConnectionLimits {
    let second = Duration::from_secs(1);
    ConnectionLimits { head: second * 2, idle: second * 2, write: second * 2, ..ConnectionLimits::default() }
}

async fn started(options: HttpOptions, limits: ConnectionLimits) -> (SocketAddr, Metrics) {
    started_until(options, limits, std::future::pending()).await
}

/// A server that stops with `shutdown`, and then gives open requests a minute.
async fn started_until(
    options: HttpOptions,
    limits: ConnectionLimits,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> (SocketAddr, Metrics) {
    let metrics = Metrics::default();
    let app = support::service().options(options).metrics(metrics.clone()).build().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Connections::new(limits, metrics.clone());
    let server = async move {
        serve(listener, app, &connections, shutdown, Duration::from_mins(1)).await.unwrap();
    };
    spawn(server);
    (address, metrics)
}

#[expect(clippy::disallowed_methods, reason = "the runtime of the test ends it")]
fn spawn(server: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(server);
}

async fn connected(address: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// What comes until the connection ends.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let _reset_or_end = stream.read_to_end(&mut bytes).await;
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The answer to a request that asks for the end of the connection.
async fn answer(address: SocketAddr, head: &str) -> String {
    rest(connected(address, head).await).await
}

async fn origin(address: SocketAddr) -> String {
    answer(address, "GET /api/v1/origin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await
}

/// How long the server lets a connection live on which `text` comes first and then a byte now and then.
async fn life_of(address: SocketAddr, text: &str, drip: &str) -> Duration {
    let started = Instant::now();
    let (mut reader, mut writer) = connected(address, text).await.into_split();
    let dripping = async {
        for byte in drip.bytes().cycle() {
            sleep(Duration::from_millis(300)).await;
            if writer.write_all(&[byte]).await.is_err() {
                break;
            }
        }
    };
    let reading = async {
        let mut bytes = Vec::new();
        let _end = reader.read_to_end(&mut bytes).await;
    };
    tokio::select! { () = dripping => {}, () = reading => {} }
    started.elapsed()
}

#[tokio::test]
async fn slow_heads_are_given_up_however_they_begin() {
    let (address, metrics) = started(HttpOptions::default(), limits()).await;
    let dripped = |text: &'static str, drip: &'static str| {
        timeout(Duration::from_secs(8), life_of(address, text, drip))
    };
    let lives = tokio::join!(
        dripped("GET / HTTP/1.1\r\n", "X"),
        dripped("\r\nGET / HTTP/1.1\r\n", "X"),
        dripped("\r\n\r\n\r\n", "\r\n"),
        dripped("PRI * HTTP/2.0\r\n", "\r\nSM"),
        dripped("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\0"),
        dripped("", "P"),
        // One after a complete request.
        dripped("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", "\r\n"),
    );
    for life in <[_; 7]>::from(lives) {
        let life = life.expect("it is given up");
        assert!(life < Duration::from_secs(6), "{life:?}");
    }
    let text = metrics.text().unwrap();
    let closed = r#"http_server_connections_closed_total{reason="head_timeout"}"#;
    assert!(text.contains(closed), "{text}");
}

#[tokio::test]
async fn slow_bodies_take_no_place() {
    let options = HttpOptions { max_in_flight: 2, ..HttpOptions::default() };
    let (address, _) = started(options, limits()).await;
    let mut slow = Vec::new();
    for _ in 0..20 {
        let head = "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer alice\r\n\
                    Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        slow.push(connected(address, head).await);
    }
    sleep(Duration::from_millis(300)).await;
    let answer = origin(address).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}

#[tokio::test]
async fn who_never_reads_is_given_up() {
    let (address, metrics) = started(HttpOptions::default(), limits()).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(400);
    let started = Instant::now();
    // Writes until the server takes no more, and then waits for it to end the connection.
    let ended = timeout(Duration::from_secs(30), async {
        while stream.write_all(request.as_bytes()).await.is_ok() {
            sleep(Duration::from_millis(100)).await;
        }
    });
    ended.await.expect("the connection is ended");
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
    let text = metrics.text().unwrap();
    assert!(text.contains(r#"http_server_connections_closed_total{reason="write_timeout"} 1"#), "{text}");
}

#[tokio::test]
async fn pauses_end_but_work_does_not() {
    let (address, _) =
        started(HttpOptions { request_timeout_ms: 4_000, ..HttpOptions::default() }, limits()).await;
    let idle = async {
        let began = Instant::now();
        answer(address, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
        assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    };
    let working = async {
        let head = "GET /api/v1/sleep HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        let text = answer(address, head).await;
        assert!(text.contains("service.timeout"), "{text}");
    };
    tokio::join!(idle, working);
}

#[tokio::test]
async fn the_longest_waiting_makes_room_for_who_has_a_request() {
    let limits = ConnectionLimits { total: 20, per_address: 20, head: Duration::from_mins(1), ..limits() };
    let (address, metrics) = started(HttpOptions::default(), limits).await;
    let mut waiting = Vec::new();
    for _ in 0..20 {
        waiting.push(connected(address, "GET / HTTP/1.1\r\n").await);
    }
    sleep(Duration::from_secs(2)).await;
    for _ in 0..5 {
        let answer = origin(address).await;
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    }
    let text = metrics.text().unwrap();
    assert!(text.contains(r#"http_server_connections_closed_total{reason="shed"}"#), "{text}");
}

#[tokio::test]
async fn heads_that_cannot_be_read_are_answered_by_problems() {
    let (address, _) = started(HttpOptions::default(), limits()).await;
    let many = "X: 1\r\n".repeat(150);
    let long = format!("X: {}\r\n", "x".repeat(70_000));
    let url = "x".repeat(66_000);
    for (head, status, code) in [
        (format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"), 431, "request.head_too_large"),
        (format!("GET / HTTP/1.1\r\nHost: localhost\r\n{long}\r\n"), 431, "request.head_too_large"),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n".to_owned(), 400, "request.malformed_head"),
        ("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n".to_owned(), 400, "request.malformed_head"),
        ("G\x01T / HTTP/1.1\r\n\r\n".to_owned(), 400, "request.malformed_head"),
        (
            "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nbad\r\n\r\n".to_owned(),
            400,
            "request.malformed_head",
        ),
        ("GET / HTTP/1.1\r\n\r\n".to_owned(), 400, "request.malformed_host"),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".to_owned(), 400, "request.malformed_host"),
        ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n".to_owned(), 400, "request.malformed_host"),
        ("GET / HTTP/1.1\r\nHost: \r\n\r\n".to_owned(), 400, "request.malformed_host"),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".to_owned(), 421, "request.foreign_host"),
        (format!("GET /{url} HTTP/1.1\r\nHost: localhost\r\n\r\n"), 431, "request.head_too_large"),
    ] {
        let shown: String = head.chars().take(80).collect();
        let text = answer(address, &head).await;
        let last = text.rfind("HTTP/1.1 ").map_or("", |start| &text[start..]);
        assert!(last.starts_with(&format!("HTTP/1.1 {status} ")), "{shown:?}: {text:?}");
        for part in
            ["content-type: application/problem+json", "x-content-type-options: nosniff", "x-request-id: "]
        {
            assert!(last.contains(part), "{shown:?}: {part} is not in {last}");
        }
        assert!(last.contains(&format!("\"code\":\"{code}\"")), "{shown:?}: {last}");
    }
}

#[tokio::test]
async fn local_and_public_names_and_old_probes_are_served() {
    let options =
        HttpOptions { public_url: Some("https://orders.example.com".to_owned()), ..HttpOptions::default() };
    let (address, _) = started(options, limits()).await;
    for head in [
        "GET /health/live HTTP/1.0\r\n\r\n".to_owned(),
        "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned(),
        format!("GET /health/live HTTP/1.1\r\nHost: {address}\r\n\r\n"),
        "GET /health/live HTTP/1.1\r\nHost: [::1]:80\r\n\r\n".to_owned(),
        "GET /health/live HTTP/1.1\r\nHost: orders.example.com\r\n\r\n".to_owned(),
        "GET http://localhost/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned(),
    ] {
        let text = answer(address, &head).await;
        assert!(text.contains(" 200 OK\r\n"), "{head:?}: {text}");
    }
    // A proxy passes on the name that its client used.
    let (behind, _) = started(HttpOptions { trusted_proxies: 1, ..HttpOptions::default() }, limits()).await;
    let text = answer(behind, "GET /health/live HTTP/1.1\r\nHost: anything.example\r\n\r\n").await;
    assert!(text.starts_with("HTTP/1.1 200 OK"), "{text}");
}

const LISTEN: &str =
    "GET /api/v1/orders/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer alice\r\n\r\n";

#[tokio::test]
async fn streams_end_with_the_process_and_say_when_to_come_back() {
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let shutdown = async move {
        let _stop = stopped.await;
    };
    let (address, metrics) = started_until(HttpOptions::default(), limits(), shutdown).await;
    let stream = connected(address, LISTEN).await;
    sleep(Duration::from_millis(300)).await;
    stop.send(()).unwrap();
    let text = timeout(Duration::from_secs(5), rest(stream)).await.expect("nobody waits for the grace");
    assert!(text.contains("content-type: text/event-stream") && text.contains("retry: "), "{text}");
    assert!(text.ends_with("\r\n0\r\n\r\n"), "the body is complete: {text}");
    let text = metrics.text().unwrap();
    assert!(
        text.contains(r#"http_server_streams_ended_total{service="order",reason="shutdown"} 1"#),
        "{text}"
    );
}

#[tokio::test]
async fn a_stream_outlasts_the_deadlines_of_connections_and_ends_with_its_client() {
    let (address, metrics) = started(HttpOptions::default(), limits()).await;
    let stream = connected(address, LISTEN).await;
    // Longer than head, idle and write may take here.
    sleep(Duration::from_secs(5)).await;
    let open = r#"http_server_streams{service="order"} 1"#;
    assert!(metrics.text().unwrap().contains(open));
    drop(stream);
    let gone = async {
        while metrics.text().unwrap().contains(open) {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(5), gone).await.expect("its place is given back");
}
