//! What is there while the page has not been built: a page that says how to build it, and the pages behind mailed
//! links, so that accounts can be made without it.

use poem::endpoint::make_sync;
use poem::http::{StatusCode, header};
use poem::{Endpoint, Response, Route};

use crate::pages::protect;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
     frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// Where mailed links lead to do something.
const LINKED: [&str; 3] = ["/verify-email", "/reset-password", "/forgot-password"];

/// The pages behind mailed links, unless the portal has better ones.
pub(crate) fn mount(route: Route, is_built: bool) -> Route {
    let route = route.at("/pages/link.css", asset("text/css", include_str!("../pages/link.css")));
    if is_built {
        return route;
    }
    LINKED
        .iter()
        .fold(route, |route, path| route.at(*path, make_sync(|_| link())))
        .at("/pages/link.js", asset("text/javascript", include_str!("../pages/link.js")))
}

/// 503 with what is missing and the two commands that help.
pub(crate) fn not_built() -> Response {
    let mut response = page(include_str!("../pages/not-built.html"));
    response.set_status(StatusCode::SERVICE_UNAVAILABLE);
    response
}

fn link() -> Response {
    page(include_str!("../pages/link.html"))
}

fn page(html: &'static str) -> Response {
    let mut response = Response::builder()
        .content_type("text/html; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-store")
        .body(html);
    protect(&mut response, POLICY);
    response
}

fn asset(content_type: &'static str, text: &'static str) -> impl Endpoint<Output = Response> + 'static {
    make_sync(move |_| {
        Response::builder().content_type(content_type).header(header::CACHE_CONTROL, "no-cache").body(text)
    })
}
