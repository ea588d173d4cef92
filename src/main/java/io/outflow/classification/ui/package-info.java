/** The screens of rules and data classes. */
@NullMarked
package io.outflow.classification.ui;

import org.jspecify.annotations.NullMarked;
