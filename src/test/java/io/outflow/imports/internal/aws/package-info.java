@NullMarked
package io.outflow.imports.internal.aws;

import org.jspecify.annotations.NullMarked;
