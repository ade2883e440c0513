//! What an order says one could do is what one can do, for every status, role and hour.

use std::time::Duration;

use eop_core::kernel::actor::Actor;
use eop_core::kernel::error::DomainError;
use eop_core::order::model::{Action, Status};

use crate::support::{a_desk, admin, alice, approver, auditor, deed, fulfilment, support};

fn people() -> [(&'static str, Actor); 6] {
    [
        ("owner", alice()),
        ("support", support()),
        ("approver", approver()),
        ("fulfilment", fulfilment()),
        ("auditor", auditor()),
        ("admin", admin()),
    ]
}

#[tokio::test]
async fn every_allowed_action_succeeds_and_no_other() {
    let mut succeeded = 0;
    for status in Status::ALL {
        for waited in [Duration::from_mins(1), Duration::from_mins(45), Duration::from_hours(80)] {
            for (who, actor) in people() {
                for action in Action::ALL {
                    if *action == Action::Create {
                        continue;
                    }
                    let desk = a_desk();
                    let order = desk.order_in(*status).await;
                    desk.clock.advance(waited);
                    let allowed = desk.orders.find(&actor, order.id).await.unwrap().allowed_actions;
                    let done = desk.act(&actor, order.id, deed(*action)).await;
                    let told = done.as_ref().map_or_else(DomainError::code, |_| "done");
                    assert_eq!(
                        done.is_ok(),
                        allowed.contains(action),
                        "{who} {action} {status} after {waited:?}: {told}"
                    );
                    succeeded += usize::from(done.is_ok());
                }
            }
        }
    }
    assert!(succeeded > 40, "{succeeded}");
}

/// The buttons of each person, as product section 2.2 gives them; after 45 minutes, that is beyond the owner's grace.
#[tokio::test]
async fn everybody_has_the_buttons_of_their_role() {
    let expected = [
        ("owner CREATED", "amend cancel"),
        ("support CREATED", "amend cancel"),
        ("approver CREATED", "approve reject cancel"),
        ("fulfilment CREATED", ""),
        ("auditor CREATED", ""),
        ("admin CREATED", "amend approve reject cancel"),
        ("owner APPROVED", ""),
        ("support APPROVED", "cancel"),
        ("approver APPROVED", "cancel"),
        ("fulfilment APPROVED", "ship"),
        ("auditor APPROVED", ""),
        ("admin APPROVED", "cancel ship"),
        ("owner SHIPPED", ""),
        ("support SHIPPED", ""),
        ("approver SHIPPED", ""),
        ("fulfilment SHIPPED", "deliver"),
        ("auditor SHIPPED", ""),
        ("admin SHIPPED", "deliver abort"),
    ];
    let mut shown = Vec::new();
    for status in [Status::Created, Status::Approved, Status::Shipped] {
        let desk = a_desk();
        let order = desk.order_in(status).await;
        desk.clock.advance(Duration::from_mins(45));
        for (who, actor) in people() {
            let actions = desk.orders.find(&actor, order.id).await.unwrap().allowed_actions;
            let names: Vec<&str> = actions.iter().map(|action| action.as_str()).collect();
            shown.push((format!("{who} {status}"), names.join(" ")));
        }
    }
    let shown: Vec<(&str, &str)> = shown.iter().map(|(who, what)| (&**who, &**what)).collect();
    assert_eq!(shown, expected);
}
