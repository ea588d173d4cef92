/** The change log's screen, and the history of an object for the screens of others. */
@NullMarked
@NamedInterface("ui")
package io.outflow.history.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
