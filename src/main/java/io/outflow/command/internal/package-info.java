/** The commands, and the door by which a command hands work to a running server. */
@NullMarked
package io.outflow.command.internal;

import org.jspecify.annotations.NullMarked;
