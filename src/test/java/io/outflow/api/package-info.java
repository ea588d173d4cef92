@NullMarked
package io.outflow.api;

import org.jspecify.annotations.NullMarked;
