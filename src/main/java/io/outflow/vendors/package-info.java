/**
 * The register: vendors, products, applications and every fact about them, with source, date and who confirmed it. Everything
 * in it is an {@link io.outflow.vendors.Entry}: one content, one basis, one history.
 */
@NullMarked
package io.outflow.vendors;

import org.jspecify.annotations.NullMarked;
