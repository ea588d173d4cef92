/** How gaps are found, kept and handled. */
@NullMarked
package io.outflow.gaps.internal;

import org.jspecify.annotations.NullMarked;
