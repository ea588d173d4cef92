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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Measures how far behind each source is, for those who watch Outflow by machine. What is told is read from the database when it
 * is asked for, so that each server of a database tells the same. What is unknown has no value (NaN).
 */
final class SourceMeters implements MeterBinder, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SourceMeters.class);
    /** Whoever scrapes asks for all meters at once. */
    private static final Duration ONE_SCRAPE = Duration.ofSeconds(5);

    private final Supplier<List<LogSource>> read;
    private final Clock clock;
    private final List<Meter> meters = new ArrayList<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("source-meters").daemon().factory());
    private List<LogSource> sources = List.of();
    private Instant readAt = Instant.EPOCH;

    private record Meter(MultiGauge gauge, ToDoubleFunction<LogSource> value) {}

    /** @param read the sources as they stand in the database */
    SourceMeters(Supplier<List<LogSource>> read, Clock clock) {
        this.read = read;
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
    }

    private void add(
            MeterRegistry registry,
            String name,
            String description,
            @Nullable String unit,
            ToDoubleFunction<LogSource> value) {
        meters.add(new Meter(
                MultiGauge.builder(name).description(description).baseUnit(unit).register(registry), value));
    }

    private double age(@Nullable Instant time) {
        return time == null
                ? Double.NaN
                : Duration.between(time, clock.instant()).toMillis() / 1_000.0;
    }

    /** From now on sources get their meters within a minute, those that another server added too. */
    void start() {
        var unused = ticker.scheduleWithFixedDelay(this::fill, 0, 1, TimeUnit.MINUTES);
    }

    /** Gives each source its meters. */
    synchronized void fill() {
        var now = now();
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
                                            () -> value(source.id(), meter.value())))
                                    .toList(),
                            true);
        }
    }

    private double value(long sourceId, ToDoubleFunction<LogSource> of) {
        return now().stream()
                .filter(source -> source.id() == sourceId)
                .mapToDouble(of)
                .findFirst()
                .orElse(Double.NaN);
    }

    private synchronized List<LogSource> now() {
        var time = clock.instant();
        if (!time.isBefore(readAt.plus(ONE_SCRAPE))) {
            try {
                sources = read.get();
            } catch (RuntimeException e) {
                log.warn("How it goes with sources cannot be read now. {}", e.toString());
                sources = List.of();
            }
            readAt = time;
        }
        return sources;
    }

    @Override
    public void destroy() {
        ticker.shutdownNow();
    }
}
