package io.outflow.imports.internal;

import io.outflow.trail.Finding;
import io.outflow.trail.LogBytes;
import io.outflow.trail.LogContent;
import io.outflow.trail.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What a digest says of a log file while it is read. Until its content is known nothing of it may be written, for a file that
 * is not as AWS signed it is set aside whole.
 */
final class LogProof {
    private final FileWork file;
    private final LogBytes bytes;
    private boolean decided;
    private @Nullable LogContent content;

    LogProof(FileWork file, LogBytes bytes) {
        this.file = file;
        this.bytes = bytes;
        decided = file.expected == null;
    }

    /** Whether it is known what becomes of the file. */
    boolean decided() {
        return decided;
    }

    void decide(LogContent found) {
        var expected = file.expected;
        content = found;
        if (decided || expected == null) {
            return;
        }
        decided = true;
        var why = found.differs(expected);
        file.proof = why == null ? Proof.VERIFIED : Proof.INVALID;
        file.proofReason = why == null ? Finding.OfLog.VERIFIED : Finding.OfLog.changed(why);
        // What was written before an interruption stays, marked.
        file.setAside = why != null && file.admitted == null && file.cursor == 0;
    }

    /** For a file of which more is kept than should wait: one more pass over it. */
    void decideNow() {
        if (!decided) {
            decide(contentOf(bytes));
        }
    }

    /** What the file holds; null where it was not read to its end. */
    @Nullable
    LogContent content() {
        return content;
    }

    static LogContent contentOf(LogBytes bytes) {
        try (var in = bytes.open()) {
            return LogContent.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
