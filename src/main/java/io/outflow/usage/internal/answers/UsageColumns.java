package io.outflow.usage.internal.answers;

import io.outflow.classification.Classification;
import io.outflow.classification.Classification.RulesChanged;
import io.outflow.trail.Coverage;
import io.outflow.trail.Outcome;
import io.outflow.usage.CallChange;
import io.outflow.usage.SubjectTable;
import io.outflow.usage.internal.ColumnFeed;
import io.outflow.usage.internal.answers.SubjectIndex.Cast;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * All calls in the heap as primitive columns by UTC day. One writer at a time adds; readers take the last {@link Columns}
 * without waiting, so that everything in one answer, and on every screen, belongs to one moment.
 */
@Component
@ConditionalOnWebApplication
class UsageColumns implements ColumnFeed {
    private final Classification classification;
    private final ReentrantLock writing = new ReentrantLock();
    private final TreeMap<Integer, DayBlock> blocks = new TreeMap<>();
    private final SubjectColumns subjects;
    private volatile CountDownLatch loading = new CountDownLatch(0);
    private volatile Columns columns;
    private final AtomicLong changes = new AtomicLong();
    /** The state of the database that is held; 0 where that is not known. */
    private long mark;

    UsageColumns(SubjectTable table, Classification classification) {
        this.classification = classification;
        this.subjects = new SubjectColumns(table, classification.ruleset());
        this.columns = new Columns(List.of(), subjects.view(), CoverageIndex.EMPTY);
    }

    /** The last moment that was published. */
    Columns now() {
        return columns;
    }

    /** How often what is counted has changed. */
    long changes() {
        return changes.get();
    }

    /** From here until {@link #loaded} the stored calls are being read, and nobody stores more. */
    void loads() {
        loading = new CountDownLatch(1);
    }

    void loaded() {
        loading.countDown();
    }

    @Override
    public void ready() {
        try {
            loading.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the stored calls to be counted.", e);
        }
    }

    @Override
    public void follow(Collection<CallChange> changes, Set<Coverage> covered) {
        writing.lock();
        try {
            subjects.grow();
            var touched = new TreeMap<Integer, DayBlock>();
            for (var change : changes) {
                var at = Math.floorDiv(change.time().getEpochSecond(), 86_400L);
                var dayNumber = Math.toIntExact(at);
                var block = touched.computeIfAbsent(dayNumber, day -> blocks.computeIfAbsent(day, DayBlock::new));
                var millis = (int) (change.time().toEpochMilli() - at * Day.MILLIS);
                var number = subjects.number(change.subject(), change.detected());
                block.add(millis, number, change);
                var entry = subjects.entryKey(number);
                if (entry > 0 && change.outcome() != Outcome.DENIED) {
                    block.enter(entry, change.weight());
                }
            }
            var coverage = columns.coverage().with(covered);
            var changed = !touched.isEmpty() || coverage != columns.coverage();
            publish(touched, coverage);
            if (changed) {
                this.changes.incrementAndGet();
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void follow(Collection<CallChange> changes, Set<Coverage> covered, Step step) {
        writing.lock();
        try {
            follow(changes, covered);
            // Where another process has written since, what is held belongs to no state.
            mark = step.from() == mark ? step.to() : 0;
        } finally {
            writing.unlock();
        }
    }

    /** Says which state of the database all that is held belongs to. */
    void holds(long state) {
        writing.lock();
        try {
            mark = state;
        } finally {
            writing.unlock();
        }
    }

    /** All that is held of calls, where it belongs to a known state of the database. */
    Optional<Segment> segment() {
        writing.lock();
        try {
            var index = columns.subjects();
            var casts = new Cast[index.size()];
            index.numbers().forEach((cast, number) -> {
                if (number <= casts.length) {
                    casts[number - 1] = cast;
                }
            });
            return mark == 0 ? Optional.empty() : Optional.of(new Segment(mark, List.of(casts), columns.days()));
        } finally {
            writing.unlock();
        }
    }

    /** Takes what was saved in place of all calls. */
    void restore(Segment segment, Set<Coverage> covered) {
        writing.lock();
        try {
            clear();
            subjects.grow();
            var numbers = new int[segment.casts().size() + 1];
            for (var number = 1; number < numbers.length; number++) {
                var cast = segment.casts().get(number - 1);
                numbers[number] = subjects.number(cast.subject(), cast.found());
            }
            for (var day : segment.days()) {
                blocks.put(day.number(), new DayBlock(day, numbers, subjects));
            }
            publish(blocks, columns.coverage().with(covered));
            mark = segment.mark();
            changes.incrementAndGet();
        } finally {
            writing.unlock();
        }
    }

    /** Forgets all calls, before they are read anew. */
    void clear() {
        writing.lock();
        try {
            blocks.clear();
            mark = 0;
            columns = new Columns(List.of(), subjects.view(), CoverageIndex.EMPTY);
        } finally {
            writing.unlock();
        }
    }

    @EventListener
    void decideAnew(RulesChanged changed) {
        writing.lock();
        try {
            subjects.redecide(classification.ruleset());
            publish(new TreeMap<>(), columns.coverage());
            changes.incrementAndGet();
        } finally {
            writing.unlock();
        }
    }

    /** Shows the calls that name inference profiles under the models that these lead to, those that were stored before too. */
    void know(ProfileModels profiles) {
        writing.lock();
        try {
            if (subjects.know(profiles)) {
                publish(new TreeMap<>(), columns.coverage());
                changes.incrementAndGet();
            }
        } finally {
            writing.unlock();
        }
    }

    private void publish(TreeMap<Integer, DayBlock> touched, CoverageIndex coverage) {
        var days = columns.days();
        if (!touched.isEmpty()) {
            var views = new ArrayList<Day>(blocks.size());
            var kept = 0;
            for (var number : blocks.keySet()) {
                while (kept < days.size() && days.get(kept).number() < number) {
                    kept++;
                }
                var changed = touched.get(number);
                views.add(changed != null ? changed.view() : days.get(kept));
            }
            days = List.copyOf(views);
        }
        columns = new Columns(days, subjects.view(), coverage);
    }
}
