//! What serves the portal: the files of the page, and the door to the services under the same origin.
//!
//! # Code map
//!
//! * [`site`] – the files: built into the program, or read from a folder.
//! * `pages` – how they are answered: headers, encodings, the page for every other path.
//! * `fallback` – what is there while the page has not been built.
//! * `proxy`, `forward` – `/services/{user,order,notification}/…`.
//! * `documents` – the services' documents, as they are behind the door.
//!
//! # Invariants
//!
//! * A path is looked up, never joined to a folder, so there is nothing to traverse.
//! * What is behind the door is a list of prefixes; `/metrics` and everything unknown is not found.
//! * Bodies are streamed in both directions; only the documents are read whole, because they are changed.

mod documents;
mod fallback;
mod forward;
mod pages;
mod proxy;
pub mod site;

use std::sync::Arc;

use eop_http::docs::{self, DocumentLink};
use eop_http::{App, HttpOptions, Metrics};
use poem::endpoint::{EndpointExt, make_sync};
use poem::{Response, Route};

pub use proxy::{BadAddress, Door};
pub use site::Site;

/// The usual port.
pub const PORT: u16 = 3001;

/// Everything that listens at the portal's address. What `metrics` say is not there, but where `options` have a listener of
/// its own for it.
#[must_use]
pub fn portal(site: Site, door: Door, options: &HttpOptions, metrics: &Metrics) -> App {
    let door = Arc::new(door);
    let mut route = docs::mount(Route::new(), document_links(), &[])
        .at("/health/live", make_sync(|_| live()))
        .at("/services/*path", proxy::endpoint(Arc::clone(&door)));
    for service in proxy::SERVICES {
        let endpoint = documents::endpoint(Arc::clone(&door), service);
        route = route.at(format!("/services/{service}/openapi.json"), endpoint);
    }
    let route = fallback::mount(route, site.is_built()).at("/*path", pages::endpoint(site)).map_to_response();
    eop_http::door("portal", route, options, metrics)
}

fn live() -> Response {
    Response::builder().content_type("application/json").body(r#"{"status":"live"}"#)
}

fn document_links() -> Vec<DocumentLink> {
    [("User service", "user"), ("Order service", "order"), ("Notification service", "notification")]
        .into_iter()
        .map(|(name, service)| DocumentLink {
            name: name.to_owned(),
            url: format!("/services/{service}/openapi.json"),
        })
        .collect()
}
