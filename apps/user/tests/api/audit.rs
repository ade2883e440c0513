//! The audit log.

use eop_api_contract::audit;

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn the_audit_log_is_searched() {
    audit::the_audit_log_is_searched(&World::new().await, EXCHANGES).await;
}
