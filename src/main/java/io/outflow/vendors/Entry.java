package io.outflow.vendors;

import io.outflow.vendors.content.Content;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register as it stands or stood.
 *
 * @param owner the entry it hangs on; nothing for what stands alone
 * @param version counts the changes, from 1; whoever saves names the one that was read
 * @param changedAt when it was recorded so
 */
public record Entry<C extends Content>(
        UUID id, @Nullable UUID owner, C content, Basis basis, long version, Instant changedAt, String changedBy) {

    public Kind kind() {
        return Kind.of(content);
    }

    public String title() {
        return content.heading();
    }

    /** This entry as one of a kind, when it is. */
    public <D extends Content> Optional<Entry<D>> as(Class<D> type) {
        return type.isInstance(content)
                ? Optional.of(new Entry<>(id, owner, type.cast(content), basis, version, changedAt, changedBy))
                : Optional.empty();
    }
}
