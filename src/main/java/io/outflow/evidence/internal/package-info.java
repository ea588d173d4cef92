/** How packages are made, sealed and kept. */
@NullMarked
package io.outflow.evidence.internal;

import org.jspecify.annotations.NullMarked;
