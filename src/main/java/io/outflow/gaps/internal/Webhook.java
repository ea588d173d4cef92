package io.outflow.gaps.internal;

import io.outflow.gaps.internal.NoticeRows.Notice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts signed messages. The signature is HMAC-SHA256 over the timestamp, a dot and the body, so neither can be changed and
 * nothing old can be sent again as new.
 */
@Component
class Webhook {
    static final String SIGNATURE = "Outflow-Signature";
    static final String TIMESTAMP = "Outflow-Timestamp";
    static final String DELIVERY = "Outflow-Delivery";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A message that was not taken, in a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** The body of a message. */
    record Message(UUID delivery, List<Notice> changes) {}

    void post(String address, String secret, UUID delivery, Instant at, List<Notice> notices) throws Refused {
        if (address.isEmpty() || secret.isEmpty()) {
            throw new Refused("No webhook is set up any more.");
        }
        var body = JSON.writeValueAsString(new Message(delivery, notices));
        var timestamp = Long.toString(at.getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(TIMESTAMP, timestamp)
                .header(DELIVERY, delivery.toString())
                .header(SIGNATURE, "v1=" + signature(secret, timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new Refused("The webhook answered with status %d.".formatted(status));
            }
        } catch (IOException e) {
            throw new Refused("The webhook cannot be reached: %s.".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Outflow stopped while the webhook was called.");
        }
    }

    static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256.", e);
        }
    }
}
