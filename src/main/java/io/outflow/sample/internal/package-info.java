@NullMarked
package io.outflow.sample.internal;

import org.jspecify.annotations.NullMarked;
