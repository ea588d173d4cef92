/** How the API answers when it cannot do what was asked, and how it describes itself. */
@NullMarked
package io.outflow.api.internal;

import org.jspecify.annotations.NullMarked;
