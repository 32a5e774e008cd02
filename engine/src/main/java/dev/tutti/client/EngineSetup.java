package dev.tutti.client;

import dev.tutti.engine.wire.EngineSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * With what engines are started: {@code EngineSetup.named("big").withJvmArguments("-Xmx4g").withResources("gpu")}.
 *
 * @param name what the set is called, also as targets: {@code @name}; may be empty
 * @param jvmArguments further arguments of their JVMs
 * @param environment further variables of their environment
 * @param directory their working directory; none for the controller's
 * @param resources tags that tasks may ask for
 */
public record EngineSetup(
        String name,
        List<String> jvmArguments,
        Map<String, String> environment,
        Optional<Path> directory,
        Set<String> resources) {

    /** As the controller starts engines by itself. */
    public static final EngineSetup PLAIN = named("");

    public EngineSetup {
        Objects.requireNonNull(name, "name");
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(directory, "directory");
        resources = Set.copyOf(resources);
    }

    /** A set of engines with a name. */
    public static EngineSetup named(String name) {
        return new EngineSetup(name, List.of(), Map.of(), Optional.empty(), Set.of());
    }

    /** With further arguments of the JVM. */
    public EngineSetup withJvmArguments(String... arguments) {
        List<String> more = new ArrayList<>(jvmArguments);
        more.addAll(List.of(arguments));
        return new EngineSetup(name, more, environment, directory, resources);
    }

    /** With a further variable of the environment. */
    public EngineSetup withEnvironment(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new EngineSetup(name, jvmArguments, more, directory, resources);
    }

    /** In a working directory. */
    public EngineSetup in(Path newDirectory) {
        return new EngineSetup(name, jvmArguments, environment, Optional.of(newDirectory), resources);
    }

    /** With these tags. */
    public EngineSetup withResources(String... tags) {
        return new EngineSetup(name, jvmArguments, environment, directory, Set.of(tags));
    }

    EngineSettings settings() {
        String path = directory.map(Path::toAbsolutePath).map(Path::toString).orElse("");
        return new EngineSettings(name, jvmArguments, environment, path, resources, 0);
    }
}
