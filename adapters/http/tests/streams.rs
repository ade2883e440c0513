//! Answers that go on: what keeps them open, what ends them, and how many there may be.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod support;

use std::time::Duration;

use eop_http::{App, HttpOptions, Metrics};
use futures::StreamExt;
use futures::stream::BoxStream;
use poem::http::{Method, StatusCode};
use poem::{Endpoint, Request, Response};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

fn app(options: HttpOptions) -> (App, Metrics) {
    let metrics = Metrics::default();
    let app = support::service().options(options).metrics(metrics.clone()).build().unwrap();
    (app, metrics)
}

async fn call(app: &App, request: Request) -> Response {
    app.call(request).await.unwrap()
}

async fn placed(app: &App, count: usize) {
    for _ in 0..count {
        let body = json!({"lines": [{"sku": "a", "quantity": 1}]}).to_string();
        let request = Request::builder().method(Method::POST).uri_str("/api/v1/orders");
        let request = request.header("authorization", "Bearer alice").content_type("application/json");
        assert_eq!(call(app, request.body(body)).await.status(), StatusCode::CREATED);
    }
}

/// The answer to somebody who wants to listen from `last` on.
async fn asked(app: &App, token: &str, last: Option<&str>) -> Response {
    let mut request = Request::builder()
        .uri_str("/api/v1/orders/stream")
        .header("authorization", format!("Bearer {token}"))
        .header("accept-encoding", "gzip, br");
    if let Some(last) = last {
        request = request.header("last-event-id", last);
    }
    call(app, request.finish()).await
}

/// What is heard, event by event.
struct Heard(BoxStream<'static, String>);

impl Heard {
    async fn next(&mut self) -> String {
        self.0.next().await.expect("the stream goes on")
    }

    /// What comes until the end.
    async fn rest(self) -> Vec<String> {
        self.0.collect().await
    }
}

async fn listening(app: &App, token: &str, last: Option<&str>) -> Heard {
    let answer = asked(app, token, last).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let frames = answer.into_body().into_bytes_stream();
    Heard(frames.map(|frame| String::from_utf8(frame.unwrap().to_vec()).unwrap()).boxed())
}

async fn refused(answer: Response) -> (u16, String, bool) {
    let (status, waits) = (answer.status().as_u16(), answer.header("retry-after").is_some());
    let body: Value = answer.into_body().into_json().await.unwrap();
    (status, body["code"].as_str().unwrap().to_owned(), waits)
}

fn id_of(event: &str) -> &str {
    event.lines().find_map(|line| line.strip_prefix("id: ")).unwrap_or_else(|| panic!("no id: {event}"))
}

#[tokio::test]
async fn events_come_as_they_happen_and_go_on_after_the_last_one_that_was_seen() {
    let (app, _) = app(HttpOptions::default());
    placed(&app, 2).await;
    let answer = asked(&app, "alice", None).await;
    assert_eq!(answer.content_type(), Some("text/event-stream"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("x-accel-buffering"), Some("no"));
    assert_eq!(answer.header("content-encoding"), None);
    drop(answer);

    let mut heard = listening(&app, "alice", None).await;
    let first = heard.next().await;
    assert!(first.starts_with("id: 1\nevent: order\ndata: {"), "{first}");
    assert!(first.ends_with("}\n\n") && first.matches('\n').count() == 4, "{first}");
    assert_eq!(id_of(&heard.next().await), "2");
    placed(&app, 1).await;
    assert_eq!(id_of(&heard.next().await), "3");
    drop(heard);

    let mut again = listening(&app, "alice", Some("1")).await;
    assert_eq!((id_of(&again.next().await), id_of(&again.next().await)), ("2", "3"));
    for wrong in ["two", "\u{fc}"] {
        let answer = asked(&app, "alice", Some(wrong)).await;
        assert_eq!(refused(answer).await, (422, "stream.position_invalid".to_owned(), false), "{wrong}");
    }
}

#[tokio::test]
async fn who_asks_for_the_head_does_not_listen() {
    let (app, metrics) = app(HttpOptions::default());
    let request = Request::builder().method(Method::HEAD).uri_str("/api/v1/orders/stream");
    let answer = call(&app, request.header("authorization", "Bearer alice").finish()).await;
    assert_eq!((answer.status(), answer.content_type()), (StatusCode::OK, Some("text/event-stream")));
    assert!(answer.into_body().into_bytes().await.unwrap().is_empty());
    assert!(!metrics.text().unwrap().contains(r#"http_server_streams{service="order"} 1"#));
}

#[tokio::test(start_paused = true)]
async fn silence_is_filled_and_no_deadline_of_requests_ends_a_stream() {
    let (app, _) = app(HttpOptions { request_timeout_ms: 1000, ..HttpOptions::default() });
    let mut heard = listening(&app, "alice", None).await;
    let began = Instant::now();
    for beat in 1..=20 {
        assert_eq!(heard.next().await, ": still here\n\n");
        assert_eq!(began.elapsed().as_secs(), beat * 15);
    }
    placed(&app, 1).await;
    assert_eq!(id_of(&heard.next().await), "1");
}

#[tokio::test(start_paused = true)]
async fn who_takes_nothing_is_let_go_and_goes_on_where_it_was() {
    let (app, metrics) = app(HttpOptions::default());
    placed(&app, 40).await;
    let slow = listening(&app, "alice", None).await;
    // Others are not held up.
    let mut quick = listening(&app, "bob", None).await;
    for number in 1..=40 {
        assert_eq!(id_of(&quick.next().await), number.to_string());
    }
    sleep(Duration::from_secs(9)).await;
    let ended = r#"http_server_streams_ended_total{service="order",reason="slow"} 1"#;
    assert!(!metrics.text().unwrap().contains(ended));
    sleep(Duration::from_secs(2)).await;
    let text = metrics.text().unwrap();
    assert!(text.contains(ended), "{text}");

    let mut frames = slow.rest().await;
    let advice = frames.pop().unwrap();
    assert!(advice.starts_with("retry: ") && advice.contains("Last-Event-ID"), "{advice}");
    let seen = id_of(frames.last().unwrap()).to_owned();
    assert_eq!((frames.len(), seen.as_str()), (32, "32"));
    let mut again = listening(&app, "alice", Some(&seen)).await;
    for number in 33..=40 {
        assert_eq!(id_of(&again.next().await), number.to_string());
    }
}

#[tokio::test]
async fn places_are_limited_for_all_and_for_each_account_apart_from_requests() {
    let (app, metrics) = app(HttpOptions {
        max_in_flight: 1,
        max_streams: 3,
        max_streams_per_account: 2,
        ..HttpOptions::default()
    });
    let first = listening(&app, "alice", None).await;
    let second = listening(&app, "alice", None).await;
    let answer = asked(&app, "alice", None).await;
    assert_eq!(refused(answer).await, (429, "stream.too_many".to_owned(), true));
    let third = listening(&app, "bob", None).await;
    let answer = asked(&app, "carol", None).await;
    assert_eq!(refused(answer).await, (503, "service.overloaded".to_owned(), true));
    // None of them keeps anybody from working.
    placed(&app, 1).await;
    assert!(metrics.text().unwrap().contains(r#"http_server_streams{service="order"} 3"#));
    drop((first, third));
    let third = listening(&app, "carol", None).await;
    drop(second);
    let (_fourth, _fifth) = (listening(&app, "alice", None).await, listening(&app, "bob", None).await);
    drop(third);
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_its_token() {
    let (app, metrics) = app(HttpOptions::default());
    let heard = listening(&app, "brief", None).await;
    let began = Instant::now();
    let frames = heard.rest().await;
    assert_eq!(began.elapsed().as_secs(), 15, "{frames:?}");
    let last = frames.last().unwrap();
    assert!(last.starts_with("retry: ") && last.contains("token"), "{last}");
    let text = metrics.text().unwrap();
    assert!(
        text.contains(r#"http_server_streams_ended_total{service="order",reason="refused"} 1"#),
        "{text}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_as_soon_as_the_end_of_its_token_is_heard_of() {
    let (app, _) = app(HttpOptions::default());
    let heard = listening(&app, "fleeting", None).await;
    let began = Instant::now();
    let frames = heard.rest().await;
    assert_eq!(began.elapsed().as_secs(), 3, "{frames:?}");
    assert!(frames.last().unwrap().contains("token"), "{frames:?}");
}

#[tokio::test]
async fn a_body_that_is_made_while_it_is_sent_keeps_its_place() {
    let (app, _) = app(HttpOptions { max_in_flight: 1, ..HttpOptions::default() });
    let get = |path: &str| Request::builder().uri_str(path).finish();
    let export = call(&app, get("/api/v1/export")).await;
    assert_eq!(export.status(), StatusCode::OK);
    let meanwhile = call(&app, get("/api/v1/origin")).await;
    assert_eq!(refused(meanwhile).await.1, "service.overloaded");
    assert_eq!(export.into_body().into_bytes().await.unwrap(), "firstsecond");
    assert_eq!(call(&app, get("/api/v1/origin")).await.status(), StatusCode::OK);
}
