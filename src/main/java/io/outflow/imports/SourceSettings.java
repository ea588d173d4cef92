package io.outflow.imports;

import io.outflow.aws.AwsAccess;
import io.outflow.aws.AwsConfig;
import io.outflow.aws.AwsDoor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a source.
 *
 * @param homeRegion Region of the bucket, and where credentials are asked for; it also tells the partition
 * @param bucket empty for {@link SourceKind#LOOKUP_EVENTS}
 * @param prefix what stands before {@code AWSLogs/} in the bucket; empty for none
 * @param organization id of the organisation ({@code o-...}) whose trail it is; empty for all folders that are there
 * @param accounts twelve digits each; empty for all that are there
 * @param regions empty for all that are there; needed for {@link SourceKind#LOOKUP_EVENTS}
 * @param firstDay logs before this UTC day are left where they are; null for all
 * @param everyMinutes how often to look, 5 to 1,440
 * @param silentAfterHours how long nothing new may come before Outflow warns, 1 to 720
 */
public record SourceSettings(
        String name,
        SourceKind kind,
        String homeRegion,
        String bucket,
        String prefix,
        String organization,
        List<String> accounts,
        List<String> regions,
        AwsAccess access,
        @Nullable LocalDate firstDay,
        int everyMinutes,
        int silentAfterHours) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+){1,2}-\\d{1,2}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern ROLE = Pattern.compile("arn:aws(-us-gov|-cn)?:iam::\\d{12}:role/[\\w+=,.@/-]{1,128}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

    public SourceSettings {
        accounts = List.copyOf(accounts);
        regions = List.copyOf(regions);
    }

    /** What is wrong with one field, for the person who typed it. */
    public record Problem(String field, String sentence) {}

    /** A new way to AWS with the credentials of this source; close it when done. */
    public AwsDoor door(AwsConfig config) {
        return new AwsDoor(access, homeRegion, config);
    }

    /** The AWS partition, as ARNs name it: {@code aws}, {@code aws-us-gov} or {@code aws-cn}. */
    public String partition() {
        return partition(homeRegion);
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The prefix as keys have it: empty, or ending with a slash. */
    public String keyPrefix() {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** All that must be put right before the settings can be used. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem("name", "Give a name of 1 to 100 characters."));
        }
        if (!REGION.matcher(homeRegion).matches()) {
            problems.add(new Problem("homeRegion", "Give a Region, such as eu-central-1."));
        }
        if (kind.isBucket()) {
            checkBucket(problems);
        } else if (regions.isEmpty()) {
            problems.add(new Problem(
                    "regions", "Name the Regions: event history is kept in each, and no answer tells of the others."));
        }
        checkPlaces(problems);
        checkAccess(problems);
        if (everyMinutes < 5 || everyMinutes > 1_440) {
            problems.add(new Problem("everyMinutes", "Give 5 to 1,440 minutes."));
        }
        if (silentAfterHours < 1 || silentAfterHours > 720) {
            problems.add(new Problem("silentAfterHours", "Give 1 to 720 hours."));
        }
        return problems;
    }

    private void checkBucket(List<Problem> problems) {
        if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
            problems.add(new Problem("bucket", "Give the name of the bucket, without s3:// and without folders."));
        }
        if (prefix.startsWith("/") || prefix.length() > 500 || prefix.contains("AWSLogs")) {
            problems.add(
                    new Problem("prefix", "Give what stands before AWSLogs in the bucket, without a leading slash."));
        }
        if (!organization.isEmpty() && !ORGANIZATION.matcher(organization).matches()) {
            problems.add(new Problem("organization", "An organisation's id looks like o-abcde12345."));
        }
    }

    private void checkPlaces(List<Problem> problems) {
        if (!accounts.stream().allMatch(account -> ACCOUNT.matcher(account).matches())
                || String.join(" ", accounts).length() > 4_000) {
            problems.add(new Problem("accounts", "An account has twelve digits; give at most 300, or none for all."));
        }
        if (!regions.stream()
                        .allMatch(region -> REGION.matcher(region).matches()
                                && partition(region).equals(partition()))
                || String.join(" ", regions).length() > 1_000) {
            problems.add(new Problem("regions", "Give Regions of the same partition, such as eu-central-1."));
        }
    }

    private void checkAccess(List<Problem> problems) {
        switch (access) {
            case AwsAccess.DefaultChain chain -> {}
            case AwsAccess.Profile(String profile) -> {
                if (profile.isBlank() || profile.length() > 100) {
                    problems.add(new Problem("profile", "Name a profile of the AWS configuration on the server."));
                }
            }
            case AwsAccess.Role(String arn, String externalId) -> {
                if (!ROLE.matcher(arn).matches()) {
                    problems.add(new Problem("role", "Give the role's ARN: arn:aws:iam::111122223333:role/Outflow."));
                }
                if (!externalId.isEmpty() && !EXTERNAL_ID.matcher(externalId).matches()) {
                    problems.add(
                            new Problem("externalId", "An external id has 2 to 1,224 letters, digits or +=,.@:/-_."));
                }
            }
        }
    }
}
