/** REST v1 over the same services as the screens. */
@NullMarked
package io.outflow.api;

import org.jspecify.annotations.NullMarked;
