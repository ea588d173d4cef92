@NullMarked
package io.outflow.posture.internal;

import org.jspecify.annotations.NullMarked;
