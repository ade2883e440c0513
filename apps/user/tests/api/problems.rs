//! Bad input at every operation: the documented problem, and nothing half-written.

use eop_api_contract::people::{expired_token, service_token};
use eop_api_contract::problems::{self, Asking};
use eop_core::identity::model::AccountState;
use eop_core::kernel::actor::Role;

use crate::world::World;

/// A world in which nothing may happen, and who asks there.
struct Untouched {
    world: World,
    asking: Asking,
}

impl Drop for Untouched {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.world.database.events(), [], "something was written");
        }
    }
}

async fn untouched() -> Untouched {
    let world = World::new().await;
    let admin = world.admin().await;
    let customer = world.person(&[Role::CUSTOMER]).await;
    let asking = Asking {
        expired: expired_token(admin.id, &[Role::ADMIN]),
        forged: vec![
            customer.token().replace("customer", "admin"),
            service_token("billing", &[Role::ADMIN]).replace("billing", "shipping"),
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.".to_owned(),
        ],
        admin,
    };
    Untouched { world, asking }
}

#[tokio::test]
async fn tokens_that_are_no_good() {
    let Untouched { world, asking } = &untouched().await;
    assert!(problems::bad_tokens(&world.api, asking).await >= 140);
}

#[tokio::test]
async fn ids_that_are_none() {
    let Untouched { world, asking } = &untouched().await;
    assert!(problems::bad_ids(&world.api, asking).await >= 72);
}

#[tokio::test]
async fn queries_that_nobody_asked_for() {
    let Untouched { world, asking } = &untouched().await;
    assert!(problems::bad_queries(&world.api, asking).await >= 90);
}

#[tokio::test]
async fn headers_that_cannot_be_read() {
    let Untouched { world, asking } = &untouched().await;
    assert!(problems::bad_headers(&world.api, asking).await >= 21);
}

#[tokio::test]
async fn bodies_that_cannot_be_read() {
    let Untouched { world, asking } = &untouched().await;
    assert!(problems::bad_bodies(&world.api, asking).await >= 220);
}

#[tokio::test]
async fn values_that_are_not_acceptable() {
    let Untouched { world, asking } = &untouched().await;
    assert!(problems::bad_values(&world.api, asking).await >= 150);
}

#[tokio::test]
async fn methods_and_paths_that_there_are_not() {
    let Untouched { world, .. } = &untouched().await;
    assert!(problems::bad_routes(&world.api).await >= 110);
}

#[tokio::test]
async fn the_examples_of_the_document_are_in_order() {
    let world = World::new().await;
    let admin = world.admin().await;
    let asking = Asking { admin, expired: String::new(), forged: Vec::new() };
    assert_eq!(problems::examples(&world.api, &asking).await, 16);
}

#[tokio::test]
async fn without_a_database_every_operation_that_needs_it_says_when_to_try_again() {
    let world = World::new().await;
    let admin = world.admin().await;
    let account = world.account(&[Role::CUSTOMER], AccountState::Active).await;
    world.database.set_available(false);
    for operation in world.api.document().operations() {
        let call = world.api.call_of(operation).sent_by(&admin).on(account.id);
        let call = if operation.body.is_some() { call.example() } else { call };
        let reply = call.header("if-match", "\"1\"").send().await;
        match operation.id.as_str() {
            // What it needs is in memory.
            "getJwks" => assert!(reply.status() < 300, "{reply}"),
            "issueServiceToken" => drop(reply.refused(415, "request.unsupported_media_type")),
            _ if operation.permission == "public" => drop(reply.refused(503, "store.unavailable")),
            // Without it nobody knows what became of the session.
            _ => drop(reply.refused(503, "auth.session_unchecked")),
        }
    }
}
