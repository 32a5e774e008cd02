package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that an engine's session knows by name: a session variable, or a value that was put there under a name that
 * the session does not declare.
 *
 * @param text the name as written ({@code a.b}), for messages
 * @param variable the session variable of that name, if the session declares it
 * @param path fields to follow from there ({@code b}); empty for the value itself
 */
public record Name(String text, Optional<VariableRef> variable, List<String> path) {

    public Name {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(variable, "variable");
        path = List.copyOf(path);
    }
}
