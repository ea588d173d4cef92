package io.outflow.access.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords, and takes as long for a name that nobody has as for one that somebody has. */
@Component
public class PasswordHashing {

    private static final int STRENGTH = 12;

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final String nobody = Objects.requireNonNull(encoder.encode("nobody has this password"));

    public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean matches(String password, @Nullable String hash) {
        var readable = PasswordRules.bytes(password) <= PasswordRules.MOST_BYTES;
        var same = encoder.matches(readable ? password : "too long", hash == null ? nobody : hash);
        return same && readable && hash != null;
    }
}
