package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.outflow.usage.Usage.CallId;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class CallAddressTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadBackAndNeedsNoEscaping(
            @ForAll @LongRange(min = -60_000_000_000L, max = 300_000_000_000L) long seconds,
            @ForAll @LongRange(min = 0, max = 999_999) long micros,
            @ForAll @NumericChars @StringLength(max = 12) String account,
            @ForAll("eventIds") String eventId) {
        var id = new CallId(Instant.ofEpochSecond(seconds, micros * 1_000), account, eventId);

        var address = CallAddress.write(id);

        assertThat(address).matches("[A-Za-z0-9_-]+");
        assertThat(CallAddress.read(address)).contains(id);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefusedWithoutFailing(@ForAll String text) {
        assertThatCode(() -> CallAddress.read(text)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> eventIds() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', 'ä', '#', '/')
                .ofMinLength(1)
                .ofMaxLength(128);
    }
}
