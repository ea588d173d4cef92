@NullMarked
package io.outflow.command.internal;

import org.jspecify.annotations.NullMarked;
