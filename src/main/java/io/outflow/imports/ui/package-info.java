/** The import screens. */
@NullMarked
package io.outflow.imports.ui;

import org.jspecify.annotations.NullMarked;
