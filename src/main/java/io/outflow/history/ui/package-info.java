/** The change log's screen. */
@NullMarked
package io.outflow.history.ui;

import org.jspecify.annotations.NullMarked;
