package io.outflow.evidence.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;

/** The draft that was left in this session, so that the list can lead back to it. */
record LeftDraft(String title, String path) {

    static void keep(Draft draft) {
        VaadinSession.getCurrent()
                .setAttribute(
                        LeftDraft.class,
                        new LeftDraft(
                                draft.title, "evidence/new?" + draft.address().getQueryString()));
    }

    /** The package was made of it. */
    static void end() {
        VaadinSession.getCurrent().setAttribute(LeftDraft.class, null);
    }

    static Optional<LeftDraft> last() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(LeftDraft.class));
    }

    String words() {
        return title.isBlank() ? "Go on with the draft you left" : "Go on with the draft: " + title;
    }
}
