/** Outflow: what was agreed with each AI vendor, beside what was really seen. */
@NullMarked
package io.outflow;

import org.jspecify.annotations.NullMarked;
