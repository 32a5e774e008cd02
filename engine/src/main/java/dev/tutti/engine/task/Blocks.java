package dev.tutti.engine.task;

import dev.tutti.engine.wire.TaskFunction;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Sequences in blocks: contiguous ones, in order, whose sizes differ by at most one. */
final class Blocks {

    private Blocks() {}

    /** A {@link Block} of an array, a list or another iterable, a piece of a text; or the one element that it has. */
    static Object part(String name, Object value, TaskFunction.Part part) throws RefusalException {
        if (part.of() < 1 || part.index() < 0 || part.index() >= part.of()) {
            throw new RefusalException("There is no block " + part.index() + " of " + part.of() + " of " + name + ".");
        }
        if (value instanceof CharSequence text) {
            String piece = text.subSequence(start(text.length(), part), end(text.length(), part))
                    .toString();
            return part.flatten() && piece.length() == 1 ? (Object) piece.charAt(0) : piece;
        }
        if (value instanceof Iterable<?> iterable) {
            List<?> list = list(iterable);
            return block(list, list.size(), part);
        }
        if (value != null && value.getClass().isArray()) {
            return block(value, Array.getLength(value), part);
        }
        throw new RefusalException(name + " is a " + RefusalException.typeOf(value)
                + "; only arrays, lists and other iterables have blocks.");
    }

    private static Object block(Object sequence, int length, TaskFunction.Part part) {
        return new Block(sequence, start(length, part), end(length, part)).flattened(part.flatten());
    }

    private static int start(int length, TaskFunction.Part part) {
        return start(length, part.index(), part.of());
    }

    private static int end(int length, TaskFunction.Part part) {
        return start(length, part.index() + 1, part.of());
    }

    /** Where a block begins: the first ones are those that have one more. */
    private static int start(int length, int index, int of) {
        return index * (length / of) + Math.min(index, length % of);
    }

    private static List<?> list(Iterable<?> iterable) {
        if (iterable instanceof List<?> list) {
            return list;
        }
        List<Object> list = new ArrayList<>();
        iterable.forEach(list::add);
        return list;
    }
}
