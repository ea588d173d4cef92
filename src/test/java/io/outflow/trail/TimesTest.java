package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T08:15:30Z, 2026-05-04T08:15:30Z",
        "2026-05-04T08:15:30.1234567Z, 2026-05-04T08:15:30.123456Z",
        "2026-05-04T08:15:30.123456789Z, 2026-05-04T08:15:30.123456Z",
        "2026-05-04T08:15:30.0000000Z, 2026-05-04T08:15:30Z",
        "2026-05-04 08:15:30.000000000, 2026-05-04T08:15:30Z",
        "2026-05-04 08:15:30, 2026-05-04T08:15:30Z",
        "2026-05-04 08:15:30 UTC, 2026-05-04T08:15:30Z",
        "2026-05-04 08:15:30.5 +0000, 2026-05-04T08:15:30.5Z",
        "2026-05-04T08:15:30+02:00, 2026-05-04T06:15:30Z",
        "2026-05-04T08:15:30-0530, 2026-05-04T13:45:30Z",
        "2026-05-04T08:15:30+02, 2026-05-04T06:15:30Z",
        "2026-05-04T08:15Z, 2026-05-04T08:15:00Z",
        "20131102T010628Z, 2013-11-02T01:06:28Z",
        "1777882530, 2026-05-04T08:15:30Z",
        "1777882530.25, 2026-05-04T08:15:30.25Z",
        "1777882530250, 2026-05-04T08:15:30.25Z",
        "1.77788253E9, 2026-05-04T08:15:30Z",
        "2006-01-01T00:00:00Z, 2006-01-01T00:00:00Z",
        "2100-12-31T23:59:59.999999999Z, 2100-12-31T23:59:59.999999Z",
        "'  2026-05-04T08:15:30Z  ', 2026-05-04T08:15:30Z"
    })
    void readsEveryFormThatLogsUse(String written, Instant expected) {
        assertThat(Times.read(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[REDACTED]",
                "yesterday",
                "2026-05-04",
                "2026-13-04T08:15:30Z",
                "2026-02-30T08:15:30Z",
                "2026-05-04T24:00:00Z",
                "2026-06-30T23:59:60Z",
                "2005-12-31T23:59:59Z",
                "2101-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-05-04T08:15:30ZZ",
                "2026-05-04T08:15:30+25:00",
                "2026-05-04T08:15:30.Z",
                "2026-05-04T08:15:30 PST",
                "-1",
                "0",
                "1e308",
                "17778825301234567890",
                "NaN",
                "1.2.3",
                "2026-05-04T08:15:30+0",
                "２０２６-05-04T08:15:30Z"
            })
    void saysOfOtherTextsThatTheyAreNoTime(String written) {
        assertThat(Times.read(written)).isNull();
    }
}
