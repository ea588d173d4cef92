package io.outflow.usage.internal.answers;

import io.outflow.access.Acting;
import io.outflow.usage.InferenceProfiles;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings inference profiles into the columns: at the start, when AWS was asked here, and now and then, because another server may
 * have asked.
 */
@Component
@ConditionalOnWebApplication
class ProfileFeed implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileFeed.class);
    private static final long MINUTES = 5;

    private final ObjectProvider<InferenceProfiles> profiles;
    private final UsageColumns columns;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("usage-profiles").daemon().factory());

    ProfileFeed(ObjectProvider<InferenceProfiles> profiles, UsageColumns columns) {
        this.profiles = profiles;
        this.columns = columns;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var unused = ticker.scheduleWithFixedDelay(this::read, 0, MINUTES, TimeUnit.MINUTES);
    }

    @EventListener(InferenceProfiles.Asked.class)
    void read() {
        try {
            profiles.ifAvailable(known -> columns.know(ProfileModels.of(Acting.asOutflow(known::all))));
        } catch (RuntimeException e) {
            LOG.warn("The inference profiles cannot be read now; calls by them are shown as before.", e);
        }
    }

    @Override
    public void destroy() {
        ticker.shutdownNow();
    }
}
