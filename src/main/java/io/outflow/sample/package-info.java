/**
 * Made-up logs for the demo, measurements and tests: the same seed gives the same bytes. Depends on nothing but the JDK, and on
 * nothing of the reader, so that the two do not share a mistake.
 */
@NullMarked
package io.outflow.sample;

import org.jspecify.annotations.NullMarked;
