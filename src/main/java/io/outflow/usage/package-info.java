/** Stored invocations, the columns in the heap that answer the screens, and the usage screens. */
@NullMarked
package io.outflow.usage;

import org.jspecify.annotations.NullMarked;
