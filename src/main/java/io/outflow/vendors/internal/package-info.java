/** How the register is stored. */
@NullMarked
package io.outflow.vendors.internal;

import org.jspecify.annotations.NullMarked;
