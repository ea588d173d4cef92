package io.outflow.history.internal;

import io.outflow.history.FieldChange;
import io.outflow.history.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry of the change log says of a revision: its number and SHA-256, when it holds, why, and each field before and
 * after. Texts from people stand in quotes as in JSON, so that no text can pass for a line. What does not fit is counted;
 * the SHA-256 still covers it.
 */
public final class RevisionText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_REASON = 1_000;
    private static final int ROOM_FOR_THE_REST = 100;
    private static final String NONE = "none";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final Pattern FIRST = Pattern.compile("Revision (\\d{1,18}), SHA-256 ([0-9a-f]{64})");
    private static final Pattern REASON = Pattern.compile("Reason: (" + QUOTED + ")");
    private static final Pattern CHANGE =
            Pattern.compile("([^\\s\"]+|" + QUOTED + "): (" + QUOTED + "|none) -> (" + QUOTED + "|none)");

    private RevisionText() {}

    /** The text for a revision. */
    public static String of(Revision revision, List<FieldChange> changes) {
        var text = new StringBuilder("Revision %d, SHA-256 %s\nHolds from %s%s\n"
                .formatted(
                        revision.seq(),
                        revision.sha256(),
                        revision.validFrom(),
                        revision.validTo() == null ? " on" : " until " + revision.validTo()));
        if (!revision.reason().isEmpty()) {
            text.append("Reason: ")
                    .append(quoted(shortened(revision.reason(), LONGEST_REASON)))
                    .append('\n');
        }
        var left = changes.size();
        for (var change : changes) {
            var line = "%s: %s -> %s\n".formatted(name(change.field()), value(change.before()), value(change.after()));
            if (text.length() + line.length() > LogRows.LONGEST_TEXT - ROOM_FOR_THE_REST) {
                break;
            }
            text.append(line);
            left--;
        }
        if (left > 0) {
            text.append("and %d more fields, which the revision holds\n".formatted(left));
        }
        return text.toString().strip();
    }

    /** The number and SHA-256 that a text names. */
    public static Optional<Named> named(String text) {
        return text.lines()
                .findFirst()
                .map(FIRST::matcher)
                .filter(Matcher::matches)
                .map(found -> new Named(Long.parseLong(found.group(1)), found.group(2)));
    }

    /** The reason that a text gives. */
    public static Optional<String> reason(String text) {
        return text.lines()
                .skip(2)
                .findFirst()
                .map(REASON::matcher)
                .filter(Matcher::matches)
                .map(found -> unquoted(found.group(1)));
    }

    /** The fields that a text tells of. */
    public static List<FieldChange> changes(String text) {
        var changes = new ArrayList<FieldChange>();
        text.lines().skip(2).map(CHANGE::matcher).filter(Matcher::matches).forEach(found -> {
            var field = found.group(1);
            changes.add(new FieldChange(
                    field.startsWith("\"") ? unquoted(field) : field, read(found.group(2)), read(found.group(3))));
        });
        return List.copyOf(changes);
    }

    private static String name(String field) {
        return field.matches("[\\w/~.-]+") ? field : quoted(shortened(field, LONGEST_VALUE));
    }

    private static String value(@Nullable String value) {
        return value == null ? NONE : quoted(shortened(value, LONGEST_VALUE));
    }

    private static @Nullable String read(String value) {
        return value.equals(NONE) ? null : unquoted(value);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : LogRows.cut(text, longest - 1) + "…";
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String unquoted(String quoted) {
        return JSON.readValue(quoted, String.class);
    }

    /** What a text names. */
    public record Named(long seq, String sha256) {}
}
