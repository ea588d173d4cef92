package io.outflow.imports.internal.aws;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps LookupEvents to a few requests a second for each account and Region. */
public final class LookupPace {
    /** What AWS allows. */
    public static final Duration OF_AWS = Duration.ofMillis(500);

    private final Duration between;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param between the time between two requests */
    public LookupPace(Duration between) {
        this.between = between;
    }

    /** Waits until the next request may be made. */
    void take(String account, String region) throws InterruptedException {
        buckets.computeIfAbsent(account + "/" + region, k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(1).refillGreedy(1, between))
                        .build())
                .asBlocking()
                .consume(1);
    }
}
