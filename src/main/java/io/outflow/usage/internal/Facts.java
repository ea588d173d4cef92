package io.outflow.usage.internal;

import io.outflow.trail.Caller;
import io.outflow.trail.Claude;
import io.outflow.trail.Model;
import io.outflow.trail.ModelCall;
import io.outflow.usage.SubjectFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts of subjects as they come out of evidence, and their hash. */
final class Facts {
    private Facts() {}

    static SubjectFacts of(ModelCall call) {
        return new SubjectFacts(
                PlainText.name(call.key().account()),
                clean(call.caller()),
                call.channel(),
                PlainText.of(call.operation()),
                clean(call.model()),
                PlainText.name(call.sourceRegion()),
                PlainText.orNull(call.inferenceRegion()),
                call.viaVpcEndpoint(),
                call.apiKey(),
                PlainText.orNull(call.project()),
                PlainText.orNull(call.agent()),
                call.step(),
                MetadataKeys.lasting(call.metadata()));
    }

    private static Caller clean(Caller c) {
        return new Caller(
                c.kind(),
                PlainText.of(c.id()),
                PlainText.of(c.name()),
                PlainText.orNull(c.role()),
                PlainText.orNull(c.session()),
                c.grade());
    }

    private static Model clean(Model m) {
        return new Model(
                PlainText.of(m.id()),
                PlainText.of(m.name()),
                PlainText.orNull(m.provider()),
                m.claude(),
                m.scope(),
                PlainText.orNull(m.geography()));
    }

    /**
     * The record leads; its invocation-log lines, in the order of their keys, tell the inference Region, the metadata, and
     * the model where the record could not.
     */
    static SubjectFacts merged(SubjectFacts record, List<SubjectFacts> lines) {
        var model = record.model();
        var region = record.inferenceRegion();
        var tags = new TreeMap<>(record.metadata());
        for (var line : lines.reversed()) {
            tags.putAll(line.metadata());
            region = line.inferenceRegion() == null ? region : line.inferenceRegion();
            model = resolve(record.model(), line.model(), model);
        }
        return record.with(record.caller(), model, region, Collections.unmodifiableSortedMap(tags));
    }

    private static Model resolve(Model recorded, Model told, Model before) {
        if (recorded.claude() != Claude.UNDECIDED || told.claude() == Claude.UNDECIDED) {
            return before;
        }
        return recorded.id().isEmpty()
                ? told
                : new Model(
                        recorded.id(),
                        told.name(),
                        told.provider(),
                        told.claude(),
                        recorded.scope(),
                        recorded.geography());
    }

    /** SHA-256 (hex) over all facts. */
    static String hash(SubjectFacts f) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var c = f.caller();
            var m = f.model();
            put(digest, f.account(), c.kind().name(), c.id(), c.name(), c.role(), c.session());
            put(digest, c.grade().name(), f.channel().name(), f.operation(), m.id(), m.name(), m.provider());
            put(digest, m.claude().name(), m.scope().name(), m.geography(), f.sourceRegion(), f.inferenceRegion());
            put(digest, f.viaVpcEndpoint() ? "1" : "0", f.apiKey() ? "1" : "0", f.step() ? "1" : "0");
            put(digest, f.project(), f.agent());
            f.metadata().forEach((key, value) -> put(digest, key, value));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(MessageDigest digest, @Nullable String... texts) {
        for (var text : texts) {
            var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            int length = text == null ? -1 : bytes.length;
            digest.update(
                    new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
            digest.update(bytes);
        }
    }
}
