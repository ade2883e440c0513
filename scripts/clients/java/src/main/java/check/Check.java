package check;

import eop.api.HistoryApi;
import eop.api.OrdersApi;
import eop.invoker.ApiClient;
import eop.model.Address;
import eop.model.LineDraft;
import eop.model.Money;
import eop.model.OrderDraft;
import eop.model.OrderStatus;
import java.util.List;

/** Places an order with the generated client, and reads it back. */
public final class Check {
    public static void main(String[] arguments) throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        var draft = new OrderDraft()
            .lines(List.of(new LineDraft().sku("TEA-EG-100").name("Earl Grey").quantity(2L)
                .unitPrice(new Money().amount(649L).currency("EUR"))))
            .shippingAddress(new Address().name("Alice").line1("Lindenstr. 12").city("Berlin").postalCode("10969")
                .country("DE"));
        var orders = new OrdersApi(client);
        var placed = orders.placeOrder(draft, null);
        var order = orders.getOrder(placed.getId().toString());
        if (order.getStatus() != OrderStatus.CREATED || order.getShipment() != null
            || order.getTotal().getAmount() != 1298) {
            throw new IllegalStateException("not the order that was placed: " + order);
        }
        var history = new HistoryApi(client).listOrderHistory(order.getId());
        if (history.getItems().get(0).getFrom() != null) {
            throw new IllegalStateException("not a new order's history: " + history);
        }
        System.out.println(order.getNumber());
    }
}
