package dev.tutti.client;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends the tasks of balanced views. Any thread. */
final class BalancedCalls {

    /** So many tasks are handed on at once: the first run while the others are being encoded. */
    private static final int BATCH = 256;

    /** Fewer would leave engines idle at the end, more would be lost on the way. */
    private static final int CHUNKS_OF_AN_ENGINE = 4;

    private final ClusterLink link;
    private final BalancedFlags flags;
    private volatile TaskOptions plain;

    BalancedCalls(ClusterLink link, BalancedFlags flags) {
        this.link = link;
        this.flags = flags;
    }

    BalancedCalls with(BalancedFlags changed) {
        return new BalancedCalls(link, changed);
    }

    BalancedFlags flags() {
        return flags;
    }

    /** One call of a function. */
    Parts submit(Object function, List<?> arguments, boolean keep) {
        Dispatcher dispatcher = link.dispatcher();
        Parts parts = new Parts(dispatcher, flags.label());
        TaskId id = dispatcher.next();
        List<TaskOptions> options = List.of(options(keep, places(arguments)));
        List<TaskFunction> functions = functions(dispatcher, function);
        TaskSpec spec = new TaskSpec(id, 0, 0, arguments.isEmpty() ? List.of() : dispatcher.arguments(arguments));
        List<Dispatcher.Sent> one = List.of(new Dispatcher.Sent(spec, parts.add(id, new Inputs(function, arguments))));
        parts.seal();
        count(parts);
        dispatcher.submit(functions, options, one);
        return parts;
    }

    /**
     * One sequence of the values of parts, as they came.
     *
     * @param none what it is if there are none
     */
    @SuppressWarnings("unchecked") // the function gave it
    <T> AsyncResult<T> joined(Parts parts, T none) {
        return AsyncResult.ofParcels(
                parts, blocks -> blocks.isEmpty() ? none : (T) link.dispatcher().joined(blocks));
    }

    /**
     * A call of a function for each of the arguments, one task each.
     *
     * @throws UnsendableClosureException if an argument cannot travel; those before it are cancelled then
     */
    Parts submitAll(Object function, List<?> arguments) {
        Dispatcher dispatcher = link.dispatcher();
        List<TaskFunction> functions = functions(dispatcher, function);
        List<TaskOptions> options = List.of(options(false, Set.of()));
        Parts parts = new Parts(dispatcher, flags.label());
        List<Dispatcher.Sent> batch = new ArrayList<>();
        boolean encoded = false;
        try {
            for (Object argument : arguments) {
                List<Object> only = Collections.singletonList(argument);
                TaskSpec spec = new TaskSpec(dispatcher.next(), 0, 0, dispatcher.arguments(only));
                batch.add(new Dispatcher.Sent(spec, parts.add(spec.id(), new Inputs(function, only))));
                if (batch.size() == BATCH) {
                    dispatcher.submit(functions, options, List.copyOf(batch));
                    batch.clear();
                }
            }
            encoded = true;
        } finally {
            if (!encoded) {
                parts.cancel(true);
            }
        }
        parts.seal();
        count(parts);
        if (!batch.isEmpty()) {
            dispatcher.submit(functions, options, List.copyOf(batch));
        }
        return parts;
    }

    /** How many elements are one task, of so many. */
    int chunk(int elements) {
        return flags.chunk().orElseGet(() -> Math.max(1, Math.ceilDiv(elements, CHUNKS_OF_AN_ENGINE * engines())));
    }

    /** How many engines there are now that may take the tasks; at least 1. */
    int engines() {
        int engines = flags.placing()
                .targets
                .map(link::resolve)
                .map(List::size)
                .orElseGet(() -> link.dispatcher().engines().size());
        return Math.max(1, engines);
    }

    /** A task of this client, for those that depend on it. */
    boolean knows(AsyncResult<?> result) {
        return result.parts().dispatcher() == link.dispatcher();
    }

    private List<TaskFunction> functions(Dispatcher dispatcher, Object function) {
        TaskFunction code = dispatcher.function(function);
        return flags.placing()
                .predicate
                .map(predicate -> List.of(code, dispatcher.function(predicate)))
                .orElseGet(() -> List.of(code));
    }

    /** The engines that have what references among the arguments stand for. */
    private static Set<EngineId> places(List<?> arguments) {
        Set<EngineId> places = new HashSet<>();
        for (Object argument : arguments) {
            if (argument instanceof HeldReference<?> reference) {
                places.add(reference.engine());
            }
        }
        return places;
    }

    /**
     * The same object for all plain tasks of a view: those that are sent together share it on the wire.
     *
     * @param places where a task must run; anywhere if there are none
     */
    private TaskOptions options(boolean keep, Set<EngineId> places) {
        if (flags.placing().targets.isPresent() || !places.isEmpty()) {
            return flags.placing().options(targets(places), keep, flags.label());
        }
        if (keep) {
            return flags.placing().options(List.of(), true, flags.label());
        }
        TaskOptions made = plain;
        if (made == null) {
            made = flags.placing().options(List.of(), false, flags.label());
            plain = made;
        }
        return made;
    }

    private List<EngineId> targets(Set<EngineId> places) {
        Optional<List<EngineId>> targets = flags.placing().targets.map(link::resolve);
        if (places.isEmpty()) {
            return targets.orElseThrow();
        }
        EngineId place = places.iterator().next();
        if (places.size() > 1 || targets.isPresent() && !targets.get().contains(place)) {
            throw new IllegalArgumentException(
                    "A task runs where the values are that its references stand for, and these"
                            + " are on " + EngineRanges.of(places)
                            + targets.map(allowed -> "; the view's targets are " + EngineRanges.of(allowed))
                                    .orElse("")
                            + ". Bring a value with get().");
        }
        return List.of(place);
    }

    private void count(Parts parts) {
        flags.group().ifPresent(group -> group.add(parts));
    }
}
