package eop.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What may be tried again, and when. */
final class Repeat {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "DELETE");
    /** A second session does no harm, and a refresh token gives the same successor for a minute. */
    private static final Set<String> HARMLESS =
        Set.of("/services/user/api/v1/auth/login", "/services/user/api/v1/auth/refresh", "/services/user/api/v1/auth/logout");

    private static final List<String[]> KEYED = Operations.KEYED.stream().map(path -> path.split("/")).toList();

    private Repeat() {}

    /** Whether a second try can do no harm when it is unknown what became of the first. */
    static boolean isRepeatable(String method, String path) {
        if (!method.equals("POST")) {
            return METHODS.contains(method);
        }
        var parts = path.split("/");
        return HARMLESS.contains(path) || KEYED.stream().anyMatch(pattern -> isLike(pattern, parts));
    }

    private static boolean isLike(String[] pattern, String[] parts) {
        if (pattern.length != parts.length) {
            return false;
        }
        for (var index = 0; index < parts.length; index++) {
            if (!pattern[index].equals("*") && !pattern[index].equals(parts[index])) {
                return false;
            }
        }
        return true;
    }

    /** 429 is said before anything is done; what else is passing may have had its effect. */
    static boolean isPassing(ApiError error, boolean isRepeatable) {
        return switch (error.status()) {
            case 429 -> true;
            // The first try of the same key still runs.
            case 409 -> isRepeatable && error.retryAfter().isPresent();
            case 408, 502, 503, 504 -> isRepeatable;
            default -> false;
        };
    }

    /** How long to wait after so many tries. */
    static Duration pauseAfter(int tries) {
        var longest = Math.min(5_000, 200L << Math.min(tries, 8));
        return Duration.ofMillis((long) (longest * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
