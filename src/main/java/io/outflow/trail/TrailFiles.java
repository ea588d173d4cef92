package io.outflow.trail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects of trails that were downloaded. The metadata of {@code x.json.gz}, which S3 keeps outside of the object, is
 * expected beside it in {@code x.json.gz.meta.json}: what {@code aws s3api get-object} prints when it saves the object.
 *
 * <p>Folders may hold the whole of a bucket or any part of it, down to single files; how far a path goes, so far it is
 * compared with the key. Takes about 300 bytes of the heap for each file.
 */
public final class TrailFiles implements TrailObjects {
    /** Ends the name of a file that holds the metadata of another. */
    public static final String METADATA = SavedMetadata.SUFFIX;

    private static final String ROOT = "AWSLogs";

    private final TreeMap<String, Copy> files = new TreeMap<>();

    /** Adds the files below a folder. Links in it are not followed. */
    public TrailFiles add(Path folder, @Nullable String bucket) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile).forEach(file -> {
                var name = new StringBuilder();
                folder.relativize(file)
                        .forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
                add(name.toString(), file, bucket);
            });
        }
        return this;
    }

    /**
     * Adds one file.
     *
     * @param name its path below the folder that stands for the bucket, or its name
     * @param bucket name of the bucket it was downloaded from; null where nobody knows
     */
    public TrailFiles add(String name, Path file, @Nullable String bucket) {
        String plain = name.replace('\\', '/');
        // Folders of two buckets may hold the same path; both stay.
        files.put(
                files.containsKey(plain) && bucket != null ? bucket + "/" + plain : plain,
                new Copy(plain, file, bucket));
        return this;
    }

    @Override
    public void digests(Instant from, Instant to, Consumer<TrailObject> each) {
        named(DigestName::isDigest, each);
    }

    @Override
    public void logs(Instant from, Instant to, Consumer<TrailObject> each) {
        named(LogName::isLog, each);
    }

    private void named(Predicate<String> wanted, Consumer<TrailObject> each) {
        files.values().stream().filter(file -> wanted.test(file.fileName())).forEach(each);
    }

    @Override
    public List<TrailObject> find(ObjectPlace place, TrailObject namedIn) {
        String head = namedIn instanceof Copy copy ? head(copy.name) : null;
        int root = rootOf(place.key());
        if (head != null && root >= 0) {
            Copy found = at(head + place.key().substring(root), place.bucket());
            if (found != null) {
                return List.of(found);
            }
        }
        // Longest first: the further a path goes, the surer it is the one.
        for (int start = 0; start >= 0; start = next(place.key(), start)) {
            Copy found = at(place.key().substring(start), place.bucket());
            if (found != null) {
                return List.of(found);
            }
        }
        return List.of();
    }

    private static int next(String key, int start) {
        int slash = key.indexOf('/', start);
        return slash < 0 ? -1 : slash + 1;
    }

    private @Nullable Copy at(String name, String bucket) {
        Copy inBucket = files.get(bucket + "/" + name);
        Copy found = inBucket != null ? inBucket : files.get(name);
        return found == null || !found.mayBeOf(bucket) ? null : found;
    }

    /** What stands before {@code AWSLogs}; null where the path does not go up so far. */
    private static @Nullable String head(String name) {
        int root = rootOf(name);
        return root < 0 ? null : name.substring(0, root);
    }

    private static int rootOf(String key) {
        if (key.startsWith(ROOT + "/")) {
            return 0;
        }
        int at = key.indexOf("/" + ROOT + "/");
        return at < 0 ? -1 : at + 1;
    }

    /** One downloaded file. */
    private final class Copy implements TrailObject {
        private final String name;
        private final Path file;
        private final @Nullable String bucket;

        Copy(String name, Path file, @Nullable String bucket) {
            this.name = name;
            this.file = file;
            this.bucket = bucket;
        }

        @Override
        public String name() {
            return name;
        }

        boolean mayBeOf(String wanted) {
            return bucket == null || bucket.equals(wanted);
        }

        @Override
        public boolean liesAt(ObjectPlace place) {
            if (!mayBeOf(place.bucket())) {
                return false;
            }
            String key = place.key();
            return key.equals(name) || key.endsWith("/" + name) || (bucket == null && name.endsWith("/" + key));
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Map<String, String> metadata() throws IOException {
            Copy beside = files.get(name + METADATA);
            if (beside == null || Files.size(beside.file) > SavedMetadata.MOST_BYTES) {
                return Map.of();
            }
            return SavedMetadata.of(Files.readAllBytes(beside.file));
        }
    }
}
