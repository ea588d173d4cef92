package io.outflow.vendors.internal;

import io.outflow.access.Acting;
import io.outflow.vendors.Reminders;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets a server look for reminders several times a day, so that a server that was off at one hour misses no day. Which of
 * several servers sends one is decided in the database.
 */
@Configuration
@EnableScheduling
@ConditionalOnWebApplication
class DueConfiguration {

    private final Reminders reminders;

    DueConfiguration(Reminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void remind() {
        Acting.asOutflow(() -> {
            reminders.send();
        });
    }
}
