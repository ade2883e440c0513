//! Orders for a file.

use eop_contract::fixture::{an_order, at_s, inserted, user};
use eop_core::kernel::actor::Actor;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::page::Direction;
use eop_core::order::error::OrderError;
use eop_core::order::model::Status;
use eop_core::order::port::{OrderFilter, OrderSort, OrderStore};

use crate::support::{Desk, a_desk, alice, approver, auditor, bob, nobody, support};

/// The numbers of everything that is exported, in order, and how many batches they came in.
async fn exported(
    desk: &Desk,
    actor: &Actor,
    filter: OrderFilter,
) -> Result<(Vec<String>, usize), OrderError> {
    let sort = (OrderSort::Number, Direction::Ascending);
    let (mut numbers, mut batches, mut after) = (Vec::new(), 0, None);
    loop {
        let page = desk.orders.export(actor, filter.clone(), sort, after).await?;
        batches += 1;
        numbers.extend(page.items.into_iter().map(|one| one.order.number));
        after = page.next;
        if after.is_none() {
            return Ok((numbers, batches));
        }
    }
}

#[tokio::test]
async fn everything_is_exported_once_however_much_there_is() {
    let desk = a_desk();
    let orders: Vec<_> = (1..=2050).map(|n| an_order().numbered(n).placed_at(at_s(0)).build()).collect();
    desk.database.commit(Commit::of(orders.iter().map(inserted).collect())).await.unwrap();
    let (numbers, batches) = exported(&desk, &support(), OrderFilter::default()).await.unwrap();
    let all: Vec<String> = orders.iter().map(|order| order.number.clone()).collect();
    assert_eq!((numbers, batches), (all, 3));
}

#[tokio::test]
async fn customers_export_their_own_and_staff_everybody_s() {
    let desk = a_desk();
    let hers = desk.placed().await;
    let his = an_order().numbered(500).by(user(2)).in_status(Status::Shipped).build();
    desk.database.commit(Commit::of(vec![inserted(&his)])).await.unwrap();
    let all = OrderFilter::default;
    assert_eq!(exported(&desk, &alice(), all()).await.unwrap().0, [&*hers.number]);
    assert_eq!(exported(&desk, &bob(), all()).await.unwrap().0, [&*his.number]);
    let of_alice = OrderFilter { customer: Some(user(1)), ..all() };
    assert_eq!(exported(&desk, &bob(), of_alice.clone()).await.unwrap().0, [""; 0]);
    for staff in [support(), approver(), auditor()] {
        assert_eq!(exported(&desk, &staff, all()).await.unwrap().0.len(), 2);
        assert_eq!(exported(&desk, &staff, of_alice.clone()).await.unwrap().0, [&*hers.number]);
    }
    let shipped = OrderFilter { statuses: vec![Status::Shipped], ..all() };
    assert_eq!(exported(&desk, &support(), shipped).await.unwrap().0, [his.number]);
}

#[tokio::test]
async fn names_come_with_the_orders_and_nobody_exports_without_the_permission() {
    let desk = a_desk();
    desk.placed().await;
    let sort = (OrderSort::CreatedAt, Direction::Descending);
    let page = desk.orders.export(&support(), OrderFilter::default(), sort, None).await.unwrap();
    assert_eq!(page.items[0].customer.as_deref(), Some("Person 1"));
    let error = desk.orders.export(&nobody(), OrderFilter::default(), sort, None).await.unwrap_err();
    assert!(matches!(error, OrderError::Denied(_)), "{error:?}");
}
