package io.outflow.evidence.internal;

import io.outflow.access.Acting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes packages one after the other, apart from pages, and tells pages how far it is. */
@Component
public class Workshop implements DisposableBean {

    private static final long PAUSE = 350_000_000L;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("evidence-", 1).daemon().factory());
    private final Map<Long, String> doing = new ConcurrentHashMap<>();
    private final Map<Long, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /**
     * @param asPerson whether the work is done with the rights of whoever asks, to see names; otherwise as Outflow itself
     * @return its end
     */
    public Future<?> start(long number, boolean asPerson, Consumer<Consumer<String>> work) {
        doing.put(number, "Waiting for its turn");
        var told = new long[] {System.nanoTime() - PAUSE};
        Runnable telling = () -> work.accept(words -> {
            doing.put(number, words);
            if (System.nanoTime() - told[0] >= PAUSE) {
                told[0] = System.nanoTime();
                tell(number);
            }
        });
        var done = asPerson ? Acting.asNow(telling) : (Runnable) () -> Acting.asOutflow(telling);
        return worker.submit(() -> {
            try {
                done.run();
            } finally {
                doing.remove(number);
                tell(number);
            }
        });
    }

    public Optional<String> doing(long number) {
        return Optional.ofNullable(doing.get(number));
    }

    public AutoCloseable watch(long number, Runnable listener) {
        listeners.computeIfAbsent(number, _ -> new CopyOnWriteArrayList<>()).add(listener);
        return () ->
                listeners.getOrDefault(number, new CopyOnWriteArrayList<>()).remove(listener);
    }

    private void tell(long number) {
        listeners.getOrDefault(number, List.of()).forEach(Runnable::run);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
