//! The documents of the service.

use eop_api_contract::{bounds, golden};
use eop_core::kernel::page::PageRequest;

use crate::world::{EXCHANGES, World};

#[test]
fn the_openapi_documents_are_checked_in() {
    golden::documents("notification", World::new().app.documents());
}

#[test]
fn every_operation_has_an_exchange_that_shows_it() {
    golden::one_per_operation(EXCHANGES, World::new().api.document());
}

#[test]
fn the_bounds_of_the_document_are_those_of_the_domain() {
    bounds::hold_pages(World::new().api.document(), PageRequest::MAX_LIMIT);
}
