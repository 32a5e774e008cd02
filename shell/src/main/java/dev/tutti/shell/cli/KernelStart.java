package dev.tutti.shell.cli;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.KernelConfig;
import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.view.StreamMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;

/** From the command line to a running kernel. */
final class KernelStart {

    private KernelStart() {}

    /**
     * Opens a kernel.
     *
     * @param atPrompt whether there is a prompt: then engines start at once, and System.exit concerns local alone
     */
    static Kernel open(
            Invocation invocation,
            boolean atPrompt,
            StreamMode mode,
            IntSupplier width,
            ControllerConfig.InputSource input,
            BackgroundListener background)
            throws UsageException {
        for (Path entry : invocation.engineSetup().classPath()) {
            if (!Files.exists(entry)) {
                throw new UsageException("There is no " + entry + " to put on the class path (--class-path).");
            }
        }
        return Kernel.open(new KernelConfig(
                engineJar(),
                aotCache(),
                invocation.engines().orElse(Runtime.getRuntime().availableProcessors()),
                atPrompt || invocation.engines().isPresent(),
                invocation.engineSetup().jvmArguments(),
                invocation.engineSetup().classPath(),
                invocation.arguments(),
                mode,
                invocation.limits().timeout(),
                !atPrompt,
                width,
                input,
                background));
    }

    /** The start script names the cache, or what one is to be made from. */
    static Optional<AotCache> aotCache() {
        String configuration = System.getProperty("tutti.engine.aotConfiguration");
        if (configuration != null) {
            return Optional.of(new AotCache(Path.of(configuration), true));
        }
        return Optional.ofNullable(System.getProperty("tutti.engine.aot"))
                .map(Path::of)
                .filter(Files::exists)
                .map(file -> new AotCache(file, false));
    }

    static Path engineJar() {
        String given = System.getProperty("tutti.engine.jar");
        if (given != null) {
            return Path.of(given);
        }
        try {
            return Path.of(EngineId.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The engine's jar has no usable place: " + e.getInput(), e);
        }
    }
}
