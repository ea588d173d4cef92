package io.outflow.access.internal;

import io.outflow.access.ChangeRefused;
import io.outflow.access.ChangeRefused.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a new password must be. */
@Component
public class PasswordRules {

    static final int SHORTEST = 12;
    /** bcrypt reads no further; a longer one is refused rather than cut in silence. */
    static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;

    private final Set<String> common;

    PasswordRules() {
        try {
            var list = new ClassPathResource("common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            common = list.lines().map(PasswordRules::core).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords is missing", e);
        }
    }

    /** Refuses a password that is easy to guess, or too long to be kept whole. */
    public void check(String name, String password) {
        if (bytes(password) > MOST_BYTES) {
            throw refused("Use at most %d bytes, which are %d plain letters.".formatted(MOST_BYTES, MOST_BYTES));
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw refused(
                    "Use at least %d characters; three or four unrelated words are easy to keep.".formatted(SHORTEST));
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw refused("Use at least %d different characters.".formatted(FEWEST_DIFFERENT));
        }
        var core = core(password);
        if (core.equals(core(name))) {
            throw refused("Use a password that is not made of the name.");
        }
        if (common.contains(core)) {
            throw refused("This password is on the list of those that are tried first. Use another.");
        }
    }

    static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Letters and digits without what people put around a common password to get past a rule. */
    private static String core(String password) {
        return password.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .replaceAll("\\d{1,4}$", "");
    }

    private static ChangeRefused refused(String sentence) {
        return new ChangeRefused(Field.PASSWORD, sentence);
    }
}
