package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/** Sends the tasks of balanced views. Any thread. */
final class BalancedCalls {

    /** So many tasks are handed on at once: the first run while the others are being encoded. */
    private static final int BATCH = 256;

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
        List<TaskFunction> functions = functions(dispatcher, function);
        TaskSpec spec = new TaskSpec(id, 0, 0, arguments.isEmpty() ? List.of() : dispatcher.arguments(arguments));
        List<Dispatcher.Sent> one = List.of(new Dispatcher.Sent(spec, parts.add(id)));
        parts.seal();
        count(parts);
        dispatcher.submit(functions, List.of(options(keep)), one);
        return parts;
    }

    /** One sequence of the values of parts, as they came. */
    @SuppressWarnings("unchecked") // the function gave it
    <T> AsyncResult<T> joined(Parts parts) {
        return AsyncResult.ofParcels(parts, blocks -> (T) link.dispatcher().joined(blocks));
    }

    /** A call of a function for each of the arguments, one task each. */
    Parts submitAll(Object function, List<?> arguments) {
        Dispatcher dispatcher = link.dispatcher();
        List<TaskFunction> functions = functions(dispatcher, function);
        List<TaskOptions> options = List.of(options(false));
        Parts parts = new Parts(dispatcher, flags.label());
        count(parts);
        List<Dispatcher.Sent> batch = new ArrayList<>();
        for (Object argument : arguments) {
            TaskId id = dispatcher.next();
            List<Parcel> encoded = dispatcher.arguments(java.util.Collections.singletonList(argument));
            batch.add(new Dispatcher.Sent(new TaskSpec(id, 0, 0, encoded), parts.add(id)));
            if (batch.size() == BATCH) {
                dispatcher.submit(functions, options, List.copyOf(batch));
                batch.clear();
            }
        }
        parts.seal();
        if (!batch.isEmpty()) {
            dispatcher.submit(functions, options, List.copyOf(batch));
        }
        return parts;
    }

    /** How many elements are one task, of so many. */
    int chunk(int elements) {
        if (flags.chunk().isPresent()) {
            return flags.chunk().getAsInt();
        }
        int engines = Math.max(1, link.dispatcher().engines().size());
        return Math.max(1, Math.ceilDiv(elements, 4 * engines));
    }

    /** How many engines there are now; at least 1. */
    int engines() {
        return Math.max(1, link.dispatcher().engines().size());
    }

    private List<TaskFunction> functions(Dispatcher dispatcher, Object function) {
        TaskFunction code = dispatcher.function(function);
        return flags.placing()
                .predicate
                .map(predicate -> List.of(code, dispatcher.function(predicate)))
                .orElseGet(() -> List.of(code));
    }

    /** The same object for all plain tasks of a view: those that are sent together share it on the wire. */
    private TaskOptions options(boolean keep) {
        if (flags.placing().targets.isPresent()) {
            List<EngineId> engines = link.resolve(flags.placing().targets.get());
            return flags.placing().options(engines, keep, flags.label());
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

    private void count(Parts parts) {
        flags.group().ifPresent(group -> group.add(parts));
    }
}
