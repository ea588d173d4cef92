/** The screens of the register. */
@NullMarked
package io.outflow.vendors.ui;

import org.jspecify.annotations.NullMarked;
