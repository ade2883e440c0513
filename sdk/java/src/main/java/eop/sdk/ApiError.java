package eop.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service refused, and says why (RFC 9457). There is a class for each family of statuses. */
public class ApiError extends EopException {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final transient JsonNode problem;
    private final transient HttpHeaders headers;

    ApiError(Refusal refusal) {
        super(refusal.message(), null);
        status = refusal.status;
        problem = refusal.problem;
        headers = refusal.headers;
    }

    /** One refused value: {@code field} is a JSON pointer into the body, or the name of a parameter. */
    public record FieldProblem(String field, String code, String message) {}

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What programs act on, such as {@code order.transition_refused}; empty when the answer is no problem document. */
    public String code() {
        return problem.path("code").asText("");
    }

    /** Each refused value. */
    public List<FieldProblem> errors() {
        var errors = new ArrayList<FieldProblem>();
        for (var one : problem.path("errors")) {
            errors.add(new FieldProblem(one.path("field").asText(), one.path("code").asText(), one.path("message").asText()));
        }
        return errors;
    }

    /** What to quote when asking the operators. */
    public Optional<String> requestId() {
        return Optional.ofNullable(problem.path("request_id").asText(null)).or(() -> headers.firstValue("x-request-id"));
    }

    /** The trace that the request belongs to. */
    public Optional<String> traceId() {
        return Optional.ofNullable(problem.path("trace_id").asText(null)).or(() -> headers.firstValue("x-trace-id"));
    }

    /** When another try makes sense, if the service says. */
    public Optional<Duration> retryAfter() {
        return headers.firstValue("retry-after").filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong).map(Duration::ofSeconds);
    }

    /** The version of what is there now, with {@link PreconditionFailed}. */
    public Optional<String> etag() {
        return headers.firstValue("etag");
    }

    /** All that the service says, with members of its own such as {@code current_status}. */
    public JsonNode problem() {
        return problem;
    }

    /** 400, 405, 408, 413, 414, 415, 421, 431: the request cannot be read. */
    public static final class BadRequest extends ApiError {
        BadRequest(Refusal refusal) {
            super(refusal);
        }
    }

    /** 401: nobody is signed in, or no longer. */
    public static final class Unauthenticated extends ApiError {
        Unauthenticated(Refusal refusal) {
            super(refusal);
        }
    }

    /** 403: the roles do not grant it. */
    public static final class Forbidden extends ApiError {
        Forbidden(Refusal refusal) {
            super(refusal);
        }
    }

    /** 404, 410: there is no such thing, or none that one may know of. */
    public static final class NotFound extends ApiError {
        NotFound(Refusal refusal) {
            super(refusal);
        }
    }

    /** 409: the state of the thing does not allow it. */
    public static final class Conflict extends ApiError {
        Conflict(Refusal refusal) {
            super(refusal);
        }

        /** The status that the order has. */
        public Optional<String> currentStatus() {
            return Optional.ofNullable(problem().path("current_status").asText(null));
        }

        /** What can be done with it instead. */
        public List<String> allowedActions() {
            var actions = new ArrayList<String>();
            problem().path("allowed_actions").forEach(one -> actions.add(one.asText()));
            return actions;
        }
    }

    /** 412, 428: there is a newer version than the one that the change is based on; {@link #etag} is its. */
    public static final class PreconditionFailed extends ApiError {
        PreconditionFailed(Refusal refusal) {
            super(refusal);
        }
    }

    /** 422: values are not acceptable; {@link #errors} has each. */
    public static final class Invalid extends ApiError {
        Invalid(Refusal refusal) {
            super(refusal);
        }
    }

    /** 429: too much; {@link #retryAfter} says when to come back. */
    public static final class RateLimited extends ApiError {
        RateLimited(Refusal refusal) {
            super(refusal);
        }
    }

    /** 5xx: a fault of the service, or a part of it is missing. */
    public static final class ServerFault extends ApiError {
        ServerFault(Refusal refusal) {
            super(refusal);
        }
    }

    /** An answer with a bad status. */
    record Refusal(int status, HttpHeaders headers, JsonNode problem) {
        static Refusal of(int status, HttpHeaders headers, byte[] body) {
            var isJson = headers.firstValue("content-type").orElse("").contains("json");
            try {
                return new Refusal(status, headers, isJson ? JSON.readTree(body) : MissingNode.getInstance());
            } catch (IOException unreadable) {
                return new Refusal(status, headers, MissingNode.getInstance());
            }
        }

        static Refusal signedOut(String detail) {
            var problem = JSON.createObjectNode().put("code", "sdk.signed_out").put("title", "Signed out").put("detail", detail);
            return new Refusal(401, HttpHeaders.of(java.util.Map.of(), (name, value) -> true), problem);
        }

        String message() {
            return status + " " + problem.path("code").asText("") + ": " + problem.path("detail").asText(problem.path("title").asText(""));
        }

        ApiError error() {
            return switch (status) {
                case 401 -> new Unauthenticated(this);
                case 403 -> new Forbidden(this);
                case 404, 410 -> new NotFound(this);
                case 409 -> new Conflict(this);
                case 412, 428 -> new PreconditionFailed(this);
                case 422 -> new Invalid(this);
                case 429 -> new RateLimited(this);
                default -> status >= 500 ? new ServerFault(this) : new BadRequest(this);
            };
        }
    }
}
