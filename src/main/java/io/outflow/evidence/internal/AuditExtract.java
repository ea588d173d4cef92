package io.outflow.evidence.internal;

import io.outflow.history.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes entries of the change log as lines that each carry the SHA-256 of the line before; the first carries the hash of the
 * entry before it. The entries keep their own hashes as well, over the names of the people who did things.
 */
final class AuditExtract implements Consumer<Entry>, AutoCloseable {

    private final BagWriter bag;
    private final BagWriter.PayloadFile file;
    private final long first;
    private final String before;
    private String last;
    private String logged;
    private long count;

    /**
     * @param first number of the first entry
     * @param before hash of the entry before it
     */
    AuditExtract(BagWriter bag, long first, String before) throws IOException {
        this.bag = bag;
        this.file = bag.create(BagNames.CHAIN).withRows();
        this.first = first;
        this.before = before;
        this.last = before;
        this.logged = before;
    }

    @Override
    public void accept(Entry entry) {
        if (entry.seq() != first + count || !entry.prevHash().equals(logged)) {
            throw new IllegalStateException(
                    "The change log does not go on at entry %d. No package can be made until it is checked."
                            .formatted(first + count));
        }
        var json = JsonMapper.shared().createObjectNode();
        json.put("seq", entry.seq());
        json.put("prev", last);
        json.put("at", entry.at().toString());
        json.put("actor", entry.actor());
        json.put("action", entry.action());
        json.put("object", entry.object());
        json.put("text", entry.text());
        json.put("log_prev_hash", entry.prevHash());
        json.put("log_hash", entry.hash());
        var line = JsonMapper.shared().writeValueAsString(json) + "\n";
        try {
            file.write(line.getBytes(StandardCharsets.UTF_8));
            file.row();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        last = Hashes.of(line);
        logged = entry.hash();
        count++;
    }

    @Override
    public void close() throws IOException {
        file.close();
        bag.write(
                BagNames.CHAIN_HEAD,
                "{\"count\":%d,\"first_seq\":%d,\"last_seq\":%d,\"previous_hash\":\"%s\",\"head\":\"%s\",\"log_head\":\"%s\"}\n"
                        .formatted(count, first, first + count - 1, before, last, logged)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
