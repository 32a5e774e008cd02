package dev.tutti.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sequences in pieces, and what is done with a piece on an engine. */
final class Chunks {

    private Chunks() {}

    /** Pieces of so many elements, the last of what is left. Each is a list of its own. */
    static List<Object> of(List<?> elements, int size) {
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += size) {
            chunks.add(new ArrayList<>(elements.subList(from, Math.min(elements.size(), from + size))));
        }
        return chunks;
    }

    static List<Object> of(int[] elements, int size) {
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < elements.length; from += size) {
            chunks.add(Arrays.copyOfRange(elements, from, Math.min(elements.length, from + size)));
        }
        return chunks;
    }

    static List<Object> of(long[] elements, int size) {
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < elements.length; from += size) {
            chunks.add(Arrays.copyOfRange(elements, from, Math.min(elements.length, from + size)));
        }
        return chunks;
    }

    static List<Object> of(double[] elements, int size) {
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < elements.length; from += size) {
            chunks.add(Arrays.copyOfRange(elements, from, Math.min(elements.length, from + size)));
        }
        return chunks;
    }

    /** Tuples of several sequences, to the end of the shorter. */
    static List<List<Object>> zip(Iterable<?>... sequences) {
        List<List<Object>> tuples = new ArrayList<>();
        zipped(sequences).forEachRemaining(tuples::add);
        return tuples;
    }

    /** As {@link #zip}, read only so far as they are taken. */
    static Iterator<List<Object>> zipped(Iterable<?>... sequences) {
        List<Iterator<?>> iterators = new ArrayList<>();
        for (Iterable<?> sequence : sequences) {
            iterators.add(sequence.iterator());
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return iterators.stream().allMatch(Iterator::hasNext);
            }

            @Override
            public List<Object> next() {
                List<Object> tuple = new ArrayList<>(iterators.size());
                iterators.forEach(iterator -> tuple.add(iterator.next()));
                return tuple;
            }
        };
    }

    // What travels: each takes a piece and gives the results of its elements.

    static <A, R> Fn<List<A>, List<R>> mapping(Function<? super A, ? extends R> function) {
        return chunk -> {
            List<R> results = new ArrayList<>(chunk.size());
            for (A element : chunk) {
                results.add(function.apply(element));
            }
            return results;
        };
    }

    static <A> Fn<List<A>, List<A>> filtering(Predicate<? super A> predicate) {
        return chunk -> {
            List<A> kept = new ArrayList<>();
            for (A element : chunk) {
                if (predicate.test(element)) {
                    kept.add(element);
                }
            }
            return kept;
        };
    }

    @SuppressWarnings("unchecked") // the tuples were made of these sequences
    static <A, B, R> Fn<List<List<Object>>, List<R>> mappingPairs(
            BiFunction<? super A, ? super B, ? extends R> function) {
        return chunk -> {
            List<R> results = new ArrayList<>(chunk.size());
            for (List<Object> tuple : chunk) {
                results.add(function.apply((A) tuple.get(0), (B) tuple.get(1)));
            }
            return results;
        };
    }

    @SuppressWarnings("unchecked") // the tuples were made of these sequences
    static <A, B, C, R> Fn<List<List<Object>>, List<R>> mappingTriples(
            Fn3<? super A, ? super B, ? super C, ? extends R> function) {
        return chunk -> {
            List<R> results = new ArrayList<>(chunk.size());
            for (List<Object> tuple : chunk) {
                results.add(function.apply((A) tuple.get(0), (B) tuple.get(1), (C) tuple.get(2)));
            }
            return results;
        };
    }

    @SuppressWarnings("unchecked") // the tuples were made of these sequences
    static <A, B, R> Fn<List<Object>, R> onPair(BiFunction<? super A, ? super B, ? extends R> function) {
        return tuple -> function.apply((A) tuple.get(0), (B) tuple.get(1));
    }

    @SuppressWarnings("unchecked") // the tuples were made of these sequences
    static <A, B, C, R> Fn<List<Object>, R> onTriple(Fn3<? super A, ? super B, ? super C, ? extends R> function) {
        return tuple -> function.apply((A) tuple.get(0), (B) tuple.get(1), (C) tuple.get(2));
    }

    static <A, R> Fn<List<A>, R> reducing(Function<? super A, ? extends R> function, BinaryOperator<R> combiner) {
        return chunk -> {
            R all = null;
            boolean first = true;
            for (A element : chunk) {
                R mapped = function.apply(element);
                all = first ? mapped : combiner.apply(all, mapped);
                first = false;
            }
            return all;
        };
    }

    static Fn<int[], int[]> mappingInts(IntFn function) {
        return chunk -> {
            int[] results = new int[chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                results[i] = function.applyAsInt(chunk[i]);
            }
            return results;
        };
    }

    static Fn<long[], long[]> mappingLongs(LongFn function) {
        return chunk -> {
            long[] results = new long[chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                results[i] = function.applyAsLong(chunk[i]);
            }
            return results;
        };
    }

    static Fn<double[], double[]> mappingDoubles(DoubleFn function) {
        return chunk -> {
            double[] results = new double[chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                results[i] = function.applyAsDouble(chunk[i]);
            }
            return results;
        };
    }
}
