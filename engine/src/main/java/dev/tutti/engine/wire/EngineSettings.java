package dev.tutti.engine.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * With what a set of engines is started.
 *
 * @param name what the set is called; also a group in the language of targets; may be empty
 * @param jvmArguments further arguments of their JVMs
 * @param environment further variables of their environment
 * @param directory their working directory; empty for the controller's
 * @param resources tags that tasks may ask for
 */
public record EngineSettings(
        String name,
        List<String> jvmArguments,
        Map<String, String> environment,
        String directory,
        Set<String> resources) {

    /** As the controller starts engines by itself. */
    public static final EngineSettings PLAIN = new EngineSettings("", List.of(), Map.of(), "", Set.of());

    public EngineSettings {
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
        resources = Set.copyOf(resources);
    }
}
