package io.outflow.evidence.internal;

import io.outflow.evidence.Certificates;
import io.outflow.trail.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a time-stamp authority (RFC 3161) to say that bytes existed. It is named in the environment only, so that nobody at a
 * screen can have the server speak to another address. What does not answer, or answers wrongly, leaves a package unstamped.
 */
@Component
public class TimeStamps {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStamps.class);
    private static final int LARGEST = 1 << 20;

    private final String url;
    private final List<X509Certificate> authorities;
    private final Duration patience;

    @Autowired
    TimeStamps(
            @Value("${outflow.evidence.tsa-url}") String url, @Value("${outflow.evidence.tsa-ca}") String authority) {
        this(url, read(authority), Duration.ofSeconds(20));
    }

    /**
     * @param url of the authority; empty for none
     * @param authorities certificates that its stamps must lead to
     */
    public TimeStamps(String url, List<X509Certificate> authorities, Duration patience) {
        this.url = url.strip();
        this.authorities = List.copyOf(authorities);
        this.patience = patience;
    }

    /** No authority. */
    public static TimeStamps none() {
        return new TimeStamps("", List.of(), Duration.ZERO);
    }

    /** A stamp as the authority sent it, and the time in it. */
    public record Stamped(byte[] response, Instant at) {}

    public boolean configured() {
        return !url.isEmpty();
    }

    /** The authority's host, for people; empty when none is set. */
    public String host() {
        return configured() ? String.valueOf(URI.create(url).getHost()) : "";
    }

    public List<X509Certificate> authorities() {
        return authorities;
    }

    /** A stamp over bytes; empty when there is no authority, or it gave none that holds. */
    public Optional<Stamped> over(byte[] bytes) {
        if (!configured()) {
            return Optional.empty();
        }
        try (var client = HttpClient.newBuilder().connectTimeout(patience).build()) {
            var requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            var request = requests.generate(
                    TSPAlgorithms.SHA256, Sha256.start().digest(bytes), new BigInteger(64, new SecureRandom()));
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(patience)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            byte[] body;
            try (var stream = answer.body()) {
                body = stream.readNBytes(LARGEST);
            }
            if (answer.statusCode() != 200) {
                throw new IOException("It answered with status " + answer.statusCode() + ".");
            }
            var response = new TimeStampResponse(body);
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("It refused: " + response.getStatusString());
            }
            var checked = StampCheck.of(body, bytes, authorities, true);
            if (!checked.findings().isEmpty()) {
                throw new IOException(checked.findings().getFirst());
            }
            return Optional.of(
                    new Stamped(body, token.getTimeStampInfo().getGenTime().toInstant()));
        } catch (IOException | TSPException | IllegalArgumentException e) {
            LOG.warn("The time-stamp authority {} gave no stamp. {}", host(), e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<X509Certificate> read(String file) {
        try {
            return file.isBlank() ? List.of() : Certificates.read(Files.readAllBytes(Path.of(file.strip())));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "OUTFLOW_TSA_CA names %s, which holds no certificate that can be read. Correct it, or leave it empty: then stamps are taken and not checked."
                            .formatted(file),
                    e);
        }
    }
}
