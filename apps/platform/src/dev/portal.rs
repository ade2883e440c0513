//! The pages for people: one Swagger UI over all three services.

use std::time::Duration;

use eop_assembly::Host;
use eop_http::docs::{self, DocumentLink};
use poem::Route;
use poem::endpoint::make_sync;
use poem::web::Redirect;
use tokio::net::TcpListener;

/// Serves the pages until the process stops.
pub(super) fn serve(host: &Host, listener: TcpListener, documents: Vec<DocumentLink>, services: &[String]) {
    let home = make_sync(|_| Redirect::temporary("/swagger-ui/"));
    let route = docs::mount(Route::new().at("/", home), documents, services);
    let shutdown = host.lifecycle.shutdown_token();
    host.lifecycle.spawn("pages", async move {
        eop_http::server::serve(listener, route, shutdown.cancelled_owned(), Duration::from_secs(1)).await
    });
}
