"""Places an order with the generated client, and reads it back."""

import sys

from orders.api.history import list_order_history
from orders.api.orders import get_order, place_order
from orders.client import AuthenticatedClient
from orders.models import Address, LineDraft, Money, Order, OrderDraft, OrderStatus

url, token = sys.argv[1:]
client = AuthenticatedClient(base_url=url, token=token)
draft = OrderDraft(
    lines=[LineDraft(sku="TEA-EG-100", name="Earl Grey", quantity=2, unit_price=Money(amount=649, currency="EUR"))],
    shipping_address=Address(name="Alice", line1="Lindenstr. 12", city="Berlin", postal_code="10969", country="DE"),
)
placed = place_order.sync(client=client, body=draft)
assert isinstance(placed, Order), placed
order = get_order.sync(str(placed.id), client=client)
assert isinstance(order, Order), order
assert order.status == OrderStatus.CREATED and order.shipment is None and order.total.amount == 1298, order
history = list_order_history.sync(placed.id, client=client)
assert history.items[0].from_ is None, history
print(order.number)
