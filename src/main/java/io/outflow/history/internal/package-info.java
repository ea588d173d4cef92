/** How the change log keeps what was written from being changed. */
@NullMarked
package io.outflow.history.internal;

import org.jspecify.annotations.NullMarked;
