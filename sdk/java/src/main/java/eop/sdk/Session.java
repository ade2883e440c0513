package eop.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import eop.sdk.invoker.ApiClient;
import eop.sdk.model.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Keeps the access token fresh. The lock is held while a new one comes, so that one request is made however many calls want it. */
final class Session {
    /** Tokens are renewed so long before they end. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private static final String AUTH = "http://eop/services/user/api/v1/auth/";

    private final ReentrantLock lock = new ReentrantLock();
    private final ObjectMapper json = ApiClient.createDefaultObjectMapper();
    private final Credentials credentials;
    private final Consumer<Tokens> onTokens;
    private String access;
    private Instant endsAt = Instant.MIN;
    private String refresh;
    private boolean isClosed;

    Session(Credentials credentials, Consumer<Tokens> onTokens) {
        this.credentials = credentials;
        this.onTokens = onTokens;
        if (credentials instanceof Credentials.RefreshToken given) {
            refresh = given.token();
        }
    }

    /** A token other than the stale one; null without credentials. */
    String token(Transport transport, String stale, Instant deadline) throws InterruptedException {
        if (credentials == null) {
            return null;
        }
        take(deadline);
        try {
            if (isClosed) {
                throw ApiError.Refusal.signedOut("signed out").error();
            }
            if (access == null || access.equals(stale) || !Instant.now().isBefore(endsAt)) {
                renew(transport);
            }
            return access;
        } finally {
            lock.unlock();
        }
    }

    void refresh(Transport transport) throws InterruptedException {
        var deadline = transport.deadline();
        take(deadline);
        var present = access;
        lock.unlock();
        token(transport, present, deadline);
    }

    void close(Transport transport) throws InterruptedException {
        take(transport.deadline());
        var token = access;
        access = null;
        refresh = null;
        isClosed = true;
        lock.unlock();
        if (token != null && !(credentials instanceof Credentials.Function)) {
            var request = HttpRequest.newBuilder(URI.create(AUTH + "logout")).header("Authorization", "Bearer " + token);
            transport.exchange(request.POST(BodyPublishers.noBody()).build(), Transport.Way.OPEN);
        }
    }

    private void take(Instant deadline) throws InterruptedException {
        if (!lock.tryLock(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()), TimeUnit.MILLISECONDS)) {
            throw new EopException.DeadlineExceeded();
        }
    }

    private void renew(Transport transport) throws InterruptedException {
        if (credentials instanceof Credentials.Function given) {
            access = given.function().get();
            endsAt = Instant.MAX;
            return;
        }
        if (refresh != null) {
            try {
                accept(ask(transport, "refresh", Map.of("refresh_token", refresh)));
                return;
            } catch (ApiError.Unauthenticated over) {
                // Whoever has the password can begin a new session when the old one has ended.
                if (!(credentials instanceof Credentials.Password)) {
                    throw over;
                }
            }
        }
        if (!(credentials instanceof Credentials.Password given)) {
            throw ApiError.Refusal.signedOut("there are no credentials").error();
        }
        accept(ask(transport, "login", Map.of("email", given.email(), "password", given.password())));
    }

    private Tokens ask(Transport transport, String what, Map<String, String> body) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(AUTH + what)).header("Content-Type", "application/json");
            var text = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
            return json.readValue(transport.exchange(request.POST(text).build(), Transport.Way.OPEN).body(), Tokens.class);
        } catch (IOException unreadable) {
            throw new EopException("the tokens are not as documented", unreadable);
        }
    }

    private void accept(Tokens tokens) {
        access = tokens.getAccessToken();
        endsAt = Instant.now().plusSeconds(tokens.getExpiresIn()).minus(EARLY);
        refresh = tokens.getRefreshToken();
        if (onTokens != null) {
            onTokens.accept(tokens);
        }
    }
}
