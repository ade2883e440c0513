//! Who may do what to whose account, against the table beside this folder.

use std::path::Path;

use eop_api_contract::access::{Part, Prepared, Stage, Whose, before_validation, table};
use eop_api_contract::client::{Api, Call, NO_ID, NO_NAME};
use eop_api_contract::document::Operation;
use eop_api_contract::people::Caller;
use eop_api_contract::{audit, golden, outbox, system};
use eop_core::identity::model::{AccountState, KeyState, LinkPurpose};
use eop_core::kernel::actor::Role;
use serde_json::json;

use crate::world::{NEW_PASSWORD, PASSWORD, POLICY, World};

impl Stage for World {
    fn api(&self) -> &Api {
        &self.api
    }

    async fn caller(&self, part: &Part) -> Caller {
        let state = if *part == Part::Unverified { AccountState::Pending } else { AccountState::Active };
        let roles: Vec<Role> = part.roles().into_iter().filter(|role| *role != Role::UNVERIFIED).collect();
        let id = self.account(&roles, state).await.id;
        part.played_in(id, Some(self.session(id).await.0.id))
    }

    async fn prepare<'a>(
        &'a self,
        operation: &'a Operation,
        caller: &'a Caller,
        whose: Whose,
    ) -> Option<Prepared<'a>> {
        if outbox::has(operation) {
            return outbox::prepare(self, operation, whose).await;
        }
        if audit::has(operation) {
            return audit::prepare(self, operation, whose);
        }
        if system::has(operation) {
            return system::prepare(self, operation, whose);
        }
        let call = self.api.call_of(operation);
        if KEYS.contains(&&*operation.id) {
            return self.about_keys(call, &operation.id, whose).await;
        }
        if !operation.names_a_thing() {
            return if whose == Whose::Own {
                Some(self.about_oneself(call, operation, caller).await)
            } else {
                None
            };
        }
        if ["getRole", "changeRole", "removeRole"].contains(&operation.id.as_str()) {
            let call = match whose {
                // Nobody owns a role.
                Whose::Own => return None,
                Whose::Other => call.on(self.role().await),
                Whose::Absent => call.on(NO_NAME),
            };
            return Some(Prepared::new(if operation.body.is_some() { call.example() } else { call }));
        }
        let somebody_else = self.account(&[Role::CUSTOMER], AccountState::Active).await.id;
        let owner = if whose == Whose::Own { caller.id } else { somebody_else };
        let call = match (whose, operation.id.as_str()) {
            (Whose::Absent, _) => call.on(NO_ID),
            (_, "revokeMySession") => call.on(self.session(owner).await.0.id),
            _ => call.on(owner),
        };
        Some(Prepared::new(if operation.body.is_some() { call.example() } else { call }))
    }
}

/// What is about keys, which are nobody's own.
const KEYS: [&str; 3] = ["listKeys", "rotateKeys", "retireKey"];

impl World {
    async fn about_keys<'a>(&'a self, call: Call<'a>, id: &str, whose: Whose) -> Option<Prepared<'a>> {
        let call = match (whose, id) {
            (Whose::Other, "retireKey") => call.on(self.key(KeyState::Retiring).await),
            (Whose::Absent, "retireKey") => call.on(NO_ID),
            (Whose::Other, _) => {
                self.age_the_next_key().await;
                call
            }
            _ => return None,
        };
        Some(Prepared::new(call))
    }

    /// A request without an id in its path that succeeds if the caller may make it.
    async fn about_oneself<'a>(
        &'a self,
        call: Call<'a>,
        operation: &Operation,
        caller: &Caller,
    ) -> Prepared<'a> {
        let other = self.account(&[Role::CUSTOMER], AccountState::Active).await;
        let call = match operation.id.as_str() {
            "register" => {
                let email = format!("new-{}", other.email);
                call.json(&json!({ "name": "Carol Example", "email": email, "password": PASSWORD }))
            }
            "listUsers" => return Prepared::list(call, &caller.id, &other.id),
            "listMySessions" => {
                let own = self.session(caller.id).await.0.id;
                return Prepared::list(call, &own, &self.session(other.id).await.0.id);
            }
            "changeMe" => call.header("if-match", "\"1\"").example(),
            "changeMyPassword" => {
                call.json(&json!({ "current_password": PASSWORD, "password": NEW_PASSWORD }))
            }
            "logIn" => call.json(&json!({ "email": other.email, "password": PASSWORD })),
            "issueServiceToken" => {
                let body = "grant_type=client_credentials&client_id=order&client_secret=secret+of+order";
                call.body("application/x-www-form-urlencoded", body)
            }
            "refreshTokens" => call.json(&json!({ "refresh_token": self.session(other.id).await.1 })),
            "resendVerification" | "forgotPassword" => call.json(&json!({ "email": other.email })),
            "verifyEmail" => {
                let pending = self.account(&[Role::CUSTOMER], AccountState::Pending).await;
                let token = self.link(pending.id, LinkPurpose::VerifyEmail).await;
                call.json(&json!({ "token": token }))
            }
            "resetPassword" => {
                let token = self.link(other.id, LinkPurpose::ResetPassword).await;
                call.json(&json!({ "token": token, "password": "harbour-violet-9-piano" }))
            }
            _ if operation.body.is_some() => call.example(),
            _ => call,
        };
        Prepared::new(call)
    }
}

#[tokio::test]
async fn every_role_may_do_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access/user.txt");
    golden::file(&path, &table(&World::new().await).await);
}

#[tokio::test]
async fn who_lacks_the_permission_is_not_told_what_else_is_wrong() {
    let count = before_validation(&World::new().await, &**POLICY).await;
    assert!(count >= 150, "{count}");
}
