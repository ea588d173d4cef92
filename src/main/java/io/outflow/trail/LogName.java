package io.outflow.trail;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a log file says.
 *
 * @param delivered about when it was delivered, to the minute
 */
public record LogName(String account, String region, Instant delivered) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{12})_CloudTrail_([a-z]{2,}(?:-[a-z0-9]+)+)_(\\d{8}T\\d{4}Z)_.+\\.json\\.gz");

    /** Whether the last part of a name may be one. */
    public static boolean isLog(String fileName) {
        return fileName.contains("_CloudTrail_") && fileName.endsWith(".json.gz");
    }

    /** @return null where the name is not of this form */
    public static @Nullable LogName of(String fileName) {
        Matcher parts = FORM.matcher(fileName);
        Instant delivered = parts.matches() ? Times.read(parts.group(3)) : null;
        return delivered == null ? null : new LogName(parts.group(1), parts.group(2), delivered);
    }
}
