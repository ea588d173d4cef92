/** The beans every module may ask for. */
@NullMarked
package io.outflow.base.internal;

import org.jspecify.annotations.NullMarked;
