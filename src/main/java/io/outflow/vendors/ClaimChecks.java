package io.outflow.vendors;

import java.util.List;

/**
 * Widely repeated statements that documents contradict, for the facts that they are about. Whoever knows such statements, such
 * as the catalogue, carries this out; the register only shows them beside the fact.
 */
public interface ClaimChecks {

    /**
     * A statement that is often repeated, and what the documents say.
     *
     * @param claim the statement as it is repeated
     * @param finding what the documents say instead
     * @param source the document, or an address
     */
    record ClaimCheck(String claim, String finding, String source) {}

    /** The statements that are about an entry, in the order in which to show them; mostly none. */
    List<ClaimCheck> about(Entry<?> entry, Snapshot register);
}
