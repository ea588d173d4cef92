/** The shell around every screen and the parts that screens share. */
@NullMarked
@NamedInterface("ui")
package io.outflow.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
