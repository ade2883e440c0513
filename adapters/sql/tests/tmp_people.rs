#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    clippy::allow_attributes,
    clippy::unwrap_used
)]
use async_trait::async_trait;
use eop_contract::identity_store::IdentityStoreHarness;
use eop_contract::inbox::InboxHarness;
use eop_contract::mailbox::MailboxHarness;
use eop_contract::notification_store::NotificationStoreHarness;
use eop_core::identity::port::*;
use eop_core::kernel::outbox::Outbox;
use eop_core::notification::port::*;
use eop_sql::*;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
static N: AtomicU64 = AtomicU64::new(0);
async fn fresh(pg: bool, d: &str) -> Database {
    let n = N.fetch_add(1, Ordering::Relaxed);
    let pid = std::process::id();
    let url = if pg {
        let name = format!("x_{pid}_{n}");
        let out = tokio::task::spawn_blocking({
            let name = name.clone();
            let d = d.to_owned();
            move || {
                static L: std::sync::Mutex<()> = std::sync::Mutex::new(());
                let _g = L.lock();
                Command::new("psql")
                    .args([
                        "-q",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "55442",
                        "-U",
                        "postgres",
                        "-c",
                        &format!("create database {name} template {d}"),
                    ])
                    .output()
                    .unwrap()
            }
        })
        .await
        .unwrap();
        assert!(out.status.success(), "{out:?}");
        format!("postgres://postgres@127.0.0.1:55442/{name}")
    } else {
        let p = format!("/tmp/sql2pg-x-{pid}-{n}.db");
        std::fs::copy(format!("/tmp/sql2pg-{d}.db"), &p).unwrap();
        format!("sqlite://{p}?mode=rwc")
    };
    Database::connect(&SqlSettings::new(url)).await.unwrap()
}
macro_rules! harness {
    ($name:ident, $pg:expr) => {
        mod $name {
            use super::*;
            pub struct I(Database);
            #[async_trait]
            impl IdentityStoreHarness for I {
                async fn fresh() -> Self {
                    Self(fresh($pg, "identity").await)
                }
                fn store(&self) -> Arc<dyn IdentityStore> {
                    Arc::new(SqlIdentity::new(&self.0))
                }
                fn queries(&self) -> Arc<dyn IdentityQueries> {
                    Arc::new(SqlIdentity::new(&self.0))
                }
                fn outbox(&self) -> Arc<dyn Outbox> {
                    Arc::new(SqlOutbox::new(&self.0))
                }
            }
            pub struct M(Database);
            #[async_trait]
            impl NotificationStoreHarness for M {
                async fn fresh() -> Self {
                    Self(fresh($pg, "notification").await)
                }
                fn store(&self) -> Arc<dyn NotificationStore> {
                    Arc::new(SqlNotifications::new(&self.0))
                }
                fn queue(&self) -> Arc<dyn DeliveryQueue> {
                    Arc::new(SqlNotifications::new(&self.0))
                }
                fn queries(&self) -> Arc<dyn NotificationQueries> {
                    Arc::new(SqlNotifications::new(&self.0))
                }
                fn outbox(&self) -> Arc<dyn Outbox> {
                    Arc::new(SqlOutbox::new(&self.0))
                }
            }
            #[async_trait]
            impl InboxHarness for M {
                async fn fresh() -> Self {
                    Self(fresh($pg, "notification").await)
                }
                fn inbox(&self) -> Arc<dyn Inbox> {
                    Arc::new(SqlNotifications::new(&self.0))
                }
            }
            #[async_trait]
            impl MailboxHarness for M {
                async fn fresh() -> Self {
                    Self(fresh($pg, "notification").await)
                }
                fn mailbox(&self) -> Arc<dyn Mailbox> {
                    Arc::new(SqlNotifications::new(&self.0))
                }
            }
            mod identity {
                eop_contract::identity_store_contract!(super::I);
            }
            mod notification {
                eop_contract::notification_store_contract!(super::M);
            }
            mod inbox {
                eop_contract::inbox_contract!(super::M);
            }
            mod mailbox {
                eop_contract::mailbox_contract!(super::M);
            }
        }
    };
}
harness!(pg, true);
harness!(lite, false);
