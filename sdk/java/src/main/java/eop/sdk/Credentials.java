package eop.sdk;

import java.util.function.Supplier;

/** Who calls. */
public sealed interface Credentials {
    /** A person's address and password. */
    static Credentials password(String email, String password) {
        return new Password(email, password);
    }

    /** A refresh token that was kept. A new one comes with each renewal: {@link Platform.Builder#onTokens} is told. */
    static Credentials refreshToken(String token) {
        return new RefreshToken(token);
    }

    /** A function that gives access tokens. */
    static Credentials function(Supplier<String> function) {
        return new Function(function);
    }

    /** A person's address and password. */
    record Password(String email, String password) implements Credentials {
        @Override
        public String toString() {
            return "Password[" + email + "]";
        }
    }

    /** A refresh token that was kept. */
    record RefreshToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "RefreshToken";
        }
    }

    /** A function that gives access tokens. */
    record Function(Supplier<String> function) implements Credentials {}
}
