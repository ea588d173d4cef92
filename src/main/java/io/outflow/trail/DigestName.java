package io.outflow.trail;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a digest file says. Account, Region and trail are those of the file; a member account of an organisation
 * trail has digests of its own.
 *
 * @param end the time that the digest covers ends here
 */
public record DigestName(Chain chain, Instant end) {
    private static final Pattern FORM = Pattern.compile("(\\d{12})_CloudTrail-Digest_([a-z]{2,}(?:-[a-z0-9]+)+)_(.+)_"
            + "([a-z]{2,}(?:-[a-z0-9]+)+)_(\\d{8}T\\d{6}Z)(_backfill)?\\.json\\.gz");

    /** Whether the last part of a name may be one. */
    public static boolean isDigest(String fileName) {
        return fileName.contains("_CloudTrail-Digest_") && fileName.endsWith(".json.gz");
    }

    /** @return null where the name is not of this form */
    public static @Nullable DigestName of(String fileName) {
        Matcher parts = FORM.matcher(fileName);
        Instant end = parts.matches() ? Times.read(parts.group(5)) : null;
        return end == null
                ? null
                : new DigestName(
                        new Chain(
                                parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(6) != null),
                        end);
    }
}
