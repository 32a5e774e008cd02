package dev.tutti.client;

import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What direct and engine views have in common: calls to chosen engines, and the results as parts. Any thread. */
final class DirectCalls {

    private final ClusterLink link;
    private final Targets targets;
    private final ViewOptions options;

    DirectCalls(ClusterLink link, Targets targets, ViewOptions options) {
        this.link = link;
        this.targets = targets;
        this.options = options;
    }

    DirectCalls with(ViewOptions changed) {
        return new DirectCalls(link, targets, changed);
    }

    ViewOptions options() {
        return options;
    }

    List<EngineId> targets() {
        return targets.now();
    }

    // Calls.

    /** Calls a function with arguments at each target. */
    Parts call(Object function, List<?> arguments, boolean keep) {
        Dispatcher dispatcher = link.dispatcher();
        List<EngineId> to = targets.now();
        TaskFunction code = dispatcher.function(function);
        List<Parcel> encoded = dispatcher.arguments(arguments);
        Parts parts = new Parts(dispatcher, options.label());
        TaskId id = dispatcher.next();
        Dispatcher.Sink sink = parts.add(id, to, new Inputs(function, arguments));
        parts.seal();
        dispatcher.submit(
                List.of(code),
                List.of(how(to, keep)),
                List.of(new Dispatcher.Sent(new TaskSpec(id, 0, 0, encoded), sink)));
        return parts;
    }

    /** Cuts a sequence into one block for each target and calls a function with each element there. */
    <A, R> Parts map(Function<? super A, ? extends R> function, Object sequence) {
        Dispatcher dispatcher = link.dispatcher();
        Fn<Object, List<R>> overBlock = block -> overBlock(function, block);
        return toEach(dispatcher.function(overBlock), Optional.of(overBlock), Blocks.cuttable(sequence), false);
    }

    @SuppressWarnings("unchecked") // the elements are the caller's affair
    private static <A, R> List<R> overBlock(Function<? super A, ? extends R> function, Object block) {
        List<R> results = new ArrayList<>();
        for (int i = 0; i < Blocks.length(block); i++) {
            results.add(function.apply((A) Blocks.element(block, i)));
        }
        return results;
    }

    // Names.

    Parts put(Map<String, ?> values) {
        LinkDispatcher dispatcher = link.dispatcher();
        List<EngineId> to = targets.now();
        List<TaskFunction> functions = new ArrayList<>();
        List<List<Parcel>> arguments = new ArrayList<>();
        for (Map.Entry<String, ?> entry : new TreeMap<String, Object>(values).entrySet()) {
            functions.add(new TaskFunction.Put(dispatcher.names().written(entry.getKey(), entry.getValue())));
            arguments.add(dispatcher.arguments(Collections.singletonList(entry.getValue())));
        }
        return toAll(to, functions, arguments, false);
    }

    /** One part for each name at each target: all targets of the first name, then of the next. */
    Parts get(List<String> names) {
        List<TaskFunction> functions = new ArrayList<>();
        List<List<Parcel>> arguments = new ArrayList<>();
        for (String name : names) {
            functions.add(new TaskFunction.Get(link.dispatcher().names().read(name), Optional.empty()));
            arguments.add(List.of());
        }
        return toAll(targets.now(), functions, arguments, false);
    }

    Parts scatter(String name, Object sequence, boolean flatten) {
        Object cut = Blocks.cuttable(sequence);
        int count = targets.now().size();
        Name written = link.dispatcher().names().written(name, Blocks.first(cut, count, flatten));
        return toEach(new TaskFunction.Put(written), Optional.empty(), cut, flatten);
    }

    /** The blocks that a name has at the targets, put together as they came. */
    <T> AsyncResult<T> gather(String name) {
        return AsyncResult.ofParcels(get(List.of(name)), this::join);
    }

    @SuppressWarnings("unchecked") // the caller says what he expects, as for any name
    private <T> T join(List<Parcel> blocks) {
        return (T) link.dispatcher().joined(blocks);
    }

    /** As {@link #finish}; afterwards nobody has the parts of the result, and their files can go. */
    <T> T finishGathered(AsyncResult<T> gathered) {
        try {
            return finish(gathered);
        } finally {
            for (Part part : gathered.parts().all()) {
                if (part.succeeded()) {
                    link.dispatcher().release(List.of(part.parcel()));
                }
            }
        }
    }

    // Submitting.

    /** Tasks that go to all targets: one for each function. */
    private Parts toAll(List<EngineId> to, List<TaskFunction> functions, List<List<Parcel>> arguments, boolean keep) {
        Dispatcher dispatcher = link.dispatcher();
        Parts parts = new Parts(dispatcher, options.label());
        List<Dispatcher.Sent> tasks = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            TaskId id = dispatcher.next();
            tasks.add(new Dispatcher.Sent(new TaskSpec(id, i, 0, arguments.get(i)), parts.add(id, to)));
        }
        parts.seal();
        if (!tasks.isEmpty()) {
            dispatcher.submit(functions, List.of(how(to, keep)), tasks);
        }
        return parts;
    }

    /**
     * One task for each target, with a block of the sequence as its argument.
     *
     * @param code the function as this program has it, if it is one of the user's
     */
    private Parts toEach(TaskFunction function, Optional<Fn<Object, ?>> code, Object sequence, boolean flatten) {
        LinkDispatcher dispatcher = link.dispatcher();
        List<EngineId> to = targets.now();
        List<List<Parcel>> blocks = blocks(sequence, to.size(), flatten);
        Parts parts = new Parts(dispatcher, options.label());
        List<TaskOptions> how = new ArrayList<>();
        List<Dispatcher.Sent> tasks = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            TaskId id = dispatcher.next();
            List<EngineId> one = List.of(to.get(i));
            how.add(how(one, false));
            TaskSpec spec = new TaskSpec(id, 0, i, blocks.get(i));
            int index = i;
            tasks.add(new Dispatcher.Sent(
                    spec,
                    code.map(call -> parts.add(id, one, new Inputs(call, blockAt(sequence, to.size(), index))))
                            .orElseGet(() -> parts.add(id, one))));
        }
        parts.seal();
        dispatcher.submit(List.of(function), how, tasks);
        return parts;
    }

    /** A block as an argument here: a view, nothing is copied. */
    private static List<?> blockAt(Object sequence, int count, int index) {
        int length = Blocks.length(sequence);
        return Collections.singletonList(
                Blocks.between(sequence, Blocks.start(length, count, index), Blocks.start(length, count, index + 1)));
    }

    /** Large blocks of plain numbers are written side by side: each has a file of its own. */
    private List<List<Parcel>> blocks(Object sequence, int count, boolean flatten) {
        LinkDispatcher dispatcher = link.dispatcher();
        int length = Blocks.length(sequence);
        IntStream places = IntStream.range(0, count);
        return (Blocks.isLarge(sequence) ? places.parallel() : places)
                .mapToObj(i -> {
                    int from = Blocks.start(length, count, i);
                    int until = Blocks.start(length, count, i + 1);
                    return flatten && until - from == 1
                            ? dispatcher.arguments(Collections.singletonList(Blocks.element(sequence, from)))
                            : List.of(dispatcher.block(sequence, from, until));
                })
                .toList();
    }

    private TaskOptions how(List<EngineId> to, boolean keep) {
        return new TaskOptions(to, Optional.empty(), keep, options.running(), options.label());
    }

    // Waiting.

    /** Waits for a result as long as the view says; then it is cancelled. */
    <T> T finish(AsyncResult<T> result) {
        if (options.waiting().isPresent()) {
            awaitOrCancel(result, options.waiting().get());
        }
        return result.result();
    }

    private static void awaitOrCancel(AsyncResult<?> result, Duration limit) {
        try {
            if (!result.await(limit)) {
                result.cancel(true);
                throw new TaskTimeoutException(
                        OptionalInt.empty(),
                        "After " + limit.toMillis() + " ms, " + result.progress() + " of " + result.size()
                                + " had ended; the rest is cancelled.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // waiting for the result then ends at once
        }
    }

    // Code as text.

    /** The results, failures in place; where the code did not compile, the future fails. */
    CompletableFuture<List<CodeResult>> executeAsync(String code) {
        List<EngineId> to = targets.now();
        return ask(code, to).thenApply(answer -> CodeResult.inOrder((TaskMessage.CodeExecuted) answer, to));
    }

    private CompletableFuture<Message> ask(String code, List<EngineId> to) {
        return link.dispatcher().link().ask(new TaskMessage.ExecuteCode(to, code, true));
    }

    List<CodeResult> execute(String code) {
        List<EngineId> to = targets.now();
        CompletableFuture<Message> answer = ask(code, to);
        try {
            long limit = options.waiting().map(AsyncResult::nanos).orElse(Long.MAX_VALUE);
            if (!Waiting.await(answer, limit, () -> {})) {
                throw new TaskTimeoutException(
                        OptionalInt.empty(), "The code had not ended on all engines in time; it goes on.");
            }
            TaskMessage.CodeExecuted executed = Answers.await(answer, TaskMessage.CodeExecuted.class);
            return CodeResult.requireSuccess(CodeResult.inOrder(executed, to));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("The thread was interrupted while it waited for code on engines.");
        } catch (LinkException e) {
            throw new ClusterException("The code could not be run: " + e.getMessage(), e.getCause());
        }
    }
}
