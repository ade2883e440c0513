package eop.sdk;

/** Whatever goes wrong in a call is one of these. */
public class EopException extends RuntimeException {
    EopException(String message, Throwable cause) {
        super(message, cause);
    }

    /** No answer came: the network failed, or the connection ended too early. The request may have had its effect. */
    public static final class NoAnswer extends EopException {
        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The time for the call was over before there was an answer. The request may have had its effect. */
    public static final class DeadlineExceeded extends EopException {
        DeadlineExceeded() {
            super("no answer in time", null);
        }
    }
}
