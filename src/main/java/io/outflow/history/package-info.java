/** The append-only, hash-chained change log. */
@NullMarked
package io.outflow.history;

import org.jspecify.annotations.NullMarked;
