package io.outflow.vendors.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.outflow.access.Acting;
import io.outflow.vendors.Reminders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for reminders several times a day, so that a server that was off at one hour misses no day. */
@Configuration(proxyBeanMethods = false)
class DueConfiguration {

    private static final int HOURS = 6;

    @Bean
    static RecurringTask<Void> reminding(Reminders reminders) {
        return Tasks.recurring("vendors.remind", FixedDelay.ofHours(HOURS))
                .execute((instance, context) -> Acting.asOutflow(() -> {
                    reminders.send();
                }));
    }
}
