package io.outflow.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What the screens do with an error that no view caught: a refusal is shown as it is, anything else by an id. */
@Component
class MainErrorHandler implements VaadinServiceInitListener, ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MainErrorHandler.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var sentence = refusal(event.getThrowable());
        var shown = sentence == null ? logged(event.getThrowable()) : sentence;
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.failed(shown));
        }
    }

    /** Logs an error under a new id and returns the sentence that carries it. */
    static String logged(Throwable error) {
        var id = HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        LOG.error("Failure {}", id, error);
        return "Something failed on our side. Nothing was changed. Tell your admin id " + id + ".";
    }

    static String sentence(AccessDeniedException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "This is not open to you.");
    }

    private static @Nullable String refusal(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(AccessDeniedException.class::isInstance)
                .map(AccessDeniedException.class::cast)
                .map(MainErrorHandler::sentence)
                .findFirst()
                .orElse(null);
    }
}
