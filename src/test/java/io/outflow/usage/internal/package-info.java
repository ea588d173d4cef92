@NullMarked
package io.outflow.usage.internal;

import org.jspecify.annotations.NullMarked;
