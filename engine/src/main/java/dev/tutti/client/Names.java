package dev.tutti.client;

import dev.tutti.engine.execute.Place;
import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names as the session understands them: asked of the kernel once until the next cell begins, because a variable may be
 * declared anew. A name that is given a value is declared, if it was not. In a session without a kernel all names are
 * undeclared. Any thread.
 */
final class Names {

    private final Dispatcher dispatcher;
    private final boolean ofKernel;
    private volatile Known known = new Known(new Object(), Map.of());

    private record Known(Object moment, Map<String, VariableRef> byName) {}

    Names(Dispatcher dispatcher, boolean ofKernel) {
        this.dispatcher = dispatcher;
        this.ofKernel = ofKernel;
    }

    /** A name to be read, perhaps with dots. */
    Name read(String text) {
        List<String> parts = parts(text);
        return new Name(text, variable(parts.getFirst(), Optional.empty()), parts.subList(1, parts.size()));
    }

    /** A name to be given a value. */
    Name written(String text, Object value) {
        List<String> parts = parts(text);
        Optional<String> declared = parts.size() == 1 ? Optional.of(TypeText.of(value)) : Optional.empty();
        return new Name(text, variable(parts.getFirst(), declared), parts.subList(1, parts.size()));
    }

    private static List<String> parts(String text) {
        List<String> parts = Arrays.asList(text.strip().split("\\.", -1));
        for (String part : parts) {
            if (part.isEmpty()
                    || !Character.isJavaIdentifierStart(part.charAt(0))
                    || !part.chars().allMatch(Character::isJavaIdentifierPart)) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a name. Write a variable, or a field of one: point.x");
            }
        }
        return parts;
    }

    private Optional<VariableRef> variable(String name, Optional<String> declare) {
        if (!ofKernel) {
            return Optional.empty();
        }
        Map<String, VariableRef> byName = now();
        VariableRef present = byName.get(name);
        if (present != null) {
            return Optional.of(present);
        }
        Optional<VariableRef> found = ask(name, declare);
        found.ifPresent(variable -> byName.put(name, variable));
        return found;
    }

    private Optional<VariableRef> ask(String name, Optional<String> declare) {
        try {
            return Answers.await(
                            dispatcher.link().ask(new TaskMessage.AskVariable(name, declare)),
                            TaskMessage.VariableFound.class)
                    .variable();
        } catch (LinkException e) {
            throw new RemoteException("What " + name + " is in the session cannot be told: " + e.getMessage(), e);
        }
    }

    private Map<String, VariableRef> now() {
        Object moment = Place.moment();
        Known latest = known;
        if (latest.moment() != moment) {
            latest = new Known(moment, new ConcurrentHashMap<>());
            known = latest;
        }
        return latest.byName();
    }
}
