/** Import runs and their files: what was read, what became of each record, and why. */
@NullMarked
package io.outflow.imports;

import org.jspecify.annotations.NullMarked;
