package dev.tutti.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The promise of several values: one of each target, or the elements of a map. Iterating gives them in order, each as soon
 * as it and all before it are there; {@link #asCompleted} as they come. An element that failed throws where its turn is.
 *
 * @param <R> the elements
 */
public final class AsyncList<R> extends AsyncResult<List<R>> implements Iterable<R> {

    private final Function<Part, List<R>> elements;
    private final ToIntFunction<Part> count;

    /** @param elements the elements that one part, which has succeeded, stands for */
    AsyncList(Parts parts, Function<Part, List<R>> elements) {
        this(parts, elements, _ -> 1);
    }

    /** @param count how many elements a part stands for, also if it has not ended or has failed */
    AsyncList(Parts parts, Function<Part, List<R>> elements, ToIntFunction<Part> count) {
        super(parts, ended -> {
            List<R> all = new ArrayList<>(ended.size());
            ended.forEach(part -> all.addAll(elements.apply(part)));
            return Collections.unmodifiableList(all);
        });
        this.elements = elements;
        this.count = count;
    }

    /** Each part's value is an element. */
    @SuppressWarnings("unchecked") // the part's function gave it
    static <R> AsyncList<R> ofElements(Parts parts) {
        return new AsyncList<>(parts, part -> Collections.singletonList((R) part.value()));
    }

    /** Each part's value is a list of elements. */
    @SuppressWarnings("unchecked") // the part's function gave it
    static <R> AsyncList<R> ofChunks(Parts parts) {
        return new AsyncList<>(parts, part -> (List<R>) part.value());
    }

    /** Each part's value is a list of so many elements, the last one's of what is left. */
    @SuppressWarnings("unchecked") // the part's function gave it
    static <R> AsyncList<R> ofChunks(Parts parts, int size, int elements) {
        Part last = parts.size() == 0 ? null : parts.get(parts.size() - 1);
        int rest = elements - size * (parts.size() - 1);
        return new AsyncList<>(parts, part -> (List<R>) part.value(), part -> part == last ? rest : size);
    }

    static <R> AsyncList<R> joined(List<? extends AsyncResult<? extends R>> results) {
        List<Part> all = new ArrayList<>();
        Map<Part, AsyncResult<? extends R>> byPart = new IdentityHashMap<>();
        for (AsyncResult<? extends R> result : results) {
            if (result.size() != 1) {
                throw new IllegalArgumentException("Only results of one task each can be joined, and this has "
                        + result.size() + ": " + result + ". Split it first.");
            }
            Part part = result.parts().get(0);
            all.add(part);
            byPart.put(part, result);
        }
        Parts gathered = gathered("", results.getFirst().parts().dispatcher(), all);
        return new AsyncList<>(
                gathered, part -> Collections.singletonList(byPart.get(part).of(List.of(part))));
    }

    /** One list of many, one after the other: the inverse of {@link #split}. @param lists at least one */
    public static <R> AsyncList<R> concat(List<AsyncList<R>> lists) {
        List<Part> all = new ArrayList<>();
        Map<Part, AsyncList<R>> byPart = new IdentityHashMap<>();
        for (AsyncList<R> list : lists) {
            for (Part part : list.parts().all()) {
                all.add(part);
                byPart.put(part, list);
            }
        }
        AsyncList<R> first = lists.getFirst();
        Parts gathered = gathered(first.label(), first.parts().dispatcher(), all);
        return new AsyncList<>(
                gathered,
                part -> byPart.get(part).elements.apply(part),
                part -> byPart.get(part).count.applyAsInt(part));
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    /** The values as they come, whichever is first. */
    public Iterable<R> asCompleted() {
        return () -> new Elements(Arrivals.asTheyEnd(parts()));
    }

    @Override
    public Iterator<R> iterator() {
        return new Elements(Arrivals.inOrder(parts()));
    }

    @Override
    int items() {
        return parts().all().stream().mapToInt(count).sum();
    }

    @Override
    int itemsDone() {
        return parts().all().stream().filter(Part::hasEnded).mapToInt(count).sum();
    }

    /**
     * Waits for all and gives the values in order, with something else for those that failed.
     *
     * @param instead makes a value of the exception; of a map, for each element of a chunk in which one failed
     */
    public List<R> getOrElse(Function<? super RuntimeException, ? extends R> instead) {
        awaitOrCancel();
        List<R> all = new ArrayList<>();
        for (Part part : parts().all()) {
            Optional<RuntimeException> failure = part.error();
            if (failure.isPresent()) {
                R value = instead.apply(failure.get());
                all.addAll(Collections.nCopies(count.applyAsInt(part), value));
            } else {
                all.addAll(elements.apply(part));
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** The values in order, as soon as they are there. */
    public Stream<R> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * Waits for all and gives the values by engine number, in the order of the targets.
     *
     * @throws IllegalStateException if an engine ran more than one of the tasks
     * @throws RemoteException as {@link #result}
     */
    @SuppressWarnings("unchecked") // each part has one element, or the exception says so
    public Map<Integer, R> byEngine() {
        return (Map<Integer, R>) Collections.unmodifiableMap(valuesByEngine());
    }

    /** A result for each of the tasks, in their order: of a map, each gives the list of its chunk. */
    @Override
    public List<AsyncList<R>> split() {
        return splitParts().stream()
                .map(parts -> new AsyncList<>(parts, elements, count))
                .toList();
    }

    /** The elements of the parts that arrive. */
    private final class Elements implements Iterator<R> {

        private final Arrivals arrivals;
        private Iterator<R> current = Collections.emptyIterator();

        Elements(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext()) {
                Optional<Part> next = await();
                if (next.isEmpty()) {
                    return false;
                }
                next.get().error().ifPresent(AsyncList::fail);
                current = elements.apply(next.get()).iterator();
            }
            return true;
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more values.");
            }
            return current.next();
        }

        private Optional<Part> await() {
            try {
                return arrivals.next();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new TaskCancelledException("The thread was interrupted while it waited for the next value.");
            }
        }
    }
}
