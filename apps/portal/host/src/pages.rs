//! How the files are answered.

use eop_core::kernel::error::ErrorKind;
use eop_http::Problem;
use poem::endpoint::make;
use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::{Endpoint, Request, Response, Result};

use crate::fallback;
use crate::site::{File, Site};

/// What the page may do: its own files, and nothing else. Base UI, React and Tailwind need no exception.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
     connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'";
/// What the frame around a mail may do: show text and the images inside of it. It has no origin.
const MAIL_POLICY: &str = "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; \
     img-src data:; frame-ancestors 'self'";
const MAIL_FRAME: &str = "mail-frame.html";

/// The files, and the page for every other path that a browser asks for.
pub(crate) fn endpoint(site: Site) -> impl Endpoint<Output = Response> + 'static {
    make(move |request: Request| {
        let site = site.clone();
        async move { answer(&site, &request).await }
    })
}

async fn answer(site: &Site, request: &Request) -> Result<Response> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(not_found(request.uri().path()).into());
    }
    let path = request.uri().path().trim_start_matches('/');
    let accepted = request.header(header::ACCEPT_ENCODING).unwrap_or_default();
    if let Some(file) = site.file(path, accepted).await {
        return Ok(send(request, path, file));
    }
    let is_asset = path.starts_with("assets/");
    let wants_page =
        request.header(header::ACCEPT).is_none_or(|one| one.contains("text/html") || one == "*/*");
    // A script that is gone must not be answered with a page: tabs from before an upgrade notice it by this.
    if is_asset || !wants_page {
        return Err(not_found(request.uri().path()).into());
    }
    match site.file("index.html", accepted).await {
        Some(file) => Ok(send(request, "index.html", file)),
        None => Ok(fallback::not_built()),
    }
}

fn not_found(path: &str) -> Problem {
    Problem::new(ErrorKind::NotFound, "not_found").detail(format!("there is nothing at {path}"))
}

fn send(request: &Request, path: &str, file: File) -> Response {
    let mut response = Response::builder()
        .header(header::CACHE_CONTROL, caching(path))
        .header(header::VARY, "accept-encoding")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if let Some(tag) = file.tag {
        response = response.header(header::ETAG, tag);
        if is_known(request, tag) {
            return response.status(StatusCode::NOT_MODIFIED).finish();
        }
    }
    if let Some(encoding) = file.encoding {
        response = response.header(header::CONTENT_ENCODING, encoding);
    }
    let mut response = response.content_type(content_type(path)).body(file.bytes.into_owned());
    if std::path::Path::new(path).extension().is_some_and(|end| end.eq_ignore_ascii_case("html")) {
        protect(&mut response, if path == MAIL_FRAME { MAIL_POLICY } else { POLICY });
    }
    response
}

/// The headers of a page.
pub(crate) fn protect(response: &mut Response, policy: &'static str) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert(
        "permissions-policy",
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    );
}

/// Names of assets hold a hash of what is in them, so they never change; everything else is asked for again.
fn caching(path: &str) -> &'static str {
    if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn is_known(request: &Request, tag: &str) -> bool {
    let known = request.header(header::IF_NONE_MATCH).unwrap_or_default();
    known.split(',').map(str::trim).any(|one| one == "*" || one == tag)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
