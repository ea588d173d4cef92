/** What is computed over several facts at once: products side by side, the drawn flow of data, duties by regime, advice. */
@NullMarked
package io.outflow.vendors.compare;

import org.jspecify.annotations.NullMarked;
