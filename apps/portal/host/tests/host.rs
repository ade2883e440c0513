//! The portal's address as a browser meets it: files, the page for every path, and the door to the services.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use poem::http::{Method, StatusCode};
use support::{Answer, Browser};

const POLICY: &str = "content-security-policy";

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().expect("it is text"))
}

#[tokio::test]
async fn files_come_with_their_type_and_in_the_encoding_that_is_asked_for() {
    let browser = Browser::built().await;
    for (accepted, encoding, body) in [
        ("", "", "plain"),
        ("gzip, deflate", "gzip", "small"),
        ("gzip, br", "br", "tiny"),
        ("br;q=0, gzip", "gzip", "small"),
    ] {
        let answer = browser.get("/assets/app-1a2b.js", &[("accept-encoding", accepted)]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(header(&answer, "content-encoding"), encoding, "{accepted}");
        assert_eq!(header(&answer, "content-type"), "text/javascript; charset=utf-8");
        assert_eq!(header(&answer, "vary"), "accept-encoding");
        assert_eq!(header(&answer, "cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.body, body, "{accepted}");
    }
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let browser = Browser::built().await;
    let first = browser.get("/icon.svg", &[]).await;
    assert_eq!(header(&first, "cache-control"), "no-cache");
    let again = browser.get("/icon.svg", &[("if-none-match", header(&first, "etag"))]).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let other = browser.get("/icon.svg", &[("if-none-match", "W/\"other\"")]).await;
    assert_eq!(other.status, StatusCode::OK);
    let head = browser.send(Method::HEAD, "/icon.svg", &[], "").await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
}

#[tokio::test]
async fn every_path_that_a_page_has_is_answered_with_the_page() {
    let browser = Browser::built().await;
    for path in ["/", "/orders/0199", "/verify-email?token=t", "/users/a.b"] {
        let answer = browser.get(path, &[("accept", "text/html,*/*;q=0.8")]).await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "<p>page</p>"), "{path}");
        assert_eq!(header(&answer, "cache-control"), "no-cache");
        let policy = header(&answer, POLICY);
        assert!(
            policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(
            policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
    }
    let frame = browser.get("/mail-frame.html", &[]).await;
    assert!(header(&frame, POLICY).starts_with("sandbox allow-scripts;"), "a mail has no origin");
}

#[tokio::test]
async fn what_is_gone_is_not_found_and_nothing_else_is_read() {
    let browser = Browser::built().await;
    let page = ("accept", "text/html");
    for path in ["/assets/gone-1.js", "/assets/../index.html", "/assets/%2e%2e/%2e%2e/etc/passwd"] {
        let answer = browser.get(path, &[page]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(header(&answer, "content-type"), "application/problem+json", "{path}");
    }
    let data = browser.get("/orders", &[("accept", "application/json")]).await;
    assert_eq!(data.status, StatusCode::NOT_FOUND, "a program is not answered with a page");
    let posted = browser.send(Method::POST, "/orders", &[page], "").await;
    assert_eq!(posted.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_folder_can_be_served_in_place_of_what_was_built_in() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("index.html"), "<p>drawn</p>").expect("it can be written");
    std::fs::write(folder.path().join(".secret"), "no").expect("it can be written");
    let browser = Browser::of_folder(folder.path()).await;
    let page = browser.get("/anything", &[("accept", "text/html")]).await;
    assert_eq!(page.body, "<p>drawn</p>");
    for path in ["/.secret", "/../../etc/passwd", "/%2e%2e/secret"] {
        let answer = browser.get(path, &[("accept", "text/html")]).await;
        assert_eq!(answer.body, "<p>drawn</p>", "{path} is a path of the page, and no file");
    }
}

#[tokio::test]
async fn a_program_without_the_page_says_how_to_build_it_and_does_the_rest() {
    let browser = Browser::empty().await;
    let page = browser.get("/orders", &[("accept", "text/html")]).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.body.contains("npm ci") && page.body.contains("/swagger-ui/"), "{}", page.body);
    for path in ["/verify-email?token=t", "/reset-password?token=t", "/forgot-password"] {
        let link = browser.get(path, &[("accept", "text/html")]).await;
        assert_eq!(link.status, StatusCode::OK, "{path}");
        assert!(link.body.contains("/pages/link.js"), "{}", link.body);
    }
    let script = browser.get("/pages/link.js", &[]).await;
    assert!(script.body.contains("/services/user"), "the link goes through the door");
    assert_eq!(browser.get("/swagger-ui/", &[]).await.status, StatusCode::OK);
    assert_eq!(browser.get("/health/live", &[]).await.status, StatusCode::OK);
    let through = browser.get("/services/user/api/v1/echo", &[]).await;
    assert_eq!(through.status, StatusCode::OK);
}

/// What mails link to, from their templates: what comes after the portal's address.
fn mailed_links() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../adapters/channels/templates");
    let languages = fs::read_dir(folder).expect("there are templates");
    let files = languages.flat_map(|language| fs::read_dir(language.expect("one").path()).expect("a folder"));
    let texts = files.map(|file| fs::read_to_string(file.expect("one").path()).expect("a text"));
    let links = |text: String| -> Vec<String> {
        let rest = text.split("{{ public_url }}/").skip(1);
        let end = |link: &str| link.find([' ', '"', '<', '\n']).unwrap_or(link.len());
        rest.map(|link| format!("/{}", link[..end(link)].replace("{{", "0199"))).collect()
    };
    let found: BTreeSet<String> = texts.flat_map(links).collect();
    assert!(found.contains("/forgot-password"), "{found:?}");
    found
}

#[tokio::test]
async fn every_mailed_link_opens_a_page_without_the_portal_too() {
    let browser = Browser::empty().await;
    let script = browser.get("/pages/link.js", &[]).await.body;
    for link in mailed_links() {
        let answer = browser.get(&link, &[("accept", "text/html,*/*;q=0.8")]).await;
        assert!(answer.body.contains("<main>"), "{link}: {}", answer.body);
        let acts = script.contains(&format!("\"{link}\": {{"));
        assert_eq!(answer.status == StatusCode::OK, acts, "{link}: what the script knows has its page");
    }
}

/// A rule on how labels are laid out is stronger than the browser's own for what is hidden.
#[tokio::test]
async fn what_a_page_hides_is_hidden() {
    let browser = Browser::empty().await;
    let page = browser.get("/verify-email?token=t", &[]).await.body;
    assert!(page.contains(" hidden>"), "{page}");
    let style = browser.get("/pages/link.css", &[]).await.body;
    assert!(style.contains("[hidden] { display: none !important; }"), "{style}");
}

#[tokio::test]
async fn the_door_takes_off_its_prefix_and_says_who_asked() {
    let browser = Browser::built().await;
    let asked = [("x-forwarded-for", "192.0.2.7"), ("authorization", "Bearer t")];
    let answer = browser.send(Method::POST, "/services/order/api/v1/echo?a=%C3%BC", &asked, "body").await;
    assert_eq!(answer.status, StatusCode::OK);
    for part in [
        "POST /api/v1/echo?a=%C3%BC body",
        "x-forwarded-for: 192.0.2.7, 127.0.0.1",
        "x-forwarded-prefix: /services/order",
        "x-forwarded-proto: http",
        "authorization: Bearer t",
    ] {
        assert!(answer.body.contains(part), "{part} in {}", answer.body);
    }
    assert_eq!(header(&answer, "etag"), "\"3\"");
    assert_eq!(
        header(&answer, "set-cookie"),
        "eop_refresh=r; HttpOnly; SameSite=Strict; Path=/services/order/api/v1/auth"
    );
    assert_eq!(header(&answer, "location"), "/services/order/api/v1/orders/1");
}

#[tokio::test]
async fn only_what_is_meant_for_browsers_is_behind_the_door() {
    let browser = Browser::built().await;
    for path in ["/services/user/health/ready", "/services/user/.well-known/jwks.json"] {
        assert_eq!(browser.get(path, &[]).await.status, StatusCode::OK, "{path}");
    }
    for path in [
        "/services/user/metrics",
        "/services/user/",
        "/services/user",
        "/services/user/swagger-ui/",
        "/services/user/api/../metrics",
        "/services/user/api/%2e%2e/metrics",
        "/services/nobody/api/v1/me",
        "/services/",
    ] {
        assert_eq!(browser.get(path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn documents_name_the_door_as_their_server() {
    let browser = Browser::built().await;
    let answer = browser.get("/services/order/openapi.json", &[("accept-encoding", "gzip")]).await;
    assert_eq!(answer.body, r#"{"openapi":"3.0.3","servers":[{"url":"/services/order"}]}"#);
}

#[tokio::test]
async fn tokens_are_not_renewed_for_another_site() {
    let browser = Browser::built().await;
    let path = "/services/user/api/v1/auth/refresh";
    for (site, expected) in [
        ("same-origin", StatusCode::OK),
        ("cross-site", StatusCode::FORBIDDEN),
        ("same-site", StatusCode::FORBIDDEN),
    ] {
        let answer = browser.send(Method::POST, path, &[("sec-fetch-site", site)], "{}").await;
        assert_eq!(answer.status, expected, "{site}");
    }
    let without = browser.send(Method::POST, path, &[], "{}").await;
    assert_eq!(without.status, StatusCode::OK, "older browsers do not say where they are");
}

#[tokio::test]
async fn a_stream_arrives_as_it_is_written() {
    let browser = Browser::built().await;
    let (head, first) = browser.first_chunk("/services/order/api/v1/stream").await;
    assert!(head.contains("x-accel-buffering: no"), "{head}");
    assert!(first.contains("event: one"), "the first event is there while the second one is not: {first}");
}

#[tokio::test]
async fn a_service_that_is_gone_is_a_problem_that_passes() {
    let browser = Browser::without_services().await;
    let answer = browser.get("/services/user/api/v1/me", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(header(&answer, "content-type"), "application/problem+json");
    assert_eq!(header(&answer, "retry-after"), "1");
    assert!(answer.body.contains("\"code\":\"service.unreachable\""), "{}", answer.body);
}

#[test]
fn an_address_of_a_service_is_a_scheme_and_a_host() {
    let door = |address| eop_portal::Door::new([address, "http://order:8081", "http://notification:8082"]);
    assert!(door("http://user:8090").is_ok() && door("http://user:8090/").is_ok());
    for bad in ["user:8090", "https://user", "http://user/path", "http://user?x=1", ""] {
        let error = door(bad).expect_err(bad).to_string();
        assert!(error.contains("http://order:8081"), "{error}");
    }
}
