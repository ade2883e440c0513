//! Who may do what to whose orders, against the table beside this folder.

use std::path::Path;

use eop_api_contract::access::{Part, Prepared, Stage, Whose, before_validation, table};
use eop_api_contract::client::{Api, NO_ID};
use eop_api_contract::document::Operation;
use eop_api_contract::people::Caller;
use eop_api_contract::{audit, golden, outbox, system};
use eop_contract::fixture::user;
use eop_core::kernel::id::UserId;
use eop_core::order::model::Status;
use serde_json::json;

use crate::world::{POLICY, World};

impl Stage for World {
    fn api(&self) -> &Api {
        &self.api
    }

    async fn caller(&self, part: &Part) -> Caller {
        part.played_by(user(1))
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
        let somebody_else = user(99);
        let call = match (operation.id.as_str(), whose) {
            ("placeOrder", Whose::Own) => call.example(),
            ("placeOrder", Whose::Other) => {
                let mut draft = operation.example.clone().unwrap();
                draft["customer_id"] = json!(somebody_else);
                call.json(&draft)
            }
            ("listOrders", Whose::Own) => {
                let own = self.order_of(caller.id, Status::Created).await;
                let other = self.order_of(somebody_else, Status::Created).await;
                return Some(Prepared::list(call, &own.id, &other.id));
            }
            ("getOrderStatistics" | "exportOrders", Whose::Own) => call,
            ("actOnOrders", Whose::Own | Whose::Other) => {
                let owner = if whose == Whose::Own { caller.id } else { somebody_else };
                let order = self.order_of(owner, Status::Created).await;
                call.json(&json!({ "action": "cancel", "ids": [order.id], "reason": "a test" }))
            }
            (_, Whose::Own | Whose::Other) if !operation.names_a_thing() => return None,
            (_, Whose::Own) => call.on(self.ready_for(operation, caller.id).await),
            (_, Whose::Other) => call.on(self.ready_for(operation, somebody_else).await),
            (_, Whose::Absent) if operation.names_a_thing() => call.on(NO_ID),
            (_, Whose::Absent) => return None,
        };
        let call =
            if operation.body.is_some() && !["placeOrder", "actOnOrders"].contains(&operation.id.as_str()) {
                call.example()
            } else {
                call
            };
        Some(Prepared::new(if operation.id == "amendOrder" {
            call.header("if-match", "\"1\"")
        } else {
            call
        }))
    }
}

impl World {
    /// The id of an order of `owner` in the status that `operation` starts from.
    async fn ready_for(&self, operation: &Operation, owner: UserId) -> impl std::fmt::Display {
        let status = match operation.id.as_str() {
            "shipOrder" => Status::Approved,
            "deliverOrder" | "abortOrder" => Status::Shipped,
            _ => Status::Created,
        };
        self.order_of(owner, status).await.id
    }
}

#[tokio::test]
async fn every_role_may_do_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access/order.txt");
    golden::file(&path, &table(&World::new()).await);
}

#[tokio::test]
async fn who_lacks_the_permission_is_not_told_what_else_is_wrong() {
    let count = before_validation(&World::new(), &**POLICY).await;
    assert!(count >= 150, "{count}");
}
