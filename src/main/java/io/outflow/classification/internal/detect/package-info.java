/** Looks at text in passing and tells which kinds of data it holds, never which. Knows neither the database nor the framework. */
@NullMarked
package io.outflow.classification.internal.detect;

import org.jspecify.annotations.NullMarked;
