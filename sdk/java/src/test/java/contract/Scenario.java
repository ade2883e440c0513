package contract;

import static contract.Runner.saw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eop.sdk.ApiError;
import eop.sdk.Credentials;
import eop.sdk.InboxEvent;
import eop.sdk.Moneys;
import eop.sdk.Platform;
import eop.sdk.api.OrdersApi.APIListOrdersRequest;
import eop.sdk.model.Approval;
import eop.sdk.model.Order;
import eop.sdk.model.OrderAmendment;
import eop.sdk.model.OrderPage;
import eop.sdk.model.OrderSort;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The scenario, step by step. */
final class Scenario {
    private final JsonNode config;
    private final AtomicInteger renewals = new AtomicInteger();
    private final Platform customer;
    private final Platform approver;
    private UUID first;

    Scenario(JsonNode config) {
        this.config = config;
        customer = builder("customer").onTokens(tokens -> renewals.incrementAndGet()).build();
        approver = builder("approver").build();
    }

    private Platform.Builder builder(String who) {
        var urls = config.path("urls");
        var scenario = config.path("scenario");
        return Platform.builder()
            .urls(urls.path("user").asText(), urls.path("order").asText(), urls.path("notification").asText())
            .credentials(Credentials.password(scenario.path("people").path(who).asText(), scenario.path("password").asText()));
    }

    ObjectNode step(JsonNode step) throws Exception {
        return switch (step.path("do").asText()) {
            case "log_in" -> saw().put("customer", customer.me().getMe().getEmail()).put("approver", approver.me().getMe().getEmail());
            case "place" -> placeFirst();
            case "page" -> page(step.path("take").asInt(), step.path("limit").asInt());
            case "approve" -> saw().put("status", approve(first, new Approval().note(step.path("note").asText())).getStatus().getValue());
            case "edit" -> edit(step.path("note").asText());
            case "missing" -> missing();
            case "conflict" -> conflict();
            case "invalid" -> invalid();
            case "forbidden" -> forbidden();
            case "watch" -> watch();
            case "refresh" -> refresh(step.path("calls").asInt());
            case "log_out" -> logOut();
            default -> throw new IllegalArgumentException("unknown step " + step);
        };
    }

    private Order place() throws Exception {
        return customer.orders().placeOrder(Runner.draft(config), null);
    }

    private Order approve(UUID id, Approval approval) {
        return approver.actions().approveOrder(id, null, null, approval);
    }

    private ObjectNode placeFirst() throws Exception {
        var answer = customer.orders().placeOrderWithHttpInfo(Runner.draft(config), null);
        var order = answer.getData();
        first = order.getId();
        return saw().put("status", order.getStatus().getValue()).put("total", order.getTotal().getAmount())
            .put("decimal", Moneys.decimalOf(order.getTotal()).toPlainString()).put("etag", Platform.etagOf(answer));
    }

    private ObjectNode page(int take, int limit) {
        var orders = Platform.each(
            cursor -> approver.orders().listOrders(
                APIListOrdersRequest.newBuilder().sort(OrderSort.CREATED_AT).limit(limit).cursor(cursor).build()),
            OrderPage::getItems, OrderPage::getNextCursor).limit(take).toList();
        var ids = new HashSet<UUID>();
        var isInOrder = true;
        for (var index = 0; index < orders.size(); index++) {
            ids.add(orders.get(index).getId());
            isInOrder &= index == 0 || !orders.get(index).getCreatedAt().isBefore(orders.get(index - 1).getCreatedAt());
        }
        return saw().put("taken", orders.size()).put("distinct", ids.size()).put("in_order", isInOrder);
    }

    private Order amend(UUID id, String etag, String note) {
        return customer.orders().amendOrder(id, etag, new OrderAmendment().note(note));
    }

    private ObjectNode edit(String note) throws Exception {
        var id = place().getId();
        amend(id, "\"1\"", "rival 1");
        var stale = refused(() -> amend(id, "\"1\"", "rival 1"));
        var tries = new AtomicInteger();
        var order = Platform.edit(() -> customer.orders().getOrderWithHttpInfo(id.toString()), (read, etag) -> {
            if (tries.incrementAndGet() == 1) {
                amend(id, "\"" + read.getVersion() + "\"", "rival 2");
            }
            return amend(id, etag, note);
        });
        return saw().put("stale", stale.getClass().getSimpleName()).put("stale_etag", stale.etag().orElse(null))
            .put("tries", tries.get()).put("note", order.getNote()).put("version", order.getVersion());
    }

    private ObjectNode missing() {
        var error = refused(() -> customer.orders().getOrder("00000000-0000-7000-8000-000000000000"));
        return saw().put("error", error.getClass().getSimpleName()).put("status", error.status()).put("code", error.code())
            .put("request_id", error.requestId().isPresent()).put("trace_id", error.traceId().isPresent());
    }

    private ObjectNode conflict() {
        var error = (ApiError.Conflict) refused(() -> approve(first, null));
        return saw().put("error", error.getClass().getSimpleName()).put("code", error.code())
            .put("current_status", error.currentStatus().orElse(null));
    }

    private ObjectNode invalid() throws Exception {
        var draft = Runner.draft(config);
        draft.getLines().get(0).setQuantity(0L);
        var error = refused(() -> customer.orders().placeOrder(draft, null));
        var saw = saw().put("error", error.getClass().getSimpleName()).put("status", error.status()).put("code", error.code());
        var fields = saw.putArray("fields");
        error.errors().forEach(one -> fields.add(one.field()));
        return saw;
    }

    private ObjectNode forbidden() {
        var error = refused(() -> customer.actions().approveOrder(first, null, null, null));
        return saw().put("error", error.getClass().getSimpleName()).put("code", error.code());
    }

    private ObjectNode watch() throws Exception {
        var id = place().getId();
        var isApproved = false;
        try (var events = customer.watchMyInbox(null)) {
            while (events.hasNext()) {
                var event = events.next();
                if (!isApproved) {
                    isApproved = true;
                    approve(id, null);
                }
                if (event instanceof InboxEvent.Item item && id.equals(item.item().getOrderId())
                    && item.item().getKind().equals("order.approved")) {
                    return saw().put("seen", item.item().getKind());
                }
            }
        }
        return saw().put("seen", "nothing");
    }

    private ObjectNode refresh(int calls) throws Exception {
        var before = renewals.get();
        var succeeded = Runner.together(calls, () -> customer.me().getMe(), customer::refresh);
        customer.refresh();
        var isGood = customer.async(() -> customer.me().getMe()).get().getEmail();
        var expected = config.path("scenario").path("people").path("customer").asText();
        return saw().put("succeeded", succeeded).put("renewed", renewals.get() == before + 2).put("still_good", isGood.equals(expected));
    }

    private ObjectNode logOut() {
        customer.logOut();
        approver.logOut();
        return saw().put("error", refused(() -> customer.me().getMe()).getClass().getSimpleName());
    }

    /** What a service said of a call that it must have refused. */
    private static ApiError refused(Runnable call) {
        try {
            call.run();
        } catch (ApiError error) {
            return error;
        }
        throw new AssertionError("the call did not fail");
    }
}
