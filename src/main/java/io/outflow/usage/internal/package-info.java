/** Storage of calls and the columns that answer questions about them. */
@NullMarked
package io.outflow.usage.internal;

import org.jspecify.annotations.NullMarked;
