package io.outflow.imports.ui;

import io.outflow.aws.AwsAccess;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceLook;
import io.outflow.imports.SourcePolicy;
import io.outflow.imports.SourceRefused;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceTest;
import io.outflow.imports.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sources that a test makes up; AWS is never asked. */
final class FakeSources implements Sources {
    static final Instant NOW = Instant.parse("2026-11-22T09:12:00Z");

    final List<LogSource> sources = new ArrayList<>();
    final List<SourceLook> looks = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final CompletableFuture<SourceTest> answer = new CompletableFuture<>();
    List<SourceSettings.Problem> refused = List.of();

    static SourceSettings settings(String name, SourceKind kind) {
        return new SourceSettings(
                name,
                kind,
                "eu-central-1",
                kind.isBucket() ? "example-logs" : "",
                "",
                "",
                List.of("111122223333"),
                List.of("eu-central-1"),
                new AwsAccess.Role("arn:aws:iam::111122223333:role/Outflow", "outflow-1"),
                null,
                15,
                24);
    }

    LogSource add(String name, SourceKind kind, @Nullable Instant newest, @Nullable String problem, boolean paused) {
        var source = new LogSource(
                sources.size() + 1L, 1, settings(name, kind), paused, NOW.plusSeconds(900), NOW, newest, problem);
        sources.add(source);
        return source;
    }

    @Override
    public List<LogSource> list() {
        return List.copyOf(sources);
    }

    @Override
    public Optional<LogSource> find(long id) {
        return sources.stream().filter(source -> source.id() == id).findFirst();
    }

    @Override
    public LogSource add(SourceSettings settings) {
        if (!refused.isEmpty() || !settings.problems().isEmpty()) {
            throw new SourceRefused(refused.isEmpty() ? settings.problems() : refused);
        }
        asked.add("add " + settings.name());
        var source = new LogSource(sources.size() + 1L, 0, settings, false, NOW, null, null, null);
        sources.add(source);
        return source;
    }

    @Override
    public LogSource change(LogSource seen, SourceSettings settings) {
        if (!refused.isEmpty()) {
            throw new SourceRefused(refused);
        }
        asked.add("change " + seen.id() + " to " + settings.name());
        return seen;
    }

    @Override
    public void pause(long id) {
        asked.add("pause " + id);
    }

    @Override
    public void resume(long id) {
        asked.add("resume " + id);
    }

    @Override
    public void remove(long id, String reason) {
        asked.add("remove " + id + ": " + reason);
        sources.removeIf(source -> source.id() == id);
    }

    @Override
    public void lookNow(long id) {
        asked.add("look " + id);
    }

    @Override
    public CompletableFuture<SourceTest> test(SourceSettings settings) {
        asked.add("test " + settings.bucket());
        return answer;
    }

    @Override
    public SourcePolicy policy(SourceSettings settings) {
        return new SourcePolicy("{\"Resource\": \"" + settings.bucket() + "\"}", "{\"trust\": 1}");
    }

    @Override
    public List<SourceLook> looks(long id, int offset, int limit) {
        return looks.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public List<LogSource> silent() {
        return sources.stream().filter(LogSource::silent).toList();
    }
}
