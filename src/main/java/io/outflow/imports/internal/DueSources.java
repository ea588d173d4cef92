package io.outflow.imports.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at sources when they are due, and when somebody asks. Each source is one task of db-scheduler, so that several servers on
 * one database share the looks, no two look at one source at a time, and one that dies leaves its look to another.
 */
final class DueSources {
    static final String TASK = "imports.look";

    private static final Logger log = LoggerFactory.getLogger(DueSources.class);
    private static final String BY_SCHEDULE = "";
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

    private final SourceLooks looks;
    private final SourceRows rows;
    private final Supplier<Optional<SchedulerClient>> scheduler;
    private final Clock clock;

    /** @param scheduler none where nothing recurs, as in a terminal */
    DueSources(SourceLooks looks, SourceRows rows, Supplier<Optional<SchedulerClient>> scheduler, Clock clock) {
        this.looks = looks;
        this.rows = rows;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** What db-scheduler carries out; its data says who asked. */
    Task<String> task() {
        return Tasks.custom(TASK, String.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_TROUBLE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> look(instance));
    }

    private CompletionHandler<String> look(TaskInstance<String> instance) {
        long id = Long.parseLong(instance.getId());
        var by = instance.getData();
        try {
            looks.look(id, by == null || by.equals(BY_SCHEDULE) ? "the schedule" : by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The look was interrupted.", e);
        }
        var minutes = rows.everyMinutes(id);
        if (minutes.isEmpty()) {
            // Paused, or removed, meanwhile.
            return (complete, operations) -> operations.stop();
        }
        var next = clock.instant().plus(Duration.ofMinutes(minutes.get()));
        rows.dueAt(id, next);
        return (complete, operations) -> operations.reschedule(complete, next, BY_SCHEDULE);
    }

    /** Takes up sources that have no task yet, such as those of an older version. */
    void begin() {
        scheduler.get().ifPresent(client -> rows.due()
                .forEach((id, due) ->
                        client.scheduleIfNotExists(new TaskInstance<>(TASK, Long.toString(id), BY_SCHEDULE), due)));
    }

    /** Looks at a source at a time, and by schedule from then on. */
    void lookAt(long sourceId, Instant due) {
        rows.dueAt(sourceId, due);
        schedule(sourceId, due, BY_SCHEDULE);
    }

    /** Looks at a source as soon as may be. */
    void lookNow(long sourceId, String startedBy) {
        schedule(sourceId, clock.instant(), startedBy);
    }

    private void schedule(long sourceId, Instant due, String startedBy) {
        var task = new TaskInstance<>(TASK, Long.toString(sourceId), startedBy);
        scheduler.get().ifPresent(client -> {
            try {
                if (!client.scheduleIfNotExists(task, due)) {
                    client.reschedule(task, due, startedBy);
                }
            } catch (TaskInstanceCurrentlyExecutingException e) {
                log.debug("Source {} is being looked at right now.", sourceId);
            }
        });
    }

    /** Looks no more by schedule. A look that is under way goes on to its end. */
    void forget(long sourceId) {
        scheduler.get().ifPresent(client -> {
            try {
                client.cancel(new TaskInstance<>(TASK, Long.toString(sourceId)));
            } catch (RuntimeException e) {
                // It is not there, or under way; it ends then, for it finds the source paused.
                log.debug("The next look at source {} was not taken back.", sourceId, e);
            }
        });
    }
}
