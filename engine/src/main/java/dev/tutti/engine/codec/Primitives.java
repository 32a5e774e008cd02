package dev.tutti.engine.codec;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** Arrays of primitives as bytes, in the order of the buffer: one copy each way. */
final class Primitives {

    /** The element types, in the order of their codes. */
    private static final Class<?>[] TYPES = {
        boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class
    };

    private static final int[] WIDTHS = {1, 1, 2, 2, 4, 8, 4, 8};

    private static final int SLICE_BYTES = 4 << 20;

    private Primitives() {}

    /** The code of an array type, or -1 if it is no array of primitives. */
    static int code(Class<?> type) {
        Class<?> component = type.getComponentType();
        if (component != null && component.isPrimitive()) {
            for (int code = 0; code < TYPES.length; code++) {
                if (TYPES[code] == component) {
                    return code;
                }
            }
        }
        return -1;
    }

    static boolean isCode(int code) {
        return code >= 0 && code < TYPES.length;
    }

    /** Bytes of an element. */
    static int width(int code) {
        return WIDTHS[code];
    }

    static Object newArray(int code, int length) {
        return Array.newInstance(TYPES[code], length);
    }

    static Class<?> arrayType(int code) {
        return TYPES[code].arrayType();
    }

    /** Appends elements at the buffer's position, which moves. */
    static void put(ByteBuffer target, Object array, int from, int count) {
        if (array instanceof double[] doubles) {
            target.asDoubleBuffer().put(doubles, from, count);
        } else if (array instanceof int[] ints) {
            target.asIntBuffer().put(ints, from, count);
        } else if (array instanceof long[] longs) {
            target.asLongBuffer().put(longs, from, count);
        } else if (array instanceof float[] floats) {
            target.asFloatBuffer().put(floats, from, count);
        } else if (array instanceof byte[] bytes) {
            target.duplicate().put(bytes, from, count);
        } else if (array instanceof char[] chars) {
            target.asCharBuffer().put(chars, from, count);
        } else if (array instanceof short[] shorts) {
            target.asShortBuffer().put(shorts, from, count);
        } else if (array instanceof boolean[] booleans) {
            int position = target.position();
            for (int i = 0; i < count; i++) {
                target.put(position + i, (byte) (booleans[from + i] ? 1 : 0));
            }
        }
        target.position(target.position() + count * width(code(array.getClass())));
    }

    /**
     * Takes elements at the buffer's position, which moves. Many are taken by several threads: most of the time goes
     * into pages that are touched for the first time, and cores do that side by side.
     */
    static void get(ByteBuffer source, Object array, int from, int count) {
        int width = width(code(array.getClass()));
        int slice = SLICE_BYTES / width;
        if (count < 2 * slice) {
            getSlice(source, array, from, count);
            return;
        }
        int begin = source.position();
        IntStream.range(0, (count + slice - 1) / slice).parallel().forEach(i -> {
            int first = i * slice;
            ByteBuffer bytes = source.duplicate().order(source.order()).position(begin + first * width);
            getSlice(bytes, array, from + first, Math.min(slice, count - first));
        });
        source.position(begin + count * width);
    }

    private static void getSlice(ByteBuffer source, Object array, int from, int count) {
        if (array instanceof double[] doubles) {
            source.asDoubleBuffer().get(doubles, from, count);
        } else if (array instanceof int[] ints) {
            source.asIntBuffer().get(ints, from, count);
        } else if (array instanceof long[] longs) {
            source.asLongBuffer().get(longs, from, count);
        } else if (array instanceof float[] floats) {
            source.asFloatBuffer().get(floats, from, count);
        } else if (array instanceof byte[] bytes) {
            source.duplicate().get(bytes, from, count);
        } else if (array instanceof char[] chars) {
            source.asCharBuffer().get(chars, from, count);
        } else if (array instanceof short[] shorts) {
            source.asShortBuffer().get(shorts, from, count);
        } else if (array instanceof boolean[] booleans) {
            int position = source.position();
            for (int i = 0; i < count; i++) {
                booleans[from + i] = source.get(position + i) != 0;
            }
        }
        source.position(source.position() + count * width(code(array.getClass())));
    }
}
