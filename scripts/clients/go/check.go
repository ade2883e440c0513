// Places an order with the generated client, and reads it back.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
)

func main() {
	url, token := os.Args[1], os.Args[2]
	ctx := context.Background()
	client, err := NewClientWithResponses(url, WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+token)
		return nil
	}))
	must(err)
	postalCode := "10969"
	draft := OrderDraft{
		Lines:           []LineDraft{{Sku: "TEA-EG-100", Name: "Earl Grey", Quantity: 2, UnitPrice: Money{Amount: 649, Currency: "EUR"}}},
		ShippingAddress: Address{Name: "Alice", Line1: "Lindenstr. 12", City: "Berlin", PostalCode: &postalCode, Country: "DE"},
	}
	placed, err := client.PlaceOrderWithResponse(ctx, nil, draft)
	must(err)
	if placed.JSON201 == nil {
		fail(placed.Status(), string(placed.Body))
	}
	read, err := client.GetOrderWithResponse(ctx, placed.JSON201.Id.String())
	must(err)
	if read.JSON200 == nil {
		fail(read.Status(), string(read.Body))
	}
	order := read.JSON200
	if order.Status != OrderStatusCREATED || order.Shipment != nil || order.Total.Amount != 1298 {
		fail("not the order that was placed", string(read.Body))
	}
	history, err := client.ListOrderHistoryWithResponse(ctx, order.Id)
	must(err)
	if history.JSON200 == nil || history.JSON200.Items[0].From != nil {
		fail("not a new order's history", string(history.Body))
	}
	fmt.Println(order.Number)
}

func must(err error) {
	if err != nil {
		fail(err)
	}
}

func fail(what ...any) {
	fmt.Fprintln(os.Stderr, what...)
	os.Exit(1)
}
