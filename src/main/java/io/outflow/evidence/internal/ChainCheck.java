package io.outflow.evidence.internal;

import io.outflow.evidence.Bag;
import io.outflow.history.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks the extract of the change log: numbers without a gap, each line with the SHA-256 of the one before, and each entry with
 * its own hash and that of its predecessor, as the change log itself keeps them.
 */
public final class ChainCheck {

    private static final Pattern HEAD = Pattern.compile(
            "\\{\"count\":(\\d{1,18}),\"first_seq\":(\\d{1,18}),\"last_seq\":"
                    + "(\\d{1,18}),\"previous_hash\":\"([0-9a-f]{64})\",\"head\":\"([0-9a-f]{64})\",\"log_head\":\"([0-9a-f]{64})\"}\n");
    private static final int LONGEST_HEAD = 1_000;

    private ChainCheck() {}

    public static List<String> findings(Bag bag) throws IOException {
        var bytes = bag.small(BagNames.CHAIN_HEAD, LONGEST_HEAD).orElse(new byte[0]);
        var head = HEAD.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!head.matches() || !bag.has(BagNames.CHAIN)) {
            return List.of(
                    "The extract of the change log, or the head it must end with, is missing or cannot be read.");
        }
        var seq = Long.parseLong(head.group(2));
        var last = head.group(4);
        var logged = last;
        var count = 0L;
        try (var lines = new BufferedReader(new InputStreamReader(bag.open(BagNames.CHAIN), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("{\"seq\":%d,\"prev\":\"%s\",".formatted(seq, last))) {
                    return List.of("The change log is broken at entry %d: a line was changed, removed or put in."
                            .formatted(seq));
                }
                var entry = entry(line, seq);
                if (entry == null || !entry.prevHash().equals(logged) || !entry.holds()) {
                    return List.of("Entry %d is not what the change log holds.".formatted(seq));
                }
                logged = entry.hash();
                last = Hashes.of(line + "\n");
                seq++;
                count++;
            }
        } catch (IOException e) {
            return List.of("The extract of the change log cannot be read to its end.");
        }
        return Long.parseLong(head.group(1)) == count
                        && Long.parseLong(head.group(3)) == seq - 1
                        && head.group(5).equals(last)
                        && head.group(6).equals(logged)
                ? List.of()
                : List.of("The change log does not end with the head that was signed: its end was cut or put in.");
    }

    private static @Nullable Entry entry(String line, long seq) {
        try {
            var json = JsonMapper.shared().readTree(line);
            return new Entry(
                    seq,
                    Instant.parse(text(json, "at")),
                    text(json, "actor"),
                    text(json, "action"),
                    text(json, "object"),
                    text(json, "text"),
                    text(json, "log_prev_hash"),
                    text(json, "log_hash"));
        } catch (JacksonException | java.time.DateTimeException e) {
            return null;
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
