package io.outflow.usage.ui;

import io.outflow.usage.Usage.CallId;
import io.outflow.usage.UsageAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a call as one step of a path: event ids may hold anything, a slash as well. */
final class CallAddress {
    private static final Pattern PARTS = Pattern.compile("(-?\\d{1,19})\n([^\n]*)\n(.+)", Pattern.DOTALL);

    private CallAddress() {}

    static String write(CallId id) {
        return UsageAddress.encoded(id);
    }

    /** Empty for what is not the address of a call. */
    static Optional<CallId> read(String address) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(address), StandardCharsets.UTF_8);
            var parts = PARTS.matcher(text);
            return parts.matches()
                    ? Optional.of(new CallId(
                            Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                            parts.group(2),
                            parts.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException notAnAddress) {
            return Optional.empty();
        }
    }
}
