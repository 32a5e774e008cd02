package dev.tutti.kernel;

import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.settings.UserProfile;
import dev.tutti.kernel.view.StreamMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What a kernel is made of.
 *
 * @param engineJar the engine's jar
 * @param engineAotCache its AOT cache, if there is one
 * @param engines how many engines besides local
 * @param eager whether they start at once, or when first needed
 * @param engineJvmArguments further JVM arguments of every engine
 * @param classPath jars and folders that cells may use
 * @param arguments what {@code args} holds at every place
 * @param stream when output is shown
 * @param timeout how long a cell may run
 * @param exitEnds whether {@code System.exit} at local is meant for the whole run; else local is replaced
 * @param width columns of the display, asked for at each cell
 * @param input standard input of cells at local
 * @param background is told what happens outside of cells
 * @param profile what the user has set and kept
 */
public record KernelConfig(
        Path engineJar,
        Optional<AotCache> engineAotCache,
        int engines,
        boolean eager,
        List<String> engineJvmArguments,
        List<Path> classPath,
        List<String> arguments,
        StreamMode stream,
        Optional<Duration> timeout,
        boolean exitEnds,
        IntSupplier width,
        ControllerConfig.InputSource input,
        BackgroundListener background,
        UserProfile profile) {

    public KernelConfig {
        Objects.requireNonNull(engineJar, "engineJar");
        Objects.requireNonNull(engineAotCache, "engineAotCache");
        if (engines < 0) {
            throw new IllegalArgumentException("The number of engines is 0 or more, not " + engines);
        }
        engineJvmArguments = List.copyOf(engineJvmArguments);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(width, "width");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(background, "background");
        Objects.requireNonNull(profile, "profile");
    }
}
