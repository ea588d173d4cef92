@NullMarked
package io.outflow.command;

import org.jspecify.annotations.NullMarked;
