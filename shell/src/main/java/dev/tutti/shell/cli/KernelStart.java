package dev.tutti.shell.cli;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.KernelConfig;
import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.kernel.settings.UserProfile;
import dev.tutti.kernel.view.StreamMode;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

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
            UserProfile profile,
            boolean atPrompt,
            StreamMode mode,
            IntSupplier width,
            ControllerConfig.InputSource input,
            BackgroundListener background)
            throws UsageException {
        Settings settings = profile.settings();
        for (Path entry : invocation.engineSetup().classPath()) {
            if (!Files.exists(entry)) {
                throw new UsageException("There is no " + entry + " to put on the class path (--class-path).");
            }
        }
        List<Path> classPath = new ArrayList<>(classPath(settings));
        classPath.addAll(invocation.engineSetup().classPath());
        List<String> jvmArguments = new ArrayList<>();
        boolean drawn =
                Streams.detect().errorIsTerminal() && !invocation.output().json();
        jvmArguments.add("-Dtutti.stderr.terminal=" + drawn); // for bars of progress and what changes in place
        jvmArguments.addAll(words(settings.get(KnownSettings.JVM_ARGUMENTS), "\\s+"));
        jvmArguments.addAll(invocation.engineSetup().jvmArguments());
        OptionalInt engines = settings.numberOf(KnownSettings.ENGINES);
        OptionalInt seconds = settings.numberOf(KnownSettings.TIMEOUT);
        return Kernel.open(new KernelConfig(
                engineJar(),
                aotCache(),
                invocation.engines().orElse(engines.orElse(Runtime.getRuntime().availableProcessors())),
                atPrompt || invocation.engines().isPresent(),
                jvmArguments,
                classPath,
                invocation.arguments(),
                mode,
                invocation
                        .limits()
                        .timeout()
                        .or(() -> seconds.stream().mapToObj(Duration::ofSeconds).findFirst()),
                !atPrompt,
                width,
                input,
                background,
                profile));
    }

    /** What the profile puts on the class path. */
    private static List<Path> classPath(Settings settings) throws UsageException {
        List<Path> classPath = new ArrayList<>();
        for (String entry : words(settings.get(KnownSettings.CLASS_PATH), File.pathSeparator)) {
            if (!Files.exists(Path.of(entry))) {
                throw new UsageException("There is no " + entry + " to put on the class path, as "
                        + KnownSettings.CLASS_PATH.name() + " of " + settings.file() + " wants it.");
            }
            classPath.add(Path.of(entry));
        }
        return classPath;
    }

    private static List<String> words(String text, String separator) {
        return Stream.of(text.strip().split(separator))
                .filter(word -> !word.isEmpty())
                .toList();
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
