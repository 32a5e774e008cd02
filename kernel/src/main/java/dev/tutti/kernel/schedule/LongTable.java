package dev.tutti.kernel.schedule;

import java.util.function.Consumer;

/**
 * Values by number, in some 20 bytes each: a million tasks are found by their numbers, and a {@code HashMap} takes three
 * times as much. Open addressing with linear probing; removal moves the followers up, so nothing is left behind.
 */
final class LongTable<V> {

    private static final int SMALLEST = 8;

    /** Spreads numbers that follow each other. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[SMALLEST];
    private Object[] values = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The value, or null. */
    V get(long key) {
        return value(find(key));
    }

    /** Puts or replaces. */
    void put(long key, V value) {
        int place = find(key);
        if (values[place] == null) {
            size++;
        }
        keys[place] = key;
        values[place] = value;
        if (size > values.length / 8 * 5) {
            resize(values.length * 2);
        }
    }

    /** Removes and gives the value, or null. */
    V remove(long key) {
        int place = find(key);
        V removed = value(place);
        if (removed == null) {
            return null;
        }
        size--;
        close(place);
        if (size < values.length / 8 && values.length > SMALLEST) {
            resize(values.length / 2);
        }
        return removed;
    }

    /** The table must not be changed meanwhile. */
    void forEach(Consumer<V> action) {
        for (int place = 0; place < values.length; place++) {
            if (values[place] != null) {
                action.accept(value(place));
            }
        }
    }

    /** Where the key is, or the free place where it would be. */
    private int find(long key) {
        int mask = values.length - 1;
        int place = home(key);
        while (values[place] != null && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Fills a hole with a follower that may stand there, and so on. */
    private void close(int removed) {
        int mask = values.length - 1;
        int hole = removed;
        for (int place = (hole + 1) & mask; values[place] != null; place = (place + 1) & mask) {
            int detour = (place - home(keys[place])) & mask;
            if (detour >= ((place - hole) & mask)) {
                keys[hole] = keys[place];
                values[hole] = values[place];
                hole = place;
            }
        }
        values[hole] = null;
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[length];
        values = new Object[length];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != null) {
                int place = find(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    private int home(long key) {
        return (int) ((key * GOLDEN) >>> 32) & (values.length - 1);
    }

    @SuppressWarnings("unchecked") // only put writes
    private V value(int place) {
        return (V) values[place];
    }
}
