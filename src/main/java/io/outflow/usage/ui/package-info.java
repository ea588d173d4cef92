/** The usage screens. */
@NullMarked
package io.outflow.usage.ui;

import org.jspecify.annotations.NullMarked;
