package io.outflow.trail;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of one file: few ids that occur again and again, so each is put into words once. */
final class Models {
    /** A file of made-up ids must not fill the memory. */
    private static final int MOST = 2000;

    private final Map<Channel, Map<String, Model>> known = new HashMap<>();

    Model read(@Nullable String id, Channel channel) {
        Map<String, Model> ofChannel = known.computeIfAbsent(channel, none -> new HashMap<>());
        if (ofChannel.size() >= MOST) {
            ofChannel.clear();
        }
        return ofChannel.computeIfAbsent(id == null ? "" : id, written -> ModelIds.read(written, channel));
    }
}
