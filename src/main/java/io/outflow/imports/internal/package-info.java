/** The import engine: files are read by several threads and written by one. */
@NullMarked
package io.outflow.imports.internal;

import org.jspecify.annotations.NullMarked;
