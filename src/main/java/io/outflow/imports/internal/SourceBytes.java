package io.outflow.imports.internal;

import io.outflow.aws.AwsConfig;
import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.internal.aws.Bucket;
import io.outflow.trail.BodyObjects;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/**
 * Objects of a bucket, fetched for their readers, the large ones to files that are removed when they were read; files of this
 * machine are read in place. AWS is spoken to from the first object on.
 */
final class SourceBytes implements FileBytes {
    /** So many refused at the start, and none read: it is not the objects. */
    private static final int REFUSED_ALL = 5;

    private final LocalBytes local = new LocalBytes();
    private final int inHeap;
    private final LongFunction<SourceSettings> settings;
    private final AwsConfig config;
    private final Spool spool;
    private final SourceRows rows;
    private final Map<Long, AwsDoor> open = new HashMap<>();
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<Long, BodyObjects> bodies = new ConcurrentHashMap<>();
    private final Map<Long, Path> fetched = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean some;

    /**
     * @param inHeap most bytes of an object that is not put into a file
     * @param settings of a source, by its number
     */
    SourceBytes(int inHeap, LongFunction<SourceSettings> settings, AwsConfig config, Spool spool, SourceRows rows) {
        this.inHeap = inHeap;
        this.settings = settings;
        this.config = config;
        this.spool = spool;
        this.rows = rows;
    }

    @Override
    public Arrived bring(FileWork file) throws Missing, SourceGone {
        var remote = file.remote;
        if (remote == null) {
            return local.bring(file);
        }
        try {
            var arrived = buckets.computeIfAbsent(remote.sourceId(), this::bucket)
                    .fetch(remote.key(), remote.etag(), inHeap, () -> room(file));
            if (!arrived.etag().equals(remote.etag()) || !arrived.metadata().isEmpty()) {
                rows.fetched(file.id, arrived.etag(), arrived.metadata());
            }
            some = true;
            return new Arrived(arrived.bytes(), arrived.sha256(), arrived.metadata());
        } catch (AwsTrouble trouble) {
            throw missing(trouble);
        }
    }

    private Path room(FileWork file) {
        return fetched.computeIfAbsent(file.id, id -> spool.newFile());
    }

    /** For one file; or for all of them, which ends the run. */
    private Missing missing(AwsTrouble trouble) throws SourceGone {
        var sentence = trouble.sentence();
        return switch (trouble.extent()) {
            case OBJECT, CHANGED -> new Missing(sentence);
            case REFUSED -> {
                if (refused.incrementAndGet() >= REFUSED_ALL && !some) {
                    throw new SourceGone(sentence);
                }
                yield new Missing(sentence);
            }
            case EXPIRED, SOURCE -> throw new SourceGone(sentence);
        };
    }

    private Bucket bucket(long sourceId) {
        return new Bucket(door(sourceId), settings.apply(sourceId).bucket());
    }

    private synchronized AwsDoor door(long sourceId) {
        return open.computeIfAbsent(sourceId, id -> settings.apply(id).door(config));
    }

    @Override
    public BodyObjects bodies(FileWork file) {
        var remote = file.remote;
        return remote == null
                ? BodyObjects.NONE
                : bodies.computeIfAbsent(remote.sourceId(), id -> new SourceBodies(() -> door(id)));
    }

    @Override
    public void release(FileWork file) {
        var path = fetched.remove(file.id);
        if (path != null) {
            spool.remove(path);
        }
    }

    @Override
    public synchronized void close() {
        fetched.values().forEach(spool::remove);
        open.values().forEach(AwsDoor::close);
    }
}
