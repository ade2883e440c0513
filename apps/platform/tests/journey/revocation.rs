//! Access tokens that end before their time: how soon every instance of every service refuses them, and that what is
//! watched with them ends too. The same in both modes.

use std::time::Duration;

use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use crate::call::items;
use crate::embedded::Embedded;
use crate::platform::{PASSWORD, Person, Platform, Service};
use crate::servers::{Servers, Surroundings};

/// Within this time of the answer a token is refused everywhere.
const SOON: Duration = Duration::from_secs(1);
/// On a machine that is busy with other tests one or the other may take longer, but never as long as a token lives.
const AT_THE_LATEST: Duration = Duration::from_secs(10);
/// How often each way is gone.
const ROUNDS: usize = 3;
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(10);
/// What everybody changes their password to, and back.
const NEW_PASSWORD: &str = "lantern-orbit-58-meadow";

#[derive(Clone, Copy, Debug)]
enum Way {
    LogOut,
    EndOne,
    EndOthers,
    NewPassword,
    Lock,
    Roles,
}

impl Way {
    const ALL: [Self; 6] =
        [Self::LogOut, Self::EndOne, Self::EndOthers, Self::NewPassword, Self::Lock, Self::Roles];

    /// The code with which the token is refused then.
    fn code(self) -> &'static str {
        match self {
            Self::LogOut | Self::EndOne => "auth.session_ended",
            Self::EndOthers | Self::NewPassword | Self::Lock | Self::Roles => "auth.token_superseded",
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_ends_everywhere_in_one_process() {
    let mut embedded = Embedded::start(&[]).await;
    they_end_everywhere(&embedded.platform).await;
    embedded.process.must_be_well();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_ends_at_two_instances_of_three_services() {
    let Some(surroundings) = Surroundings::find("the journey of a session that ends") else { return };
    let routes = [surroundings.routes(), surroundings.routes()];
    let mut servers = Servers::start_by(&surroundings, surroundings.sink(), &routes, &[]).await;
    they_end_everywhere(&servers.platform).await;
    servers.must_be_well();
}

async fn they_end_everywhere(platform: &Platform) {
    let alice = platform.join("alice").await;
    let bob = platform.join("bob").await;
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        for way in Way::ALL {
            took.extend(it_ends_everywhere(platform, &alice, way).await);
        }
    }
    for instance in 0..platform.instances() {
        for (service, path) in DOORS {
            platform.at(instance).get(service, path).by(&bob).gets(200).await;
        }
    }
    took.sort();
    let soon = took.iter().filter(|took| **took <= SOON).count();
    let (median, last) = (took[took.len() / 2], took[took.len() - 1]);
    println!("refused after {median:?} in the middle and {last:?} at the latest, {} times", took.len());
    assert!(soon * 10 >= took.len() * 9, "only {soon} of {} within {SOON:?}: {took:?}", took.len());
    assert!(last <= AT_THE_LATEST, "{took:?}");
    it_is_watched_no_more(platform, &bob).await;
}

/// Where a token is shown.
const DOORS: [(Service, &str); 3] = [
    (Service::User, "/api/v1/me"),
    (Service::Order, "/api/v1/orders?limit=1"),
    (Service::Notification, "/api/v1/me/inbox?limit=1"),
];

/// Ends a new session of `alice` in this way. Gives how long after the answer each instance of each service refused it.
async fn it_ends_everywhere(platform: &Platform, alice: &Person, way: Way) -> Vec<Duration> {
    let mine = platform.log_in(&alice.email, PASSWORD).await;
    let other = platform.log_in(&alice.email, PASSWORD).await;
    let doors: Vec<(usize, Service, &str)> = (0..platform.instances())
        .flat_map(|instance| DOORS.map(|(service, path)| (instance, service, path)))
        .collect();
    for (instance, service, path) in &doors {
        platform.at(*instance).get(*service, path).by(&other).gets(200).await;
    }
    go(platform, (&mine, &other), way).await;
    let begun = Instant::now();
    let other = &other;
    let took = join_all(doors.iter().map(|(instance, service, path)| async move {
        loop {
            let answer = platform.at(*instance).get(*service, path).by(other).send().await;
            let answer = answer.unwrap_or_else(|error| panic!("{way:?} {service:?}: {error:?}"));
            if answer.status == 401 {
                // The service that holds the sessions looks at the session itself.
                let code = if *service == Service::User { "auth.session_ended" } else { way.code() };
                assert_eq!(answer.body["code"], code, "{way:?} {service:?} {instance}");
                return begun.elapsed();
            }
            // Whoever has other roles now is asked for those by the service that holds them, and need not sign in again.
            if matches!(way, Way::Roles) && *service == Service::User {
                return begun.elapsed();
            }
            assert!(begun.elapsed() < AT_THE_LATEST * 3, "{way:?} {service:?} {instance} takes it for ever");
            sleep(PAUSE).await;
        }
    }))
    .await;
    it_is_as_before(platform, (alice, &mine), way).await;
    took
}

async fn go(platform: &Platform, (mine, other): (&Person, &Person), way: Way) {
    let user = Service::User;
    let user_path = |rest: &str| format!("/api/v1/users/{}/{rest}", mine.id);
    match way {
        Way::LogOut => {
            platform.post(user, "/api/v1/auth/logout").by(other).gets(204).await;
        }
        Way::EndOne => {
            let sessions = platform.get(user, "/api/v1/me/sessions").by(other).gets(200).await;
            let own = items(&sessions.body).iter().find(|one| one["current"] == true).expect("it is listed");
            let path = format!("/api/v1/me/sessions/{}", own["id"].as_str().unwrap_or_default());
            platform.call(Method::DELETE, user, &path).by(mine).gets(204).await;
        }
        Way::EndOthers => {
            platform.call(Method::DELETE, user, "/api/v1/me/sessions").by(mine).gets(204).await;
        }
        Way::NewPassword => {
            let body = json!({ "current_password": PASSWORD, "password": NEW_PASSWORD });
            platform.post(user, "/api/v1/me/password").by(mine).json(&body).gets(204).await;
        }
        Way::Lock => {
            let lock = platform.post(user, &user_path("lock")).by(&platform.admin).json(&json!({}));
            lock.gets(200).await;
        }
        Way::Roles => {
            let roles = platform.call(Method::PUT, user, &user_path("roles")).by(&platform.admin);
            roles.json(&json!({ "roles": ["customer", "auditor"] })).gets(200).await;
        }
    }
}

/// Undoes it, and sees that whoever signs in then is taken at once.
async fn it_is_as_before(platform: &Platform, (alice, mine): (&Person, &Person), way: Way) {
    let user_path = |rest: &str| format!("/api/v1/users/{}/{rest}", alice.id);
    let is_good = async |person: &Person| {
        for (service, path) in DOORS {
            platform.get(service, path).by(person).gets(200).await;
        }
    };
    match way {
        Way::LogOut | Way::EndOne | Way::EndOthers => is_good(mine).await,
        Way::NewPassword => {
            is_good(mine).await;
            let body = json!({ "current_password": NEW_PASSWORD, "password": PASSWORD });
            platform.post(Service::User, "/api/v1/me/password").by(mine).json(&body).gets(204).await;
        }
        Way::Lock => {
            platform.post(Service::User, &user_path("unlock")).by(&platform.admin).gets(200).await;
        }
        Way::Roles => {
            let body = json!({ "refresh_token": mine.refresh });
            let tokens = platform.post(Service::User, "/api/v1/auth/refresh").json(&body).gets(200).await;
            is_good(&Person { token: tokens.text("access_token"), ..mine.clone() }).await;
            let roles = platform.call(Method::PUT, Service::User, &user_path("roles")).by(&platform.admin);
            roles.json(&json!({ "roles": ["customer"] })).gets(200).await;
        }
    }
    is_good(&platform.log_in(&alice.email, PASSWORD).await).await;
}

/// A stream that was opened with a token ends with it, and not with the next look at it a quarter of a minute later.
async fn it_is_watched_no_more(platform: &Platform, bob: &Person) {
    let last = platform.instances() - 1;
    let address = platform.at(last).address(Service::Notification);
    let client = reqwest::Client::builder().no_proxy().build().expect("a client can be made");
    let stream = client.get(format!("{address}/api/v1/me/inbox/stream")).bearer_auth(&bob.token);
    let mut stream = stream.send().await.expect("the service answers");
    assert_eq!(stream.status().as_u16(), 200);
    let first = stream.chunk().await.expect("the stream goes on").expect("something comes");
    assert!(first.starts_with(b"id: "), "{first:?}");
    platform.post(Service::User, "/api/v1/auth/logout").by(bob).gets(204).await;
    let ended = timeout(AT_THE_LATEST, async {
        let mut text = String::new();
        while let Some(chunk) = stream.chunk().await.expect("it ends in order") {
            text += &String::from_utf8_lossy(&chunk);
        }
        text
    });
    let text = ended.await.expect("it ends when the session does");
    assert!(text.contains("the access token is good no more"), "{text}");
    let again = client.get(format!("{address}/api/v1/me/inbox/stream")).bearer_auth(&bob.token);
    let again = again.send().await.expect("the service answers");
    assert_eq!(again.status().as_u16(), 401);
    let problem: Value = again.json().await.expect("a problem is JSON");
    assert_eq!(problem["code"], "auth.session_ended");
}
