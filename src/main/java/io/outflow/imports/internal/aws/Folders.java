package io.outflow.imports.internal.aws;

import io.outflow.aws.AwsTrouble;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where AWS puts log files in a bucket: {@code [prefix/]AWSLogs/[o-id/]account/CloudTrail/region/yyyy/mm/dd/} and
 * {@code [prefix/]AWSLogs/account/BedrockModelInvocationLogs/region/yyyy/mm/dd/hh/}; digests in {@code CloudTrail-Digest}
 * beside {@code CloudTrail}. Other folders, such as Insights, are not entered.
 */
public final class Folders {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}/");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]+/");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final int DAY_LENGTH = "2026/11/26".length();

    private Folders() {}

    /** The prefix that all logs of a source are below. */
    public static String root(SourceSettings settings) {
        return settings.keyPrefix() + "AWSLogs/"
                + (settings.organization().isEmpty() ? "" : settings.organization() + "/");
    }

    /** A folder for each account and Region of the source that is there. */
    public static List<String> of(SourceSettings settings, Bucket bucket) throws AwsTrouble {
        return of(
                settings,
                bucket,
                settings.kind() == SourceKind.TRAIL_BUCKET ? "CloudTrail/" : "BedrockModelInvocationLogs/");
    }

    /** A folder of digests for each account and Region of a trail; empty for logs that have none. */
    public static List<String> ofDigests(SourceSettings settings, Bucket bucket) throws AwsTrouble {
        return settings.kind() == SourceKind.TRAIL_BUCKET ? of(settings, bucket, "CloudTrail-Digest/") : List.of();
    }

    private static List<String> of(SourceSettings settings, Bucket bucket, String service) throws AwsTrouble {
        var places = new ArrayList<String>();
        for (var account : accounts(settings, bucket)) {
            if (settings.regions().isEmpty()) {
                places.addAll(bucket.folders(account + service));
            } else {
                settings.regions().forEach(region -> places.add(account + service + region + "/"));
            }
        }
        return places;
    }

    private static List<String> accounts(SourceSettings settings, Bucket bucket) throws AwsTrouble {
        var root = root(settings);
        if (!settings.accounts().isEmpty() && !settings.organization().isEmpty()) {
            return settings.accounts().stream().map(a -> root + a + "/").toList();
        }
        var found = new ArrayList<String>();
        for (var folder : bucket.folders(root)) {
            var name = folder.substring(root.length());
            if (ACCOUNT.matcher(name).matches()) {
                found.add(folder);
            } else if (ORGANIZATION.matcher(name).matches()) {
                bucket.folders(folder).stream()
                        .filter(below -> ACCOUNT.matcher(below.substring(folder.length()))
                                .matches())
                        .forEach(found::add);
            }
        }
        return settings.accounts().isEmpty()
                ? found
                : found.stream()
                        .filter(folder -> settings.accounts().stream().anyMatch(a -> folder.endsWith("/" + a + "/")))
                        .toList();
    }

    /** Whether an object is a log file, and not a marker, a stored prompt or a folder of the console. */
    public static boolean isLog(SourceKind kind, Bucket.Item item) {
        var key = item.key();
        if (item.size() == 0 || key.endsWith("/")) {
            return false;
        }
        return kind == SourceKind.TRAIL_BUCKET
                ? key.endsWith(".json.gz") || key.endsWith(".json")
                : !key.contains("/data/") && !key.contains("permission-check");
    }

    /** The UTC day in a key, behind its place; empty where there is none. */
    public static Optional<LocalDate> day(String place, String key) {
        if (key.length() < place.length() + DAY_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(key.substring(place.length(), place.length() + DAY_LENGTH), DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The key behind which a listing finds this day and all later ones. */
    public static String before(String place, LocalDate day) {
        return place + DAY.format(day);
    }
}
