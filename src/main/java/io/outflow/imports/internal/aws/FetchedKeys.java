package io.outflow.imports.internal.aws;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.PublicKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public keys that AWS gives by ListPublicKeys, kept in a file for each Region in the form that the AWS command line prints, so
 * that they are asked for once and serve downloaded files as well.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html">AWS: ListPublicKeys</a>
 */
public final class FetchedKeys {
    /** Folder, inside that of all keys. */
    public static final String FOLDER = "fetched";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = "PublicKeyList";
    private static final String FINGERPRINT = "Fingerprint";

    private final AwsDoor door;
    private final Path folder;

    /** @param folder of all keys */
    public FetchedKeys(AwsDoor door, Path folder) {
        this.door = door;
        this.folder = folder.resolve(FOLDER);
    }

    /** Asks for the keys of a Region that were in use in a period, and keeps them beside those that were asked for before. */
    public void fetch(String region, Instant from, Instant to) throws AwsTrouble, IOException {
        var keys = new LinkedHashMap<String, Map<String, String>>();
        var file = folder.resolve(region + ".json");
        kept(file).forEach(key -> keys.put(key.path(FINGERPRINT).asString(), texts(key)));
        for (var key : ask(region, from, to)) {
            keys.put(
                    key.fingerprint(),
                    Map.of(
                            "Value",
                            Base64.getEncoder().encodeToString(key.value().asByteArray()),
                            "ValidityStartTime",
                            key.validityStartTime().toString(),
                            "ValidityEndTime",
                            key.validityEndTime().toString(),
                            FINGERPRINT,
                            key.fingerprint()));
        }
        Files.createDirectories(folder);
        // Beside its place first: a reader finds all of the file or none.
        var written = Files.createTempFile(folder, region, ".part");
        Files.write(written, JSON.writeValueAsBytes(Map.of(LIST, keys.values())));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<PublicKey> ask(String region, Instant from, Instant to) throws AwsTrouble {
        var keys = new ArrayList<PublicKey>();
        @Nullable String token = null;
        do {
            var next = token;
            var answer = door.ask(
                    () -> door.cloudTrail(region)
                            .listPublicKeys(request -> request.startTime(from.truncatedTo(ChronoUnit.SECONDS))
                                    .endTime(to.truncatedTo(ChronoUnit.SECONDS))
                                    .nextToken(next)),
                    "list the public keys that sign digests",
                    "cloudtrail:ListPublicKeys",
                    false);
            keys.addAll(answer.publicKeyList());
            token = answer.nextToken();
        } while (token != null);
        return keys;
    }

    /** What was fetched before; nothing where the file is damaged, for it can be had again. */
    private static List<JsonNode> kept(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file))
                    .path(LIST)
                    .valueStream()
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static Map<String, String> texts(JsonNode key) {
        var texts = new LinkedHashMap<String, String>();
        key.propertyStream()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }
}
