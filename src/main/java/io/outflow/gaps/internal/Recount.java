package io.outflow.gaps.internal;

import io.outflow.access.Acting;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.history.Revisions;
import io.outflow.posture.Posture;
import io.outflow.posture.PostureLook;
import io.outflow.usage.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Computes the gaps anew when what they rest on is no longer the same: the calls and the rules for their classes, the register,
 * the settings, the last look at AWS, the day. It looks twice a second, which costs three small queries, so a change made by another server on the
 * same database is seen too; and while changes keep coming in it rests longer than it works.
 */
@Component
@ConditionalOnWebApplication
class Recount implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int REST = 7;

    private final Computation computation;
    private final GapBook book;
    private final RuleRows rules;
    private final Usage usage;
    private final Revisions revisions;
    private final Posture posture;
    private final Clock clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("count-gaps").daemon().factory());
    private volatile @Nullable Basis counted;
    private volatile @Nullable Instant countedAt;
    private volatile boolean stopped;

    /** What a computation rests on. */
    private record Basis(long usage, long register, long look, List<GapRule> rules, LocalDate day) {}

    /** One listener; two pages may give equal ones. */
    private static final class Watch {
        private final Runnable listener;

        Watch(Runnable listener) {
            this.listener = listener;
        }
    }

    Recount(
            Computation computation,
            GapBook book,
            RuleRows rules,
            Usage usage,
            Revisions revisions,
            Posture posture,
            Clock clock) {
        this.computation = computation;
        this.book = book;
        this.rules = rules;
        this.usage = usage;
        this.revisions = revisions;
        this.posture = posture;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        next(PAUSE);
    }

    @Override
    public void destroy() {
        stopped = true;
        worker.shutdownNow();
    }

    Optional<Instant> counted() {
        return Optional.ofNullable(countedAt);
    }

    AutoCloseable watch(Runnable listener) {
        var watch = new Watch(listener);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    private void next(Duration pause) {
        if (!stopped) {
            var unused = worker.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        var began = System.nanoTime();
        var pause = PAUSE;
        try {
            if (Acting.asOutflow(this::countWhatChanged)) {
                var took = Duration.ofNanos(System.nanoTime() - began);
                var rest = took.multipliedBy(REST);
                pause = rest.compareTo(PAUSE) > 0 ? rest : PAUSE;
            }
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("The gaps could not be computed. They stay as they were; the next try follows.", e);
                pause = PAUSE.multipliedBy(20);
            }
        } finally {
            next(pause);
        }
    }

    /** Whether anything had changed. Before all stored calls are loaded nothing is computed, because gaps would close. */
    boolean countWhatChanged() {
        if (usage.counted() < 1) {
            return false;
        }
        var basis = basis();
        if (basis.equals(counted)) {
            return false;
        }
        var off = EnumSet.noneOf(GapKind.class);
        basis.rules().stream().filter(rule -> !rule.enabled()).forEach(rule -> off.add(rule.kind()));
        book.follow(computation.all(basis.rules()), off);
        counted = basis;
        countedAt = clock.instant();
        watches.forEach(this::tell);
        return true;
    }

    boolean current() {
        return usage.counted() == 1 && basis().equals(counted);
    }

    private Basis basis() {
        return new Basis(
                usage.changes(),
                revisions.newest(),
                posture.lastLooks().stream().mapToLong(PostureLook::id).max().orElse(0),
                rules.list(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void tell(Watch watch) {
        try {
            watch.listener.run();
        } catch (RuntimeException e) {
            LOG.debug("A page could not be told that the gaps changed.", e);
        }
    }
}
