/** Asks AWS what it is set to, by reading calls alone. */
@NullMarked
package io.outflow.posture.internal.aws;

import org.jspecify.annotations.NullMarked;
