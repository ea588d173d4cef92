package io.outflow.evidence.internal;

import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import java.io.IOException;
import java.util.List;

/**
 * Files of one part of packages. A bean of this type is all that they need; a part may have several. The controls that a part
 * gives evidence for stand in controls.csv.
 */
interface Artefact {

    Part part();

    /** What it would write, counted without writing. */
    List<Planned> plan(Scope scope);

    /** Writes its files. Whatever it cannot hand over whole it refuses with an exception: a package is never silently smaller. */
    void write(Scope scope, Records records) throws IOException;

    /** What the report says of it; nothing by default. */
    default void tell(Scope scope, Html html) {}

    /** What it cannot give, and why. */
    List<Missing> missing(Scope scope);
}
