package dev.tutti.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One engine: calls give what it gives, not a list. After ipyparallel's view of a single target.
 *
 * <p>Any thread. Methods that wait throw what failed: {@link RemoteException} and its kinds,
 * {@link NoEnginesException} if the engine is not there, {@link UnsendableClosureException} if a function or argument
 * cannot travel; then nothing was sent. Views are immutable: the {@code with} methods give changed copies.
 */
public final class EngineView {

    private final int id;
    private final DirectCalls calls;

    EngineView(int id, DirectCalls calls) {
        this.id = id;
        this.calls = calls;
    }

    /** The engine's number. */
    public int id() {
        return id;
    }

    // Calls.

    /** Calls a function and waits for what it gives. */
    public <R> R apply(Callable<R> function) {
        return calls.finish(applyAsync(function));
    }

    /** As {@link #apply(Callable)}, without waiting. */
    public <R> AsyncResult<R> applyAsync(Callable<R> function) {
        return async(function);
    }

    /** As {@link #apply(Callable)}, for a lambda of an ordinary program. */
    public <R> R apply(Call<R> function) {
        return calls.finish(applyAsync(function));
    }

    /** As {@link #applyAsync(Callable)}, for a lambda of an ordinary program. */
    public <R> AsyncResult<R> applyAsync(Call<R> function) {
        return async(function);
    }

    /** Calls an action and waits until it has ended. */
    public void apply(Runnable action) {
        calls.finish(applyAsync(action));
    }

    /** As {@link #apply(Runnable)}, without waiting. */
    public AsyncResult<Void> applyAsync(Runnable action) {
        return async(action);
    }

    /** As {@link #apply(Runnable)}, for a lambda of an ordinary program. */
    public void apply(Action action) {
        calls.finish(applyAsync(action));
    }

    /** As {@link #applyAsync(Runnable)}, for a lambda of an ordinary program. */
    public AsyncResult<Void> applyAsync(Action action) {
        return async(action);
    }

    /** Calls a function of one argument and waits for what it gives. */
    public <A, R> R apply(Function<? super A, ? extends R> function, A argument) {
        return calls.finish(applyAsync(function, argument));
    }

    /** As {@link #apply(Function, Object)}, without waiting. */
    public <A, R> AsyncResult<R> applyAsync(Function<? super A, ? extends R> function, A argument) {
        return async(function, argument);
    }

    /** As {@link #apply(Function, Object)}, for a lambda of an ordinary program. */
    public <A, R> R apply(Fn<? super A, ? extends R> function, A argument) {
        return calls.finish(applyAsync(function, argument));
    }

    /** As {@link #applyAsync(Function, Object)}, for a lambda of an ordinary program. */
    public <A, R> AsyncResult<R> applyAsync(Fn<? super A, ? extends R> function, A argument) {
        return async(function, argument);
    }

    /** Calls a function of two arguments and waits for what it gives. */
    public <A, B, R> R apply(BiFunction<? super A, ? super B, ? extends R> function, A first, B second) {
        return calls.finish(applyAsync(function, first, second));
    }

    /** As {@link #apply(BiFunction, Object, Object)}, without waiting. */
    public <A, B, R> AsyncResult<R> applyAsync(
            BiFunction<? super A, ? super B, ? extends R> function, A first, B second) {
        return async(function, first, second);
    }

    /** As {@link #apply(BiFunction, Object, Object)}, for a lambda of an ordinary program. */
    public <A, B, R> R apply(Fn2<? super A, ? super B, ? extends R> function, A first, B second) {
        return calls.finish(applyAsync(function, first, second));
    }

    /** As {@link #applyAsync(BiFunction, Object, Object)}, for a lambda of an ordinary program. */
    public <A, B, R> AsyncResult<R> applyAsync(Fn2<? super A, ? super B, ? extends R> function, A first, B second) {
        return async(function, first, second);
    }

    /** Calls a function of three arguments and waits for what it gives. */
    public <A, B, C, R> R apply(
            Fn3<? super A, ? super B, ? super C, ? extends R> function, A first, B second, C third) {
        return calls.finish(applyAsync(function, first, second, third));
    }

    /** As {@link #apply(Fn3, Object, Object, Object)}, without waiting. */
    public <A, B, C, R> AsyncResult<R> applyAsync(
            Fn3<? super A, ? super B, ? super C, ? extends R> function, A first, B second, C third) {
        return async(function, first, second, third);
    }

    /**
     * Calls a function object with arguments of any kind: values, {@link Ref}s to the engine's own variables, and
     * {@link RemoteReference}s to values there, of which the function gets what they stand for.
     */
    public AsyncResult<Object> call(Object function, Object... arguments) {
        return async(function, arguments);
    }

    private <R> AsyncResult<R> async(Object function, Object... arguments) {
        Parts parts = calls.call(function, Arrays.asList(arguments), false);
        return AsyncResult.single(parts);
    }

    /** Calls a function and leaves what it gives on the engine: only a reference comes back. */
    public <R> RemoteReference<R> keep(Callable<R> function) {
        return calls.finish(kept(function));
    }

    /** As {@link #keep(Callable)}, for a lambda of an ordinary program. */
    public <R> RemoteReference<R> keep(Call<R> function) {
        return calls.finish(kept(function));
    }

    /** As {@link #keep(Callable)}, with an argument. */
    public <A, R> RemoteReference<R> keep(Function<? super A, ? extends R> function, A argument) {
        return calls.finish(kept(function, argument));
    }

    /** As {@link #keep(Function, Object)}, for a lambda of an ordinary program. */
    public <A, R> RemoteReference<R> keep(Fn<? super A, ? extends R> function, A argument) {
        return calls.finish(kept(function, argument));
    }

    private <R> AsyncResult<RemoteReference<R>> kept(Object function, Object... arguments) {
        Parts parts = calls.call(function, Arrays.asList(arguments), true);
        return AsyncResult.single(parts);
    }

    // Values by name.

    /** Gives a name a value; a name that the session does not declare is declared. */
    public void put(String name, Object value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(name, value);
        push(one);
    }

    /** Gives names values. */
    public void push(Map<String, ?> values) {
        calls.finish(AsyncList.<Void>ofElements(calls.put(values)));
    }

    /**
     * The value that a name has there.
     *
     * @param name a variable, or a field of one: {@code point.x}
     */
    public <T> T get(String name) {
        return calls.finish(this.<T>getAsync(name));
    }

    /** As {@link #get}, without waiting. */
    public <T> AsyncResult<T> getAsync(String name) {
        return AsyncResult.single(calls.get(List.of(name)));
    }

    /** The values of several names, by name. */
    public Map<String, Object> pull(String... names) {
        AsyncList<Object> all = AsyncList.ofElements(calls.get(List.of(names)));
        List<Object> values = calls.finish(all);
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            byName.put(names[i], values.get(i));
        }
        return byName;
    }

    // Code as text.

    /**
     * Runs code as a cell there.
     *
     * @throws TaskRefusedException if it does not compile
     * @throws RemoteException if it failed
     */
    public CodeResult execute(String code) {
        try {
            return calls.execute(code).getFirst();
        } catch (CompositeException e) {
            throw e.list().getFirst();
        }
    }

    /** As {@link #execute}, without waiting: a failure is in the result. */
    public CompletableFuture<CodeResult> executeAsync(String code) {
        return calls.executeAsync(code).thenApply(List::getFirst);
    }

    /** Runs a file, read here, as a cell there. @throws IOException if it cannot be read */
    public CodeResult run(Path file) throws IOException {
        return execute(Files.readString(file));
    }

    // How its calls are made.

    /** A view whose calls bear a label. */
    public EngineView withLabel(String label) {
        return new EngineView(id, calls.with(calls.options().withLabel(label)));
    }

    /** A view whose tasks are stopped when they have run so long. */
    public EngineView withRunningLimit(Duration limit) {
        return new EngineView(id, calls.with(calls.options().withRunning(limit)));
    }

    /** A view whose methods that wait give up after so long, with {@link TaskTimeoutException}, and cancel. */
    public EngineView withTimeout(Duration limit) {
        return new EngineView(id, calls.with(calls.options().withWaiting(limit)));
    }

    @Override
    public String toString() {
        return "EngineView of engine " + id;
    }
}
