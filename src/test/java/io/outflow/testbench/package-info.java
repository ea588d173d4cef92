/**
 * A small suite with Vaadin TestBench: sign-in, import, usage. Compiled in every build, run by the profile {@code testbench}
 * only, because TestBench asks for a licence key.
 */
@NullMarked
package io.outflow.testbench;

import org.jspecify.annotations.NullMarked;
