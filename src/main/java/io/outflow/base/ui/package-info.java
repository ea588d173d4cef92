/** The shell around every screen and the parts that screens share. */
@NullMarked
package io.outflow.base.ui;

import org.jspecify.annotations.NullMarked;
