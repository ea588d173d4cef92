/** Mail that Outflow sends: how it is set up, and the one way to send. */
@NullMarked
package io.outflow.mail;

import org.jspecify.annotations.NullMarked;
