//! Many at once: one wins, and the others are told what is true now.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use eop_contract::fixture::at_once;
use eop_core::kernel::commit::{Commit, CommitError, Outcome, RequestKey, Version};
use eop_core::kernel::error::{DomainError, StoreError};
use eop_core::kernel::id::OrderId;
use eop_core::order::command::{ActOnOrder, PlaceOrder};
use eop_core::order::model::{Action, Order, Status};
use eop_core::order::port::{OrderStore, OrderWrite};
use eop_memory::MemoryOrders;
use tokio::sync::Barrier;

use crate::support::{
    Desk, a_desk, a_desk_over, alice, an_order_command, approver, deed, doing, key, support,
};

/// A store whose first readers all get to read before any of them goes on: the worst of all interleavings.
struct Together {
    database: Arc<MemoryOrders>,
    barrier: Barrier,
    readers: usize,
    seen: AtomicUsize,
}

#[async_trait]
impl OrderStore for Together {
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        let found = self.database.find(id).await;
        if self.seen.fetch_add(1, Ordering::SeqCst) < self.readers {
            self.barrier.wait().await;
        }
        found
    }

    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        self.database.find_outcome(key).await
    }

    async fn commit(&self, commit: Commit<OrderWrite>) -> Result<(), CommitError> {
        self.database.commit(commit).await
    }
}

/// A desk with an order in `status`, before which `readers` people are about to decide at once.
async fn contended(status: Status, readers: usize) -> (Desk, Order) {
    let quiet = a_desk();
    let order = quiet.order_in(status).await;
    let together = Together {
        database: quiet.database.clone(),
        barrier: Barrier::new(readers),
        readers,
        seen: AtomicUsize::new(0),
    };
    let desk = a_desk_over(quiet.database.clone(), Arc::new(together));
    (desk, order)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_200_transitions_at_once_one_wins() {
    let (desk, order) = contended(Status::Created, 200).await;
    let results = at_once((0..200).map(|n| {
        let orders = desk.orders.clone();
        let action = [Action::Approve, Action::Reject, Action::Cancel][n % 3];
        async move { orders.act(&approver(), doing(order.id, deed(action))).await }
    }))
    .await;

    let (won, lost): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
    // A cancellation may still follow the approval: both are lawful, one after the other.
    let status = desk.stored(order.id).await.status;
    let history = desk.history(order.id).await;
    assert_eq!(history.len(), 1 + won.len());
    assert_eq!(desk.events(order.id).len(), history.len());
    match won.len() {
        1 => assert!(matches!(status, Status::Approved | Status::Rejected | Status::Cancelled)),
        2 => assert_eq!((history[1].to, status), (Status::Approved, Status::Cancelled)),
        more => panic!("{more} have won: {history:?}"),
    }
    for error in lost {
        assert_eq!(error.unwrap_err().code(), "order.transition_refused");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_200_approvals_at_once_one_wins() {
    let (desk, order) = contended(Status::Created, 200).await;
    let results = at_once((0..200).map(|_| {
        let orders = desk.orders.clone();
        async move { orders.act(&approver(), doing(order.id, deed(Action::Approve))).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert_eq!(desk.history(order.id).await.len(), 2);
    assert_eq!(desk.events(order.id).len(), 2);
    assert_eq!(desk.stored(order.id).await.version.0, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_amendments_of_one_version_one_wins() {
    let (desk, order) = contended(Status::Created, 50).await;
    let results = at_once((0..50).map(|_| {
        let orders = desk.orders.clone();
        let command = ActOnOrder { if_match: Some(Version(1)), ..doing(order.id, deed(Action::Amend)) };
        async move { orders.act(&support(), command).await }
    }))
    .await;
    let (won, lost): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
    assert_eq!((won.len(), lost.len()), (1, 49));
    for error in lost {
        assert_eq!(error.unwrap_err().current_version(), Some(Version(2)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_requests_at_once_have_one_effect_and_one_answer() {
    let (desk, order) = contended(Status::Created, 50).await;
    let results = at_once((0..50).map(|_| {
        let orders = desk.orders.clone();
        let command = ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(Action::Approve)) };
        async move { orders.act(&approver(), command).await.unwrap() }
    }))
    .await;
    assert_eq!(results.iter().filter(|view| !view.replayed).count(), 1);
    assert!(results.iter().all(|view| view.order == results[0].order));
    assert_eq!(desk.history(order.id).await.len(), 2);

    let placed = at_once((0..50).map(|_| {
        let orders = desk.orders.clone();
        let command = PlaceOrder { idempotency: Some(key("k", 1)), ..an_order_command() };
        async move { orders.place(&alice(), command).await.unwrap() }
    }))
    .await;
    assert_eq!(placed.iter().filter(|view| !view.replayed).count(), 1);
    assert!(placed.iter().all(|view| view.order == placed[0].order));
}

/// A store in which somebody else is always faster.
struct Hurried(Arc<MemoryOrders>);

#[async_trait]
impl OrderStore for Hurried {
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.0.find(id).await
    }

    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        self.0.find_outcome(key).await
    }

    async fn commit(&self, _: Commit<OrderWrite>) -> Result<(), CommitError> {
        Err(CommitError::Stale)
    }
}

#[tokio::test]
async fn whoever_is_always_too_late_is_told_to_try_again() {
    let quiet = a_desk();
    let order = quiet.placed().await;
    let desk = a_desk_over(quiet.database.clone(), Arc::new(Hurried(quiet.database.clone())));
    let refused = desk.act(&approver(), order.id, deed(Action::Approve)).await.unwrap_err();
    assert_eq!((refused.code(), refused.retry_after_s()), ("order.contended", Some(1)));
    assert_eq!(desk.stored(order.id).await, order);
}
