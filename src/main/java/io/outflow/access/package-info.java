/** People, roles, sign-in and API tokens; the one policy table of role and action. */
@NullMarked
package io.outflow.access;

import org.jspecify.annotations.NullMarked;
