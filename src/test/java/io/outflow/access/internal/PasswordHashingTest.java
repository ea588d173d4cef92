package io.outflow.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void onlyTheRightPasswordMatchesItsHash() {
        var hash = hashing.hash("violet anchor sleeps");

        assertThat(hashing.matches("violet anchor sleeps", hash)).isTrue();
        assertThat(hashing.matches("violet anchor sleep", hash)).isFalse();
        assertThat(hashing.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void anUnknownNameTakesASlowHashTooEvenAtTheFirstTry() {
        var slow = time(() -> hashing.hash("violet anchor sleeps"));

        // The first try makes the hash to compare with and compares; each is a slow one.
        assertThat(time(() -> hashing.matches("violet anchor sleeps", null))).isGreaterThan(slow.dividedBy(4));
        assertThat(time(() -> hashing.matches("violet anchor sleeps", null))).isGreaterThan(slow.dividedBy(4));
    }

    private static Duration time(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
