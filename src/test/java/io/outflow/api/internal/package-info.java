@NullMarked
package io.outflow.api.internal;

import org.jspecify.annotations.NullMarked;
