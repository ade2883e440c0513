//! How the policy decides.

use eop_core::kernel::actor::Role;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn a_decision_is_explained_when_that_is_wanted() {
    let world = World::new().await;
    let auditor = world.person(&[Role::AUDITOR]).await;
    let ask = |query: &str, body: &Value| {
        world.call("checkDecision").sent_by(&auditor).query(query).json(body).send()
    };
    let denied = json!({ "roles": ["support"], "resource": "order", "action": "approve" });
    let reply = ask("explain=true", &denied).await.expect(200);
    reply.matches(EXCHANGES, "checkDecision");
    let body = reply.json();
    let others = body["would_allow"].as_array().unwrap().iter();
    let others: Vec<&str> = others.map(|one| one["role"].as_str().unwrap()).collect();
    assert_eq!((&reply.json()["allowed"], &reply.json()["rule"]), (&json!(false), &Value::Null));
    assert_eq!(others, ["admin", "approver"]);
    let bare = ask("", &denied).await.expect(200).json();
    assert_eq!((&bare["allowed"], &bare["would_allow"]), (&json!(false), &json!([])));
    let body = json!({ "subject": auditor.id, "resource": "audit", "action": "read" });
    let allowed = ask("explain=true", &body).await.expect(200).json();
    let rule = json!({ "role": "auditor", "resource": "audit", "action": "read", "scope": "any", "effect": "allow" });
    assert_eq!((&allowed["allowed"], &allowed["rule"]), (&json!(true), &rule));
    let unknown = json!({ "resource": "order", "action": "fly" });
    drop(ask("", &unknown).await.refused(422, "identity.invalid"));
}
