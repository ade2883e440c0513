//! Operators see how the providers are doing.

use serde_json::json;

use crate::world::{EXCHANGES, World, admin};

#[tokio::test]
async fn every_provider_is_listed_with_its_health() {
    let world = World::new();
    let reply = world.call("listProviders").sent_by(&admin()).send().await.expect(200);
    reply.matches(EXCHANGES, "listProviders");
    let expected = json!({ "items": [{
        "channel": "email", "provider": "scripted", "position": 1, "state": "closed", "open_since": null,
        "next_at": null, "calls": 0, "failures": 0, "per_second": 20, "passed_on": 0, "last_failure": null,
    }]});
    assert_eq!(reply.json(), expected);
}
