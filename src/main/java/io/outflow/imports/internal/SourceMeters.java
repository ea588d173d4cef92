package io.outflow.imports.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.outflow.imports.LogSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far behind each source is, for those who watch Outflow by machine. What is unknown has no value (NaN): so it is on
 * a server that was not told for some minutes, because another one of the same database was.
 */
final class SourceMeters implements MeterBinder {
    private static final Duration STALE = Duration.ofMinutes(3);

    private final Clock clock;
    private final List<Meter> meters = new ArrayList<>();
    private volatile List<LogSource> sources = List.of();
    private volatile Instant shownAt = Instant.EPOCH;

    private record Meter(MultiGauge gauge, ToDoubleFunction<LogSource> value) {}

    SourceMeters(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        add(
                registry,
                "outflow.source.lag",
                "Age of the newest log that was seen",
                "seconds",
                source -> age(source.newestAt()));
        add(
                registry,
                "outflow.source.look.age",
                "Time since the last look that went well",
                "seconds",
                source -> age(source.lookedAt()));
        add(
                registry,
                "outflow.source.silent",
                "1 where nothing new came for longer than expected",
                null,
                source -> source.silent() ? 1 : 0);
        fill(sources);
    }

    private void add(
            MeterRegistry registry,
            String name,
            String description,
            @Nullable String unit,
            ToDoubleFunction<LogSource> value) {
        var gauge =
                MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
        meters.add(new Meter(
                gauge,
                source -> shownAt.plus(STALE).isBefore(clock.instant()) ? Double.NaN : value.applyAsDouble(source)));
    }

    private double age(@Nullable Instant time) {
        return time == null
                ? Double.NaN
                : Duration.between(time, clock.instant()).toMillis() / 1_000.0;
    }

    /** From now on these are measured, as they are now. */
    synchronized void show(List<LogSource> now) {
        sources = now;
        shownAt = clock.instant();
        fill(now);
    }

    private void fill(List<LogSource> now) {
        for (var meter : meters) {
            meter.gauge()
                    .register(
                            now.stream()
                                    .map(source -> MultiGauge.Row.of(
                                            Tags.of(
                                                    "source",
                                                    source.settings().name(),
                                                    "kind",
                                                    source.settings().kind().name()),
                                            source,
                                            meter.value()))
                                    .toList(),
                            true);
        }
    }
}
