//! The documents of the service.

use eop_api_contract::{bounds, golden};
use eop_core::kernel::money::Money;
use eop_core::kernel::page::PageRequest;
use eop_core::order::command::{self, ActOnOrders};
use eop_core::order::model::{Line, Order};
use eop_core::order::service::{MAX_DAYS, MAX_OFFSET};

use crate::world::{EXCHANGES, World};

#[test]
fn the_openapi_documents_are_checked_in() {
    golden::documents("order", World::new().app.documents());
}

#[test]
fn every_operation_has_an_exchange_that_shows_it() {
    golden::one_per_operation(EXCHANGES, World::new().api.document());
}

#[test]
fn the_bounds_of_the_document_are_those_of_the_domain() {
    let world = World::new();
    let document = world.api.document();
    let number = |number: usize| i64::try_from(number).unwrap();
    let texts = [
        (("Address", "name", "maxLength"), command::NAME),
        (("Address", "line1", "maxLength"), command::NAME),
        (("Address", "line2", "maxLength"), command::NAME),
        (("Address", "city", "maxLength"), command::PHRASE),
        (("Address", "region", "maxLength"), command::PHRASE),
        (("Address", "postal_code", "maxLength"), command::POSTAL_CODE),
        (("LineDraft", "sku", "maxLength"), command::SKU),
        (("LineDraft", "name", "maxLength"), command::NAME),
        (("OrderDraft", "note", "maxLength"), command::REMARK),
        (("OrderAmendment", "note", "maxLength"), command::REMARK),
        (("NoteDraft", "text", "maxLength"), command::REMARK),
        (("Approval", "note", "maxLength"), command::REMARK),
        (("Rejection", "reason", "maxLength"), command::PHRASE),
        (("Rejection", "note", "maxLength"), command::REMARK),
        (("Cancellation", "reason", "maxLength"), command::PHRASE),
        (("Cancellation", "note", "maxLength"), command::REMARK),
        (("Handover", "carrier", "maxLength"), command::PHRASE),
        (("Handover", "tracking_number", "maxLength"), command::TRACKING_NUMBER),
        (("listOrders", "sku", "maxLength"), command::SKU),
        (("listOrders", "carrier", "maxLength"), command::PHRASE),
        (("BulkRequest", "reason", "maxLength"), command::PHRASE),
        (("BulkRequest", "note", "maxLength"), command::REMARK),
        (("BulkRequest", "carrier", "maxLength"), command::PHRASE),
        (("BulkRequest", "tracking_number", "maxLength"), command::TRACKING_NUMBER),
    ];
    bounds::hold(document, texts.map(|(place, rule)| (place, number(rule.max_bytes()))));
    let numbers = [
        (("LineDraft", "quantity", "maximum"), i64::from(Line::MAX_QUANTITY)),
        (("Money", "amount", "maximum"), Money::MAX_AMOUNT),
        (("listOrders", "total_min", "maximum"), Money::MAX_AMOUNT),
        (("listOrders", "total_max", "maximum"), Money::MAX_AMOUNT),
        (("OrderDraft", "lines", "maxItems"), number(Order::MAX_LINES)),
        (("OrderAmendment", "lines", "maxItems"), number(Order::MAX_LINES)),
        (("BulkRequest", "ids", "maxItems"), number(ActOnOrders::MAX)),
        (("getOrderStatistics", "days", "maximum"), i64::from(MAX_DAYS)),
        (("getOrderStatistics", "utc_offset_minutes", "maximum"), i64::from(MAX_OFFSET)),
        (("getOrderStatistics", "utc_offset_minutes", "minimum"), -i64::from(MAX_OFFSET)),
    ];
    bounds::hold(document, numbers);
    bounds::hold_pages(document, PageRequest::MAX_LIMIT);
}
