package io.outflow.trail;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Public keys from files in the form that {@code aws cloudtrail list-public-keys} prints: {@code PublicKeyList} with
 * {@code Value}, {@code ValidityStartTime}, {@code ValidityEndTime} and {@code Fingerprint}. A file that is named by a Region
 * ({@code eu-central-1.json}) holds the keys of this Region. Read once.
 */
public final class KeyFiles implements PublicKeys {
    /** Name of the folder of keys that is expected beside downloaded logs. */
    public static final String FOLDER = "public-keys";

    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern OF_REGION = Pattern.compile("([a-z]{2,}(?:-[a-z0-9]+)+-\\d+)\\.json");

    private final Map<String, List<TrailKey>> keys = new HashMap<>();

    /**
     * Reads a file, or each {@code .json} file of a folder.
     *
     * @throws IOException where one of them cannot be read or holds no keys; its message is a sentence
     */
    public KeyFiles add(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    add(file);
                }
            }
            return this;
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("There is no file of public keys at " + path + ".");
        }
        read(path);
        return this;
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    @Override
    public Optional<TrailKey> find(String region, String fingerprint, Instant from, Instant to) {
        return keys.getOrDefault(fingerprint, List.of()).stream()
                .filter(key -> key.fits(region, from, to))
                .findFirst();
    }

    private void read(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw noKeys(path);
        }
        byte[] bytes = Files.readAllBytes(path);
        try {
            if (!(new JsonParser(10).parse(bytes, 0, bytes.length) instanceof Json.Obj file)
                    || !file.has("PublicKeyList")) {
                throw noKeys(path);
            }
            for (Json element : file.elements("PublicKeyList")) {
                if (!(element instanceof Json.Obj key)) {
                    throw noKeys(path);
                }
                TrailKey read = key(key, regionOf(path));
                if (read == null) {
                    throw noKeys(path);
                }
                keys.computeIfAbsent(read.fingerprint(), _ -> new ArrayList<>()).add(read);
            }
        } catch (JsonFault e) {
            throw noKeys(path);
        }
    }

    private static @Nullable String regionOf(Path path) {
        var name = OF_REGION.matcher(String.valueOf(path.getFileName()));
        return name.matches() ? name.group(1) : null;
    }

    private static @Nullable TrailKey key(Json.Obj key, @Nullable String region) {
        String fingerprint = key.text("Fingerprint");
        String value = key.text("Value");
        Instant from = time(key.text("ValidityStartTime"));
        Instant to = time(key.text("ValidityEndTime"));
        if (fingerprint == null || value == null || from == null || to == null) {
            return null;
        }
        try {
            return new TrailKey(region, fingerprint, Base64.getDecoder().decode(value), from, to);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As the command prints it: with an offset, or, in its first version, as seconds since 1970. */
    private static @Nullable Instant time(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return Instant.ofEpochSecond(new BigDecimal(written).longValue());
        } catch (NumberFormatException e) {
            return Times.read(written);
        }
    }

    private static IOException noKeys(Path path) {
        return new IOException("The file " + path
                + " holds no public keys. Save the output of: aws cloudtrail list-public-keys --region REGION"
                + " --start-time FROM --end-time TO --output json");
    }
}
