/** The screens of gaps: the list, a gap, and how each kind is looked for; and the parts of an axis of time that others draw too. */
@NullMarked
@NamedInterface("ui")
package io.outflow.gaps.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
