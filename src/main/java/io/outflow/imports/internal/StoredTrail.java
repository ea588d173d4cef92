package io.outflow.imports.internal;

import io.outflow.trail.LogContent;
import io.outflow.trail.ObjectPlace;
import io.outflow.trail.Proof;
import io.outflow.trail.TrailObject;
import io.outflow.trail.TrailObjects;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Digests and log files that were brought here, from a bucket or by people, as far as they are kept in the database. */
final class StoredTrail implements TrailObjects {
    private final Map<String, Digest> digests = new LinkedHashMap<>();
    private final Map<String, Log> logs = new LinkedHashMap<>();
    private final Map<String, List<TrailObject>> byFileName = new HashMap<>();
    private final LongFunction<byte[]> content;

    /** @param content bytes of a digest, by its number */
    StoredTrail(LongFunction<byte[]> content) {
        this.content = content;
    }

    /**
     * Where a file came from.
     *
     * @param bucket null where people brought it
     * @param path its key in the bucket; or as much of its path as is known
     */
    record Origin(@Nullable String bucket, String path) {
        boolean mayBe(ObjectPlace place) {
            if (bucket != null) {
                return bucket.equals(place.bucket()) && path.equals(place.key());
            }
            return place.key().equals(path) || place.key().endsWith("/" + path) || path.endsWith("/" + place.key());
        }
    }

    /** A digest as it is stored. */
    record StoredDigest(long id, Origin origin, Instant end, Map<String, String> metadata) {}

    /**
     * A log file as it is stored.
     *
     * @param content null until it was read
     * @param listed whether it is to be judged where no digest names it
     */
    record StoredLog(
            long fileId,
            String entry,
            Origin origin,
            @Nullable LogContent content,
            boolean listed,
            int after,
            int upTo,
            @Nullable Instant first,
            @Nullable Instant last,
            Proof proof) {}

    void add(StoredDigest row) {
        var digest = new Digest(row);
        digests.put(digest.name(), digest);
        index(digest);
    }

    void add(StoredLog row) {
        var log = new Log(row);
        logs.put(log.name(), log);
        index(log);
    }

    private void index(TrailObject object) {
        byFileName
                .computeIfAbsent(object.fileName(), name -> new ArrayList<>(1))
                .add(object);
    }

    @Nullable
    StoredLog log(String name) {
        var log = logs.get(name);
        return log == null ? null : log.row;
    }

    @Nullable
    StoredDigest digest(String name) {
        var digest = digests.get(name);
        return digest == null ? null : digest.row;
    }

    @Override
    public void digests(Instant from, Instant to, Consumer<TrailObject> each) {
        digests.values().forEach(each);
    }

    @Override
    public void logs(Instant from, Instant to, Consumer<TrailObject> each) {
        logs.values().stream().filter(log -> log.row.listed()).forEach(each);
    }

    @Override
    public List<TrailObject> find(ObjectPlace place, TrailObject namedIn) {
        return byFileName.getOrDefault(place.fileName(), List.of()).stream()
                .filter(object -> object.liesAt(place))
                .toList();
    }

    /** What has a number here and a place where it came from. */
    private abstract static class Brought implements TrailObject {
        private final long number;
        private final Origin origin;

        Brought(long number, Origin origin) {
            this.number = number;
            this.origin = origin;
        }

        @Override
        public String name() {
            return number + ":" + origin.path();
        }

        @Override
        public String fileName() {
            return BatchingSink.lastPart(origin.path());
        }

        @Override
        public boolean liesAt(ObjectPlace place) {
            return origin.mayBe(place);
        }
    }

    private final class Digest extends Brought {
        private final StoredDigest row;

        Digest(StoredDigest row) {
            super(row.id(), row.origin());
            this.row = row;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content.apply(row.id()));
        }

        @Override
        public Map<String, String> metadata() {
            return row.metadata();
        }
    }

    private static final class Log extends Brought {
        private final StoredLog row;

        Log(StoredLog row) {
            super(row.fileId(), row.origin());
            this.row = row;
        }

        @Override
        public InputStream open() {
            throw new UnsupportedOperationException("Of a log file only what it holds is kept.");
        }

        @Override
        public Optional<LogContent> content() {
            return Optional.ofNullable(row.content());
        }

        @Override
        public Map<String, String> metadata() {
            return Map.of();
        }
    }
}
