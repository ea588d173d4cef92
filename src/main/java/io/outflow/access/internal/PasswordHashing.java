package io.outflow.access.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hashes passwords, and takes as long for a name that nobody has as for one that somebody has. */
@Component
public class PasswordHashing {

    private static final int STRENGTH = 12;

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);

    /** The hash that a password for an unknown name is compared with. A slow hash: not made where nobody can sign in. */
    private final Supplier<String> nobody = SingletonSupplier.of(() -> hash("nobody has this password"));

    public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean matches(String password, @Nullable String hash) {
        // Taken whether the name is known or not, so that the first try takes no longer for one than for the other.
        var compared = nobody.get();
        var readable = PasswordRules.bytes(password) <= PasswordRules.MOST_BYTES;
        var same = encoder.matches(readable ? password : "too long", hash == null ? compared : hash);
        return same && readable && hash != null;
    }
}
