package io.outflow.imports.internal;

import io.outflow.aws.AwsConfig;
import io.outflow.aws.AwsTrouble;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.internal.aws.LookupPace;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at a source: finds what is new there and begins import runs over it. */
final class SourceLooks {
    private static final Logger log = LoggerFactory.getLogger(SourceLooks.class);

    private final LongFunction<Optional<SourceSettings>> sources;
    private final SourceRows rows;
    private final TransactionTemplate transaction;
    private final Spool spool;
    private final AwsConfig config;
    private final LookupPace pace;
    private final LongConsumer submit;
    private final Clock clock;
    private final Map<Long, RecentEvents> lookedUp = new ConcurrentHashMap<>();

    /**
     * @param sources the settings of a stored source
     * @param submit takes the number of a run that may begin
     */
    SourceLooks(
            LongFunction<Optional<SourceSettings>> sources,
            SourceRows rows,
            TransactionTemplate transaction,
            Spool spool,
            AwsConfig config,
            LookupPace pace,
            LongConsumer submit,
            Clock clock) {
        this.sources = sources;
        this.rows = rows;
        this.transaction = transaction;
        this.spool = spool;
        this.config = config;
        this.pace = pace;
        this.submit = submit;
        this.clock = clock;
    }

    LookupPace pace() {
        return pace;
    }

    /** Looks at one source. What goes wrong is kept with it, in words. */
    void look(long sourceId, String startedBy) throws InterruptedException {
        var source = sources.apply(sourceId);
        if (source.isEmpty()) {
            return;
        }
        var settings = source.get();
        var work = new SourceWork(sourceId, settings, startedBy, rows, transaction, submit, clock);
        try (var door = settings.door(config)) {
            if (settings.kind().isBucket()) {
                new BucketLook(work, door).run();
            } else {
                new HistoryLook(work, door, pace, spool, lookedUp.computeIfAbsent(sourceId, id -> new RecentEvents()))
                        .run();
            }
            work.ended();
        } catch (AwsTrouble trouble) {
            log.info("Source {} cannot be looked at: {}", sourceId, trouble.sentence());
            work.failed(trouble.sentence());
        } catch (RuntimeException e) {
            log.error("Looking at source {} failed.", sourceId, e);
            work.failed("Outflow could not look at this source; that is a fault of Outflow, and its log says more. "
                    + "What was found before is being imported.");
        }
    }
}
