/** The register as files: written for spreadsheets, and read back field by field. */
@NullMarked
package io.outflow.vendors.internal.files;

import org.jspecify.annotations.NullMarked;
