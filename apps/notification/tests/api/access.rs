//! Who may do what to whose notifications, against the table beside this folder.

use std::path::Path;

use eop_api_contract::access::{Part, Prepared, Stage, Whose, before_validation, table};
use eop_api_contract::client::{Api, NO_ID};
use eop_api_contract::document::Operation;
use eop_api_contract::people::Caller;
use eop_api_contract::{audit, golden, outbox, system};
use eop_contract::fixture::user;
use eop_core::notification::model::DeliveryStatus;

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
        let (me, somebody_else) = (caller.id, user(99));
        let owner = if whose == Whose::Own { me } else { somebody_else };
        let call = match (operation.id.as_str(), whose) {
            ("listMyInbox", Whose::Own) => {
                let (own, other) = (self.item_for(me).await.id, self.item_for(somebody_else).await.id);
                return Some(Prepared::list(call, &own, &other));
            }
            ("listNotifications", Whose::Own) => {
                let own = self.told(me, DeliveryStatus::Queued).await.0.id;
                let other = self.told(somebody_else, DeliveryStatus::Queued).await.0.id;
                return Some(Prepared::list(call.query("limit=100"), &own, &other));
            }
            ("listMails", Whose::Own) => {
                let own = self.mail_to("user1@example.com").await.id;
                let other = self.mail_to("user99@example.com").await.id;
                return Some(Prepared::list(call, &own, &other));
            }
            ("countMyUnread" | "watchMyInbox" | "markMyInboxRead", Whose::Own)
            | ("listDeadLetters" | "listProviders", Whose::Other) => call,
            (_, Whose::Own | Whose::Other | Whose::Absent) if !operation.names_a_thing() => return None,
            (_, Whose::Absent) => call.on(NO_ID),
            ("markMyInboxItemRead" | "archiveMyInboxItem", _) => call.on(self.item_for(owner).await.id),
            ("getNotification", _) => call.on(self.told(owner, DeliveryStatus::Queued).await.0.id),
            ("listDeliveryAttempts" | "cancelDelivery", _) => {
                call.on(self.told(owner, DeliveryStatus::Queued).await.1.id)
            }
            ("resendDelivery", _) => call.on(self.told(owner, DeliveryStatus::Failed).await.1.id),
            ("getMail", Whose::Own) => call.on(self.mail_to("user1@example.com").await.id),
            ("getMail", Whose::Other) => call.on(self.mail_to("user99@example.com").await.id),
            (_, Whose::Own) => return None,
            (_, Whose::Other) => call.on(self.readable().await.id),
        };
        Some(Prepared::new(call))
    }
}

#[tokio::test]
async fn every_role_may_do_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access/notification.txt");
    golden::file(&path, &table(&World::new()).await);
}

#[tokio::test]
async fn who_lacks_the_permission_is_not_told_what_else_is_wrong() {
    let count = before_validation(&World::new(), &**POLICY).await;
    assert!(count >= 150, "{count}");
}
