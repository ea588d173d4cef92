package io.outflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.aws.AwsAccess;
import io.outflow.imports.SourceSettings.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSettingsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:12:00Z");

    private static SourceSettings settings(String region, String bucket, List<String> regions, AwsAccess access) {
        return new SourceSettings(
                "Example",
                bucket.isEmpty() ? SourceKind.LOOKUP_EVENTS : SourceKind.TRAIL_BUCKET,
                region,
                bucket,
                "",
                "",
                List.of(),
                regions,
                access,
                null,
                15,
                24);
    }

    @Test
    void settingsThatCanBeUsedHaveNoProblem() {
        assertThat(settings("eu-central-1", "example-logs", List.of(), new AwsAccess.DefaultChain())
                        .problems())
                .isEmpty();
        assertThat(settings("us-gov-west-1", "", List.of("us-gov-east-1"), new AwsAccess.Profile("audit"))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Frankfurt, example-logs, homeRegion",
        "eu-central-1, s3://example-logs, bucket",
        "eu-central-1, a..b, bucket",
        "eu-central-1, Example, bucket"
    })
    void whatIsWrongIsSaidOfItsField(String region, String bucket, String field) {
        assertThat(settings(region, bucket, List.of(), new AwsAccess.DefaultChain())
                        .problems())
                .extracting(Problem::field)
                .contains(field);
    }

    @Test
    void regionsBelongToOnePartition() {
        assertThat(settings("eu-central-1", "example-logs", List.of("cn-north-1"), new AwsAccess.DefaultChain())
                        .problems())
                .extracting(Problem::field)
                .containsExactly("regions");
        assertThat(settings("cn-north-1", "", List.of("cn-north-1"), new AwsAccess.DefaultChain())
                        .partition())
                .isEqualTo("aws-cn");
        assertThat(settings("us-gov-west-1", "x-y", List.of(), new AwsAccess.DefaultChain())
                        .partition())
                .isEqualTo("aws-us-gov");
    }

    @Test
    void eventHistoryNeedsItsRegionsNamed() {
        assertThat(settings("eu-central-1", "", List.of(), new AwsAccess.DefaultChain())
                        .problems())
                .extracting(Problem::field)
                .containsExactly("regions");
    }

    @Test
    void aRoleIsGivenByItsArn() {
        assertThat(settings("eu-central-1", "example-logs", List.of(), new AwsAccess.Role("Outflow", "x y"))
                        .problems())
                .extracting(Problem::field)
                .containsExactly("role", "externalId");
    }

    @Test
    void aSourceIsSilentWhenNothingNewCameForLongerThanExpected() {
        assertThat(source(NOW.minus(Duration.ofHours(24)), NOW, false).silent()).isFalse();
        assertThat(source(NOW.minus(Duration.ofHours(25)), NOW, false).silent()).isTrue();
        assertThat(source(null, NOW, false).silent()).isTrue();
        assertThat(source(null, null, false).silent()).isFalse();
        assertThat(source(NOW.minus(Duration.ofHours(25)), NOW, true).silent()).isFalse();
    }

    @Test
    void theLagIsTheAgeOfTheNewestLogAtTheLastLook() {
        assertThat(source(NOW.minus(Duration.ofMinutes(9)), NOW, false).lag()).hasValue(Duration.ofMinutes(9));
        assertThat(source(NOW.plusSeconds(5), NOW, false).lag()).hasValue(Duration.ZERO);
        assertThat(source(null, NOW, false).lag()).isEmpty();
    }

    private static LogSource source(Instant newest, Instant looked, boolean paused) {
        return new LogSource(
                1,
                1,
                settings("eu-central-1", "example-logs", List.of(), new AwsAccess.DefaultChain()),
                paused,
                NOW,
                looked,
                newest,
                null);
    }
}
