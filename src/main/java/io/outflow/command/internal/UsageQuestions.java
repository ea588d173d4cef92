package io.outflow.command.internal;

import io.outflow.access.Acting;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Asks what the usage screen asks, with filters that change from question to question. */
final class UsageQuestions {
    private static final int WARM_UP = 40;

    private UsageQuestions() {}

    /** Asks a server on this folder, which has read its columns before it is asked. */
    static Series ask(Class<?> application, Path home, int count) throws InterruptedException {
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setLogStartupInfo(false);
        try (var context = spring.run("--outflow.home=" + home, "--server.port=0")) {
            Usage usage = context.getBean(Usage.class);
            while (Acting.asOutflow(
                    () -> usage.counted() < 1 || usage.evidenced().isEmpty())) {
                Thread.sleep(200);
            }
            return Acting.asOutflow(() -> timed(usage, count));
        }
    }

    private static Series timed(Usage usage, int count) {
        Usage.Span span = usage.evidenced().orElseThrow();
        List<UsageFilter> filters = filters(span);
        long[] times = new long[count];
        for (int i = -WARM_UP; i < count; i++) {
            UsageFilter filter = filters.get(Math.floorMod(i, filters.size()));
            long started = System.nanoTime();
            if (usage.report(filter).calls() < 0) {
                throw new IllegalStateException("A count cannot be negative.");
            }
            if (i >= 0) {
                times[i] = System.nanoTime() - started;
            }
        }
        return new Series(times);
    }

    /** Whole periods and shorter ones, so that no answer is the one before. */
    private static List<UsageFilter> filters(Usage.Span span) {
        var filters = new ArrayList<UsageFilter>();
        Instant end = span.to().plusSeconds(1);
        for (int days : List.of(90, 60, 30, 14, 7)) {
            for (int ago : List.of(0, 1, 2, 3)) {
                Instant to = end.minus(Duration.ofDays(ago));
                filters.add(UsageFilter.period(to.minus(Duration.ofDays(days)), to));
            }
        }
        return filters;
    }
}
