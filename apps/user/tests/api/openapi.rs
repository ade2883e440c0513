//! The documents of the service.

use eop_api_contract::golden;

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn the_openapi_documents_are_checked_in() {
    golden::documents("user", World::new().await.app.documents());
}

#[tokio::test]
async fn every_operation_has_an_exchange_that_shows_it() {
    golden::one_per_operation(EXCHANGES, World::new().await.api.document());
}
