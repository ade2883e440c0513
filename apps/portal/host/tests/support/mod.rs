//! A portal on a port, before services that say what they were asked.

use std::fmt::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use eop_http::server::{ConnectionLimits, Connections};
use eop_http::{HttpOptions, Metrics};
use eop_portal::site::Asset;
use eop_portal::{Door, Site, portal};
use futures::StreamExt;
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use poem::{Body, IntoEndpoint, Request, Response, handler};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

static BUILT: &[Asset] = &[
    Asset {
        path: "assets/app-1a2b.js",
        tag: "W/\"1\"",
        plain: b"plain",
        br: Some(b"tiny"),
        gz: Some(b"small"),
    },
    Asset { path: "icon.svg", tag: "W/\"2\"", plain: b"<svg/>", br: None, gz: None },
    Asset { path: "index.html", tag: "W/\"3\"", plain: b"<p>page</p>", br: None, gz: None },
    Asset { path: "mail-frame.html", tag: "W/\"4\"", plain: b"<p>mail</p>", br: None, gz: None },
];

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

/// Something that asks the portal.
pub(crate) struct Browser {
    portal: SocketAddr,
}

impl Browser {
    pub(crate) async fn built() -> Self {
        Self::before(Site::Table(BUILT), serve(service).await).await
    }

    pub(crate) async fn empty() -> Self {
        Self::before(Site::Table(&[]), serve(service).await).await
    }

    pub(crate) async fn of_folder(folder: &Path) -> Self {
        Self::before(Site::Folder(folder.to_owned()), serve(service).await).await
    }

    /// The portal before an address where nobody listens.
    pub(crate) async fn without_services() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let nobody = listener.local_addr().expect("it is bound");
        drop(listener);
        Self::before(Site::Table(BUILT), nobody).await
    }

    async fn before(site: Site, services: SocketAddr) -> Self {
        let address = format!("http://{services}");
        let door = Door::new([&address, &address, &address]).expect("it is an address");
        Self { portal: serve(portal(site, door, &HttpOptions::default(), &Metrics::default())).await }
    }

    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(Method::GET, path, headers, "").await
    }

    /// Sends the path as it is written: a client library would tidy `..` away.
    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut stream = self.ask(&method, path, headers, body).await;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.expect("an answer");
        parse(&bytes)
    }

    /// Head and body of an answer as far as the body's first bytes.
    pub(crate) async fn first_chunk(&self, path: &str) -> (String, String) {
        let mut stream = self.ask(&Method::GET, path, &[], "").await;
        let mut text = String::new();
        let mut buffer = [0; 4096];
        loop {
            let read = stream.read(&mut buffer).await.expect("it goes on");
            assert_ne!(read, 0, "the stream ended after {text:?}");
            text.push_str(&String::from_utf8_lossy(&buffer[..read]));
            if let Some((head, body)) = text.split_once("\r\n\r\n")
                && !body.is_empty()
            {
                return (head.to_ascii_lowercase(), body.to_owned());
            }
        }
    }

    async fn ask(&self, method: &Method, path: &str, headers: &[(&str, &str)], body: &str) -> TcpStream {
        let mut text = format!("{method} {path} HTTP/1.1\r\nhost: shop.example\r\nconnection: close\r\n");
        for (name, value) in headers {
            write!(text, "{name}: {value}\r\n").expect("a text takes it");
        }
        write!(text, "content-length: {}\r\n\r\n{body}", body.len()).expect("a text takes it");
        let mut stream = TcpStream::connect(self.portal).await.expect("the portal listens");
        stream.write_all(text.as_bytes()).await.expect("it reads");
        stream
    }
}

fn parse(bytes: &[u8]) -> Answer {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
    let headers: HeaderMap = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| {
            (name.parse::<HeaderName>().expect("a name"), HeaderValue::from_str(value).expect("a value"))
        })
        .collect();
    let chunked = headers.get("transfer-encoding").is_some_and(|value| value == "chunked");
    Answer {
        status: status.parse().expect("a status"),
        body: if chunked { unchunked(body) } else { body.to_owned() },
        headers,
    }
}

fn unchunked(mut rest: &str) -> String {
    let mut body = String::new();
    while let Some((size, after)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).expect("a size");
        body.push_str(&after[..size]);
        rest = after[size..].trim_start_matches("\r\n");
        if size == 0 {
            break;
        }
    }
    body
}

/// Answers everything with what it was asked, as a service would with cookies and places.
#[handler]
async fn service(request: &Request, body: Body) -> Response {
    let path = request.uri().path();
    if path == "/openapi.json" {
        let is_plain = request.header("accept-encoding").is_none();
        assert!(is_plain, "a document is changed on its way, so it must not be compressed");
        return Response::builder().body(r#"{"openapi":"3.0.3","servers":[{"url":"/"}]}"#);
    }
    if path == "/api/v1/stream" {
        let one = futures::stream::once(async { Ok::<_, std::io::Error>("event: one\n\n") });
        let never = futures::stream::once(async {
            tokio::time::sleep(Duration::from_mins(5)).await;
            Ok("event: two\n\n")
        });
        return Response::builder()
            .content_type("text/event-stream")
            .body(Body::from_bytes_stream(one.chain(never)));
    }
    let mut text = format!("{} {} ", request.method(), request.uri());
    text.push_str(&body.into_string().await.unwrap_or_default());
    for (name, value) in request.headers() {
        write!(text, "\n{name}: {}", value.to_str().unwrap_or_default()).expect("a text takes it");
    }
    Response::builder()
        .header("etag", "\"3\"")
        .header("location", "/api/v1/orders/1")
        .header("set-cookie", "eop_refresh=r; HttpOnly; SameSite=Strict; Path=/api/v1/auth")
        .body(text)
}

#[expect(clippy::disallowed_methods, reason = "it ends with the test's executor")]
async fn serve<E>(app: E) -> SocketAddr
where
    E: IntoEndpoint<Endpoint: 'static> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(async move {
        let connections = Connections::new(ConnectionLimits::default(), Metrics::default());
        eop_http::server::serve(listener, app, &connections, std::future::pending(), Duration::ZERO).await
    });
    address
}
