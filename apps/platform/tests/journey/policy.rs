//! A policy that changes: how soon every instance of every service decides by it. The same in both modes.

use std::time::Duration;

use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::embedded::Embedded;
use crate::platform::{PASSWORD, Person, Platform, Service};
use crate::servers::{Servers, Surroundings};

/// Within this time of the answer a change counts everywhere.
const SOON: Duration = Duration::from_secs(2);
/// On a machine that is busy with other tests one or the other may take longer: until it is asked for without being told.
const AT_THE_LATEST: Duration = Duration::from_secs(12);
/// How often it changes.
const ROUNDS: usize = 10;
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(10);
/// What the role may do, and may not, at each of the services.
const DOOR: &str = "/api/v1/outbox";

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_changes_counts_everywhere_in_one_process() {
    let mut embedded = Embedded::start(&[]).await;
    it_counts_everywhere(&embedded.platform).await;
    embedded.process.must_be_well();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_changes_counts_at_two_instances_of_three_services() {
    let Some(surroundings) = Surroundings::find("the journey of a policy that changes") else { return };
    let routes = [surroundings.routes(), surroundings.routes()];
    let mut servers = Servers::start_by(&surroundings, surroundings.sink(), &routes, &[]).await;
    let version = it_counts_everywhere(&servers.platform).await;
    it_is_kept_while_whoever_holds_it_is_away(&mut servers, version).await;
    servers.must_be_well();
}

/// Gives the version of the policy in the end.
async fn it_counts_everywhere(platform: &Platform) -> u64 {
    let user = Service::User;
    let (wide, narrow) = (json!([rule("outbox", "read")]), json!([rule("order", "read")]));
    let role = json!({ "name": "watch", "description": "Watches the pipeline", "permissions": narrow });
    platform.post(user, "/api/v1/roles").by(&platform.admin).json(&role).gets(201).await;
    let carol = platform.join("carol").await;
    let path = format!("/api/v1/users/{}/roles", carol.id);
    let roles = platform.call(Method::PUT, user, &path).by(&platform.admin);
    // Assigning it needs to know it: by what is on file, and not by what an instance decides by.
    roles.json(&json!({ "roles": ["customer", "watch"] })).gets(200).await;
    let carol = platform.log_in(&carol.email, PASSWORD).await;
    let mut took = Vec::new();
    let mut version = 0;
    for round in 0..ROUNDS {
        let (permissions, expected) = if round % 2 == 0 { (&wide, 200) } else { (&narrow, 403) };
        let change = json!({ "description": format!("Round {round}"), "permissions": permissions });
        let call = platform.call(Method::PUT, user, "/api/v1/roles/watch").by(&platform.admin);
        call.json(&change).gets(200).await;
        took.extend(everywhere(platform, &carol, expected).await);
        version = version_of(platform).await;
    }
    took.sort();
    let soon = took.iter().filter(|took| **took <= SOON).count();
    let (median, last) = (took[took.len() / 2], took[took.len() - 1]);
    println!("counts after {median:?} in the middle and {last:?} at the latest, {} times", took.len());
    assert!(soon * 10 >= took.len() * 9, "only {soon} of {} within {SOON:?}: {took:?}", took.len());
    assert!(last <= AT_THE_LATEST, "{took:?}");
    version
}

fn rule(resource: &str, action: &str) -> Value {
    json!({ "resource": resource, "action": action, "scope": "any", "effect": "allow" })
}

async fn version_of(platform: &Platform) -> u64 {
    let policy = platform.get(Service::User, "/api/v1/policy").by(&platform.admin).gets(200).await;
    policy.body["version"].as_u64().expect("the policy has a version")
}

/// How long it takes until each instance of each service answers like this.
async fn everywhere(platform: &Platform, carol: &Person, expected: u16) -> Vec<Duration> {
    let begun = Instant::now();
    let doors =
        (0..platform.instances()).flat_map(|instance| Service::ALL.map(|service| (instance, service)));
    join_all(doors.map(|(instance, service)| async move {
        loop {
            let answer = platform.at(instance).get(service, DOOR).by(carol).send().await;
            let status = answer.unwrap_or_else(|error| panic!("{service:?}: {error:?}")).status;
            if status == expected {
                return begun.elapsed();
            }
            assert!(begun.elapsed() < AT_THE_LATEST * 3, "{service:?} {instance} still answers {status}");
            sleep(PAUSE).await;
        }
    }))
    .await
}

/// A service that starts without the user service decides by the policy that it had.
async fn it_is_kept_while_whoever_holds_it_is_away(servers: &mut Servers, version: u64) {
    for instance in 0..2 {
        servers.instance(Service::User, instance).kill();
    }
    let order = servers.instance(Service::Order, 0);
    order.terminate().await;
    order.start();
    let platform = servers.platform.at(0);
    let expected = format!("eop_policy_version{{service=\"order\"}} {version}");
    let begun = Instant::now();
    loop {
        let page = platform.get(Service::Order, "/metrics").send().await;
        let page = page.ok().and_then(|answer| answer.body.as_str().map(str::to_owned)).unwrap_or_default();
        if page.lines().any(|line| line == expected) {
            break;
        }
        assert!(begun.elapsed() < AT_THE_LATEST * 3, "{expected} is not in {page}");
        sleep(PAUSE).await;
    }
    for instance in 0..2 {
        servers.instance(Service::User, instance).start();
    }
    servers.platform.is_ready(Service::User).await;
    servers.platform.is_ready(Service::Order).await;
}
