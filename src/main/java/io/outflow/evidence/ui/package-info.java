/** The evidence screens. */
@NullMarked
package io.outflow.evidence.ui;

import org.jspecify.annotations.NullMarked;
