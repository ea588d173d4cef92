@NullMarked
package io.outflow.posture.ui;

import org.jspecify.annotations.NullMarked;
