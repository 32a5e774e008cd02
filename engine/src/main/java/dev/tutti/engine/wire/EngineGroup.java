package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Engines under one name, written {@code @name} among targets.
 *
 * @param engines as they were given, each once; those that have been stopped are left out
 */
public record EngineGroup(String name, List<EngineId> engines) {

    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_.][\\p{Alnum}_.-]*");

    public EngineGroup {
        Objects.requireNonNull(name, "name");
        engines = List.copyOf(engines);
    }

    /** Whether engines can be called so: the language of targets must be able to say it. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
