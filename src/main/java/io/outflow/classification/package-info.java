/** Data classes and the rules that say which calls carry which class, with provenance. */
@NullMarked
package io.outflow.classification;

import org.jspecify.annotations.NullMarked;
