package io.outflow.vendors;

import io.outflow.vendors.content.Content;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be added.
 *
 * @param owner the entry it hangs on; nothing for what stands alone
 */
public record Draft(@Nullable UUID owner, Content content, Basis basis) {}
