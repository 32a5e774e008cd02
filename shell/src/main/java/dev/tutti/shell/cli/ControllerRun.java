package dev.tutti.shell.cli;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.EngineHost;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.shell.line.Signals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * {@code tutti controller}: engines for programs, without a kernel. Says on standard output where the connection file is,
 * once the engines are ready, and nothing else; ends when standard input does or a signal asks for it.
 */
final class ControllerRun {

    private static final int CHUNK = 1 << 10;

    /**
     * What the command line asks for.
     *
     * @param engines how many to start
     * @param connectionFile where to write it, if said
     * @param jvmArguments of every engine
     * @param ignoreEof whether to stay when standard input ends
     */
    record Options(int engines, Optional<Path> connectionFile, List<String> jvmArguments, boolean ignoreEof) {}

    private final Options options;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    ControllerRun(Options options) {
        this.options = options;
    }

    int run() {
        Signals.onEnd(() -> end.complete(null));
        if (!options.ignoreEof()) {
            Thread.ofPlatform().daemon().name("standard-input").start(this::awaitEndOfInput);
        }
        EngineHost.Config config = new EngineHost.Config(
                KernelStart.engineJar(),
                KernelStart.aotCache(),
                options.jvmArguments(),
                options.connectionFile(),
                new OnStandardError());
        try (EngineHost host = EngineHost.open(config)) {
            CompletableFuture<?> started = host.start(options.engines());
            CompletableFuture.anyOf(started, end).get();
            if (!end.isDone()) {
                System.out.println(host.connectionFile());
                System.out.flush();
            }
            end.get();
            return ExitCode.OK;
        } catch (ExecutionException e) {
            return noEngines(e.getCause());
        } catch (LaunchException e) {
            return noEngines(e);
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    private static int noEngines(Throwable cause) {
        System.err.println("tutti: " + cause.getMessage());
        return ExitCode.NO_ENGINES;
    }

    private void awaitEndOfInput() {
        byte[] chunk = new byte[CHUNK];
        InputStream input = System.in;
        try {
            while (input.read(chunk) >= 0) {
                // what is said there is of no meaning
            }
        } catch (IOException _) {
            // it cannot be read, so nobody can end it
        }
        end.complete(null);
    }

    /** What no program asked for. */
    private static final class OnStandardError implements BackgroundListener {

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {
            System.err.println("[" + engine + "] " + text.stripTrailing());
        }

        @Override
        public void note(String sentence) {
            System.err.println("tutti: " + sentence);
        }
    }
}
