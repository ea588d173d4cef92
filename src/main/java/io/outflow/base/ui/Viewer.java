package io.outflow.base.ui;

import java.util.List;

/** Who looks at the shell; the module that knows people supplies it. */
public interface Viewer {

    String name();

    /** The words of the roles held. */
    List<String> roles();

    /** Whether the view may be opened; what may not is left out of the menu. */
    boolean mayOpen(Class<?> view);

    /** The sentence that says why the view at a path is not open. */
    String refusal(String path);

    void signOut();
}
