package dev.tutti.client;

import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Gives tasks to whichever engine is free. Immutable and usable by any thread: each {@code with…} gives another view, so
 * {@code view.retries(2).map(…)} changes nothing but that call. Results come as {@link AsyncResult}s.
 *
 * <p>After ipyparallel's LoadBalancedView, with the forms of multiprocessing's Pool and of Parallel Python's submit. Where
 * a task is lost with its engine, it is run elsewhere if it has {@link #retries}; else it fails with
 * {@link EngineLostException}.
 *
 * <p>Each method that takes a function takes the JDK's type and one that can travel ({@link Call}, {@link Fn}): a lambda
 * written in the call becomes the latter by itself, at the prompt a variable of the former travels too.
 */
public final class LoadBalancedView {

    private final BalancedCalls calls;

    LoadBalancedView(ClusterLink link) {
        this(new BalancedCalls(link, BalancedFlags.PLAIN));
    }

    private LoadBalancedView(BalancedCalls calls) {
        this.calls = calls;
    }

    // Single tasks.

    /** Submits a call. @throws UnsendableClosureException if the function cannot travel; nothing is sent then */
    public <R> AsyncResult<R> submit(Callable<R> function) {
        return one(function, List.of());
    }

    /** As {@link #submit(Callable)}. */
    public <R> AsyncResult<R> submit(Call<R> function) {
        return one(function, List.of());
    }

    /** Submits something without a value. */
    public AsyncResult<Void> submit(Runnable action) {
        return one(action, List.of());
    }

    /** As {@link #submit(Runnable)}. */
    public AsyncResult<Void> submit(Action action) {
        return one(action, List.of());
    }

    /**
     * Submits a call whose value stays where it came about: later tasks that have the reference as an argument run there.
     */
    public <R> AsyncResult<RemoteReference<R>> keep(Call<R> function) {
        return AsyncResult.single(calls.submit(function, List.of(), true));
    }

    /** As {@link #keep(Call)}, with an argument. */
    public <A, R> AsyncResult<RemoteReference<R>> keep(Fn<? super A, ? extends R> function, A argument) {
        return AsyncResult.single(calls.submit(function, list(argument), true));
    }

    /**
     * Submits a call with an argument. A {@link RemoteReference} stands for the value behind it, and the task runs where
     * that is; a {@link Ref} for that of the name on whichever engine runs the task.
     */
    public <A, R> AsyncResult<R> submit(Function<? super A, ? extends R> function, A argument) {
        return one(function, list(argument));
    }

    /** As {@link #submit(Function, Object)}. */
    public <A, R> AsyncResult<R> submit(Fn<? super A, ? extends R> function, A argument) {
        return one(function, list(argument));
    }

    /** Submits a call with two arguments. */
    public <A, B, R> AsyncResult<R> submit(BiFunction<? super A, ? super B, ? extends R> function, A first, B second) {
        return one(function, list(first, second));
    }

    /** As {@link #submit(BiFunction, Object, Object)}. */
    public <A, B, R> AsyncResult<R> submit(Fn2<? super A, ? super B, ? extends R> function, A first, B second) {
        return one(function, list(first, second));
    }

    /** Submits a call with three arguments. */
    public <A, B, C, R> AsyncResult<R> submit(
            Fn3<? super A, ? super B, ? super C, ? extends R> function, A first, B second, C third) {
        return one(function, list(first, second, third));
    }

    /** A function to be submitted again and again. */
    public <R> JobTemplate<R> template(Call<R> function) {
        return new JobTemplate<>(calls, function);
    }

    /** As {@link #template(Call)}, with one argument. */
    public <A, R> JobTemplate<R> template(Fn<A, R> function) {
        return new JobTemplate<>(calls, function);
    }

    /** As {@link #template(Call)}, with two arguments. */
    public <A, B, R> JobTemplate<R> template(Fn2<A, B, R> function) {
        return new JobTemplate<>(calls, function);
    }

    /** As {@link #template(Call)}, with three arguments. */
    public <A, B, C, R> JobTemplate<R> template(Fn3<A, B, C, R> function) {
        return new JobTemplate<>(calls, function);
    }

    // Maps.

    /**
     * Calls a function for each element, several elements to a task. The result gives the values in the order of the
     * elements; iterating over it gives each as soon as it and those before are there, {@link AsyncList#asCompleted} as
     * they come.
     */
    public <A, R> AsyncList<R> map(Collection<? extends A> elements, Function<? super A, ? extends R> function) {
        return mapped(elements, Chunks.mapping(function));
    }

    /** As {@link #map(Collection, Function)}. */
    public <A, R> AsyncList<R> map(Collection<? extends A> elements, Fn<? super A, ? extends R> function) {
        return mapped(elements, Chunks.mapping(function));
    }

    /** As {@link #map(Collection, Function)}, of a stream, which is read to its end first; for others there is {@link #imap}. */
    public <A, R> AsyncList<R> map(Stream<? extends A> elements, Fn<? super A, ? extends R> function) {
        return mapped(elements.toList(), Chunks.mapping(function));
    }

    /** Calls a function for the elements of two sequences side by side, to the end of the shorter. */
    public <A, B, R> AsyncList<R> map(
            Collection<? extends A> first,
            Collection<? extends B> second,
            Fn2<? super A, ? super B, ? extends R> function) {
        return mapped(Chunks.zip(first, second), Chunks.mappingPairs(function));
    }

    /** As the other, of three sequences. */
    public <A, B, C, R> AsyncList<R> map(
            Collection<? extends A> first,
            Collection<? extends B> second,
            Collection<? extends C> third,
            Fn3<? super A, ? super B, ? super C, ? extends R> function) {
        return mapped(Chunks.zip(first, second, third), Chunks.mappingTriples(function));
    }

    /** Calls a function for each number; neither boxes any. */
    public AsyncResult<int[]> map(int[] elements, IntFn function) {
        List<Object> chunks = Chunks.of(elements, calls.chunk(elements.length));
        return calls.joined(calls.submitAll(Chunks.mappingInts(function), chunks), new int[0]);
    }

    /** As {@link #map(int[], IntFn)}, of a stream, which is read to its end first. */
    public AsyncResult<int[]> map(IntStream elements, IntFn function) {
        return map(elements.toArray(), function);
    }

    /** As {@link #map(int[], IntFn)}. */
    public AsyncResult<long[]> map(long[] elements, LongFn function) {
        List<Object> chunks = Chunks.of(elements, calls.chunk(elements.length));
        return calls.joined(calls.submitAll(Chunks.mappingLongs(function), chunks), new long[0]);
    }

    /** As {@link #map(int[], IntFn)}, of a stream, which is read to its end first. */
    public AsyncResult<long[]> map(LongStream elements, LongFn function) {
        return map(elements.toArray(), function);
    }

    /** As {@link #map(int[], IntFn)}. */
    public AsyncResult<double[]> map(double[] elements, DoubleFn function) {
        List<Object> chunks = Chunks.of(elements, calls.chunk(elements.length));
        return calls.joined(calls.submitAll(Chunks.mappingDoubles(function), chunks), new double[0]);
    }

    /** As {@link #map(int[], IntFn)}, of a stream, which is read to its end first. */
    public AsyncResult<double[]> map(DoubleStream elements, DoubleFn function) {
        return map(elements.toArray(), function);
    }

    /** The elements for which a predicate holds, in their order. */
    public <A> AsyncList<A> filter(Collection<? extends A> elements, Fn<? super A, Boolean> predicate) {
        Predicate<A> test = (Predicate<A> & java.io.Serializable) element -> predicate.apply(element);
        List<A> all = new ArrayList<>(elements);
        return AsyncList.ofChunks(calls.submitAll(Chunks.filtering(test), Chunks.of(all, calls.chunk(all.size()))));
    }

    /**
     * Maps each element and combines the results: those of a task on its engine, then the tasks' in order here.
     *
     * @param combiner associative
     * @return nothing for no elements, or if null comes out
     */
    public <A, R> AsyncResult<Optional<R>> reduce(
            Collection<? extends A> elements, Fn<? super A, ? extends R> function, Fn2<R, R, R> combiner) {
        BinaryOperator<R> combine =
                (BinaryOperator<R> & java.io.Serializable) (one, other) -> combiner.apply(one, other);
        List<A> all = new ArrayList<>(elements);
        Fn<List<A>, R> reducing = Chunks.<A, R>reducing(function, combine);
        Parts parts = calls.submitAll(reducing, Chunks.of(all, calls.chunk(all.size())));
        return AsyncResult.of(parts, ended -> combined(ended, combiner));
    }

    @SuppressWarnings("unchecked") // the function gave it
    private static <R> Optional<R> combined(List<Part> ended, Fn2<R, R, R> combiner) {
        R all = null;
        boolean first = true;
        for (Part part : ended) {
            R value = (R) part.value();
            all = first ? value : combiner.apply(all, value);
            first = false;
        }
        return Optional.ofNullable(all);
    }

    /**
     * Calls a function for each element of an input that may be endless: it is read by a thread of its own
     * ({@code imap-reader}), only so far that engines stay busy. Close it when no more is wanted.
     */
    public <A, R> Imap<R> imap(Iterable<? extends A> input, Fn<? super A, ? extends R> function) {
        return imap(input.iterator(), function);
    }

    /** As {@link #imap(Iterable, Fn)}. */
    public <A, R> Imap<R> imap(Stream<? extends A> input, Fn<? super A, ? extends R> function) {
        return imap(input.iterator(), function);
    }

    /** As {@link #imap(Iterable, Fn)}. */
    public <A, R> Imap<R> imap(Iterator<? extends A> input, Fn<? super A, ? extends R> function) {
        return imapped(input, function);
    }

    /** As {@link #imap(Iterable, Fn)}, of two inputs side by side, to the end of the shorter. */
    public <A, B, R> Imap<R> imap(
            Iterable<? extends A> first,
            Iterable<? extends B> second,
            Fn2<? super A, ? super B, ? extends R> function) {
        return imapped(Chunks.zipped(first, second), Chunks.onPair(function));
    }

    /** As {@link #imap(Iterable, Fn)}, of three inputs. */
    public <A, B, C, R> Imap<R> imap(
            Iterable<? extends A> first,
            Iterable<? extends B> second,
            Iterable<? extends C> third,
            Fn3<? super A, ? super B, ? super C, ? extends R> function) {
        return imapped(Chunks.zipped(first, second, third), Chunks.onTriple(function));
    }

    private <R> Imap<R> imapped(Iterator<?> input, Object function) {
        JobTemplate<R> template = new JobTemplate<>(calls, function);
        int outstanding = calls.flags().outstanding().orElseGet(() -> Imap.OUTSTANDING_PER_ENGINE * calls.engines());
        return Imap.start(input, template::submitOne, outstanding);
    }

    private <A, R> AsyncList<R> mapped(Collection<? extends A> elements, Fn<?, List<R>> function) {
        List<A> all = new ArrayList<>(elements);
        int chunk = calls.chunk(all.size());
        return AsyncList.ofChunks(calls.submitAll(function, Chunks.of(all, chunk)), chunk, all.size());
    }

    private <R> AsyncResult<R> one(Object function, List<?> arguments) {
        return AsyncResult.single(calls.submit(function, arguments, false));
    }

    private static List<Object> list(Object... arguments) {
        return java.util.Arrays.asList(arguments);
    }

    // As one of the JDK's.

    /**
     * An executor whose tasks run on engines. Its shutdown ends itself, never the engines.
     */
    public ClusterExecutor executor() {
        return new ClusterExecutor(this);
    }

    // How tasks are placed.

    /** Which engines may take tasks, in the language of targets; looked up at each call. */
    public LoadBalancedView targets(String targets) {
        return placing(p -> p.targets = Optional.of(Cluster.spec(targets)));
    }

    /** Larger first, among the tasks of this client; 0 unless said. */
    public LoadBalancedView priority(int priority) {
        return placing(p -> p.priority = priority);
    }

    /** How many more times a task that failed, or whose engine died, is tried, each time on another engine; 0 unless said. */
    public LoadBalancedView retries(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("A task cannot be tried " + retries + " more times. 0 means once.");
        }
        return placing(p -> p.retries = retries);
    }

    /** Tasks begin only when all of these have succeeded; if one fails, they fail at once. */
    public LoadBalancedView after(AsyncResult<?>... results) {
        return after(When.SUCCESS, results);
    }

    /** Tasks begin when all of these have ended in this way. */
    public LoadBalancedView after(When when, AsyncResult<?>... results) {
        return depending(false, true, when, results);
    }

    /** Tasks begin only when one of these has succeeded. */
    public LoadBalancedView afterAny(AsyncResult<?>... results) {
        return afterAny(When.SUCCESS, results);
    }

    /** Tasks begin when one of these has ended in this way. */
    public LoadBalancedView afterAny(When when, AsyncResult<?>... results) {
        return depending(false, false, when, results);
    }

    /** Tasks run where all of these ran, and begin when they have succeeded. */
    public LoadBalancedView follow(AsyncResult<?>... results) {
        return follow(When.SUCCESS, results);
    }

    /** Tasks run where all of these ran, and begin when they have ended in this way. */
    public LoadBalancedView follow(When when, AsyncResult<?>... results) {
        return depending(true, true, when, results);
    }

    /** Tasks run where one of these ran, and begin when it has succeeded. */
    public LoadBalancedView followAny(AsyncResult<?>... results) {
        return followAny(When.SUCCESS, results);
    }

    /** Tasks run where one of these ran, and begin when it has ended in this way. */
    public LoadBalancedView followAny(When when, AsyncResult<?>... results) {
        return depending(true, false, when, results);
    }

    /** Which ends of a task count for those that depend on it. */
    public enum When {
        SUCCESS,
        FAILURE,
        END
    }

    private LoadBalancedView depending(boolean follow, boolean all, When when, AsyncResult<?>... results) {
        List<TaskId> tasks = new ArrayList<>();
        for (AsyncResult<?> result : results) {
            if (!calls.knows(result)) {
                throw new IllegalArgumentException("'" + result + "' is of another connection: tasks can only depend on"
                        + " tasks that were submitted through the same one.");
            }
            tasks.addAll(result.tasks());
        }
        Dependency dependency = new Dependency(tasks, follow, all, when != When.FAILURE, when != When.SUCCESS);
        return placing(p -> p.dependencies.add(dependency));
    }

    /** Tasks run only where this gives true; it is asked there before each task. */
    public LoadBalancedView where(Call<Boolean> predicate) {
        return placing(p -> p.predicate = Optional.of(predicate));
    }

    /** Tasks run only on engines that were started with all of these tags. */
    public LoadBalancedView needs(String... resources) {
        return placing(p -> p.resources = Set.of(resources));
    }

    /** A task that has not been placed by then fails with {@link TaskTimeoutException}. */
    public LoadBalancedView waitAtMost(Duration limit) {
        return placing(p -> p.waiting = Optional.of(positive(limit)));
    }

    /** A task that runs longer is stopped and fails with {@link TaskTimeoutException}. */
    public LoadBalancedView runAtMost(Duration limit) {
        return placing(p -> p.running = Optional.of(positive(limit)));
    }

    private static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A time limit is longer than nothing, not " + limit + ".");
        }
        return limit;
    }

    /** Which of the engines that may take a task gets it. */
    public LoadBalancedView policy(Policy policy) {
        return placing(p -> p.policy = TaskPolicy.valueOf(policy.name()));
    }

    /** Which of the engines that may take a task gets it. */
    public enum Policy {
        /** The one with the fewest tasks; among equals the one that has waited longest. */
        LEAST_LOAD,
        /** One after the other. */
        ROUND_ROBIN,
        /** Any, evenly. */
        RANDOM,
        /** Any, the sooner the fewer tasks it has. */
        WEIGHTED
    }

    /**
     * How many tasks an engine may have at once, 0 for any number; unless said, as many as are worth some milliseconds of
     * work.
     */
    public LoadBalancedView highWater(int tasks) {
        if (tasks < 0) {
            throw new IllegalArgumentException("An engine cannot have " + tasks + " tasks. 0 means any number.");
        }
        return placing(p -> p.highWater = OptionalInt.of(tasks));
    }

    // What becomes of results.

    /** What tasks are called in results and tables. */
    public LoadBalancedView label(String label) {
        return with(calls.flags().labelled(label));
    }

    /** How many elements of a map are one task; unless said, so many that each engine gets four tasks. */
    public LoadBalancedView chunk(int elements) {
        if (elements < 1) {
            throw new IllegalArgumentException("A chunk has at least one element, not " + elements + ".");
        }
        return with(calls.flags().chunked(elements));
    }

    /** How many tasks of an {@link #imap} may be outstanding, 0 for any number; unless said, four for each engine. */
    public LoadBalancedView outstanding(int tasks) {
        if (tasks < 0) {
            throw new IllegalArgumentException("There cannot be " + tasks + " tasks. 0 means any number.");
        }
        return with(calls.flags().outstanding(tasks));
    }

    /** Tasks are waited for with this group. */
    public LoadBalancedView group(JobGroup group) {
        return with(calls.flags().grouped(group));
    }

    private LoadBalancedView placing(Consumer<Placing> change) {
        Placing changed = calls.flags().placing().copy();
        change.accept(changed);
        return with(calls.flags().placed(changed));
    }

    private LoadBalancedView with(BalancedFlags changed) {
        return new LoadBalancedView(calls.with(changed));
    }
}
