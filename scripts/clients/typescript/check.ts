// Places an order with the generated types, and reads it back.
import createClient from "openapi-fetch";
import type { paths } from "./order.js";

declare const process: { argv: string[] };
const [url, token] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });

const placed = await client.POST("/api/v1/orders", {
  params: { header: { "Idempotency-Key": crypto.randomUUID() } },
  body: {
    lines: [{ sku: "TEA-EG-100", name: "Earl Grey", quantity: 2, unit_price: { amount: 649, currency: "EUR" } }],
    shipping_address: { name: "Alice", line1: "Lindenstr. 12", city: "Berlin", postal_code: "10969", country: "DE" },
  },
});
if (!placed.data) throw new Error(`${placed.error.status} ${placed.error.code}: ${placed.error.detail}`);

const read = await client.GET("/api/v1/orders/{id}", { params: { path: { id: placed.data.id } } });
if (!read.data) throw new Error(`${read.error.status} ${read.error.code}: ${read.error.detail}`);
const order = read.data;
if (order.status !== "CREATED" || order.shipment !== null || order.total.amount !== 1298) {
  throw new Error(`not the order that was placed: ${JSON.stringify(order)}`);
}
const history = await client.GET("/api/v1/orders/{id}/history", { params: { path: { id: order.id } } });
if (history.data?.items[0]?.from !== null) throw new Error(`not a new order's history: ${JSON.stringify(history)}`);
console.log(order.number);
