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
 * @param attachTo the process id of a running JVM in which the engine is to live; 0 for a process of its own
 */
public record EngineSettings(
        String name,
        List<String> jvmArguments,
        Map<String, String> environment,
        String directory,
        Set<String> resources,
        long attachTo) {

    /** As the controller starts engines by itself. */
    public static final EngineSettings PLAIN = new EngineSettings("", List.of(), Map.of(), "", Set.of(), 0);

    public EngineSettings {
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
        resources = Set.copyOf(resources);
        if (attachTo < 0) {
            throw new IllegalArgumentException("There is no process " + attachTo + ".");
        }
    }

    /** For an engine in a running JVM. */
    public static EngineSettings attached(long pid, String name, Set<String> resources) {
        return new EngineSettings(name, List.of(), Map.of(), "", resources, pid);
    }

    /** Whether the engine lives in a JVM that is not its own. */
    public boolean attached() {
        return attachTo != 0;
    }
}
