/** How mail settings are stored and how mail goes out. */
@NullMarked
package io.outflow.mail.internal;

import org.jspecify.annotations.NullMarked;
