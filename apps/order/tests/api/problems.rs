//! Bad input at every operation: the documented problem, and nothing half-written.

use eop_api_contract::people::{expired_token, service_token};
use eop_api_contract::problems::{self, Asking};
use eop_core::kernel::actor::Role;

use crate::world::{World, admin, alice};

fn asking() -> Asking {
    let customer = alice().token().to_owned();
    Asking {
        expired: expired_token(admin().id, &[Role::ADMIN]),
        forged: vec![
            customer.replace("customer", "admin"),
            service_token("billing", &[Role::ADMIN]).replace("billing", "shipping"),
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.".to_owned(),
        ],
        admin: admin(),
    }
}

/// A world in which nothing may happen.
struct Untouched(World);

impl Drop for Untouched {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.0.database.events(), [], "something was written");
        }
    }
}

fn untouched() -> Untouched {
    Untouched(World::new())
}

#[tokio::test]
async fn tokens_that_are_no_good() {
    assert!(problems::bad_tokens(&untouched().0.api, &asking()).await >= 160);
}

#[tokio::test]
async fn ids_that_are_none() {
    assert!(problems::bad_ids(&untouched().0.api, &asking()).await >= 150);
}

#[tokio::test]
async fn queries_that_nobody_asked_for() {
    assert!(problems::bad_queries(&untouched().0.api, &asking()).await >= 90);
}

#[tokio::test]
async fn headers_that_cannot_be_read() {
    assert!(problems::bad_headers(&untouched().0.api, &asking()).await >= 90);
}

#[tokio::test]
async fn bodies_that_cannot_be_read() {
    assert!(problems::bad_bodies(&untouched().0.api, &asking()).await >= 180);
}

#[tokio::test]
async fn values_that_are_not_acceptable() {
    assert!(problems::bad_values(&untouched().0.api, &asking()).await >= 250);
}

#[tokio::test]
async fn methods_and_paths_that_there_are_not() {
    assert!(problems::bad_routes(&untouched().0.api).await >= 80);
}

#[tokio::test]
async fn the_examples_of_the_document_are_in_order() {
    assert_eq!(problems::examples(&World::new().api, &asking()).await, 12);
}
