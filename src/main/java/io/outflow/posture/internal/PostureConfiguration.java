package io.outflow.posture.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.outflow.access.Acting;
import io.outflow.aws.AwsConfig;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.Usage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the looking together, and does it four times a day. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PostureConfiguration {

    static final String TASK = "posture.look";

    @Bean
    static RecurringTask<Void> postureLook(StoredPosture posture) {
        return recurring(() -> Acting.asOutflow(posture::lookAtAll));
    }

    static RecurringTask<Void> recurring(Runnable look) {
        return Tasks.recurring(
                        TASK,
                        Schedules.daily(
                                ZoneOffset.UTC,
                                LocalTime.of(0, 20),
                                LocalTime.of(6, 20),
                                LocalTime.of(12, 20),
                                LocalTime.of(18, 20)))
                .execute((instance, context) -> look.run());
    }

    @Bean
    ObservationRows observationRows(JdbcClient jdbc) {
        return new ObservationRows(jdbc);
    }

    @Bean
    Looking postureLooking(
            ObservationRows rows, PlatformTransactionManager transactions, Usage usage, AwsConfig config, Clock clock) {
        return new Looking(
                rows,
                new TransactionTemplate(transactions),
                account -> usage.coverage(Instant.EPOCH, clock.instant()).cells().stream()
                        .filter(cell -> cell.account().equals(account))
                        .map(CoverageReport.Cell::region)
                        .filter(region -> !region.equals("unknown"))
                        .collect(Collectors.toSet()),
                config,
                clock);
    }
}
