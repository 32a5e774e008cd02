package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Chosen engines, each of which runs every call: results come as lists, in the order of the targets as they were written.
 * Targets such as {@code all} are looked up at each call. After ipyparallel's DirectView.
 *
 * <p>Any thread. Methods that wait throw what failed: a {@link CompositeException} with each engine's failure,
 * {@link NoEnginesException} if there is no engine, {@link UnsendableClosureException} if a function or argument cannot
 * travel; then nothing was sent. Lambdas carry the session variables that they read. Views are immutable: the
 * {@code with} methods give changed copies.
 */
public final class DirectView {

    private final String text;
    private final DirectCalls calls;

    DirectView(String text, DirectCalls calls) {
        this.text = text;
        this.calls = calls;
    }

    /** The numbers of the engines that a call goes to now. */
    public List<Integer> targets() {
        return calls.targets().stream().map(EngineId::number).toList();
    }

    /** How many engines a call goes to now. */
    public int size() {
        return calls.targets().size();
    }

    // Calls: one value for each target.

    /** Calls a function at each target and waits for what it gives at each target, in their order. */
    public <R> List<R> apply(Callable<R> function) {
        return calls.finish(applyAsync(function));
    }

    /** As {@link #apply(Callable)}, without waiting. */
    public <R> AsyncList<R> applyAsync(Callable<R> function) {
        return async(function);
    }

    /** As {@link #apply(Callable)}, for a lambda of an ordinary program. */
    public <R> List<R> apply(Call<R> function) {
        return calls.finish(applyAsync(function));
    }

    /** As {@link #applyAsync(Callable)}, for a lambda of an ordinary program. */
    public <R> AsyncList<R> applyAsync(Call<R> function) {
        return async(function);
    }

    /** Calls an action at each target and waits until it has ended at all. */
    public void apply(Runnable action) {
        calls.finish(applyAsync(action));
    }

    /** As {@link #apply(Runnable)}, without waiting. */
    public AsyncList<Void> applyAsync(Runnable action) {
        return async(action);
    }

    /** As {@link #apply(Runnable)}, for a lambda of an ordinary program. */
    public void apply(Action action) {
        calls.finish(applyAsync(action));
    }

    /** As {@link #applyAsync(Runnable)}, for a lambda of an ordinary program. */
    public AsyncList<Void> applyAsync(Action action) {
        return async(action);
    }

    /** Calls a function of one argument at each target and waits for what it gives at each target, in their order. */
    public <A, R> List<R> apply(Function<? super A, ? extends R> function, A argument) {
        return calls.finish(applyAsync(function, argument));
    }

    /** As {@link #apply(Function, Object)}, without waiting. */
    public <A, R> AsyncList<R> applyAsync(Function<? super A, ? extends R> function, A argument) {
        return async(function, argument);
    }

    /** As {@link #apply(Function, Object)}, for a lambda of an ordinary program. */
    public <A, R> List<R> apply(Fn<? super A, ? extends R> function, A argument) {
        return calls.finish(applyAsync(function, argument));
    }

    /** As {@link #applyAsync(Function, Object)}, for a lambda of an ordinary program. */
    public <A, R> AsyncList<R> applyAsync(Fn<? super A, ? extends R> function, A argument) {
        return async(function, argument);
    }

    /** Calls a function of two arguments at each target and waits for what it gives at each target, in their order. */
    public <A, B, R> List<R> apply(BiFunction<? super A, ? super B, ? extends R> function, A first, B second) {
        return calls.finish(applyAsync(function, first, second));
    }

    /** As {@link #apply(BiFunction, Object, Object)}, without waiting. */
    public <A, B, R> AsyncList<R> applyAsync(
            BiFunction<? super A, ? super B, ? extends R> function, A first, B second) {
        return async(function, first, second);
    }

    /** As {@link #apply(BiFunction, Object, Object)}, for a lambda of an ordinary program. */
    public <A, B, R> List<R> apply(Fn2<? super A, ? super B, ? extends R> function, A first, B second) {
        return calls.finish(applyAsync(function, first, second));
    }

    /** As {@link #applyAsync(BiFunction, Object, Object)}, for a lambda of an ordinary program. */
    public <A, B, R> AsyncList<R> applyAsync(Fn2<? super A, ? super B, ? extends R> function, A first, B second) {
        return async(function, first, second);
    }

    /** Calls a function of three arguments at each target and waits for what it gives at each target, in their order. */
    public <A, B, C, R> List<R> apply(
            Fn3<? super A, ? super B, ? super C, ? extends R> function, A first, B second, C third) {
        return calls.finish(applyAsync(function, first, second, third));
    }

    /** As {@link #apply(Fn3, Object, Object, Object)}, without waiting. */
    public <A, B, C, R> AsyncList<R> applyAsync(
            Fn3<? super A, ? super B, ? super C, ? extends R> function, A first, B second, C third) {
        return async(function, first, second, third);
    }

    /**
     * Calls a function object with arguments of any kind: values, {@link Ref}s to the engine's own variables, and
     * {@link RemoteReference}s to values there, of which the function gets what they stand for.
     */
    public AsyncList<Object> call(Object function, Object... arguments) {
        return async(function, arguments);
    }

    private <R> AsyncList<R> async(Object function, Object... arguments) {
        Parts parts = calls.call(function, Arrays.asList(arguments), false);
        return AsyncList.ofElements(parts);
    }

    /** Calls a function and leaves what it gives on each engine: only a reference comes back. */
    public <R> List<RemoteReference<R>> keep(Callable<R> function) {
        return calls.finish(kept(function));
    }

    /** As {@link #keep(Callable)}, for a lambda of an ordinary program. */
    public <R> List<RemoteReference<R>> keep(Call<R> function) {
        return calls.finish(kept(function));
    }

    /** As {@link #keep(Callable)}, with an argument. */
    public <A, R> List<RemoteReference<R>> keep(Function<? super A, ? extends R> function, A argument) {
        return calls.finish(kept(function, argument));
    }

    /** As {@link #keep(Function, Object)}, for a lambda of an ordinary program. */
    public <A, R> List<RemoteReference<R>> keep(Fn<? super A, ? extends R> function, A argument) {
        return calls.finish(kept(function, argument));
    }

    private <R> AsyncList<RemoteReference<R>> kept(Object function, Object... arguments) {
        Parts parts = calls.call(function, Arrays.asList(arguments), true);
        return AsyncList.ofElements(parts);
    }

    /**
     * Cuts a sequence into contiguous blocks, one for each target, and calls a function with each element; the results
     * come in the order of the elements.
     */
    public <A, R> List<R> map(Function<? super A, ? extends R> function, Collection<? extends A> elements) {
        return calls.finish(mapAsync(function, elements));
    }

    /** As {@link #map(Function, Collection)}, for a lambda of an ordinary program. */
    public <A, R> List<R> map(Fn<? super A, ? extends R> function, Collection<? extends A> elements) {
        return calls.finish(mapAsync(function, elements));
    }

    /** As {@link #map(Function, Collection)}, without waiting. */
    public <A, R> AsyncList<R> mapAsync(Function<? super A, ? extends R> function, Collection<? extends A> elements) {
        return AsyncList.ofChunks(calls.map(function, elements));
    }

    /** As {@link #mapAsync(Function, Collection)}, for a lambda of an ordinary program. */
    public <A, R> AsyncList<R> mapAsync(Fn<? super A, ? extends R> function, Collection<? extends A> elements) {
        return AsyncList.ofChunks(calls.map(function, elements));
    }

    // Values by name.

    /** Gives a name the same value at each target; a name that the session does not declare is declared. */
    public void put(String name, Object value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(name, value);
        push(one);
    }

    /** Gives names values at each target. */
    public void push(Map<String, ?> values) {
        calls.finish(pushAsync(values));
    }

    /** As {@link #push}, without waiting. */
    public AsyncList<Void> pushAsync(Map<String, ?> values) {
        return AsyncList.ofElements(calls.put(values));
    }

    /**
     * The values that a name has at the targets.
     *
     * @param name a variable, or a field of one: {@code point.x}
     */
    public <T> List<T> get(String name) {
        return calls.finish(this.<T>getAsync(name));
    }

    /** As {@link #get}, without waiting. */
    public <T> AsyncList<T> getAsync(String name) {
        return AsyncList.ofElements(calls.get(List.of(name)));
    }

    /** The values of several names, by name, for each target. */
    public List<Map<String, Object>> pull(String... names) {
        AsyncList<Object> all = AsyncList.ofElements(calls.get(List.of(names)));
        List<Object> values = calls.finish(all);
        int targets = names.length == 0 ? 0 : values.size() / names.length;
        List<Map<String, Object>> pulled = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            Map<String, Object> byName = new LinkedHashMap<>();
            for (int name = 0; name < names.length; name++) {
                byName.put(names[name], values.get(name * targets + target));
            }
            pulled.add(byName);
        }
        return pulled;
    }

    /**
     * Cuts an array or collection into contiguous blocks whose sizes differ by at most one, and gives a name one of them
     * at each target, in order. Blocks of arrays are arrays, of collections lists.
     */
    public void scatter(String name, Object sequence) {
        calls.finish(scatterAsync(name, sequence, false));
    }

    /** As {@link #scatter(String, Object)}. @param flatten whether a block of one element is that element */
    public void scatter(String name, Object sequence, boolean flatten) {
        calls.finish(scatterAsync(name, sequence, flatten));
    }

    /** As {@link #scatter(String, Object, boolean)}, without waiting. */
    public AsyncList<Void> scatterAsync(String name, Object sequence, boolean flatten) {
        return AsyncList.ofElements(calls.scatter(name, sequence, flatten));
    }

    /**
     * Puts the blocks that a name has at the targets together, in order: arrays of one type to an array, all else to a
     * list; a value that is neither array nor collection counts as one element.
     */
    public <T> T gather(String name) {
        return calls.finishGathered(this.<T>gatherAsync(name));
    }

    /** As {@link #gather}, without waiting. */
    public <T> AsyncResult<T> gatherAsync(String name) {
        return calls.gather(name);
    }

    // Code as text.

    /**
     * Runs code as a cell at each target.
     *
     * @throws TaskRefusedException if it does not compile; then it ran nowhere
     * @throws CompositeException if it failed somewhere
     */
    public List<CodeResult> execute(String code) {
        return calls.execute(code);
    }

    /** As {@link #execute}, without waiting: failures are in the results. */
    public CompletableFuture<List<CodeResult>> executeAsync(String code) {
        return calls.executeAsync(code);
    }

    /** Runs a file, read here, as a cell at each target. @throws IOException if it cannot be read */
    public List<CodeResult> run(Path file) throws IOException {
        return execute(Files.readString(file));
    }

    // How its calls are made.

    /** A view whose calls bear a label. */
    public DirectView withLabel(String label) {
        return new DirectView(text, calls.with(calls.options().withLabel(label)));
    }

    /** A view whose tasks are stopped when they have run so long. */
    public DirectView withRunningLimit(Duration limit) {
        return new DirectView(text, calls.with(calls.options().withRunning(limit)));
    }

    /** A view whose methods that wait give up after so long, with {@link TaskTimeoutException}, and cancel. */
    public DirectView withTimeout(Duration limit) {
        return new DirectView(text, calls.with(calls.options().withWaiting(limit)));
    }

    @Override
    public String toString() {
        return "DirectView of " + text;
    }
}
