package dev.tutti.client;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Sequences, arrays or lists, and where their contiguous blocks begin, whose sizes differ by at most one. */
final class Blocks {

    private static final int LARGE = 1 << 20;

    private Blocks() {}

    /**
     * An array as it is, a collection as a list.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Object cuttable(Object sequence) {
        if (sequence instanceof Collection<?> collection) {
            return collection instanceof List<?> list ? list : new ArrayList<Object>(collection);
        }
        if (sequence == null || !sequence.getClass().isArray()) {
            throw new IllegalArgumentException("Only arrays and collections can be scattered, not "
                    + (sequence == null ? "null" : "a " + sequence.getClass().getName())
                    + ". To give every engine the same value, use put.");
        }
        return sequence;
    }

    static int length(Object sequence) {
        return sequence instanceof List<?> list ? list.size() : Array.getLength(sequence);
    }

    /** Whether writing it takes milliseconds and calls no code of its elements, so that it may be done by several threads. */
    static boolean isLarge(Object sequence) {
        return sequence.getClass().isArray()
                && sequence.getClass().getComponentType().isPrimitive()
                && Array.getLength(sequence) >= LARGE;
    }

    static Object element(Object sequence, int index) {
        return sequence instanceof List<?> list ? list.get(index) : Array.get(sequence, index);
    }

    /** The elements of a block, without copying them. */
    static List<Object> between(Object sequence, int from, int until) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return element(sequence, from + Objects.checkIndex(index, until - from));
            }

            @Override
            public int size() {
                return until - from;
            }
        };
    }

    /** Something of the type that the blocks will have: the first one, empty if it is not the element itself. */
    static Object first(Object sequence, int count, boolean flatten) {
        if (flatten && start(length(sequence), count, 1) == 1) {
            return element(sequence, 0);
        }
        return sequence;
    }

    /** Where block {@code index} of so many begins: the first {@code length % count} blocks have one element more. */
    static int start(int length, int count, int index) {
        return length / count * index + Math.min(index, length % count);
    }
}
