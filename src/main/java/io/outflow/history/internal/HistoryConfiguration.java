package io.outflow.history.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.outflow.access.Acting;
import io.outflow.history.LogCheck;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module does each night. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    static final String TASK = "history.check";

    @Bean
    static RecurringTask<Void> nightlyLogCheck(LogCheck check) {
        return nightly(() -> Acting.asOutflow(check::run));
    }

    static RecurringTask<Void> nightly(Runnable check) {
        return Tasks.recurring(TASK, Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 0)))
                .execute((instance, context) -> check.run());
    }
}
