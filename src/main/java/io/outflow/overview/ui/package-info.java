/** The overview as a screen and as a printed page. */
@NullMarked
package io.outflow.overview.ui;

import org.jspecify.annotations.NullMarked;
