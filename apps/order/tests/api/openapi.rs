//! The documents of the service.

use crate::world::World;

#[test]
fn the_openapi_documents_are_checked_in() {
    eop_api_contract::golden::documents("order", World::new().app().documents());
}
