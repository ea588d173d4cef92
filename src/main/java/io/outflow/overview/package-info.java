/** The first page: where contract and reality part. It reads the other modules and owns nothing. */
@NullMarked
package io.outflow.overview;

import org.jspecify.annotations.NullMarked;
