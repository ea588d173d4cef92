package io.outflow.base.ui;

import java.util.List;

/** A view below another one; without it the top line shows the view's title alone. */
public interface HasCrumbs {

    /** From the outermost step to the page itself. */
    List<Crumb> crumbs();
}
