package dev.tutti.kernel.launch;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.controller.Exit;
import dev.tutti.kernel.controller.LaunchId;
import dev.tutti.kernel.controller.Launcher;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Engines as processes of this host, in the shell's working directory. Each has a virtual thread that starts it and waits
 * for its end, and two small platform threads that read what it writes past its own streams. However the shell's JVM
 * ends, a hook kills what is left; if it is killed itself, engines end because their connection closes.
 */
public final class EngineProcesses implements Launcher {

    /** The variable by which an engine gets its join token. */
    static final String TOKEN = "TUTTI_TOKEN";

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    /** A child of an engine may hold its pipes open; nobody waits longer for the last words. */
    private static final Duration TAIL_WAIT = Duration.ofMillis(100);

    private static final long READER_STACK_BYTES = 128 << 10;

    private final EngineCommand command;
    private final AttachedEngines attached;
    private final Map<String, String> environment;
    private final List<AutoCloseable> belongings;
    private final Map<LaunchId, Thread> watchers = new ConcurrentHashMap<>();
    private final Map<LaunchId, Process> processes = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::killAll, "engine-killer");
    private volatile boolean closed;

    /**
     * @param attached those that get no process of their own
     * @param environment variables that every engine gets
     * @param belongings are closed with it, when no process is left
     */
    EngineProcesses(
            EngineCommand command,
            AttachedEngines attached,
            Map<String, String> environment,
            List<AutoCloseable> belongings) {
        this.belongings = List.copyOf(belongings);
        this.attached = attached;
        this.command = command;
        this.environment = Map.copyOf(environment);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void launch(
            LaunchId launch, EngineId engine, String token, int engines, EngineSettings settings, Watcher watcher) {
        if (settings.attached()) {
            attached.launch(launch, engine, settings.attachTo(), token, watcher);
            return;
        }
        Order order = new Order(engine, token, engines, settings);
        Thread thread =
                Thread.ofVirtual().name("engine-" + engine + "-process").unstarted(() -> live(launch, order, watcher));
        watchers.put(launch, thread);
        thread.start();
    }

    @Override
    public void kill(LaunchId launch) {
        Thread thread = watchers.get(launch);
        if (thread != null) {
            thread.interrupt(); // it may not have started its process yet; if it has, it kills it
        }
    }

    @Override
    public void close() {
        closed = true;
        killAll();
        long end = System.nanoTime() + CLOSE_WAIT.toNanos();
        boolean interrupted = false;
        for (Thread thread : watchers.values()) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the JVM is ending and runs the hook anyway
        }
        belongings.forEach(EngineProcesses::closeBelonging);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeBelonging(AutoCloseable belonging) {
        try {
            belonging.close();
        } catch (Exception e) {
            System.getLogger(EngineProcesses.class.getName())
                    .log(System.Logger.Level.WARNING, "Something of the cluster's stays behind", e);
        }
    }

    /** The life of one process, on a virtual thread. Interruption means: kill it. */
    private void live(LaunchId launch, Order order, Watcher watcher) {
        EngineId engine = order.engine();
        try {
            Process process = start(order);
            processes.put(launch, process);
            if (closed) {
                process.destroyForcibly();
            }
            ProcessOutput out = new ProcessOutput(
                    process.getInputStream(), StreamKind.STDOUT, (kind, text) -> watcher.wrote(launch, kind, text));
            ProcessOutput err = new ProcessOutput(
                    process.getErrorStream(), StreamKind.STDERR, (kind, text) -> watcher.wrote(launch, kind, text));
            Thread outReader = read(out, "engine-" + engine + "-stdout");
            Thread errReader = read(err, "engine-" + engine + "-stderr");
            int code = waitFor(process);
            join(outReader);
            join(errReader);
            watcher.exited(launch, new Exit(code, err.tail() + out.tail()));
        } catch (IOException e) {
            watcher.failed(launch, "the JVM could not be run: " + e.getMessage());
        } finally {
            processes.remove(launch);
            watchers.remove(launch);
        }
    }

    /** What is to be started. */
    private record Order(EngineId engine, String token, int engines, EngineSettings settings) {}

    private Process start(Order order) throws IOException {
        List<String> words = command.words(
                order.engine(),
                order.engines(),
                MachineMemory.totalBytes(),
                order.settings().jvmArguments());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        builder.environment().putAll(order.settings().environment());
        builder.environment().put(TOKEN, order.token());
        if (!order.settings().directory().isEmpty()) {
            File directory = new File(order.settings().directory());
            if (!directory.isDirectory()) {
                throw new IOException("there is no folder " + directory + " to work in");
            }
            builder.directory(directory);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException _) {
                process.destroyForcibly();
            }
        }
    }

    private static Thread read(ProcessOutput output, String name) {
        Thread thread = new Thread(null, output, name, READER_STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread reader) {
        try {
            reader.join(TAIL_WAIT);
        } catch (InterruptedException _) {
            // killed while it was ending: the tail is what it is
        }
    }

    private void killAll() {
        processes.values().forEach(Process::destroyForcibly);
    }
}
