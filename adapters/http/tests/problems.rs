//! The matrix of problems: whatever goes wrong, the answer is problem+json with the right status and headers.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod support;

use std::io::Write;
use std::time::Duration;

use eop_http::{App, HttpOptions, Metrics};
use poem::Body;
use poem::http::{HeaderValue, Method};
use poem::test::{TestClient, TestRequestBuilder, TestResponse};
use serde_json::{Value, json};

/// The application with these options, and its metrics.
fn app(options: HttpOptions) -> (App, Metrics) {
    let metrics = Metrics::default();
    let app = support::service().options(options).metrics(metrics.clone()).build().unwrap();
    (app, metrics)
}

type Client = TestClient<App>;

fn client() -> Client {
    TestClient::new(app(HttpOptions { max_body_bytes: 2000, ..HttpOptions::default() }).0)
}

fn alice(request: TestRequestBuilder<'_, App>) -> TestRequestBuilder<'_, App> {
    request.header("authorization", "Bearer alice")
}

/// Checks what all problems have in common and gives back the body.
async fn problem(response: TestResponse, status: u16, code: &str) -> Value {
    let TestResponse(mut response) = response;
    let text = response.take_body().into_string().await.unwrap();
    assert_eq!(response.status().as_u16(), status, "{code}: {text}");
    let header = |name: &str| response.header(name).map(str::to_owned);
    assert_eq!(header("content-type").as_deref(), Some("application/problem+json"), "{code}");
    assert_eq!(header("cache-control").as_deref(), Some("no-store"), "{code}");
    assert_eq!(header("x-content-type-options").as_deref(), Some("nosniff"), "{code}");
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(body["code"], code, "{text}");
    assert_eq!(body["type"], format!("urn:eop:problem:{code}"));
    assert_eq!(body["status"], status);
    assert_eq!(body["request_id"].as_str().map(str::to_owned), header("x-request-id"));
    assert_eq!(body["trace_id"].as_str().map(str::to_owned), header("x-trace-id"));
    assert!(body["instance"].as_str().unwrap().starts_with('/'));
    assert_eq!(status == 401, header("www-authenticate").is_some(), "{code}");
    assert_eq!(status == 503 || status == 429, header("retry-after").is_some(), "{code}");
    assert_eq!(status == 405, header("allow").is_some(), "{code}");
    body
}

fn fields(body: &Value) -> Vec<(&str, &str)> {
    let errors = body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().map(|error| (error["field"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn whoever_lacks_the_permission_hears_of_nothing_else() {
    fn dave(request: TestRequestBuilder<'_, App>) -> TestRequestBuilder<'_, App> {
        request.header("authorization", "Bearer dave")
    }
    let client = client();
    let place = || dave(client.post("/api/v1/orders")).content_type("application/json");
    for refused in [
        dave(client.get("/api/v1/orders/7")),
        dave(client.get("/api/v1/orders?nonsense=1")),
        dave(client.get("/api/v1/orders?cursor=AAAA")),
        dave(client.get("/api/v1/orders/stream")).header("last-event-id", "x"),
        place().body("{"),
        place().body("{}"),
        place().body(" ".repeat(2001)),
        place().body("{}").header("idempotency-key", "two words"),
        dave(client.post("/api/v1/orders")).body("text"),
        dave(client.patch("/api/v1/orders/019cb6f1-0000-7000-8000-ffffffffffff"))
            .body_json(&json!({"note": "Gladly"})),
    ] {
        let body = problem(refused.send().await, 403, "access.denied").await;
        assert!(body["detail"].as_str().unwrap().contains("needs the permission order:"), "{body}");
        assert!(body.get("errors").is_none(), "{body}");
    }
    // A request that is in order reaches the operation, which decides for itself.
    dave(client.get("/api/v1/orders")).send().await.assert_status_is_ok();
}

#[tokio::test]
async fn bodies_that_cannot_be_taken() {
    let client = client();
    let post = || alice(client.post("/api/v1/orders"));
    let json = |text: &'static str| post().content_type("application/json").body(text);

    problem(json("{\"lines\": [").send().await, 400, "request.malformed_body").await;
    problem(json("").send().await, 400, "request.malformed_body").await;
    problem(post().body("{}").send().await, 415, "request.unsupported_media_type").await;
    problem(post().content_type("text/plain").body("{}").send().await, 415, "request.unsupported_media_type")
        .await;
    problem(post().body_json(&json!({"note": "x".repeat(3000)})).send().await, 413, "request.body_too_large")
        .await;

    let body = problem(json("[]").send().await, 422, "request.invalid_body").await;
    assert_eq!(fields(&body), [("", "type")]);
    let body = problem(
        post()
            .body_json(&json!({
                "lines": [{"sku": 5, "quantity": "2"}, {"sku": "", "quantity": 20000}, {"quantity": 1}],
                "payment": {"type": "cash"}, "nota": "typo",
            }))
            .send()
            .await,
        422,
        "request.invalid_body",
    )
    .await;
    let mut found = fields(&body);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("/lines/0/quantity", "type"),
            ("/lines/0/sku", "type"),
            ("/lines/1/quantity", "out_of_range"),
            ("/lines/1/sku", "length"),
            ("/lines/2/sku", "required"),
            ("/nota", "unknown"),
            ("/payment/type", "not_allowed"),
        ]
    );
    let nul = json!({"lines": [{"sku": "a\0b", "quantity": 1}]});
    problem(post().body_json(&nul).send().await, 422, "request.invalid_body").await;
}

#[tokio::test]
async fn routes_and_methods() {
    let client = client();
    problem(client.get("/api/v1/nothing").send().await, 404, "route.not_found").await;
    problem(client.get("/api/v1/orders/").send().await, 404, "route.not_found").await;
    for method in [Method::DELETE, Method::TRACE, Method::PUT, Method::from_bytes(b"BREW").unwrap()] {
        let response = client.request(method, "/api/v1/orders").send().await;
        assert_eq!(response.0.header("allow"), Some("GET, HEAD, OPTIONS, POST"));
        problem(response, 405, "route.method_not_allowed").await;
    }
    problem(client.post("/health/live").send().await, 405, "route.method_not_allowed").await;
    problem(client.get("/swagger-ui/nothing.js").send().await, 404, "route.not_found").await;

    let options = client.request(Method::OPTIONS, "/api/v1/orders").send().await;
    options.assert_status(poem::http::StatusCode::NO_CONTENT);
    options.assert_header("allow", "GET, HEAD, OPTIONS, POST");
    alice(client.head("/api/v1/orders")).send().await.assert_status_is_ok();
}

#[tokio::test]
async fn parameters() {
    let client = client();
    let get = |path: &str| alice(client.get(path.to_owned()));
    for id in ["7", "%7B0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f%7D", "0192f0c18a2b7c3d8e4f5a6b7c8d9e0f"] {
        let body =
            problem(get(&format!("/api/v1/orders/{id}")).send().await, 400, "request.invalid_path").await;
        assert_eq!(fields(&body), [("id", "format")]);
    }
    let unknown = get("/api/v1/orders/0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f").send().await;
    problem(unknown, 404, "order.not_found").await;

    let body =
        problem(get("/api/v1/orders?stauts=CREATED").send().await, 400, "request.unknown_parameter").await;
    assert_eq!(body["allowed"], json!(["articles_min", "count", "cursor", "limit", "sort", "status"]));
    let twice = get("/api/v1/orders?limit=1&limit=500").send().await;
    problem(twice, 400, "request.repeated_parameter").await;
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=x", "limit"),
        ("limit=", "limit"),
        ("sort=name", "sort"),
        ("count=maybe", "count"),
        ("status=CREATED,GONE", "status"),
        ("status=", "status"),
        ("articles_min=1.5", "articles_min"),
        ("cursor=", "cursor"),
    ] {
        let response = get(&format!("/api/v1/orders?{query}")).send().await;
        let body = problem(response, 400, "request.invalid_parameter").await;
        assert_eq!(fields(&body)[0].0, field, "{query}");
    }
    problem(get("/api/v1/orders?cursor=abc").send().await, 422, "page.cursor_invalid").await;
    problem(get("/api/v1/orders?limit=%00").send().await, 400, "request.malformed_url").await;
    problem(get("/api/v1/orders/%ff").send().await, 400, "request.malformed_url").await;
    for escape in ["%zz", "%", "%4"] {
        let response = get(&format!("/api/v1/orders?cursor={escape}")).send().await;
        problem(response, 400, "request.malformed_url").await;
    }
}

#[tokio::test]
async fn lists_come_with_commas_or_by_repeating_their_name() {
    let client = client();
    for query in [
        "status=CREATED,APPROVED",
        "status=CREATED&status=APPROVED",
        "status=CREATED,CREATED&status=APPROVED",
    ] {
        let response = alice(client.get(format!("/api/v1/orders?{query}"))).send().await;
        response.assert_status_is_ok();
    }
    let gone = alice(client.get("/api/v1/orders?status=CREATED&status=GONE")).send().await;
    problem(gone, 400, "request.invalid_parameter").await;
}

#[tokio::test]
async fn headers_are_read_with_care_and_others_not_at_all() {
    let client = client();
    let raw = |bytes: &[u8]| HeaderValue::from_bytes(bytes).unwrap();
    let get = |path: &'static str| alice(client.get(path));
    for (name, value) in
        [("city", &b"S\xe3o Paulo"[..]), ("cookie", "a=ü".as_bytes()), ("x-request-id", b"\xff")]
    {
        get("/api/v1/orders").header(name, raw(value)).send().await.assert_status_is_ok();
        client.get("/health/live").header(name, raw(value)).send().await.assert_status_is_ok();
    }
    let origin = client.get("/api/v1/origin").header("user-agent", raw(b"S\xe3o/1")).send().await;
    let origin = origin.json().await;
    origin.value().object().get("user_agent").assert_string("São/1");

    let token = client.get("/api/v1/orders").header("authorization", raw(b"Bearer \xff"));
    problem(token.send().await, 401, "auth.token_missing").await;
    let post = || alice(client.post("/api/v1/orders")).body("{}");
    problem(post().header("content-type", raw(b"\xff")).send().await, 415, "request.unsupported_media_type")
        .await;
    let key = post().content_type("application/json").header("idempotency-key", raw("ü".as_bytes()));
    problem(
        key.body_json(&json!({"lines": [{"sku": "a", "quantity": 1}]})).send().await,
        400,
        "idempotency.malformed_key",
    )
    .await;
    let amend = alice(client.patch("/api/v1/orders/0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f"))
        .body_json(&json!({"note": "x"}))
        .header("if-match", raw(b"\xff"));
    problem(amend.send().await, 400, "precondition.malformed").await;
}

fn gzip(text: &str) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(text.as_bytes()).unwrap();
    writer.finish().unwrap()
}

#[tokio::test]
async fn bodies_may_be_gzip_within_the_limit_of_what_they_become() {
    let client = client();
    let post = |encoding: &'static str, body: Vec<u8>| {
        alice(client.post("/api/v1/orders"))
            .content_type("application/json")
            .header("content-encoding", encoding)
            .body(body)
    };
    let order = json!({"lines": [{"sku": "a", "quantity": 1}]}).to_string();
    for encoding in ["gzip", "GZIP", "x-gzip"] {
        post(encoding, gzip(&order)).send().await.assert_status(poem::http::StatusCode::CREATED);
    }
    post("identity", order.clone().into()).send().await.assert_status(poem::http::StatusCode::CREATED);
    for encoding in ["br", "gzip, gzip", "deflate", ""] {
        let refused = post(encoding, gzip(&order)).send().await;
        refused.assert_header("accept-encoding", "gzip, identity");
        problem(refused, 415, "request.unsupported_encoding").await;
    }
    problem(post("gzip", order.into_bytes()).send().await, 400, "request.malformed_body").await;
    let bomb = gzip(&" ".repeat(100_000));
    assert!(bomb.len() < 2000);
    problem(post("gzip", bomb).send().await, 413, "request.body_too_large").await;
}

#[tokio::test]
async fn strangers_send_small_bodies_only() {
    let client = TestClient::new(app(HttpOptions::default()).0);
    let large = "x".repeat(65 * 1024);
    // An operation without a token; what it expects does not matter.
    problem(client.get("/api/v1/origin").body(large.clone()).send().await, 413, "request.body_too_large")
        .await;
    let with_token = alice(client.get("/api/v1/orders")).body(large).send().await;
    with_token.assert_status_is_ok();
}

#[tokio::test]
async fn tokens() {
    let client = client();
    let list = |token: &str| client.get("/api/v1/orders").header("authorization", token);
    problem(client.get("/api/v1/orders").send().await, 401, "auth.token_missing").await;
    for header in ["Basic YTpi", "Bearer", "Bearer ", "alice"] {
        problem(list(header).send().await, 401, "auth.token_missing").await;
    }
    let refused = list("Bearer forged").send().await;
    refused.assert_header("www-authenticate", "Bearer error=\"invalid_token\"");
    problem(refused, 401, "auth.token_invalid").await;
    problem(list("Bearer old").send().await, 401, "auth.token_expired").await;
    problem(list("Bearer offline").send().await, 503, "auth.keys_unavailable").await;
    list("bearer alice").send().await.assert_status_is_ok();
    // The token comes before the body: nobody learns about bodies without one.
    let response = client.post("/api/v1/orders").content_type("application/json").body("{").send().await;
    problem(response, 401, "auth.token_missing").await;
}

#[tokio::test]
async fn preconditions_and_keys() {
    let client = client();
    let amend = || {
        alice(client.patch("/api/v1/orders/0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f"))
            .body_json(&json!({"note": "x"}))
    };
    problem(amend().send().await, 428, "order.version_required").await;
    for malformed in ["W/\"3\"", "3", "\"3\", \"4\""] {
        problem(amend().header("if-match", malformed).send().await, 400, "precondition.malformed").await;
    }
    let stale = amend().header("if-match", "\"2\"").send().await;
    stale.assert_header("etag", "\"3\"");
    problem(stale, 412, "order.stale").await;
    problem(amend().header("if-match", "\"3\"").send().await, 404, "order.not_found").await;
    let key = alice(client.post("/api/v1/orders"))
        .header("idempotency-key", "two words")
        .body_json(&json!({"lines": [{"sku": "a", "quantity": 1}]}));
    problem(key.send().await, 400, "idempotency.malformed_key").await;
}

#[tokio::test]
async fn faults_of_ours_say_nothing_of_their_cause() {
    let client = client();
    for path in ["/api/v1/panic", "/api/v1/fail"] {
        let body = problem(client.get(path).send().await, 500, "internal").await;
        assert!(!body.to_string().contains("secret"), "{body}");
        assert!(body.get("detail").is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn slow_operations_and_slow_bodies_are_given_up() {
    let client = client();
    problem(client.get("/api/v1/sleep").send().await, 503, "service.timeout").await;
    let never = Body::from_bytes_stream(futures::stream::pending::<Result<Vec<u8>, std::io::Error>>());
    let slow = alice(client.post("/api/v1/orders")).content_type("application/json").body(never);
    problem(slow.send().await, 408, "request.body_timeout").await;
}

#[tokio::test(start_paused = true)]
async fn more_than_there_is_room_for_is_shed_but_probes_are_not() {
    let (app, metrics) = app(HttpOptions { max_in_flight: 1, ..HttpOptions::default() });
    let client = TestClient::new(app);
    let busy = client.get("/api/v1/sleep").send();
    let others = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        problem(client.get("/api/v1/origin").send().await, 503, "service.overloaded").await;
        client.get("/health/live").send().await.assert_status_is_ok();
        client.get("/metrics").send().await.assert_status_is_ok();
    };
    tokio::join!(busy, others);
    client.get("/api/v1/origin").send().await.assert_status_is_ok();
    assert!(metrics.text().unwrap().contains(r#"http_server_requests_shed_total{service="order"} 1"#));
}
