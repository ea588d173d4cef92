/** How people are stored, how they sign in, and how the policy is enforced. */
@NullMarked
package io.outflow.access.internal;

import org.jspecify.annotations.NullMarked;
