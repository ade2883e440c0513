// Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.
package eop.sdk;

import java.util.List;

/** What the documents say that no type of the generated client does. */
final class Operations {
    /** The version of this SDK, which is that of the interface it was made from. */
    static final String VERSION = "0.1.0";
    /** Operations that take an {@code Idempotency-Key}. */
    static final List<String> KEYED = List.of(
        "/services/order/api/v1/orders",
        "/services/order/api/v1/orders/bulk",
        "/services/order/api/v1/orders/*/abort",
        "/services/order/api/v1/orders/*/approve",
        "/services/order/api/v1/orders/*/cancel",
        "/services/order/api/v1/orders/*/deliver",
        "/services/order/api/v1/orders/*/notes",
        "/services/order/api/v1/orders/*/reject",
        "/services/order/api/v1/orders/*/ship");

    private Operations() {}
}
