/** The columns in the heap and every answer that is given from them. */
@NullMarked
package io.outflow.usage.internal.answers;

import org.jspecify.annotations.NullMarked;
