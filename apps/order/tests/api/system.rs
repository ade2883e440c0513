//! The console.

use eop_api_contract::system;

use crate::world::{EXCHANGES, World};

#[tokio::test]
async fn what_is_remembered_is_told() {
    system::what_is_remembered_is_told(&World::new(), EXCHANGES).await;
}

#[tokio::test]
async fn what_is_not_remembered_is_not_there() {
    system::what_is_not_remembered_is_not_there(&World::without_console()).await;
}
