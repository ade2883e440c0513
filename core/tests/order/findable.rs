//! What orders are found by is written after them.

use std::time::Duration;

use chrono::DateTime;
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::order::model::Action;
use eop_core::order::port::{OrderFilter, OrderSort};
use eop_core::order::service::Findable;

use crate::support::{Desk, a_desk, approver, bob, deed, fulfilment, support};

async fn found(desk: &Desk, actor: &eop_core::kernel::actor::Actor, text: &str) -> Vec<String> {
    let filter = OrderFilter { text: Some(text.to_owned()), ..OrderFilter::default() };
    let sort = (OrderSort::Number, Direction::Ascending);
    let page = desk.orders.list(actor, filter, sort, &PageRequest::first(20)).await.unwrap();
    page.items.into_iter().map(|view| view.order.number).collect()
}

#[tokio::test]
async fn an_order_is_found_by_what_it_is_now() {
    let desk = a_desk();
    let order = desk.placed().await;
    let all = DateTime::UNIX_EPOCH;
    assert_eq!(found(&desk, &support(), "chair").await, [""; 0]);
    let done = desk.orders.make_findable(all, &PageRequest::first(10)).await.unwrap();
    assert_eq!(done, Findable { written: 1, next: None });
    for text in ["chair", "person 1", "PERSON1@example.com", "ber", "01"] {
        let expected: &[&str] = if text == "ber" { &[] } else { &[&order.number] };
        assert_eq!(found(&desk, &support(), text).await, expected, "{text}");
    }
    assert_eq!(found(&desk, &bob(), "chair").await, [""; 0], "nobody finds what they may not see");

    let again = desk.orders.make_findable(all, &PageRequest::first(10)).await.unwrap();
    assert_eq!(again.written, 0);
    desk.clock.advance(Duration::from_mins(1));
    desk.act(&approver(), order.id, deed(Action::Approve)).await.unwrap();
    desk.act(&fulfilment(), order.id, deed(Action::Ship)).await.unwrap();
    let since = desk.stored(order.id).await.updated_at;
    assert_eq!(desk.orders.make_findable(since, &PageRequest::first(10)).await.unwrap().written, 1);
    let carrier = OrderFilter { carrier: Some("dhl".to_owned()), ..OrderFilter::default() };
    let sort = (OrderSort::Number, Direction::Ascending);
    let page = desk.orders.list(&support(), carrier, sort, &PageRequest::first(20)).await.unwrap();
    assert_eq!(page.items.len(), 1);
}

#[tokio::test]
async fn an_absent_store_keeps_the_place() {
    let desk = a_desk();
    desk.placed().await;
    desk.database.set_available(false);
    desk.orders.make_findable(DateTime::UNIX_EPOCH, &PageRequest::first(10)).await.unwrap_err();
    desk.database.set_available(true);
    assert_eq!(
        desk.orders.make_findable(DateTime::UNIX_EPOCH, &PageRequest::first(10)).await.unwrap().written,
        1
    );
}
