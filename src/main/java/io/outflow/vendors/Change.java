package io.outflow.vendors;

import io.outflow.vendors.content.Content;
import java.util.UUID;

/**
 * A change of an entry.
 *
 * @param version the version that was read
 */
public record Change(UUID id, long version, Content content, Basis basis) {}
