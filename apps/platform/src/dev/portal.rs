//! The pages for people: one Swagger UI over all three services, and the pages behind mailed links.

use eop_assembly::Host;
use eop_http::docs::{self, DocumentLink};
use eop_http::{Asset, HttpOptions};
use poem::endpoint::make_sync;
use poem::http::header;
use poem::web::Redirect;
use poem::{Endpoint, Response, Route};
use tokio::net::TcpListener;

use super::Addresses;

/// Serves the pages until the process stops.
pub(super) fn serve(host: &Host, listener: TcpListener, addresses: &Addresses) {
    let route = docs::mount(Route::new(), documents(addresses), &addresses.services())
        .at("/", make_sync(|_| Redirect::temporary("/swagger-ui/")))
        .at("/verify-email", link_page(addresses))
        .at("/reset-password", link_page(addresses))
        .at("/pages/link.js", Asset::new("text/javascript", include_str!("../../pages/link.js")))
        .at("/pages/link.css", Asset::new("text/css", include_str!("../../pages/link.css")));
    let paths = ["/", "/verify-email", "/reset-password", "/pages/*", "/swagger-ui", "/swagger-ui/*"];
    let pages = eop_http::pages("pages", route, &paths, HttpOptions::default(), host.metrics.clone());
    host.serve("pages", listener, pages);
}

fn documents(addresses: &Addresses) -> Vec<DocumentLink> {
    let Addresses { user, order, notification, .. } = addresses;
    [("User service", user), ("Order service", order), ("Notification service", notification)]
        .into_iter()
        .map(|(name, url)| DocumentLink { name: name.to_owned(), url: format!("{url}/openapi.json") })
        .collect()
}

/// The page behind a mailed link: it hands the link's token to the user service.
fn link_page(addresses: &Addresses) -> impl Endpoint<Output = Response> + 'static {
    let user = &addresses.user;
    let html = include_str!("../../pages/link.html").replace("{user_service}", user);
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src {user}; frame-ancestors 'none'; \
         base-uri 'none'; form-action 'none'"
    );
    make_sync(move |_| {
        Response::builder()
            .content_type("text/html; charset=utf-8")
            .header(header::CONTENT_SECURITY_POLICY, policy.clone())
            .header(header::REFERRER_POLICY, "no-referrer")
            .header(header::CACHE_CONTROL, "no-store")
            .body(html.clone())
    })
}
