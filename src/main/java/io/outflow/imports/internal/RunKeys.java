package io.outflow.imports.internal;

import io.outflow.aws.AwsConfig;
import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.internal.aws.FetchedKeys;
import io.outflow.trail.KeyFiles;
import io.outflow.trail.TrailKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Public keys that an administrator put into the data folder; and, for a trail's bucket, those that AWS gives, which are kept
 * beside them. Keys among the files of a run prove nothing and are not used.
 */
final class RunKeys implements StoredVerification.Keys {
    private final Path folder;
    private final @Nullable AwsDoor door;
    private final Set<String> asked = new HashSet<>();
    private KeyFiles files;

    private RunKeys(Path folder, @Nullable AwsDoor door) throws IOException {
        this.folder = folder;
        this.door = door;
        this.files = read();
    }

    /**
     * @param folder where keys are kept
     * @param settings of a stored source
     */
    static Function<@Nullable Long, StoredVerification.Keys> of(
            Path folder, LongFunction<Optional<SourceSettings>> settings, AwsConfig config) {
        return source -> {
            var door = source == null
                    ? null
                    : settings.apply(source)
                            .filter(found -> found.kind() == SourceKind.TRAIL_BUCKET)
                            .map(found -> found.door(config))
                            .orElse(null);
            try {
                return new RunKeys(folder, door);
            } catch (IOException e) {
                if (door != null) {
                    door.close();
                }
                throw new StoredVerification.KeysGone(String.valueOf(e.getMessage()), e);
            }
        };
    }

    private KeyFiles read() throws IOException {
        var read = new KeyFiles();
        for (var place : new Path[] {folder, folder.resolve(FetchedKeys.FOLDER)}) {
            if (Files.isDirectory(place)) {
                read.add(place);
            }
        }
        return read;
    }

    @Override
    public boolean none() {
        return door == null && files.isEmpty();
    }

    @Override
    public Optional<TrailKey> find(String region, String fingerprint, Instant from, Instant to) throws IOException {
        var found = files.find(region, fingerprint, from, to);
        if (found.isEmpty() && door != null && asked.add(region + " " + fingerprint)) {
            try {
                new FetchedKeys(door, folder).fetch(region, from, to);
            } catch (AwsTrouble trouble) {
                throw new StoredVerification.KeysGone(trouble.sentence(), trouble);
            }
            files = read();
            return files.find(region, fingerprint, from, to);
        }
        return found;
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}
