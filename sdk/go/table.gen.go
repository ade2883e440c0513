// Code generated from openapi/ by `scripts/sdk.sh --generate`. DO NOT EDIT.

package eop

// Version of this SDK, which is that of the interface it was made from.
const Version = "0.1.0"

// keyed are the operations that take an Idempotency-Key.
var keyed = []string{
	"/services/order/api/v1/orders",
	"/services/order/api/v1/orders/bulk",
	"/services/order/api/v1/orders/*/abort",
	"/services/order/api/v1/orders/*/approve",
	"/services/order/api/v1/orders/*/cancel",
	"/services/order/api/v1/orders/*/deliver",
	"/services/order/api/v1/orders/*/notes",
	"/services/order/api/v1/orders/*/reject",
	"/services/order/api/v1/orders/*/ship",
}
