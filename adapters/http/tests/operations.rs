//! What works: replays, pages, optional bodies, origins, CORS, pages for people.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod support;

use eop_http::{App, HttpOptions, Metrics};
use poem::http::{Method, StatusCode};
use poem::test::{TestClient, TestRequestBuilder};
use serde_json::{Value, json};

/// The application with these options, and its metrics.
fn app(options: HttpOptions) -> (App, Metrics) {
    let metrics = Metrics::default();
    let app = support::service().options(options).metrics(metrics.clone()).build().unwrap();
    (app, metrics)
}

type Client = TestClient<App>;

const TRACEPARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

fn client() -> Client {
    TestClient::new(app(HttpOptions::default()).0)
}

fn alice(request: TestRequestBuilder<'_, App>) -> TestRequestBuilder<'_, App> {
    request.header("authorization", "Bearer alice")
}

async fn json_of(request: TestRequestBuilder<'_, App>) -> (StatusCode, Value) {
    let mut response = request.send().await.0;
    let text = response.take_body().into_string().await.unwrap();
    (response.status(), serde_json::from_str(&text).unwrap_or(Value::Null))
}

fn order() -> Value {
    json!({"lines": [{"sku": "sku-1", "quantity": 2.0}, {"sku": "sku-2", "quantity": 3}],
        "payment": {"type": "card", "last4": "4242"}})
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_answer() {
    let client = client();
    let place =
        |body: &Value| alice(client.post("/api/v1/orders")).header("idempotency-key", "k-1").body_json(body);
    let first = place(&order()).send().await;
    first.assert_status(StatusCode::CREATED);
    first.assert_header_is_not_exist("idempotent-replayed");
    first.assert_header("etag", "\"1\"");
    let location = first.0.header("location").unwrap().to_owned();
    let first = first.json().await.value().deserialize::<Value>();
    assert_eq!(first["articles"], 5);
    assert_eq!(first["note"], Value::Null);
    assert_eq!(first["payment"], json!({"type": "card", "last4": "4242"}));
    assert_eq!(first["created_at"], "2026-01-01T00:00:00.000000Z");

    let again = place(&order()).send().await;
    again.assert_status(StatusCode::CREATED);
    again.assert_header("idempotent-replayed", "true");
    assert_eq!(again.json().await.value().deserialize::<Value>(), first);

    let mut other = order();
    other["note"] = "another".into();
    let (status, body) = json_of(place(&other)).await;
    assert_eq!((status.as_u16(), &body["code"]), (422, &json!("idempotency.key_reused")));

    let (status, shown) = json_of(alice(client.get(location))).await;
    assert_eq!((status, shown), (StatusCode::OK, first));
}

#[tokio::test]
async fn pages_are_complete_and_cursors_belong_to_their_list() {
    let client = client();
    for _ in 0..5 {
        alice(client.post("/api/v1/orders"))
            .body_json(&order())
            .send()
            .await
            .assert_status(StatusCode::CREATED);
    }
    let mut path = "/api/v1/orders?limit=2&count=exact&status=CREATED,APPROVED".to_owned();
    let mut seen = Vec::new();
    let mut cursors = Vec::new();
    loop {
        let (status, page) = json_of(alice(client.get(path.clone()))).await;
        assert_eq!((status, &page["total"]), (StatusCode::OK, &json!(5)));
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].to_string()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        cursors.push(cursor.to_owned());
        path = format!("/api/v1/orders?limit=2&count=exact&status=CREATED,APPROVED&cursor={cursor}");
    }
    assert_eq!((seen.len(), cursors.len()), (5, 2));
    seen.dedup();
    assert_eq!(seen.len(), 5);

    for other in ["sort=created_at&status=CREATED,APPROVED", "status=CREATED", ""] {
        let (status, body) =
            json_of(alice(client.get(format!("/api/v1/orders?{other}&cursor={}", cursors[0])))).await;
        assert_eq!((status.as_u16(), &body["code"]), (422, &json!("page.cursor_invalid")), "{other}");
    }
    let (_, uncounted) = json_of(alice(client.get("/api/v1/orders"))).await;
    assert!(uncounted.get("total").is_none());
    assert_eq!(uncounted["next_cursor"], Value::Null);
}

#[tokio::test]
async fn a_body_that_may_be_left_out_may_be_left_out() {
    let client = client();
    let (_, placed) = json_of(alice(client.post("/api/v1/orders")).body_json(&order())).await;
    let approve = || alice(client.post(format!("/api/v1/orders/{}/approve", placed["id"].as_str().unwrap())));
    assert_eq!(json_of(approve()).await.0, StatusCode::OK);
    let (status, body) = json_of(approve().body_json(&json!({"note": "fine"}))).await;
    assert_eq!((status, &body["note"]), (StatusCode::OK, &json!("fine")));
    assert_eq!(json_of(approve().body_json(&json!({"note": 5}))).await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_origin_of_a_request_is_taken_over_where_it_can_be_trusted() {
    let client = client();
    let response = client
        .get("/api/v1/origin")
        .header("x-request-id", "abc-1")
        .header("traceparent", TRACEPARENT)
        .send()
        .await;
    response.assert_header("x-request-id", "abc-1");
    response.assert_header("x-trace-id", "0af7651916cd43dd8448eb211c80319c");
    let body = response.json().await.value().deserialize::<Value>();
    assert_eq!((&body["request_id"], &body["traceparent"]), (&json!("abc-1"), &json!(TRACEPARENT)));

    let fresh = client.get("/api/v1/origin").send().await;
    let trace = fresh.0.header("x-trace-id").unwrap().to_owned();
    let body = fresh.json().await.value().deserialize::<Value>();
    assert!(body["traceparent"].as_str().unwrap().starts_with(&format!("00-{trace}-")));

    let forwarded = "6.6.6.6, 203.0.113.7, 10.0.0.1";
    let (_, body) = json_of(client.get("/api/v1/origin").header("x-forwarded-for", forwarded)).await;
    assert!(body.get("ip").is_none());
    let trusting = TestClient::new(app(HttpOptions { trusted_proxies: 2, ..HttpOptions::default() }).0);
    let (_, body) = json_of(trusting.get("/api/v1/origin").header("x-forwarded-for", forwarded)).await;
    assert_eq!(body["ip"], "203.0.113.7");
}

#[tokio::test]
async fn listed_origins_may_call_and_others_may_not() {
    let options = HttpOptions {
        cors_origins: vec!["https://portal.example.com".to_owned()],
        public_url: Some("https://orders.example.com".to_owned()),
        ..HttpOptions::default()
    };
    let client = TestClient::new(app(options).0);
    let preflight = |origin: &str| {
        client
            .request(Method::OPTIONS, "/api/v1/orders")
            .header("origin", origin)
            .header("access-control-request-method", "POST")
    };
    let listed = preflight("https://portal.example.com").send().await;
    listed.assert_status(StatusCode::NO_CONTENT);
    listed.assert_header("access-control-allow-origin", "https://portal.example.com");
    listed.assert_header("access-control-allow-methods", "GET, HEAD, OPTIONS, POST");
    listed.assert_header("vary", "Origin");
    listed.assert_header("strict-transport-security", "max-age=63072000; includeSubDomains");
    let other = preflight("https://evil.example.com").send().await;
    other.assert_header_is_not_exist("access-control-allow-origin");
    other.assert_header_is_not_exist("access-control-allow-methods");
    // A page may read problems too, or it could not show them.
    let refused = client.get("/api/v1/orders").header("origin", "https://portal.example.com").send().await;
    refused.assert_status(StatusCode::UNAUTHORIZED);
    refused.assert_header("access-control-allow-origin", "https://portal.example.com");
}

#[tokio::test]
async fn metrics_know_routes_not_paths() {
    let (app, metrics) = app(HttpOptions::default());
    let client = TestClient::new(app);
    alice(client.get("/api/v1/orders/0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f")).send().await;
    client.get("/api/v1/nothing").send().await;
    let text = metrics.text().unwrap();
    for label in [
        r#"service="order",method="GET",route="/api/v1/orders/{id}",status="404""#,
        r#"service="order",method="GET",route="none",status="404""#,
    ] {
        assert!(text.contains(label), "{label} is not in {text}");
    }
    let page = client.get("/metrics").send().await;
    page.assert_content_type("text/plain; version=0.0.4; charset=utf-8");
    let page = client.get("/metrics").header("accept", "application/openmetrics-text").send().await;
    page.assert_content_type("application/openmetrics-text; version=1.0.0; charset=utf-8");
}

#[tokio::test]
async fn what_a_client_has_is_not_sent_again() {
    let client = client();
    let (_, order) = json_of(alice(client.post("/api/v1/orders")).body_json(&order())).await;
    let path = format!("/api/v1/orders/{}", order["id"].as_str().unwrap());
    for (known, status) in [
        ("\"3\"", 304),
        ("W/\"3\"", 304),
        ("\"1\", \"3\"", 304),
        ("*", 304),
        ("\"1\"", 200),
        ("3", 200),
        ("nonsense", 200),
    ] {
        let mut answer = alice(client.get(&path)).header("if-none-match", known).send().await.0;
        assert_eq!(answer.status().as_u16(), status, "{known}");
        assert_eq!(answer.header("etag"), Some("\"3\""));
        let body = answer.take_body().into_string().await.unwrap();
        assert_eq!(body.is_empty(), status == 304, "{body}");
        assert_eq!(answer.header("content-type").is_none(), status == 304);
    }
    let tag = client.get("/openapi.json").send().await.0.header("etag").unwrap().to_owned();
    let again = client.get("/openapi.json").header("if-none-match", &tag).send().await;
    again.assert_status(StatusCode::NOT_MODIFIED);
    // A change is no question: it is refused or done.
    let post = alice(client.post(format!("{path}/approve"))).header("if-none-match", "*").send().await;
    post.assert_status_is_ok();
}

#[tokio::test]
async fn a_page_tells_where_the_next_one_is() {
    let client = client();
    for _ in 0..3 {
        alice(client.post("/api/v1/orders"))
            .body_json(&order())
            .send()
            .await
            .assert_status(StatusCode::CREATED);
    }
    let first = alice(client.get("/api/v1/orders?limit=2&status=CREATED")).send().await.0;
    let link = first.header("link").unwrap().to_owned();
    let next = link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap();
    assert!(next.starts_with("/api/v1/orders?limit=2&status=CREATED&cursor="), "{next}");
    let last = alice(client.get(next)).send().await;
    last.assert_status_is_ok();
    last.assert_header_is_not_exist("link");
}

#[tokio::test]
async fn long_answers_are_compressed_for_who_accepts_it() {
    let client = client();
    for _ in 0..20 {
        alice(client.post("/api/v1/orders"))
            .body_json(&order())
            .send()
            .await
            .assert_status(StatusCode::CREATED);
    }
    let list =
        |accept: &'static str| alice(client.get("/api/v1/orders")).header("accept-encoding", accept).send();
    let plain = list("identity").await.0;
    assert_eq!((plain.header("content-encoding"), plain.header("vary")), (None, Some("Accept-Encoding")));
    let plain = plain.into_body().into_vec().await.unwrap();
    for (accept, coding) in [("gzip", "gzip"), ("br", "br"), ("gzip, br, zstd", "zstd")] {
        let small = list(accept).await.0;
        assert_eq!(
            (small.header("content-encoding"), small.header("vary")),
            (Some(coding), Some("Accept-Encoding"))
        );
        let small = small.into_body().into_vec().await.unwrap();
        assert!(small.len() * 3 < plain.len(), "{coding}: {} of {}", small.len(), plain.len());
    }
    // A version is the same whatever the coding, and short answers are not worth it.
    let (_, order) = json_of(alice(client.post("/api/v1/orders")).body_json(&order())).await;
    let path = format!("/api/v1/orders/{}", order["id"].as_str().unwrap());
    let one = alice(client.get(path)).header("accept-encoding", "gzip").send().await;
    one.assert_header_is_not_exist("content-encoding");
    let document = client.get("/openapi.json").header("accept-encoding", "gzip").send().await;
    document.assert_header("content-encoding", "gzip");
    assert!(document.0.header("etag").unwrap().ends_with("-gzip\""));
}

#[tokio::test]
async fn an_action_takes_no_body_where_none_is_needed() {
    let client = client();
    let (_, order) = json_of(alice(client.post("/api/v1/orders")).body_json(&order())).await;
    let path = format!("/api/v1/orders/{}/approve", order["id"].as_str().unwrap());
    for request in [
        client.post(&path),
        client.post(&path).content_type("application/json"),
        client.post(&path).content_type("application/json").body("{}"),
    ] {
        alice(request).send().await.assert_status_is_ok();
    }
}

#[tokio::test]
async fn health_and_metrics_can_move_to_a_listener_of_their_own() {
    let (app, _) = app(HttpOptions { has_ops_apart: true, ..HttpOptions::default() });
    let ops = TestClient::new(app.ops().unwrap());
    let client = TestClient::new(app);
    for path in ["/health/live", "/health/ready", "/metrics"] {
        client.get(path).send().await.assert_status(StatusCode::NOT_FOUND);
        ops.get(path).send().await.assert_status_is_ok();
    }
    client.get("/api/v1/origin").send().await.assert_status_is_ok();
    ops.get("/api/v1/origin").send().await.assert_status(StatusCode::NOT_FOUND);
    let (_, index) = json_of(client.get("/")).await;
    assert!(index["links"].get("metrics").is_none());
}

#[tokio::test]
async fn pages_carry_the_same_headers_found_or_not() {
    let route = poem::Route::new().at("/", poem::endpoint::make_sync(|_| "a page"));
    let pages = eop_http::pages("pages", route, &["/"], HttpOptions::default(), Metrics::default());
    let client = TestClient::new(pages);
    for (path, status) in [("/", StatusCode::OK), ("/nothing", StatusCode::NOT_FOUND)] {
        let answer = client.get(path).send().await;
        answer.assert_status(status);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
        ] {
            answer.assert_header(name, value);
        }
        assert!(answer.0.header("x-request-id").is_some());
    }
}

#[tokio::test]
async fn pages_for_people_and_probes_answer() {
    let client = client();
    let (status, index) = json_of(client.get("/")).await;
    assert_eq!((status, &index["service"]), (StatusCode::OK, &json!("order")));
    for link in index["links"].as_object().unwrap().values() {
        client.get(link.as_str().unwrap()).send().await.assert_status_is_ok();
    }
    let redirect = client.get("/swagger-ui").send().await;
    redirect.assert_status(StatusCode::PERMANENT_REDIRECT);
    redirect.assert_header("location", "/swagger-ui/");
    let page = client.get("/swagger-ui/").send().await;
    assert!(page.0.header("content-security-policy").unwrap().contains("script-src 'self'"));
    let script = client.get("/swagger-ui/swagger-initializer.js").send().await;
    let text = script.0.into_body().into_string().await.unwrap();
    for setting in ["\"/openapi.json\"", "\"persistAuthorization\": true", "\"tryItOutEnabled\": true"] {
        assert!(text.contains(setting), "{setting} is not in {text}");
    }
    client.get("/api/v1/origin").send().await.assert_header("cache-control", "no-store");
    let (_, served) = json_of(client.get("/openapi.json")).await;
    assert_eq!(served["openapi"], "3.0.3");
}
