/** The command line: import, scan, demo, bench and the server. */
@NullMarked
package io.outflow.command;

import org.jspecify.annotations.NullMarked;
