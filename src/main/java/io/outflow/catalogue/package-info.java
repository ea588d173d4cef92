/**
 * The facts that ship with Outflow and their way into the register. A fact of the catalogue is a claim with a source, never a
 * confirmation, and whether something is in use is never the catalogue's to say.
 */
@NullMarked
package io.outflow.catalogue;

import org.jspecify.annotations.NullMarked;
