package io.outflow.vendors.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.outflow.access.Acting;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Reminders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module does by itself. */
@Configuration(proxyBeanMethods = false)
class DueConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DueConfiguration.class);
    private static final int DAY = 24;

    /** Several times a day, so that a server that was off at one hour misses no day. */
    @Bean
    static RecurringTask<Void> reminding(Reminders reminders, @Value("${outflow.reminders-every}") Duration every) {
        return Tasks.recurring("vendors.remind", FixedDelay.of(every))
                .execute((instance, context) -> Acting.asOutflow(() -> {
                    reminders.send();
                }));
    }

    @Bean
    static RecurringTask<Void> sweepingDocuments(Documents documents) {
        return Tasks.recurring("vendors.sweep-documents", FixedDelay.ofHours(DAY))
                .execute((instance, context) -> Acting.asOutflow(() -> {
                    try {
                        var removed = documents.sweep();
                        if (removed > 0) {
                            LOG.info("{} stored files that no document names were removed", removed);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }
}
