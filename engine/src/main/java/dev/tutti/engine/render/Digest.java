package dev.tutti.engine.render;

import dev.tutti.woven.StoppedError;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;

/**
 * A 64-bit hash of a whole value, the same on all engines for equal values: by content, without identity hashes, and for
 * sets and maps without regard to order (that of an enum's hash table differs from JVM to JVM). Work is bounded: beyond
 * the bounds only sizes count.
 */
final class Digest {

    private static final long PRIME = 0x9e3779b97f4a7c15L;
    private static final int MAX_PRIMITIVES = 16 << 20;
    private static final int MAX_OBJECTS = 100_000;
    private static final int MAX_USER_TEXTS = 1000;
    private static final int MAX_DEPTH = 100;

    private final Map<Object, Boolean> open = new IdentityHashMap<>();
    private int primitives = MAX_PRIMITIVES;
    private int objects = MAX_OBJECTS;
    private int userTexts = MAX_USER_TEXTS;

    long of(Object value) {
        return of(value, 0);
    }

    private long of(Object value, int depth) {
        if (value == null) {
            return PRIME;
        }
        if (value instanceof String string) {
            return text(1, string);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return mix(name(value), ((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return mix(2, Double.doubleToLongBits(number));
        }
        if (objects-- <= 0 || depth > MAX_DEPTH) {
            return mix(3, name(value));
        }
        Shape shape = Shape.of(value);
        if (shape == Shape.ATOM) {
            return atom(value);
        }
        if (open.put(value, Boolean.TRUE) != null) {
            return 4;
        }
        try {
            return parts(value, shape, depth + 1);
        } catch (StoppedError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return mix(5, name(e));
        } finally {
            open.remove(value);
        }
    }

    private long atom(Object value) {
        boolean users = value.getClass().getClassLoader() != null;
        if (users && userTexts-- <= 0) {
            return mix(3, name(value));
        }
        return mix(name(value), text(6, PlainText.of(value)));
    }

    private long parts(Object value, Shape shape, int depth) {
        return switch (shape) {
            case ARRAY -> array(value, depth);
            case COLLECTION -> collection((Collection<?>) value, depth);
            case MAP -> map((Map<?, ?>) value, depth);
            case ENTRY -> entry((Map.Entry<?, ?>) value, depth);
            case RECORD -> record(value, depth);
            case OPTIONAL -> mix(7, of(((Optional<?>) value).orElse(null), depth));
            case ATOM -> atom(value);
        };
    }

    private long collection(Collection<?> collection, int depth) {
        boolean ordered = !(collection instanceof Set)
                && (collection instanceof List || collection instanceof SequencedCollection);
        long hash = mix(ordered ? 8 : 9, collection.size());
        for (Object element : collection) {
            if (objects <= 0) {
                break;
            }
            objects--;
            long one = of(element, depth);
            hash = ordered ? mix(hash, one) : hash + mix(9, one);
        }
        return hash;
    }

    private long map(Map<?, ?> map, int depth) {
        long hash = mix(10, map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (objects <= 0) {
                break;
            }
            objects--;
            hash += entry(entry, depth);
        }
        return hash;
    }

    private long entry(Map.Entry<?, ?> entry, int depth) {
        return mix(mix(11, of(entry.getKey(), depth)), of(entry.getValue(), depth));
    }

    private long record(Object value, int depth) {
        long hash = name(value);
        for (String name : RecordParts.names(value)) {
            hash = mix(hash, of(RecordParts.value(value, name), depth));
        }
        return hash;
    }

    private long array(Object array, int depth) {
        int length = Array.getLength(array);
        long hash = mix(name(array), length);
        if (array instanceof Object[] elements) {
            for (int i = 0; i < length && objects > 0; i++) {
                objects--;
                hash = mix(hash, of(elements[i], depth));
            }
            return hash;
        }
        int count = Math.min(length, primitives);
        primitives -= count;
        // No pattern switch: its bootstrap would cost each engine 2 ms.
        if (array instanceof double[] values) {
            return doubles(hash, values, count);
        }
        if (array instanceof int[] values) {
            return ints(hash, values, count);
        }
        if (array instanceof long[] values) {
            return longs(hash, values, count);
        }
        return array instanceof byte[] values ? bytes(hash, values, count) : others(hash, array, count);
    }

    private static long doubles(long start, double[] values, int count) {
        long hash = start;
        for (int i = 0; i < count; i++) {
            hash = step(hash, Double.doubleToLongBits(values[i]));
        }
        return hash;
    }

    private static long ints(long start, int[] values, int count) {
        long hash = start;
        for (int i = 0; i < count; i++) {
            hash = step(hash, values[i]);
        }
        return hash;
    }

    private static long longs(long start, long[] values, int count) {
        long hash = start;
        for (int i = 0; i < count; i++) {
            hash = step(hash, values[i]);
        }
        return hash;
    }

    private static long bytes(long start, byte[] values, int count) {
        long hash = start;
        for (int i = 0; i < count; i++) {
            hash = step(hash, values[i]);
        }
        return hash;
    }

    private static long others(long start, Object array, int count) {
        long hash = start;
        for (int i = 0; i < count; i++) {
            hash = step(hash, Array.get(array, i).hashCode());
        }
        return hash;
    }

    private long text(long kind, String text) {
        int count = Math.min(text.length(), primitives);
        primitives -= count;
        long hash = mix(kind, text.length());
        for (int i = 0; i < count; i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    private long name(Object value) {
        return TypeNames.of(value).hashCode();
    }

    private static long step(long hash, long value) {
        return (Long.rotateLeft(hash, 5) ^ value) * PRIME;
    }

    /** Spreads all bits; the finisher of SplitMix64. */
    private static long mix(long hash, long value) {
        long z = step(hash, value);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
