//! How deliveries went.

use eop_api_contract::reply::Reply;
use eop_core::notification::model::DeliveryStatus;
use serde_json::json;

use crate::world::{EXCHANGES, World, alice, support};

/// The answer to `operation` on a new delivery in `status`.
async fn act(operation: &str, status: DeliveryStatus) -> Reply {
    let world = World::new();
    let (_, delivery) = world.told(alice().id, status).await;
    world.call(operation).sent_by(&support()).on(delivery.id).send().await
}

#[tokio::test]
async fn every_attempt_is_shown() {
    let reply = act("listDeliveryAttempts", DeliveryStatus::Retrying).await.expect(200);
    reply.matches(EXCHANGES, "listDeliveryAttempts");
    let attempt = &reply.json()["items"][0];
    assert_eq!((&attempt["code"], &attempt["duration_ms"]), (&json!("451"), &json!(1000)));
}

#[tokio::test]
async fn a_settled_delivery_is_sent_again_and_a_waiting_one_is_stopped() {
    let resent = act("resendDelivery", DeliveryStatus::Failed).await.expect(200);
    resent.matches(EXCHANGES, "resendDelivery");
    assert_eq!(resent.json()["status"], "queued");
    let stopped = act("cancelDelivery", DeliveryStatus::Queued).await.expect(200);
    stopped.matches(EXCHANGES, "cancelDelivery");
    assert_eq!(stopped.json()["status"], "cancelled");
}

#[tokio::test]
async fn what_the_status_does_not_allow_is_refused_and_the_status_told() {
    for (operation, status) in [
        ("resendDelivery", DeliveryStatus::Queued),
        ("resendDelivery", DeliveryStatus::Sending),
        ("resendDelivery", DeliveryStatus::Retrying),
        ("cancelDelivery", DeliveryStatus::Sent),
        ("cancelDelivery", DeliveryStatus::Sending),
        ("cancelDelivery", DeliveryStatus::Dead),
    ] {
        let reply = act(operation, status).await.refused(409, "notification.delivery_refused");
        assert_eq!(reply.json()["current_status"], status.as_str(), "{reply}");
    }
}
