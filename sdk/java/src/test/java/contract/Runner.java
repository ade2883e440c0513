package contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eop.sdk.Moneys;
import eop.sdk.Webhooks;
import eop.sdk.invoker.ApiClient;
import eop.sdk.model.Money;
import eop.sdk.model.OrderDraft;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Does what sdk/contract/scenario.json and cases.json say, and prints what it saw. */
public final class Runner {
    static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    /** A step: what it saw. */
    interface Step {
        ObjectNode run() throws Exception;
    }

    private Runner() {}

    public static void main(String[] arguments) throws Exception {
        var config = JSON.readTree(new File(arguments[0]));
        var play = new Scenario(config);
        for (var step : config.path("scenario").path("steps")) {
            report("scenario." + step.path("do").asText(), () -> play.step(step));
        }
        for (var one : config.path("cases")) {
            report("faults." + one.path("case").asText(), () -> Cases.run(config, one));
        }
        report("money", () -> money(config.path("money")));
        report("webhooks", () -> webhooks(config));
    }

    static ObjectNode saw() {
        return JSON.createObjectNode();
    }

    static OrderDraft draft(JsonNode config) throws Exception {
        return JSON.treeToValue(config.path("scenario").path("draft"), OrderDraft.class);
    }

    private static void report(String name, Step step) {
        var started = System.nanoTime();
        var line = saw().put("step", name);
        try {
            line.set("saw", step.run());
        } catch (Exception | AssertionError failed) {
            var trace = new StringWriter();
            failed.printStackTrace(new PrintWriter(trace, true));
            line.put("failed", trace.toString());
        }
        System.out.println(line.put("ms", (System.nanoTime() - started) / 1e6));
    }

    /** How many of some calls, made at the same time, succeed. */
    static int together(int calls, Callable<?> call, Runnable meanwhile) throws Exception {
        var pool = Executors.newFixedThreadPool(calls);
        try {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var index = 0; index < calls; index++) {
                running.add(pool.submit(call));
            }
            meanwhile.run();
            for (var one : running) {
                one.get();
            }
            return running.size();
        } finally {
            pool.shutdown();
        }
    }

    private static ObjectNode money(JsonNode amounts) {
        var saw = saw();
        var decimals = saw.putArray("decimals");
        var parsed = saw.putArray("amounts");
        for (var one : amounts) {
            var currency = one.path("currency").asText();
            decimals.add(Moneys.decimalOf(new Money().amount(one.path("amount").asLong()).currency(currency)).toPlainString());
            parsed.add(Moneys.of(new BigDecimal(one.path("decimal").asText()), currency).getAmount());
        }
        return saw;
    }

    private static ObjectNode webhooks(JsonNode config) {
        var secrets = List.of(config.path("secrets").path(0).asText(), config.path("secrets").path(1).asText());
        var saw = saw();
        var genuine = saw.putArray("genuine");
        for (var one : config.path("webhooks")) {
            try {
                var body = one.path("body").asText().getBytes(StandardCharsets.UTF_8);
                Webhooks.verify(secrets, name -> one.path(name.replace("webhook-", "")).asText(null), body);
                genuine.add(true);
            } catch (Webhooks.Refused refused) {
                genuine.add(false);
            }
        }
        return saw;
    }
}
