package eop.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** Makes requests and repeats them: the HTTP client that the generated code is given. */
final class Transport extends HttpClient {
    /** How a request goes: with a token, or without one. */
    enum Way { USUAL, OPEN }

    /** What differs between platforms. */
    record Settings(Map<String, String> bases, Duration timeout, int retries, Supplier<String> traceparent, String userAgent) {}

    /** What is asked of one try. */
    private interface Try<T> {
        HttpResponse<T> send(HttpRequest request, Duration left) throws Exception;
    }

    private static final String NULL = "null";

    private final HttpClient http;
    private final Settings settings;
    private final Session session;

    Transport(HttpClient http, Settings settings, Session session) {
        this.http = http;
        this.settings = settings;
        this.session = session;
    }

    Instant deadline() {
        return Instant.now().plus(settings.timeout);
    }

    /** A good answer, read whole: a connection that ends in the middle of it is a failed try. */
    HttpResponse<byte[]> exchange(HttpRequest request, Way way) throws InterruptedException {
        return tries(request, way, (again, left) -> within(left, http.sendAsync(again, BodyHandlers.ofByteArray())));
    }

    /** A stream whose answer is good; the time is for its beginning. */
    HttpResponse<InputStream> stream(HttpRequest request) throws InterruptedException {
        return tries(request, Way.USUAL, (again, left) -> within(left, http.sendAsync(again, BodyHandlers.ofInputStream())));
    }

    private <T> HttpResponse<T> tries(HttpRequest given, Way way, Try<T> once) throws InterruptedException {
        var deadline = deadline();
        var prepared = prepared(given);
        var isRepeatable = Repeat.isRepeatable(given.method(), given.uri().getPath());
        var isRenewed = false;
        for (var tries = 0; ; tries++) {
            var token = way == Way.OPEN ? null : session.token(this, null, deadline);
            var request = token == null ? prepared : HttpRequest.newBuilder(prepared, (name, value) -> true)
                .setHeader("Authorization", "Bearer " + token).build();
            EopException fault;
            var mayRepeat = isRepeatable;
            var pause = Repeat.pauseAfter(tries);
            try {
                var response = once.send(request, left(deadline));
                if (response.statusCode() < 300) {
                    return response;
                }
                var refused = ApiError.Refusal.of(response.statusCode(), response.headers(), bytes(response.body())).error();
                if (refused instanceof ApiError.Unauthenticated && token != null && !isRenewed) {
                    isRenewed = true;
                    session.token(this, token, deadline);
                    tries--;
                    continue;
                }
                fault = refused;
                mayRepeat = Repeat.isPassing(refused, isRepeatable);
                pause = refused.retryAfter().orElse(pause);
            } catch (EopException | InterruptedException known) {
                throw known;
            } catch (Exception lost) {
                fault = new EopException.NoAnswer("no answer of " + request.uri().getAuthority() + ": " + lost, lost);
            }
            // Whoever is told to come back after the deadline need not wait for it.
            if (!mayRepeat || tries >= settings.retries || !Instant.now().plus(pause).isBefore(deadline)) {
                throw fault;
            }
            Thread.sleep(pause.toMillis());
        }
    }

    private static Duration left(Instant deadline) {
        var left = Duration.between(Instant.now(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new EopException.DeadlineExceeded();
        }
        return left;
    }

    private static <T> HttpResponse<T> within(Duration left, CompletableFuture<HttpResponse<T>> answer) throws Exception {
        try {
            return answer.get(left.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new EopException.DeadlineExceeded();
        } catch (InterruptedException ended) {
            answer.cancel(true);
            throw ended;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException lost ? lost : failed;
        }
    }

    private static byte[] bytes(Object body) throws IOException {
        if (body instanceof InputStream stream) {
            try (stream) {
                return stream.readAllBytes();
            }
        }
        return (byte[]) body;
    }

    /** The request as it goes out: to its service, with what every request has. */
    private HttpRequest prepared(HttpRequest given) {
        var path = given.uri().getRawPath();
        var service = path.split("/")[2];
        var query = given.uri().getRawQuery();
        var address = settings.bases.get(service) + path.substring("/services/".length() + service.length());
        // The generated code writes `null` for a body that was left out. All bodies are objects, so nothing else has four bytes.
        var hasBody = given.bodyPublisher().map(body -> body.contentLength() != NULL.length()).orElse(false);
        var request = HttpRequest.newBuilder(given, (name, value) -> hasBody || !name.equalsIgnoreCase("content-type"))
            .uri(URI.create(query == null ? address : address + "?" + query))
            .setHeader("User-Agent", "eop-sdk-java/" + Operations.VERSION + (settings.userAgent == null ? "" : " " + settings.userAgent))
            .setHeader("traceparent", traceparent());
        if (given.method().equals("POST") && given.headers().firstValue("Idempotency-Key").isEmpty()) {
            request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!hasBody && given.bodyPublisher().isPresent()) {
            request.method(given.method(), BodyPublishers.noBody());
        }
        return request.build();
    }

    private String traceparent() {
        var given = settings.traceparent == null ? null : settings.traceparent.get();
        var random = ThreadLocalRandom.current();
        return given != null ? given
            : String.format("00-%016x%016x-%016x-01", random.nextLong(), random.nextLong(), random.nextLong() | 1);
    }

    // --- What the generated code calls --------------------------------------------------------------------

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws InterruptedException {
        var path = request.uri().getPath();
        var isOpen = path.startsWith("/services/user/api/v1/auth/") && !path.endsWith("/logout");
        var response = exchange(request, isOpen ? Way.OPEN : Way.USUAL);
        return new Answer<>(response, read(response, handler));
    }

    /** Hands what was read to the handler that the generated code has. */
    private static <T> T read(HttpResponse<byte[]> response, BodyHandler<T> handler) {
        var subscriber = handler.apply(new HttpResponse.ResponseInfo() {
            @Override
            public int statusCode() {
                return response.statusCode();
            }

            @Override
            public HttpHeaders headers() {
                return response.headers();
            }

            @Override
            public Version version() {
                return response.version();
            }
        });
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // All of it is handed over at once.
            }

            @Override
            public void cancel() {
                // Nothing is under way.
            }
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(response.body())));
        subscriber.onComplete();
        return subscriber.getBody().toCompletableFuture().join();
    }

    private record Answer<T>(HttpResponse<byte[]> response, T body) implements HttpResponse<T> {
        @Override
        public int statusCode() {
            return response.statusCode();
        }

        @Override
        public HttpRequest request() {
            return response.request();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return response.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return response.sslSession();
        }

        @Override
        public URI uri() {
            return response.uri();
        }

        @Override
        public Version version() {
            return response.version();
        }
    }

    // --- The rest of an HTTP client, which is the inner one's ---------------------------------------------

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return send(request, handler);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new EopException.NoAnswer("interrupted", ended);
            }
        });
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
