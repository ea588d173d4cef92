@NullMarked
package io.outflow.imports.internal;

import org.jspecify.annotations.NullMarked;
