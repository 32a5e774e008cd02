package dev.tutti.engine.task;

import dev.tutti.engine.wire.TaskFunction;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Sequences in blocks: contiguous ones, in order, whose sizes differ by at most one; and put together again. */
final class Blocks {

    private Blocks() {}

    /** A block of an array, a list, another iterable (as a list), or a text. */
    static Object part(String name, Object value, TaskFunction.Part part) throws RefusalException {
        if (part.of() < 1 || part.index() < 0 || part.index() >= part.of()) {
            throw new RefusalException("There is no block " + part.index() + " of " + part.of() + " of " + name + ".");
        }
        if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            int from = start(length, part.index(), part.of());
            int count = start(length, part.index() + 1, part.of()) - from;
            if (part.flatten() && count == 1) {
                return Array.get(value, from);
            }
            Object block = Array.newInstance(value.getClass().getComponentType(), count);
            System.arraycopy(value, from, block, 0, count);
            return block;
        }
        if (value instanceof CharSequence text) {
            int from = start(text.length(), part.index(), part.of());
            int to = start(text.length(), part.index() + 1, part.of());
            return part.flatten() && to - from == 1
                    ? (Object) text.charAt(from)
                    : text.subSequence(from, to).toString();
        }
        if (value instanceof Iterable<?> iterable) {
            List<?> list = list(iterable);
            int from = start(list.size(), part.index(), part.of());
            int to = start(list.size(), part.index() + 1, part.of());
            return part.flatten() && to - from == 1 ? list.get(from) : new ArrayList<>(list.subList(from, to));
        }
        throw new RefusalException(name + " is a " + RefusalException.typeOf(value)
                + "; only arrays, lists and other iterables have blocks.");
    }

    /**
     * Pieces in order as one: arrays of one type to an array, else lists to a list; what is neither counts as one element.
     */
    static Object join(Object[] pieces) {
        Class<?> component = component(pieces);
        if (component == null) {
            return joinToList(pieces);
        }
        int length = 0;
        for (Object piece : pieces) {
            length += isArray(piece) ? Array.getLength(piece) : 1;
        }
        Object joined = Array.newInstance(component, length);
        int at = 0;
        for (Object piece : pieces) {
            if (isArray(piece)) {
                int count = Array.getLength(piece);
                System.arraycopy(piece, 0, joined, at, count);
                at += count;
            } else {
                Array.set(joined, at++, piece);
            }
        }
        return joined;
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

    private static List<Object> joinToList(Object[] pieces) {
        List<Object> joined = new ArrayList<>();
        for (Object piece : pieces) {
            if (isArray(piece)) {
                for (int i = 0; i < Array.getLength(piece); i++) {
                    joined.add(Array.get(piece, i));
                }
            } else if (piece instanceof Iterable<?> iterable) {
                iterable.forEach(joined::add);
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /** The component type of the array that the pieces make; null if they make a list. */
    private static Class<?> component(Object[] pieces) {
        Class<?> component = null;
        for (Object piece : pieces) {
            if (isArray(piece)) {
                Class<?> own = piece.getClass().getComponentType();
                if (component != null && component != own) {
                    return null;
                }
                component = own;
            }
        }
        if (component == null) {
            return null;
        }
        for (Object piece : pieces) {
            if (!isArray(piece) && !fits(component, piece)) {
                return null;
            }
        }
        return component;
    }

    private static boolean fits(Class<?> component, Object element) {
        if (!component.isPrimitive()) {
            return element == null || component.isInstance(element);
        }
        // An array of one element is of the wrapper type when it is asked for it.
        return element != null && Array.get(Array.newInstance(component, 1), 0).getClass() == element.getClass();
    }

    private static boolean isArray(Object piece) {
        return piece != null && piece.getClass().isArray();
    }
}
