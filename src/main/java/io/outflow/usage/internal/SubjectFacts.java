package io.outflow.usage.internal;

import io.outflow.trail.Caller;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Model;
import io.outflow.trail.ModelCall;
import io.outflow.usage.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What makes a subject: a {@link Subject} without its number. */
record SubjectFacts(
        String account,
        Caller caller,
        Channel channel,
        String operation,
        Model model,
        String sourceRegion,
        @Nullable String inferenceRegion,
        boolean viaVpcEndpoint,
        boolean apiKey,
        @Nullable String project,
        @Nullable String agent,
        boolean step,
        SortedMap<String, String> metadata) {

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

    static SubjectFacts of(Subject s) {
        return new SubjectFacts(
                s.account(),
                s.caller(),
                s.channel(),
                s.operation(),
                s.model(),
                s.sourceRegion(),
                s.inferenceRegion(),
                s.viaVpcEndpoint(),
                s.apiKey(),
                s.project(),
                s.agent(),
                s.step(),
                s.metadata());
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

    Subject numbered(int id) {
        return new Subject(
                id,
                account,
                caller,
                channel,
                operation,
                model,
                sourceRegion,
                inferenceRegion,
                viaVpcEndpoint,
                apiKey,
                project,
                agent,
                step,
                metadata);
    }

    SubjectFacts withMetadata(SortedMap<String, String> kept) {
        return new SubjectFacts(
                account,
                caller,
                channel,
                operation,
                model,
                sourceRegion,
                inferenceRegion,
                viaVpcEndpoint,
                apiKey,
                project,
                agent,
                step,
                kept);
    }

    /**
     * The record leads; its invocation-log lines, in the order of their keys, tell the inference Region, the metadata, and
     * the model where the record could not.
     */
    SubjectFacts mergedWith(List<SubjectFacts> lines) {
        var resolved = model;
        var region = inferenceRegion;
        var tags = new TreeMap<>(metadata);
        for (var line : lines.reversed()) {
            tags.putAll(line.metadata);
            region = line.inferenceRegion == null ? region : line.inferenceRegion;
            resolved = resolve(line.model, resolved);
        }
        return new SubjectFacts(
                account,
                caller,
                channel,
                operation,
                resolved,
                sourceRegion,
                region,
                viaVpcEndpoint,
                apiKey,
                project,
                agent,
                step,
                Collections.unmodifiableSortedMap(tags));
    }

    private Model resolve(Model told, Model before) {
        if (model.claude() != Claude.UNDECIDED || told.claude() == Claude.UNDECIDED) {
            return before;
        }
        return model.id().isEmpty()
                ? told
                : new Model(model.id(), told.name(), told.provider(), told.claude(), model.scope(), model.geography());
    }

    /** SHA-256 (hex) over all facts. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            put(digest, account, caller.kind().name(), caller.id(), caller.name(), caller.role(), caller.session());
            put(digest, caller.grade().name(), channel.name(), operation, model.id(), model.name(), model.provider());
            put(digest, model.claude().name(), model.scope().name(), model.geography(), sourceRegion, inferenceRegion);
            put(digest, viaVpcEndpoint ? "1" : "0", apiKey ? "1" : "0", step ? "1" : "0", project, agent);
            metadata.forEach((key, value) -> put(digest, key, value));
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
