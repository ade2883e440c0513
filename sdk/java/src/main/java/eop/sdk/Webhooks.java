package eop.sdk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of webhooks, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has them. */
public final class Webhooks {
    private static final long TOLERANCE_S = 300;

    private Webhooks() {}

    /** A webhook that is not what it says it is, or is too old. */
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /**
     * Makes sure that a webhook was sent by the platform, and not more than five minutes ago. {@code header} gives the value of a
     * header, or null; {@code body} is what came, not parsed and written again. While a secret is being replaced give both.
     */
    public static void verify(List<String> secrets, Function<String, String> header, byte[] body) {
        var at = header.apply("webhook-timestamp");
        if (at == null || !at.matches("\\d{1,18}") || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(at)) > TOLERANCE_S) {
            throw new Refused("its time is not within five minutes");
        }
        var signatures = header.apply("webhook-signature");
        for (var secret : secrets) {
            var genuine = signature(secret, header.apply("webhook-id") + "." + at + ".", body);
            for (var one : (signatures == null ? "" : signatures).split(" ")) {
                if (one.startsWith("v1,") && MessageDigest.isEqual(genuine, one.substring(3).getBytes(StandardCharsets.UTF_8))) {
                    return;
                }
            }
        }
        throw new Refused("no signature is of a secret that was given");
    }

    private static byte[] signature(String secret, String head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }
}
