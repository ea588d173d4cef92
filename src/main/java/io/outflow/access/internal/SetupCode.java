package io.outflow.access.internal;

import io.outflow.access.ChangeRefused;
import io.outflow.access.ChangeRefused.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The code on the console that proves that whoever sets Outflow up can read its output. Lives as long as the process. */
@Component
public class SetupCode {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final Throttle throttle;
    private @Nullable String code;

    SetupCode(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Draws the code; called once at start. */
    synchronized String draw() {
        var random = new SecureRandom();
        var drawn = new StringBuilder();
        for (var i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                drawn.append('-');
            }
            drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        code = drawn.toString();
        return code;
    }

    public synchronized void check(String given, String address) {
        var attempt = throttle.begin("set-up", address);
        if (code == null || !MessageDigest.isEqual(bytes(code), bytes(given))) {
            throw new ChangeRefused(
                    Field.CODE, "This is not the code. It stands on the console where Outflow was started.");
        }
        attempt.succeeded();
    }

    public synchronized void used() {
        code = null;
    }

    private static byte[] bytes(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").getBytes(StandardCharsets.UTF_8);
    }
}
