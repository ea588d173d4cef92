/** The screens of the catalogue. */
@NullMarked
package io.outflow.catalogue.ui;

import org.jspecify.annotations.NullMarked;
