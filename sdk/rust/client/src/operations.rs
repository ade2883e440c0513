// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.

use crate::each::List;
use crate::error::Error;
use crate::generated::{builder, types};

/// Operations that take an `Idempotency-Key`.
pub(crate) const KEYED: &[&str] = &[
    "/services/order/api/v1/orders",
    "/services/order/api/v1/orders/bulk",
    "/services/order/api/v1/orders/*/abort",
    "/services/order/api/v1/orders/*/approve",
    "/services/order/api/v1/orders/*/cancel",
    "/services/order/api/v1/orders/*/deliver",
    "/services/order/api/v1/orders/*/notes",
    "/services/order/api/v1/orders/*/reject",
    "/services/order/api/v1/orders/*/ship",
];

/// The operations that list something in pages.
macro_rules! lists {
    ($($operation:ident => $item:ident,)*) => {$(
        impl List for builder::$operation<'_> {
            type Item = types::$item;

            fn at(self, cursor: String) -> Self {
                self.cursor(cursor)
            }

            async fn page(self) -> Result<(Vec<Self::Item>, Option<String>), Error> {
                let page = self.send().await?.into_inner();
                Ok((page.items, page.next_cursor))
            }
        }
    )*};
}

lists! {
    ListNotificationAudit => AuditEntry,
    ListDeadLetters => DeadLetter,
    ListMails => Mail,
    ListMyInbox => InboxItem,
    ListNotifications => Notification,
    ListNotificationOutboxMessages => OutboxMessage,
    ListOrderAudit => AuditEntry,
    ListOrders => Order,
    ListOrderNotes => Note,
    ListOrderOutboxMessages => OutboxMessage,
    ListUserAudit => AuditEntry,
    ListUserOutboxMessages => OutboxMessage,
    ListUsers => Account,
}
