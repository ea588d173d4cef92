/** The page on which mail is set up. */
@NullMarked
package io.outflow.mail.ui;

import org.jspecify.annotations.NullMarked;
