//! Who sees which orders.

use eop_contract::fixture::user;
use eop_core::kernel::actor::Actor;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, Status};
use eop_core::order::port::{OrderFilter, OrderSort};

use crate::support::{Desk, a_desk, admin, alice, an_order_command, approver, auditor, bob, deed, nobody};

async fn listed(desk: &Desk, actor: &Actor, filter: OrderFilter) -> Result<Vec<String>, OrderError> {
    let sort = (OrderSort::Number, Direction::Ascending);
    let page = desk.orders.list(actor, filter, sort, &PageRequest::first(10)).await?;
    Ok(page.items.into_iter().map(|view| view.order.number).collect())
}

/// Orders 1 and 3 are alice's, order 2 is bob's.
async fn a_desk_with_orders() -> Desk {
    let desk = a_desk();
    for actor in [alice(), bob(), alice()] {
        desk.orders.place(&actor, an_order_command()).await.unwrap();
    }
    desk
}

#[tokio::test]
async fn customers_see_their_own_orders_and_staff_all() {
    let desk = a_desk_with_orders().await;
    let all = OrderFilter::default;
    assert_eq!(listed(&desk, &alice(), all()).await.unwrap(), ["ORD-2026-000001", "ORD-2026-000003"]);
    assert_eq!(listed(&desk, &bob(), all()).await.unwrap(), ["ORD-2026-000002"]);
    for staff in [approver(), auditor(), admin()] {
        assert_eq!(listed(&desk, &staff, all()).await.unwrap().len(), 3);
    }
    let refused = listed(&desk, &nobody(), all()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn naming_another_customer_shows_a_customer_nothing() {
    let desk = a_desk_with_orders().await;
    let of = |n| OrderFilter { customer: Some(user(n)), ..OrderFilter::default() };
    assert_eq!(listed(&desk, &alice(), of(2)).await.unwrap(), Vec::<String>::new());
    assert_eq!(listed(&desk, &alice(), of(1)).await.unwrap().len(), 2);
    assert_eq!(listed(&desk, &admin(), of(2)).await.unwrap(), ["ORD-2026-000002"]);
    let counted = PageRequest { count: true, ..PageRequest::first(10) };
    let sort = (OrderSort::CreatedAt, Direction::Descending);
    let page = desk.orders.list(&alice(), of(2), sort, &counted).await.unwrap();
    assert_eq!((page.total, page.next), (Some(0), None));
}

#[tokio::test]
async fn each_order_of_a_list_says_what_its_reader_could_do() {
    let desk = a_desk_with_orders().await;
    let sort = (OrderSort::Number, Direction::Ascending);
    let only_created = OrderFilter { statuses: vec![Status::Created], ..OrderFilter::default() };
    let page = desk.orders.list(&approver(), only_created, sort, &PageRequest::first(1)).await.unwrap();
    assert_eq!(page.items[0].allowed_actions, [Action::Approve, Action::Reject, Action::Cancel]);
    assert!(page.next.is_some());
}

#[tokio::test]
async fn the_history_of_an_order_is_read_by_whoever_sees_the_order() {
    let desk = a_desk();
    let order = desk.order_in(Status::Approved).await;
    for reader in [alice(), auditor()] {
        let history = desk.orders.history(&reader, order.id).await.unwrap();
        let actions: Vec<Action> = history.iter().map(|step| step.what.action).collect();
        assert_eq!(actions, [Action::Create, Action::Approve]);
    }
    let hidden = desk.orders.history(&bob(), order.id).await;
    assert!(matches!(hidden, Err(OrderError::NotFound)), "{hidden:?}");
    let refused = desk.orders.history(&nobody(), order.id).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn reading_changes_nothing() {
    let desk = a_desk();
    let order = desk.placed().await;
    let (events, audited) = (desk.database.events(), desk.audited());
    desk.orders.find(&alice(), order.id).await.unwrap();
    desk.orders.find(&bob(), order.id).await.unwrap_err();
    desk.act(&bob(), order.id, deed(Action::Cancel)).await.unwrap_err();
    assert_eq!((desk.database.events(), desk.audited()), (events, audited));
}

#[tokio::test]
async fn staff_see_which_events_of_an_order_wait_and_customers_whether_it_is_theirs() {
    let desk = a_desk_with_orders().await;
    let sort = (OrderSort::Number, Direction::Ascending);
    let page =
        desk.orders.list(&admin(), OrderFilter::default(), sort, &PageRequest::first(10)).await.unwrap();
    let (first, second) = (page.items[0].order.id, page.items[1].order.id);
    for staff in [approver(), auditor(), admin()] {
        let waiting = desk.orders.waiting_events(&staff, first).await.unwrap();
        let told: Vec<_> =
            waiting.iter().map(|one| (one.kind.as_deref(), one.key, one.sequence, one.parked)).collect();
        assert_eq!(told, [(Some("order.created.v1"), Some(first.0), Some(1), false)]);
    }
    let refused = desk.orders.waiting_events(&alice(), first).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden, "it is hers, and no matter of hers");
    let refused = desk.orders.waiting_events(&alice(), second).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotFound, "of another person's order she learns nothing");
}
