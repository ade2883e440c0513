package contract;

import static contract.Runner.saw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eop.sdk.ApiError;
import eop.sdk.Credentials;
import eop.sdk.EopException;
import eop.sdk.InboxEvent;
import eop.sdk.Platform;
import eop.sdk.api.OrdersApi.APIListOrdersRequest;
import eop.sdk.model.OrderAmendment;
import eop.sdk.model.OrderPage;
import eop.sdk.model.PasswordChange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What a platform with faults is asked for. */
final class Cases {
    private static final String EARL = "ORD-2026-000001";

    private Cases() {}

    static ObjectNode run(JsonNode config, JsonNode one) throws Exception {
        var scenario = config.path("scenario");
        var password = scenario.path("password").asText();
        var handed = new AtomicReference<String>();
        var asked = new AtomicInteger();
        var who = switch (one.path("credentials").asText()) {
            case "refresh_token" -> Credentials.refreshToken("refresh-0");
            case "function" -> Credentials.function(() -> "access-" + asked.incrementAndGet());
            default -> Credentials.password(scenario.path("people").path("customer").asText(), password);
        };
        var builder = Platform.builder().url(config.path("faults").asText() + "/" + one.path("case").asText())
            .credentials(who).onTokens(tokens -> handed.set(tokens.getRefreshToken()));
        if (one.has("timeout_ms")) {
            builder.timeout(Duration.ofMillis(one.path("timeout_ms").asLong()));
        }
        try {
            var saw = act(builder.build(), config, one);
            return saw.put("outcome", "ok").put("handed", handed.get()).put("asked", asked.get());
        } catch (ApiError error) {
            return saw().put("outcome", error.getClass().getSimpleName()).put("status", error.status()).put("code", error.code());
        } catch (EopException error) {
            return saw().put("outcome", error.getClass().getSimpleName());
        }
    }

    private static ObjectNode act(Platform platform, JsonNode config, JsonNode one) throws Exception {
        var orders = platform.orders();
        switch (one.path("do").asText()) {
            case "place" -> orders.placeOrder(Runner.draft(config), null);
            case "change_password" -> platform.me().changeMyPassword(new PasswordChange()
                .currentPassword(config.path("scenario").path("password").asText()).password("harbour-violet-9-piano"));
            case "get_me" -> platform.me().getMe();
            case "get" -> orders.getOrder(EARL);
            case "get_me_often" -> {
                return saw().put("succeeded", Runner.together(one.path("calls").asInt(), () -> platform.me().getMe(), () -> { }));
            }
            case "take" -> {
                var list = Platform.each(
                    cursor -> orders.listOrders(APIListOrdersRequest.newBuilder().cursor(cursor).build()),
                    OrderPage::getItems, OrderPage::getNextCursor);
                return saw().put("taken", list.limit(one.path("take").asInt()).toList().size());
            }
            case "edit" -> {
                var tries = new AtomicInteger();
                var order = Platform.edit(() -> orders.getOrderWithHttpInfo(EARL), (read, etag) -> {
                    tries.incrementAndGet();
                    return orders.amendOrder(read.getId(), etag, new OrderAmendment().note(one.path("note").asText()));
                });
                return saw().put("tries", tries.get()).put("note", order.getNote());
            }
            case "watch" -> {
                var saw = saw();
                var kinds = saw.putArray("kinds");
                try (var events = platform.watchMyInbox(null)) {
                    while (kinds.size() < one.path("take").asInt() && events.hasNext()) {
                        kinds.add(events.next() instanceof InboxEvent.Item item ? item.item().getKind() : "unread");
                    }
                }
                return saw;
            }
            default -> throw new IllegalArgumentException("unknown action " + one);
        }
        return saw();
    }
}
