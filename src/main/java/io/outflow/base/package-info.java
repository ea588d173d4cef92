/** The shell, shared components and formatters; knows no feature. */
@NullMarked
package io.outflow.base;

import org.jspecify.annotations.NullMarked;
