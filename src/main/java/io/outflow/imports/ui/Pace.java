package io.outflow.imports.ui;

import io.outflow.imports.ImportRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * How fast a run goes now, from what was seen of it in the last seconds. The average since the start would be wrong for a
 * run that was resumed.
 */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration ENOUGH = Duration.ofMillis(400);

    private record Sample(Instant at, long records, long bytes) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    void seen(ImportRun run, Instant now) {
        samples.addLast(new Sample(now, run.totals().read(), run.bytesRead()));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /** Records a second; empty until two moments were seen. */
    Optional<Long> recordsPerSecond() {
        return elapsed()
                .map(d -> (samples.getLast().records() - samples.getFirst().records()) * 1000 / d.toMillis());
    }

    /** Time to the end at this pace; empty while nothing moves. */
    Optional<Duration> left(ImportRun run) {
        return elapsed().flatMap(d -> {
            var bytes = samples.getLast().bytes() - samples.getFirst().bytes();
            return bytes <= 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(d.toMillis() * (run.bytes() - run.bytesRead()) / bytes));
        });
    }

    private Optional<Duration> elapsed() {
        if (samples.size() < 2) {
            return Optional.empty();
        }
        var elapsed =
                Duration.between(samples.getFirst().at(), samples.getLast().at());
        return elapsed.compareTo(ENOUGH) < 0 ? Optional.empty() : Optional.of(elapsed);
    }
}
