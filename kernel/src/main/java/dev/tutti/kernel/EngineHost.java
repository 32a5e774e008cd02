package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.launch.LocalCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A controller and engines without a kernel: programs connect to it by its connection file, with sessions whose classes
 * they serve themselves. Any thread.
 */
public final class EngineHost implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final Controller controller;
    private final Path connectionFile;

    private EngineHost(Controller controller, Path connectionFile) {
        this.controller = controller;
        this.connectionFile = connectionFile;
    }

    /**
     * What it is made of.
     *
     * @param engineJar the engine's jar
     * @param engineAotCache its AOT cache, if there is one
     * @param engineJvmArguments further JVM arguments of every engine
     * @param connectionFile where programs are told how to connect; none: in the user's runtime or state folder
     * @param background is told what happens outside of tasks
     */
    public record Config(
            Path engineJar,
            Optional<AotCache> engineAotCache,
            List<String> engineJvmArguments,
            Optional<Path> connectionFile,
            BackgroundListener background) {

        public Config {
            Objects.requireNonNull(engineJar, "engineJar");
            Objects.requireNonNull(engineAotCache, "engineAotCache");
            engineJvmArguments = List.copyOf(engineJvmArguments);
            Objects.requireNonNull(connectionFile, "connectionFile");
            Objects.requireNonNull(background, "background");
        }
    }

    /**
     * A running controller without engines.
     *
     * @throws LaunchException if it cannot listen, or the connection file cannot be written
     */
    public static EngineHost open(Config config) throws LaunchException {
        Path file = config.connectionFile()
                .orElseGet(LocalCluster::defaultConnectionFile)
                .toAbsolutePath();
        ControllerConfig made = new ControllerConfig(
                config.engineJar(),
                config.engineAotCache(),
                config.engineJvmArguments(),
                START_TIMEOUT,
                (_, _) -> Optional.empty(),
                _ -> new byte[0],
                SessionServices.NONE,
                new News(config.background()));
        return new EngineHost(LocalCluster.open(made, file), file);
    }

    /** Starts engines; completes when all are ready, fails with {@link LaunchException} as soon as one cannot be had. */
    public CompletableFuture<List<EngineId>> start(int engines) {
        return controller.start(engines);
    }

    /** The absolute path of the file by which programs connect. */
    public Path connectionFile() {
        return connectionFile;
    }

    /** Ends the engines, waiting for them at most 2 s. */
    @Override
    public void close() {
        controller.close();
    }

    /** What no program asked for. */
    private record News(BackgroundListener background) implements ControllerConfig.Listener {

        @Override
        public void joined(EngineId engine) {}

        @Override
        public void lost(EngineId engine, String reason) {
            background.note("Engine " + engine + " is lost: " + reason + ".");
        }

        @Override
        public void silent(EngineId engine, Duration since) {
            background.note("Engine " + engine + " has given no sign of life for " + since.toSeconds() + " s.");
        }

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {
            background.output(engine, kind, text);
        }
    }
}
