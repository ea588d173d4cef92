/** How AWS is spoken to: clients with the credentials that a person named, and its refusals in words. */
@NullMarked
package io.outflow.aws;

import org.jspecify.annotations.NullMarked;
