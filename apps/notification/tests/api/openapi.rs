//! The documents of the service.

use eop_api_contract::golden;

use crate::world::{EXCHANGES, World};

#[test]
fn the_openapi_documents_are_checked_in() {
    golden::documents("notification", World::new().app.documents());
}

#[test]
fn every_operation_has_an_exchange_that_shows_it() {
    golden::one_per_operation(EXCHANGES, World::new().api.document());
}
