//! Roles and what they may do.

use eop_core::kernel::actor::Role;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World};

fn names(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|role| role["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn roles_are_listed_and_read_with_what_they_may_do() {
    let world = World::new().await;
    let admin = world.admin().await;
    let list = world.call("listRoles").sent_by(&admin).send().await.expect(200);
    list.matches(EXCHANGES, "listRoles");
    let list = list.json();
    assert_eq!(
        names(&list),
        ["admin", "approver", "auditor", "customer", "fulfilment", "service", "support", "unverified"]
    );
    let reply = world.call("getRole").sent_by(&admin).on("fulfilment").send().await.expect(200);
    reply.matches(EXCHANGES, "getRole");
    assert_eq!((reply.header("etag"), &reply.json()["built_in"]), (Some("\"1\""), &json!(true)));
    drop(world.call("getRole").sent_by(&admin).on("nobody").send().await.refused(404, "identity.not_found"));
}

#[tokio::test]
async fn a_role_is_made_changed_and_removed() {
    let world = World::new().await;
    let admin = world.admin().await;
    let made = world.call("createRole").sent_by(&admin).example().send().await.expect(201);
    made.matches(EXCHANGES, "createRole");
    assert_eq!(made.header("location"), Some("/api/v1/roles/returns-desk"));
    let again = world.call("createRole").sent_by(&admin).example().send().await;
    drop(again.refused(409, "identity.role_taken"));

    let change = |version: &str| {
        let call = world.call("changeRole").sent_by(&admin).on("returns-desk");
        call.header("if-match", version).example().send()
    };
    let changed = change("\"1\"").await.expect(200);
    changed.matches(EXCHANGES, "changeRole");
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let stale = change("\"1\"").await.refused(412, "identity.version_mismatch");
    assert_eq!(stale.header("etag"), Some("\"2\""));

    let remove = |role: &str| world.call("removeRole").sent_by(&admin).on(role).send();
    remove("returns-desk").await.expect(204).matches(EXCHANGES, "removeRole");
    drop(remove("returns-desk").await.refused(404, "identity.not_found"));
    drop(remove("support").await.refused(409, "identity.role_built_in"));
}

#[tokio::test]
async fn rules_without_a_meaning_are_refused_by_their_place() {
    let world = World::new().await;
    let admin = world.admin().await;
    let rule = |resource: &str, action: &str| json!({ "resource": resource, "action": action, "scope": "any", "effect": "allow" });
    let body = json!({
        "name": "desk",
        "description": "Looks into orders",
        "permissions": [rule("order", "read"), rule("oder", "read"), rule("order", "fly")],
    });
    let refused = world.call("createRole").sent_by(&admin).json(&body).send().await;
    let refused = refused.refused(422, "identity.invalid").json();
    let fields: Vec<&str> =
        refused["errors"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["/permissions/1/resource", "/permissions/2/action"]);
}

#[tokio::test]
async fn every_permission_is_listed_in_words() {
    let world = World::new().await;
    let auditor = world.person(&[Role::AUDITOR]).await;
    let list = world.call("listPermissions").sent_by(&auditor).send().await.expect(200);
    list.matches(EXCHANGES, "listPermissions");
    for item in list.json()["items"].as_array().unwrap() {
        assert!(item["description"].as_str().unwrap().len() > 5, "{item}");
    }
}

#[tokio::test]
async fn the_whole_policy_is_read_anew_only_when_it_has_changed() {
    let world = World::new().await;
    let admin = world.admin().await;
    let read = |known: &str| world.call("getPolicy").sent_by(&admin).header("if-none-match", known).send();
    let reply = read("\"0\"").await.expect(200);
    reply.matches(EXCHANGES, "getPolicy");
    assert_eq!((reply.header("etag"), &reply.json()["version"]), (Some("\"1\""), &json!(1)));
    drop(world.call("createRole").sent_by(&admin).example().send().await.expect(201));
    assert_eq!(read("\"1\"").await.expect(200).json()["version"], json!(2));
}
