package eop.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import eop.sdk.invoker.ApiClient;
import eop.sdk.model.InboxEventInboxItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happens in one's inbox, as it happens. A connection that ends is made again and goes on where the last one ended, without a
 * gap. It waits as long as nothing happens; {@link #close} from another thread ends that.
 */
public final class InboxEvents implements Iterator<InboxEvent>, AutoCloseable {
    /** How long a stream may say nothing; a comment comes every 15 s. */
    private static final long SILENCE_S = 45;

    private final Transport transport;
    private final ObjectMapper json = ApiClient.createDefaultObjectMapper();
    private final AtomicLong reads = new AtomicLong();
    private volatile boolean isClosed;
    private volatile InputStream stream;
    private BufferedReader lines;
    private InboxEvent ready;
    private String lastId;
    private Duration pause = Duration.ofSeconds(1);
    private boolean isFirst = true;
    private int failures;

    InboxEvents(Transport transport, String lastId) {
        this.transport = transport;
        this.lastId = lastId;
    }

    /** Waits for the next event; false when this was closed. */
    @Override
    public boolean hasNext() {
        while (ready == null && !isClosed) {
            try {
                if (lines == null) {
                    connect();
                }
                ready = read();
                failures = ready == null ? failures : 0;
            } catch (EopException.NoAnswer | EopException.DeadlineExceeded | ApiError.RateLimited | ApiError.ServerFault passing) {
                failures++;
            } catch (IOException ended) {
                // The end, a fault of the network, or silence: what has no blank line after it was not sent whole.
                lines = null;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                isClosed = true;
            }
        }
        return ready != null;
    }

    @Override
    public InboxEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var event = ready;
        ready = null;
        return event;
    }

    @Override
    public void close() {
        isClosed = true;
        end();
    }

    private void end() {
        var present = stream;
        if (present != null) {
            try {
                present.close();
            } catch (IOException ignored) {
                // It was to end anyway.
            }
        }
    }

    private void connect() throws InterruptedException {
        if (!isFirst) {
            Thread.sleep(pause.toMillis() << Math.min(failures, 5));
        }
        isFirst = false;
        var request = HttpRequest.newBuilder(URI.create("http://eop/services/notification/api/v1/me/inbox/stream"))
            .header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        stream = transport.stream(request.build()).body();
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The next event of this connection; null when it is of a kind that this version does not know. */
    private InboxEvent read() throws IOException {
        String id = lastId;
        StringBuilder data = null;
        while (true) {
            var line = line();
            if (!line.isEmpty()) {
                var colon = line.indexOf(':');
                var value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
                switch (colon < 0 ? line : line.substring(0, colon)) {
                    case "data" -> data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
                    case "id" -> id = value;
                    case "retry" -> pause = value.matches("\\d{1,9}") ? Duration.ofMillis(Long.parseLong(value)) : pause;
                    default -> { }
                }
            } else if (data != null) {
                lastId = id;
                return eventOf(id, data.toString());
            }
        }
    }

    private String line() throws IOException {
        var seen = reads.incrementAndGet();
        CompletableFuture.delayedExecutor(SILENCE_S, TimeUnit.SECONDS).execute(() -> {
            if (reads.get() == seen) {
                end();
            }
        });
        var line = lines.readLine();
        if (line == null) {
            throw new IOException("the stream ended");
        }
        return line;
    }

    private InboxEvent eventOf(String id, String data) throws IOException {
        var value = json.readTree(data);
        return switch (value.path("type").asText()) {
            case "item" -> new InboxEvent.Item(id, json.treeToValue(value, InboxEventInboxItem.class));
            case "unread" -> new InboxEvent.Unread(id, value.path("unread").asLong());
            default -> null;
        };
    }
}
