//! Registering.

use eop_api_contract::reply::Reply;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, PASSWORD, World};

fn registration(change: impl FnOnce(&mut Value)) -> Value {
    let mut body = json!({ "name": "Carol Example", "email": "carol@example.com", "password": PASSWORD });
    change(&mut body);
    body
}

#[tokio::test]
async fn a_known_address_gets_the_answer_of_a_new_one() {
    let world = World::new().await;
    let register = || world.call("register").example().send();
    let new = register().await.expect(202);
    new.matches(EXCHANGES, "register");
    let same = |reply: &Reply| {
        assert_eq!(
            (reply.text(), reply.header("content-length")),
            (new.text(), new.header("content-length"))
        );
    };
    same(&register().await.expect(202));
    drop(world.log_in("CAROL@Example.com ", PASSWORD).await.refused(401, "identity.bad_credentials"));
    let verify = world.call("verifyEmail").json(&json!({ "token": world.mailed()[1] })).send().await;
    drop(verify.expect(204));
    drop(world.log_in("CAROL@Example.com ", PASSWORD).await.expect(200));
    same(&register().await.expect(202));
    assert_eq!(world.mailed().len(), 3, "the owner is told");
}

#[tokio::test]
async fn every_refused_value_has_its_entry() {
    let world = World::new().await;
    let register = |change: fn(&mut Value)| world.call("register").json(&registration(change)).send();
    let reply = register(|body| {
        body["name"] = json!(" ");
        body["email"] = json!("not an address");
        body["locale"] = json!("english please");
        body["time_zone"] = json!("../etc");
    });
    let refused = reply.await.refused(422, "identity.invalid").refused_values();
    assert_eq!(refused, ["/email email", "/locale locale", "/name length", "/time_zone time_zone"]);
    for (weak, code) in [("password", "weak"), ("carol-carol-carol", "similar")] {
        let body = registration(|body| body["password"] = json!(weak));
        let reply = world.call("register").json(&body).send().await;
        assert_eq!(
            reply.refused(422, "identity.invalid").refused_values(),
            [format!("/password {code}")],
            "{weak}"
        );
    }
    assert_eq!(world.database.events(), []);
}
