/**
 * Evidence packages: what an auditor takes away, and what proves that nobody changed it. The format: docs/evidence-format.md.
 */
@NullMarked
package io.outflow.evidence;

import org.jspecify.annotations.NullMarked;
