/** Rules and data classes as stored and as compiled. */
@NullMarked
package io.outflow.classification.internal;

import org.jspecify.annotations.NullMarked;
