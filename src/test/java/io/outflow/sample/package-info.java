@NullMarked
package io.outflow.sample;

import org.jspecify.annotations.NullMarked;
