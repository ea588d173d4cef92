/** How the shipped facts are read and said in the words of the register. */
@NullMarked
package io.outflow.catalogue.internal;

import org.jspecify.annotations.NullMarked;
