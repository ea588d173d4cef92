/** What entries of the register say: one record a kind, each with its own rules. */
@NullMarked
@NamedInterface("content")
package io.outflow.vendors.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
