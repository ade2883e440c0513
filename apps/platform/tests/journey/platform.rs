//! A running platform as its users see it: three addresses, people, and mail.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eop_api_contract::answers::Answers;
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::call::{Call, Doors, items, text};
use crate::ports;
use crate::sink;
use crate::wait::eventually;

/// How long the start of a debug build may take on a busy machine.
const START: Duration = Duration::from_mins(1);
/// How long a mail may take that nothing holds up.
pub(crate) const SOON: Duration = Duration::from_secs(30);
/// Between two looks at everything that was told.
const A_LOOK: Duration = Duration::from_secs(1);
/// Everybody's password.
pub(crate) const PASSWORD: &str = "plum-ladder-42-cloud";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    User,
    Order,
    Notification,
}

impl Service {
    pub(crate) const ALL: [Self; 3] = [Self::User, Self::Order, Self::Notification];
}

/// Where mail ends up.
#[derive(Clone, Debug)]
pub(crate) enum Mails {
    /// In the mailbox of the embedded mode.
    Mailbox,
    /// At an SMTP server, which writes it to this file.
    Sink(PathBuf),
}

/// A mail that arrived.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    /// The delivery that it is: its id in the mailbox, its Message-ID by SMTP.
    pub(crate) delivery: String,
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) token: String,
    pub(crate) refresh: String,
}

/// The ports that the services listen on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ports {
    pub(crate) user: u16,
    pub(crate) order: u16,
    pub(crate) notification: u16,
}

impl Ports {
    /// Ports that nobody uses.
    pub(crate) fn free() -> Self {
        Self { user: ports::free(), order: ports::free(), notification: ports::free() }
    }
}

/// A running platform.
#[derive(Clone)]
pub(crate) struct Platform {
    http: Client,
    /// Those of the user, the order and the notification service.
    doors: [Doors; 3],
    mails: Mails,
    /// What the documents of each service say of its answers, once they were read.
    foretold: Vec<(Service, Arc<Answers>)>,
    /// The first administrator.
    pub(crate) admin: Person,
}

/// Whether no part fails but one of these.
fn fails_only(readiness: &Value, parts: &[&str]) -> bool {
    let failing = readiness["failing"].as_array();
    let only = failing.is_none_or(|all| all.iter().all(|one| parts.iter().any(|part| one == part)));
    only && (readiness["status"] == "ready" || failing.is_some_and(|all| !all.is_empty()))
}

impl Platform {
    /// Waits until everything is ready, and signs the administrator in.
    pub(crate) async fn open(ports: &[Ports], mails: Mails, admin: (&str, &str)) -> Self {
        Self::open_though(ports, mails, admin, &[]).await
    }

    /// The same, though these parts fail.
    pub(crate) async fn open_though(
        ports: &[Ports],
        mails: Mails,
        admin: (&str, &str),
        failing: &[&str],
    ) -> Self {
        // Without a pool: what was kept open to a killed process is no connection.
        let http = Client::builder().no_proxy().pool_max_idle_per_host(0).timeout(Duration::from_secs(30));
        let http = http.build().expect("a client can be made");
        let (email, none) = (admin.0.to_owned(), String::new());
        let nobody = Person { id: none.clone(), email, token: none.clone(), refresh: none };
        let mut platform = Self { http, doors: doors(ports), mails, foretold: Vec::new(), admin: nobody };
        for service in Service::ALL {
            platform.is_ready_though(service, failing).await;
            let document = async |path| platform.get(service, path).gets(200).await.body.to_string();
            let (v3_0, v3_1) = (document("/openapi.json").await, document("/openapi-3.1.json").await);
            platform.foretold.push((service, Arc::new(Answers::of(&v3_0, &v3_1))));
        }
        platform.admin = platform.log_in(admin.0, admin.1).await;
        platform
    }

    /// The same with further instances of each service.
    pub(crate) fn joined_by(mut self, ports: &[Ports]) -> Self {
        self.doors = doors(ports);
        self
    }

    /// The same by the way to one instance of each service.
    pub(crate) fn at(&self, instance: usize) -> Self {
        Self { doors: self.doors.each_ref().map(|doors| doors.only(instance)), ..self.clone() }
    }

    /// Where one of the service's instances answers.
    pub(crate) fn address(&self, service: Service) -> String {
        format!("http://127.0.0.1:{}", self.doors(service).next())
    }

    /// How many instances of each service there are.
    pub(crate) fn instances(&self) -> usize {
        self.doors[0].count()
    }

    pub(crate) fn call(&self, method: Method, service: Service, path: &str) -> Call {
        let doors = self.doors(service);
        let what = format!("{method} {service:?} {path}");
        let request = self.http.request(method, format!("http://127.0.0.1{path}"));
        Call::new(&self.http, doors, request, what).foretold_by(self.answers(service))
    }

    fn doors(&self, service: Service) -> &Doors {
        let [user, order, notification] = &self.doors;
        match service {
            Service::User => user,
            Service::Order => order,
            Service::Notification => notification,
        }
    }

    fn answers(&self, service: Service) -> Option<Arc<Answers>> {
        let known = self.foretold.iter().find(|(known, _)| *known == service);
        known.map(|(_, answers)| Arc::clone(answers))
    }

    /// Holds an answer to the documents of the service.
    pub(crate) fn foretold(&self, service: Service, method: &Method, path: &str, status: u16, body: &Value) {
        let answers = self.answers(service).expect("the documents were read");
        let template = answers.template(path).unwrap_or_else(|| panic!("no document has {path}"));
        let checked = answers.check(method.as_str(), template, status, body);
        checked.unwrap_or_else(|fault| panic!("{method} {path}: {fault}"));
    }

    pub(crate) fn get(&self, service: Service, path: &str) -> Call {
        self.call(Method::GET, service, path)
    }

    pub(crate) fn post(&self, service: Service, path: &str) -> Call {
        self.call(Method::POST, service, path)
    }

    /// What readiness answers: the status code and the body.
    pub(crate) async fn readiness(&self, service: Service) -> Result<(u16, Value), String> {
        let answer = self.get(service, "/health/ready").send().await.map_err(|error| error.to_string())?;
        Ok((answer.status, answer.body))
    }

    /// Waits until every instance of the service says that it is ready, with nothing degraded.
    pub(crate) async fn is_ready(&self, service: Service) {
        self.is_ready_though(service, &[]).await;
    }

    /// The same, though these parts may fail.
    async fn is_ready_though(&self, service: Service, failing: &[&str]) {
        for instance in 0..self.instances() {
            let one = self.at(instance);
            let what = format!("{service:?} {instance} is ready");
            eventually(&what, START, async || match one.readiness(service).await? {
                (200, body) if fails_only(&body, failing) => Ok(()),
                (status, body) => Err(format!("{status} {body}")),
            })
            .await;
        }
    }

    /// Waits until the service says that `part` fails, with this status and word.
    pub(crate) async fn misses(&self, service: Service, part: &str, (status, word): (u16, &str)) {
        eventually(&format!("{service:?} misses {part}"), SOON, async || {
            let (found, body) = self.readiness(service).await?;
            let failing = body["failing"].as_array().is_some_and(|parts| parts.iter().any(|one| one == part));
            if found == status && body["status"] == word && failing {
                Ok(())
            } else {
                Err(format!("{found} {body}"))
            }
        })
        .await;
    }

    pub(crate) async fn log_in(&self, email: &str, password: &str) -> Person {
        let body = json!({ "email": email, "password": password });
        let tokens = self.post(Service::User, "/api/v1/auth/login").json(&body).gets(200).await;
        let mut person = Person {
            id: String::new(),
            email: email.to_owned(),
            token: tokens.text("access_token"),
            refresh: tokens.text("refresh_token"),
        };
        person.id = self.get(Service::User, "/api/v1/me").by(&person).gets(200).await.text("id");
        person
    }

    /// Somebody registers, verifies the address by the link in the mail, and signs in.
    pub(crate) async fn join(&self, name: &str) -> Person {
        let email = self.register(name).await;
        self.log_in(&email, PASSWORD).await
    }

    /// Somebody joins, gets a further role, and signs in once everybody knows of it.
    pub(crate) async fn join_as(&self, role: &str) -> Person {
        let email = self.register(role).await;
        let found =
            self.get(Service::User, &format!("/api/v1/users?q={email}")).by(&self.admin).gets(200).await;
        let id = text(&items(&found.body)[0], "id");
        let roles = self.call(Method::PUT, Service::User, &format!("/api/v1/users/{id}/roles"));
        roles.by(&self.admin).json(&json!({ "roles": ["customer", role] })).gets(200).await;
        // The notification service learns of the role with the event that it tells the person of.
        self.has_mail(&email, 2).await;
        self.log_in(&email, PASSWORD).await
    }

    async fn register(&self, name: &str) -> String {
        let email = format!("{name}@example.com");
        let body = json!({ "name": format!("{name} Example"), "email": email, "password": PASSWORD });
        self.post(Service::User, "/api/v1/auth/register").json(&body).gets(202).await;
        let letters = self.has_mail(&email, 1).await;
        let after = letters[0].text.split_once("token=").map_or("", |(_, after)| after);
        let is_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let token: String = after.chars().take_while(|c| is_token(*c)).collect();
        assert!(!token.is_empty(), "there is no link in the mail: {}", letters[0].text);
        let verify = self.post(Service::User, "/api/v1/auth/email/verify");
        verify.json(&json!({ "token": token })).gets(204).await;
        email
    }

    /// Waits until so many mails to the address have arrived.
    pub(crate) async fn has_mail(&self, to: &str, count: usize) -> Vec<Letter> {
        eventually(&format!("{count} mails to {to}"), SOON, async || {
            let letters = self.letters(Some(to)).await;
            let subjects: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
            if letters.len() >= count { Ok(()) } else { Err(format!("{subjects:?}")) }
        })
        .await;
        self.letters(Some(to)).await
    }

    /// All mail, or all to one address.
    pub(crate) async fn letters(&self, to: Option<&str>) -> Vec<Letter> {
        match &self.mails {
            Mails::Sink(file) => {
                let mut letters = sink::letters(file);
                letters.retain(|letter| to.is_none_or(|to| letter.to == to));
                letters
            }
            Mails::Mailbox => {
                let filter = to.map_or(String::new(), |to| format!("to={to}&"));
                let path = format!("/api/v1/mailbox?{filter}");
                let mails = self.all(Service::Notification, &path, &self.admin).await;
                mails.iter().map(from_mailbox).collect()
            }
        }
    }

    /// Every item of a list, over all of its pages. `path` ends with `?` or `&`.
    pub(crate) async fn all(&self, service: Service, path: &str, by: &Person) -> Vec<Value> {
        let (mut found, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = self.get(service, &format!("{path}limit=100{cursor}")).by(by).gets(200).await;
            found.extend(items(&page.body).iter().cloned());
            match page.body["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return found,
            }
        }
    }

    /// What an operator sees of the notifications with this filter, which is empty or ends with `&`.
    pub(crate) async fn told(&self, filter: &str) -> Vec<Value> {
        self.all(Service::Notification, &format!("/api/v1/notifications?{filter}"), &self.admin).await
    }

    /// How many approvers there are, each of whom is told of a new order.
    pub(crate) async fn approvers(&self) -> usize {
        self.all(Service::User, "/api/v1/users?role=approver&", &self.admin).await.len()
    }

    /// Waits until there are so many notifications of a sort, as what happened asks for. What is published is seen
    /// nowhere until somebody has read it: only the count says that all of it was planned. When they do not come, the
    /// checks that follow say which are missing.
    pub(crate) async fn has_told(&self, count: usize, patience: Duration, counts: impl Fn(&Value) -> bool) {
        let begun = Instant::now();
        let found = async || self.told("").await.iter().filter(|one| counts(one)).count();
        while found().await < count && begun.elapsed() < patience {
            sleep(A_LOOK).await;
        }
    }

    /// The events that wait to be published.
    pub(crate) async fn outbox(&self) -> Value {
        self.get(Service::Order, "/api/v1/outbox").by(&self.admin).gets(200).await.body
    }

    /// Waits until every event is published and every delivery that was planned has come to its end.
    pub(crate) async fn settles(&self, patience: Duration) {
        eventually("everything is published and delivered", patience, async || {
            let outbox = self.outbox().await;
            if outbox["pending"] != 0 || outbox["parked"] != 0 {
                return Err(format!("the outbox: {outbox}"));
            }
            for status in ["queued", "sending", "retrying"] {
                let path = format!("/api/v1/notifications?status={status}&limit=1");
                let found = self.get(Service::Notification, &path).by(&self.admin).gets(200).await;
                if let Some(waiting) = items(&found.body).first() {
                    return Err(format!("a delivery is {status}: {waiting}"));
                }
            }
            Ok(())
        })
        .await;
    }
}

fn doors(ports: &[Ports]) -> [Doors; 3] {
    [
        Doors::new(ports.iter().map(|ports| ports.user)),
        Doors::new(ports.iter().map(|ports| ports.order)),
        Doors::new(ports.iter().map(|ports| ports.notification)),
    ]
}

fn from_mailbox(mail: &Value) -> Letter {
    Letter {
        delivery: text(mail, "id"),
        to: text(mail, "to"),
        subject: text(mail, "subject"),
        text: text(mail, "text"),
    }
}
