package io.outflow.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0 %",
        "10, 10, 100 %",
        "6, 1000, 0.6 %",
        "96, 100, 96 %",
        "1, 100000, under 0.1 %",
        "99999, 100000, over 99 %",
        "0, 0, –"
    })
    void shareIsNeverRoundedToNoneOrAll(long part, long whole, String expected) {
        assertThat(Formats.percent(part, whole).replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @Property
    void somethingIsNeverNoneAndSomeIsNeverAll(
            @ForAll @LongRange(min = 1, max = 1_000_000) long part,
            @ForAll @LongRange(min = 1, max = 1_000_000) long rest) {
        assertThat(Formats.percent(part, part + rest))
                .doesNotStartWith("0\u00a0")
                .doesNotStartWith("100");
        assertThat(Formats.percentExact(part, part + rest))
                .doesNotStartWith("0.0")
                .doesNotStartWith("100");
    }

    @Test
    void timesAreAbsoluteAndInUtc() {
        assertThat(Formats.minute(Instant.parse("2026-11-21T23:59:59Z"))).isEqualTo("21 Nov 2026, 23:59 UTC");
        assertThat(Formats.period(LocalDate.of(2026, 8, 24), LocalDate.of(2026, 11, 21)))
                .isEqualTo("24 Aug–21 Nov 2026");
        assertThat(Formats.period(LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 2)))
                .isEqualTo("24 Dec 2025–2 Jan 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.2S, under 1 s",
        "PT59S, 59 s",
        "PT3M20S, 3 min 20 s",
        "PT2H, 2 h",
        "PT321H30M, 13 d 9.5 h",
        "PT47H59M, 2 d"
    })
    void durationsReadAsPeopleSayThem(Duration duration, String expected) {
        assertThat(Formats.duration(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 byte", "999, 999 bytes", "1000, 1.00 kB", "999999, 1.00 MB", "1310000000, 1.31 GB"})
    void sizesStepByAThousand(long bytes, String expected) {
        assertThat(Formats.bytes(bytes).replace('\u00a0', ' ')).isEqualTo(expected);
    }
}
