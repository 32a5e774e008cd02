package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.controller.Exit;
import dev.tutti.kernel.controller.LaunchId;
import dev.tutti.kernel.controller.Launcher;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** "Processes" that are threads of this one: each runs a {@link FakeEngine}. */
public final class FakeLauncher implements Launcher {

    /** Makes the engine's end of a connection. */
    @FunctionalInterface
    public interface Dialer {
        Line dial() throws IOException;
    }

    /** How the next engines begin; a good one when it is empty. */
    public final Queue<FakeEngine.Beginning> beginnings = new ConcurrentLinkedQueue<>();

    private final Dialer dialer;
    private final Map<LaunchId, Line> lines = new ConcurrentHashMap<>();
    private final Map<LaunchId, Thread> threads = new ConcurrentHashMap<>();
    private final Map<LaunchId, Boolean> killed = new ConcurrentHashMap<>();

    public FakeLauncher(Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public void launch(
            LaunchId launch, EngineId engine, String token, int engines, EngineSettings settings, Watcher watcher) {
        FakeEngine.Beginning next = beginnings.poll();
        FakeEngine.Beginning beginning = next == null ? FakeEngine.Beginning.GOOD : next;
        Thread thread = new Thread(
                () -> {
                    try (Line line = dialer.dial()) {
                        lines.put(launch, line);
                        new FakeEngine(line, token, beginning).run();
                    } catch (IOException _) {
                        // the other end has closed
                    }
                    watcher.wrote(launch, StreamKind.STDERR, "last words");
                    watcher.exited(launch, new Exit(killed.containsKey(launch) ? 137 : 0, "last words"));
                    threads.remove(launch);
                },
                "fake-engine-" + engine);
        threads.put(launch, thread);
        thread.start();
    }

    @Override
    public void kill(LaunchId launch) {
        killed.put(launch, true);
        Line line = lines.get(launch);
        if (line != null) {
            try {
                line.close();
            } catch (IOException _) {
                // it was closed already
            }
        }
    }

    @Override
    public void close() {
        threads.keySet().forEach(this::kill);
        for (Thread thread : threads.values()) {
            try {
                thread.join(2000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Kills the engine that was launched last, as if with {@code kill -9}. */
    public void killNewest() {
        kill(lines.keySet().stream()
                .max(java.util.Comparator.comparingLong(LaunchId::value))
                .orElseThrow());
    }
}
