package dev.tutti.client;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Sequences cut into contiguous blocks whose sizes differ by at most one, the larger first, and put together again.
 * Arrays stay arrays, lists lists.
 */
final class Blocks {

    private Blocks() {}

    /**
     * Cuts an array or a collection.
     *
     * @param flatten whether a block of one element is that element
     * @throws IllegalArgumentException if it is neither
     */
    static List<Object> cut(Object sequence, int count, boolean flatten) {
        if (sequence instanceof Collection<?> collection) {
            return cutList(new ArrayList<>(collection), count, flatten);
        }
        if (sequence == null || !sequence.getClass().isArray()) {
            throw new IllegalArgumentException("Only arrays and collections can be scattered, not "
                    + (sequence == null ? "null" : "a " + sequence.getClass().getName())
                    + ". To give every engine the same value, use put.");
        }
        List<Object> blocks = new ArrayList<>(count);
        int length = Array.getLength(sequence);
        for (int i = 0; i < count; i++) {
            int from = start(length, count, i);
            int size = start(length, count, i + 1) - from;
            if (flatten && size == 1) {
                blocks.add(Array.get(sequence, from));
                continue;
            }
            Object block = Array.newInstance(sequence.getClass().getComponentType(), size);
            System.arraycopy(sequence, from, block, 0, size);
            blocks.add(block);
        }
        return blocks;
    }

    private static List<Object> cutList(List<?> list, int count, boolean flatten) {
        List<Object> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<?> block = list.subList(start(list.size(), count, i), start(list.size(), count, i + 1));
            blocks.add(flatten && block.size() == 1 ? block.getFirst() : new ArrayList<Object>(block));
        }
        return blocks;
    }

    /** Where block {@code index} begins: the first {@code length % count} blocks have one element more. */
    static int start(int length, int count, int index) {
        return length / count * index + Math.min(index, length % count);
    }

    /** One sequence of many blocks: an array if all are arrays of one type, else a list; what is neither is one element. */
    static Object join(List<?> blocks) {
        Class<?> type = blocks.getFirst() == null ? null : blocks.getFirst().getClass();
        boolean arrays = type != null
                && type.isArray()
                && blocks.stream().allMatch(block -> block != null && block.getClass() == type);
        return arrays ? joinArrays(blocks, type.getComponentType()) : joinLists(blocks);
    }

    private static Object joinArrays(List<?> blocks, Class<?> component) {
        long length = blocks.stream().mapToLong(Array::getLength).sum();
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The blocks have " + length
                    + " elements together, more than one array can hold. Get them one by one.");
        }
        Object joined = Array.newInstance(component, (int) length);
        int at = 0;
        for (Object block : blocks) {
            int size = Array.getLength(block);
            System.arraycopy(block, 0, joined, at, size);
            at += size;
        }
        return joined;
    }

    private static List<Object> joinLists(List<?> blocks) {
        List<Object> joined = new ArrayList<>();
        for (Object block : blocks) {
            switch (block) {
                case Collection<?> elements -> joined.addAll(elements);
                case Object[] elements -> Collections.addAll(joined, elements);
                case null -> joined.add(null);
                default -> addAny(block, joined);
            }
        }
        return joined;
    }

    private static void addAny(Object block, List<Object> joined) {
        if (!block.getClass().isArray()) {
            joined.add(block);
            return;
        }
        for (int i = 0; i < Array.getLength(block); i++) {
            joined.add(Array.get(block, i));
        }
    }
}
