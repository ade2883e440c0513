//! The documents of the service.

use eop_api_contract::{bounds, golden};
use eop_core::identity::command;
use eop_core::kernel::page::PageRequest;

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn the_openapi_documents_are_checked_in() {
    golden::documents("user", World::new().await.app.documents());
}

#[tokio::test]
async fn every_operation_has_an_exchange_that_shows_it() {
    golden::one_per_operation(EXCHANGES, World::new().await.api.document());
}

#[tokio::test]
async fn the_bounds_of_the_document_are_those_of_the_domain() {
    let world = World::new().await;
    let document = world.api.document();
    let number = |number: usize| i64::try_from(number).unwrap();
    for schema in ["Registration", "PasswordReset", "PasswordChange"] {
        let least = ((schema, "password", "minLength"), number(command::MIN_PASSWORD));
        bounds::hold(document, [least, ((schema, "password", "maxLength"), number(command::MAX_PASSWORD))]);
    }
    for schema in ["Registration", "ProfileChange"] {
        bounds::hold(document, [((schema, "name", "maxLength"), number(command::NAME.max_bytes()))]);
    }
    bounds::hold_pages(document, PageRequest::MAX_LIMIT);
}
