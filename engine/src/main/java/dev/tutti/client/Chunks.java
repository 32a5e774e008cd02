package dev.tutti.client;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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

    /** Pairs of two sequences, to the end of the shorter. */
    static List<List<Object>> zip(Collection<?>... sequences) {
        List<Iterator<?>> iterators = new ArrayList<>();
        for (Collection<?> sequence : sequences) {
            iterators.add(sequence.iterator());
        }
        List<List<Object>> tuples = new ArrayList<>();
        while (iterators.stream().allMatch(Iterator::hasNext)) {
            List<Object> tuple = new ArrayList<>();
            iterators.forEach(iterator -> tuple.add(iterator.next()));
            tuples.add(tuple);
        }
        return tuples;
    }

    /** Arrays of one primitive type, one after the other; an empty array of ints for none. */
    static Object join(List<?> arrays) {
        int length = arrays.stream().mapToInt(Array::getLength).sum();
        Class<?> type =
                arrays.isEmpty() ? int.class : arrays.getFirst().getClass().getComponentType();
        Object all = Array.newInstance(type, length);
        int at = 0;
        for (Object array : arrays) {
            int count = Array.getLength(array);
            System.arraycopy(array, 0, all, at, count);
            at += count;
        }
        return all;
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
