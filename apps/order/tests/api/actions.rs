//! Moving orders through their life.

use std::time::Duration;

use eop_api_contract::people::{Caller, token};
use eop_api_contract::reply::Reply;
use eop_contract::fixture::at_s;
use eop_core::kernel::actor::{Principal, Role};
use eop_core::order::model::Status;
use rstest::rstest;
use serde_json::json;

use crate::world::{EXCHANGES, World, admin, alice, approver, fulfilment, support};

/// The answer to the document's example of `operation`, on a new order of alice in `status`.
async fn act(operation: &str, caller: &Caller, status: Status) -> Reply {
    let world = World::new();
    let order = world.order_of(alice().id, status).await;
    world.call(operation).sent_by(caller).on(order.id).example().send().await
}

#[rstest]
#[case::approve("approveOrder", approver(), Status::Created)]
#[case::reject("rejectOrder", approver(), Status::Created)]
#[case::cancel("cancelOrder", alice(), Status::Created)]
#[case::ship("shipOrder", fulfilment(), Status::Approved)]
#[case::deliver("deliverOrder", fulfilment(), Status::Shipped)]
#[case::abort("abortOrder", admin(), Status::Shipped)]
#[tokio::test]
async fn a_step(#[case] operation: &str, #[case] caller: Caller, #[case] status: Status) {
    let reply = act(operation, &caller, status).await.expect(200);
    reply.matches(EXCHANGES, operation);
    assert_eq!(reply.header("etag"), Some("\"2\""));
}

#[rstest]
#[case::approve("approveOrder", &[Status::Created])]
#[case::reject("rejectOrder", &[Status::Created])]
#[case::cancel("cancelOrder", &[Status::Created, Status::Approved])]
#[case::ship("shipOrder", &[Status::Approved])]
#[case::deliver("deliverOrder", &[Status::Shipped])]
#[case::abort("abortOrder", &[Status::Shipped])]
#[tokio::test]
async fn every_other_status_refuses_the_step_and_says_what_is_possible(
    #[case] operation: &str,
    #[case] from: &[Status],
) {
    let mut refused = 0;
    for status in Status::ALL.iter().filter(|status| !from.contains(status)) {
        let reply = act(operation, &admin(), *status).await.refused(409, "order.transition_refused");
        assert_eq!(reply.json()["current_status"], status.as_str(), "{reply}");
        assert!(reply.json()["allowed_actions"].is_array(), "{reply}");
        refused += 1;
    }
    assert!(refused >= 4);
}

#[tokio::test]
async fn nobody_approves_their_own_order() {
    let world = World::new();
    let order = world.order_of(approver().id, Status::Created).await;
    let reply = world.call("approveOrder").sent_by(&approver()).on(order.id).example().send().await;
    drop(reply.refused(403, "order.own_order"));
    drop(world.call("approveOrder").sent_by(&admin()).on(order.id).example().send().await.expect(200));
}

#[tokio::test]
async fn owners_cancel_for_half_an_hour_after_approval_and_staff_for_longer() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Created).await;
    let call = |operation, caller| world.call(operation).sent_by(&caller).on(order.id);
    drop(call("approveOrder", approver()).example().send().await.expect(200));
    world.clock.set(at_s(0) + Duration::from_mins(31));
    // The tokens of the fixtures have expired by now.
    let late = |caller: &Caller, role| {
        let token = token(Principal::User(caller.id), &[role], None, at_s(3600));
        world.call("cancelOrder").by(&token).on(order.id)
    };
    let hers = late(&alice(), Role::CUSTOMER).example().send().await;
    let hers = hers.refused(409, "order.grace_over").json();
    assert_eq!((&hers["current_status"], &hers["allowed_actions"]), (&json!("APPROVED"), &json!([])));
    let silent = late(&support(), Role::SUPPORT).json(&json!({})).send().await;
    assert_eq!(silent.refused(422, "order.invalid").refused_values(), ["/reason required"]);
    let theirs = late(&support(), Role::SUPPORT).example().send().await.expect(200);
    assert_eq!(theirs.json()["status"], "CANCELLED");
}

#[tokio::test]
async fn an_order_arrives_neither_in_the_future_nor_before_it_was_sent() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Approved).await;
    drop(world.call("shipOrder").sent_by(&fulfilment()).on(order.id).example().send().await.expect(200));
    let deliver = |at: &str| {
        let body = json!({ "delivered_at": at });
        world.call("deliverOrder").sent_by(&fulfilment()).on(order.id).json(&body).send()
    };
    for (at, code) in [("2099-01-01T00:00:00Z", "in_future"), ("2020-01-01T00:00:00Z", "before_shipping")] {
        let reply = deliver(at).await.refused(422, "order.invalid");
        assert_eq!(reply.refused_values(), [format!("/delivered_at {code}")]);
    }
    world.clock.advance(Duration::from_mins(1));
    let reply = deliver("2026-03-04T06:06:10+01:00").await.expect(200);
    assert_eq!(reply.json()["delivered_at"], "2026-03-04T05:06:10.000000Z");
}

#[tokio::test]
async fn a_step_is_based_on_a_version_if_one_is_named() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Created).await;
    let approve = |version: &str| {
        world
            .call("approveOrder")
            .sent_by(&approver())
            .on(order.id)
            .header("if-match", version)
            .example()
            .send()
    };
    let reply = approve("\"7\"").await.refused(412, "order.version_mismatch");
    assert_eq!(reply.header("etag"), Some("\"1\""));
    drop(approve("\"1\"").await.expect(200));
}

#[tokio::test]
async fn a_repeated_step_gets_its_first_answer_even_when_the_order_went_on() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Created).await;
    let approve = |note: &str| {
        let call =
            world.call("approveOrder").sent_by(&approver()).on(order.id).header("idempotency-key", "k");
        call.json(&json!({ "note": note })).send()
    };
    let first = approve("fine").await.expect(200);
    drop(world.call("shipOrder").sent_by(&fulfilment()).on(order.id).example().send().await.expect(200));
    let again = approve("fine").await.expect(200);
    assert_eq!(
        (again.header("idempotent-replayed"), again.header("etag")),
        (Some("true"), first.header("etag"))
    );
    assert_eq!(again.json()["status"], "APPROVED");
    drop(approve("fine indeed").await.refused(422, "idempotency.key_reused"));
    let elsewhere = world.order_of(alice().id, Status::Created).await;
    let other =
        world.call("approveOrder").sent_by(&approver()).on(elsewhere.id).header("idempotency-key", "k");
    let other = other.json(&json!({ "note": "fine" })).send().await.expect(200);
    assert_eq!(other.header("idempotent-replayed"), None, "a key belongs to one order");
}
