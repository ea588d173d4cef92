package io.outflow.gaps.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.outflow.access.Acting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what is told, each minute what there is. */
@Configuration(proxyBeanMethods = false)
class GapsConfiguration {

    @Bean
    static RecurringTask<Void> tellingOfGaps(NoticeSender sender) {
        return Tasks.recurring("gaps.notify", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> Acting.asOutflow(sender::send));
    }
}
