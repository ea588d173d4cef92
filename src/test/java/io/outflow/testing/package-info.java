/** What tests of several modules share. */
@NullMarked
package io.outflow.testing;

import org.jspecify.annotations.NullMarked;
