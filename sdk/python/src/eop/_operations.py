# Generated from openapi/ by `scripts/sdk.sh --generate`. Do not edit.
VERSION = "0.1.0"
#: Operations that take an `Idempotency-Key`.
KEYED = (
    "/services/order/api/v1/orders",
    "/services/order/api/v1/orders/bulk",
    "/services/order/api/v1/orders/*/abort",
    "/services/order/api/v1/orders/*/approve",
    "/services/order/api/v1/orders/*/cancel",
    "/services/order/api/v1/orders/*/deliver",
    "/services/order/api/v1/orders/*/notes",
    "/services/order/api/v1/orders/*/reject",
    "/services/order/api/v1/orders/*/ship",
)
