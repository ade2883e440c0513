//! Bad input at every operation: the documented problem, and nothing half-written.

use eop_api_contract::people::{expired_token, service_token};
use eop_api_contract::problems::{self, Asking};
use eop_api_contract::system;
use eop_core::kernel::actor::Role;

use crate::world::{World, admin, alice};

fn asking() -> Asking {
    Asking {
        expired: expired_token(admin().id, &[Role::ADMIN]),
        forged: vec![
            alice().token().replace("customer", "admin"),
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
            assert_eq!(
                (self.0.database.events(), self.0.database.audit()),
                (vec![], vec![]),
                "something was written"
            );
        }
    }
}

fn untouched() -> Untouched {
    Untouched(World::new())
}

#[tokio::test]
async fn tokens_that_are_no_good() {
    assert!(problems::bad_tokens(&untouched().0.api, &asking()).await >= 150);
}

#[tokio::test]
async fn ids_that_are_none() {
    assert!(problems::bad_ids(&untouched().0.api, &asking()).await >= 108);
}

#[tokio::test]
async fn queries_that_nobody_asked_for() {
    assert!(problems::bad_queries(&untouched().0.api, &asking()).await >= 150);
}

#[tokio::test]
async fn headers_that_cannot_be_read() {
    assert_eq!(problems::bad_headers(&untouched().0.api, &asking()).await, 17);
}

#[tokio::test]
async fn bodies_that_cannot_be_read() {
    assert!(problems::bad_bodies(&untouched().0.api, &asking()).await >= 40);
}

#[tokio::test]
async fn values_that_are_not_acceptable() {
    assert!(problems::bad_values(&untouched().0.api, &asking()).await >= 10);
}

#[tokio::test]
async fn the_examples_of_the_document_are_in_order() {
    assert_eq!(problems::examples(&World::new().api, &asking()).await, 2);
}

#[tokio::test]
async fn methods_and_paths_that_there_are_not() {
    assert!(problems::bad_routes(&untouched().0.api).await >= 90);
}

#[tokio::test]
async fn without_a_database_every_operation_that_needs_it_says_when_to_try_again() {
    let world = World::new();
    world.database.set_available(false);
    let mut refused = 0;
    for operation in world.api.document().operations() {
        // What a process remembers is in memory: it is asked when a database is away.
        if system::has(operation) || operation.id == "listProviders" {
            drop(world.api.call_of(operation).sent_by(&admin()).send().await.expect(200));
            continue;
        }
        // The fakes of inbox and mailbox are not part of this database.
        if operation.permission.starts_with("inbox") || operation.permission.starts_with("mailbox") {
            continue;
        }
        let reply = world.api.call_of(operation).sent_by(&admin()).send().await;
        drop(reply.refused(503, "store.unavailable"));
        refused += 1;
    }
    assert_eq!(refused, 14);
}
