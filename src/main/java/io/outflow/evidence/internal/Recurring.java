package io.outflow.evidence.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.outflow.access.Acting;
import io.outflow.evidence.Bag;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.history.ChangeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What this module does by itself in a server: at start, each hour and each day. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Recurring {

    static final String LATER_STAMPS = "evidence.later-stamps";
    static final String DAILY_HEAD = "evidence.daily-head";

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final PackageRows rows;
    private final PackageFolder folder;
    private final TimeStamps stamps;
    private final HandedOut handedOut;
    private final ChangeLog log;
    private final Clock clock;

    Recurring(
            PackageRows rows,
            PackageFolder folder,
            TimeStamps stamps,
            HandedOut handedOut,
            ChangeLog log,
            Clock clock) {
        this.rows = rows;
        this.folder = folder;
        this.stamps = stamps;
        this.handedOut = handedOut;
        this.log = log;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> laterStamps() {
        return Tasks.recurring(LATER_STAMPS, Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> Acting.asOutflow(this::stampLater));
    }

    @Bean
    RecurringTask<Void> dailyHead() {
        return Tasks.recurring(DAILY_HEAD, Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 30)))
                .execute((instance, context) -> Acting.asOutflow(this::stampHead));
    }

    @Bean
    RecurringTask<Void> monthlyPackages(DueTemplates due) {
        return DueTemplates.task(due::run);
    }

    /** What was being made when Outflow stopped is not made; and a database that was set back is told of. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Acting.asOutflow(() -> {
            for (var left : rows.in(State.MAKING)) {
                rows.failed(
                        left.number(),
                        "Outflow stopped while it was being made. Nothing was handed over. Make it again.");
                folder.clear(left.number());
            }
            handedOut.alarm().ifPresent(LOG::error);
        });
    }

    /** Asks again for packages that got no stamp when they were made; the archives stay as they are. */
    void stampLater() {
        if (!stamps.configured()) {
            return;
        }
        for (var made : rows.in(State.MADE)) {
            if (made.stampedAt() == null) {
                stamp(made);
            }
        }
    }

    private void stamp(EvidencePackage made) {
        try (var bag = Bag.open(folder.archive(made))) {
            var bytes = bag.small(BagNames.TAG_MANIFEST, 1 << 20).orElseThrow(() -> new IOException("no tag manifest"));
            var stamp = stamps.over(bytes);
            if (stamp.isPresent()) {
                write(folder.laterStamp(made), stamp.get().response());
                rows.stamped(made.number(), stamp.get().at());
            }
        } catch (IOException e) {
            LOG.warn("Package {} could not be stamped later. {}", made.number(), e.getMessage());
        }
    }

    /** Hands the head of the change log out to the authority, so that it cannot be written anew behind that day. */
    void stampHead() {
        log.newest().ifPresent(entry -> {
            var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var text = "{\"seq\":%d,\"hash\":\"%s\",\"day\":\"%s\"}\n".formatted(entry.seq(), entry.hash(), day);
            var bytes = text.getBytes(StandardCharsets.US_ASCII);
            try {
                write(folder.head(day, "json"), bytes);
                var stamp = stamps.over(bytes);
                if (stamp.isPresent()) {
                    write(folder.head(day, "tsr"), stamp.get().response());
                }
                handedOut.remember(entry, clock.instant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
