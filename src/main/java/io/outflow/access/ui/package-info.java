/** Sign-in, first set-up and the people screens. */
@NullMarked
package io.outflow.access.ui;

import org.jspecify.annotations.NullMarked;
