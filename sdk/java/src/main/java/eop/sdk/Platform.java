package eop.sdk;

import eop.sdk.api.ActionsApi;
import eop.sdk.api.AuditApi;
import eop.sdk.api.DeadLettersApi;
import eop.sdk.api.HistoryApi;
import eop.sdk.api.InboxApi;
import eop.sdk.api.KeysApi;
import eop.sdk.api.MailboxApi;
import eop.sdk.api.MeApi;
import eop.sdk.api.NotificationsApi;
import eop.sdk.api.OperationsApi;
import eop.sdk.api.OrdersApi;
import eop.sdk.api.ProvidersApi;
import eop.sdk.api.RegistrationApi;
import eop.sdk.api.RolesApi;
import eop.sdk.api.SessionsApi;
import eop.sdk.api.SystemApi;
import eop.sdk.api.UsersApi;
import eop.sdk.invoker.ApiClient;
import eop.sdk.invoker.ApiResponse;
import eop.sdk.model.Tokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Enterprise Order Platform: its operations by subject, and what makes them comfortable. Threads may share one. */
public final class Platform {
    private final Session session;
    private final Transport transport;
    private final ApiClient client;

    private Platform(Builder builder) {
        var timeout = builder.timeout;
        session = new Session(builder.credentials, builder.onTokens);
        var settings = new Transport.Settings(builder.bases, timeout, builder.retries, builder.traceparent, builder.userAgent);
        transport = new Transport(builder.http(), settings, session);
        client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return transport;
            }
        };
        // The address is that of no service: the transport puts the right one in its place.
        client.updateBaseUri("http://eop");
    }

    /** Where it is, who calls, and how. */
    public static Builder builder() {
        return new Builder();
    }

    /** Placing, reading and changing orders. */
    public OrdersApi orders() {
        return new OrdersApi(client);
    }

    /** Moving an order through its life. */
    public ActionsApi actions() {
        return new ActionsApi(client);
    }

    /** What happened to an order, and what was said about it. */
    public HistoryApi history() {
        return new HistoryApi(client);
    }

    /** One's own account. */
    public MeApi me() {
        return new MeApi(client);
    }

    /** One's own inbox. */
    public InboxApi inbox() {
        return new InboxApi(client);
    }

    /** Signing in and out. The platform does so by itself: see {@link Builder#credentials} and {@link #logOut}. */
    public SessionsApi sessions() {
        return new SessionsApi(client);
    }

    /** Registering, and one-time links. */
    public RegistrationApi registration() {
        return new RegistrationApi(client);
    }

    /** Everybody's accounts, for administrators. */
    public UsersApi users() {
        return new UsersApi(client);
    }

    /** What was sent to whom, and how it went. */
    public NotificationsApi notifications() {
        return new NotificationsApi(client);
    }

    /** Messages that could not be processed. */
    public DeadLettersApi deadLetters() {
        return new DeadLettersApi(client);
    }

    /** Mail of the embedded mode, which goes nowhere else. */
    public MailboxApi mailbox() {
        return new MailboxApi(client);
    }

    /** What operators see of the pipeline. */
    public OperationsApi operations() {
        return new OperationsApi(client);
    }

    /** What each service remembers of its own work, in memory. */
    public SystemApi system() {
        return new SystemApi(client);
    }

    /** Keys that verify access tokens. */
    public KeysApi keys() {
        return new KeysApi(client);
    }

    /** Roles, their rules, and how the policy decides. */
    public RolesApi roles() {
        return new RolesApi(client);
    }

    /** Who sends on each channel, and how well. */
    public ProvidersApi providers() {
        return new ProvidersApi(client);
    }

    /** Who did what. */
    public AuditApi audit() {
        return new AuditApi(client);
    }

    /** Renews the access token now; calls do that by themselves when it ends. */
    public void refresh() {
        uninterrupted(() -> session.refresh(transport));
    }

    /** Ends the session; every later call fails with {@link ApiError.Unauthenticated}. */
    public void logOut() {
        uninterrupted(() -> session.close(transport));
    }

    /**
     * What happens in one's inbox, as it happens: each item that arrives, and how many are unread as that changes; after
     * {@code lastEventId}, if there is one.
     */
    public InboxEvents watchMyInbox(String lastEventId) {
        return new InboxEvents(transport, lastEventId);
    }

    /** A call in the background, of the common pool. */
    public <T> CompletableFuture<T> async(Supplier<T> call) {
        return async(call, ForkJoinPool.commonPool());
    }

    /** A call in the background, of threads of your own. */
    public <T> CompletableFuture<T> async(Supplier<T> call, Executor executor) {
        return CompletableFuture.supplyAsync(call, executor);
    }

    /** Every item of a list, in order. A page is asked for when its first item is wanted; the first cursor is null. */
    public static <P, T> Stream<T> each(Function<String, P> page, Function<P, List<T>> items, Function<P, String> nextCursor) {
        var iterator = new Iterator<T>() {
            private Iterator<T> present = List.<T>of().iterator();
            private String cursor;
            private boolean isLast;

            @Override
            public boolean hasNext() {
                while (!present.hasNext() && !isLast) {
                    var read = page.apply(cursor);
                    present = items.apply(read).iterator();
                    cursor = nextCursor.apply(read);
                    isLast = cursor == null;
                }
                return present.hasNext();
            }

            @Override
            public T next() {
                hasNext();
                return present.next();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    /** Writes what is decided by what was read, with its version. */
    @FunctionalInterface
    public interface Write<T, R> {
        /** {@code etag} is for {@code ifMatch}. */
        R apply(T thing, String etag);
    }

    /**
     * Reads, and writes what is decided by what was read. When somebody else was faster, both are done again, five times in all: so
     * {@code write} decides by the thing that it is given, and by nothing that was read before.
     */
    public static <T, R> R edit(Supplier<ApiResponse<T>> read, Write<T, R> write) {
        for (var left = 4; ; left--) {
            var answer = read.get();
            try {
                return write.apply(answer.getData(), etagOf(answer));
            } catch (ApiError.PreconditionFailed newer) {
                if (left == 0) {
                    throw newer;
                }
            }
        }
    }

    /** The version of what was read by a method that ends with {@code WithHttpInfo}. */
    public static String etagOf(ApiResponse<?> answer) {
        for (var header : answer.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase("etag")) {
                return header.getValue().get(0);
            }
        }
        throw new IllegalArgumentException("what was read has no version");
    }

    private interface Interruptible {
        void run() throws InterruptedException;
    }

    private static void uninterrupted(Interruptible action) {
        try {
            action.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new EopException.NoAnswer("interrupted", ended);
        }
    }

    /** Where the platform is, who calls, and how. */
    public static final class Builder {
        private Map<String, String> bases;
        private Credentials credentials;
        private Duration timeout = Duration.ofSeconds(30);
        private int retries = 3;
        private Supplier<String> traceparent;
        private Consumer<Tokens> onTokens;
        private String userAgent;
        private HttpClient http;

        private Builder() {}

        /** One address, the portal's: its door leads to all services. */
        public Builder url(String url) {
            var door = trimmed(url) + "/services/";
            return urls(door + "user", door + "order", door + "notification");
        }

        /** The address of each service. */
        public Builder urls(String user, String order, String notification) {
            bases = Map.of("user", trimmed(user), "order", trimmed(order), "notification", trimmed(notification));
            return this;
        }

        private static String trimmed(String url) {
            return url.replaceFirst("/+$", "");
        }

        /** Who calls. Without them only what is open to everybody can be called. */
        public Builder credentials(Credentials who) {
            credentials = who;
            return this;
        }

        /** How long a call may take, with all its tries. Default: 30 s. */
        public Builder timeout(Duration longest) {
            timeout = longest;
            return this;
        }

        /** How often a call is tried again when that can do no harm. Default: 3. */
        public Builder retries(int count) {
            retries = count;
            return this;
        }

        /** The trace that the next call is part of (W3C), for example the active span's; null for a new one. */
        public Builder traceparent(Supplier<String> give) {
            traceparent = give;
            return this;
        }

        /** Told of each new pair of tokens: keep the refresh token if the session shall outlive the program. */
        public Builder onTokens(Consumer<Tokens> take) {
            onTokens = take;
            return this;
        }

        /** Added to the user agent, such as {@code my-shop/1.4}. */
        public Builder userAgent(String agent) {
            userAgent = agent;
            return this;
        }

        /** In the place of an HTTP client of its own, for proxies and certificates. */
        public Builder http(HttpClient client) {
            http = client;
            return this;
        }

        private HttpClient http() {
            // The JDK asks every plain server for HTTP/2 by a header that few know.
            var isPlain = bases.values().stream().anyMatch(base -> base.startsWith("http://"));
            var version = isPlain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2;
            return http != null ? http : HttpClient.newBuilder().version(version).connectTimeout(Duration.ofSeconds(10)).build();
        }

        /** The platform. Nothing is sent yet. */
        public Platform build() {
            if (bases == null) {
                throw new IllegalStateException("give either url or urls");
            }
            return new Platform(this);
        }
    }
}
