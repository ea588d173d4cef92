package io.outflow.imports.internal;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.aws.AwsTrouble.Extent;
import io.outflow.imports.internal.aws.Bucket;
import io.outflow.trail.BodyObjects;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prompts and answers in objects of their own, streamed with the credentials of a source from any bucket that they may read.
 * Nothing of them touches a disk.
 */
final class SourceBodies implements BodyObjects {
    private static final Logger log = LoggerFactory.getLogger(SourceBodies.class);
    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.{1,1024})");
    /** A bucket that refused so often, and never gave anything, is not asked again by this run. */
    private static final int REFUSED = 3;

    private static final int GIVES = Integer.MIN_VALUE / 2;

    private final Supplier<AwsDoor> door;
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();

    SourceBodies(Supplier<AwsDoor> door) {
        this.door = door;
    }

    @Override
    public @Nullable InputStream open(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return null;
        }
        var refusals = refused.computeIfAbsent(parts.group(1), _ -> new AtomicInteger());
        if (refusals.get() >= REFUSED) {
            return null;
        }
        try {
            var body = new Bucket(door.get(), parts.group(1)).open(parts.group(2));
            refusals.set(GIVES);
            return body;
        } catch (AwsTrouble trouble) {
            if (trouble.extent() == Extent.REFUSED && refusals.incrementAndGet() == 1) {
                log.warn("Large prompts and answers are not looked at: {}", trouble.sentence());
            }
            return null;
        }
    }
}
