/**
 * What was agreed held against what was seen: each contradiction is a {@link io.outflow.gaps.Gap} with its period, its calls,
 * its proof and the entries of the register that it rests on.
 */
@NullMarked
package io.outflow.gaps;

import org.jspecify.annotations.NullMarked;
