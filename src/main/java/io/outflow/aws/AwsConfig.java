package io.outflow.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is spoken to, for all sources.
 *
 * @param endpoint an address to speak to instead of AWS, from the configuration alone; null for AWS
 * @param firstWait how long to wait before a second try; doubled with each try
 * @param tries how often a request is tried
 */
public record AwsConfig(@Nullable URI endpoint, Duration firstWait, int tries) {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int TRIES = 8;
    private static final int IMPATIENT_TRIES = 3;

    /** @param endpoint blank for AWS */
    public static AwsConfig of(String endpoint) {
        return new AwsConfig(endpoint.isBlank() ? null : URI.create(endpoint), FIRST_WAIT, TRIES);
    }

    /** For somebody who waits at the screen. */
    public AwsConfig impatient() {
        return new AwsConfig(endpoint, firstWait, Math.min(tries, IMPATIENT_TRIES));
    }
}
