//! The examples of the document. They work as they stand, for an administrator, in an `eop dev` that has its demo data.
//!
//! What an order leads to has ids that follow from its own, so that these can be written down.

use eop_core::kernel::access::{Denied, Permission};
use eop_core::notification::error::NotificationError;
use eop_core::notification::model::DeliveryStatus;
use eop_http::{HttpOptions, Service, stream};

/// The administrator is told that their order was created.
const NOTIFICATION: &str = "d97b053e-f22d-5583-8dff-9f50f10ba77a";
/// By mail.
const MAIL: &str = "40da00f9-e134-541e-b4dd-9d9ff0b90f08";
/// In their inbox.
const INBOX_ITEM: &str = "329f6baf-907c-5c49-ac1b-e2a5da4f295c";
/// A mail that waits.
const WAITING: &str = "29fff2eb-dc49-5207-8fed-28885ad9d49a";
/// A message that could not be processed at first, and can be now.
pub const REPLAYED: &str = "019cb6f1-0000-7000-8000-0000000000d1";
/// Another one, that is given up.
pub const DISCARDED: &str = "019cb6f1-0000-7000-8000-0000000000d2";

/// The service with its examples.
pub(super) fn on<T: poem_openapi::OpenApi + 'static>(service: Service<T>) -> Service<T> {
    let things = [
        ("getNotification", NOTIFICATION),
        ("listDeliveryAttempts", MAIL),
        ("resendDelivery", MAIL),
        ("cancelDelivery", WAITING),
        ("getMail", MAIL),
        ("markMyInboxItemRead", INBOX_ITEM),
        ("archiveMyInboxItem", INBOX_ITEM),
        ("getDeadLetter", REPLAYED),
        ("replayDeadLetter", REPLAYED),
        ("discardDeadLetter", DISCARDED),
    ];
    let service = things.iter().fold(service, |all, (operation, id)| all.thing(operation, *id));
    let problems = [
        NotificationError::NotFound,
        NotificationError::Denied(Denied { permission: Permission::NOTIFICATION_READ }),
        NotificationError::DeliveryRefused { action: "cancel", status: DeliveryStatus::Sent },
    ];
    let listening = stream::too_many(HttpOptions::default().max_streams_per_account);
    problems.into_iter().fold(service, Service::problem).problem(listening)
}
