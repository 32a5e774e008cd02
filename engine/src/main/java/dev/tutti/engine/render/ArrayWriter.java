package dev.tutti.engine.render;

import java.lang.reflect.Array;

/**
 * Writes arrays of primitives and arrays of arrays: rows under each other, the numbers of a table right-aligned. If there
 * are more elements in all than the limit, each long dimension shows its ends.
 */
final class ArrayWriter {

    private final TextSink sink;
    private final Object array;
    private final int depth;
    private final int most;
    private final boolean abridged;
    private final int cellWidth;

    ArrayWriter(TextSink sink, Object array, int depth) {
        this.sink = sink;
        this.array = array;
        this.depth = depth;
        this.most = sink.limits().elements();
        this.abridged = count(array, 0) > most;
        this.cellWidth = isTable(array.getClass()) ? width(array, 0) : 0;
    }

    void write(ValueWriter objects) {
        write(array, depth, objects);
    }

    private void write(Object part, int at, ValueWriter objects) {
        if (part == null) {
            sink.token("null");
            return;
        }
        sink.open("[");
        int length = Array.getLength(part);
        for (int i = 0; i < length && !sink.full(); i++) {
            if (i == skipFrom(length)) {
                sink.abridge();
                sink.token("...");
                separate(part, at + 1);
                i = skipTo(length);
            }
            writeElement(part, i, at + 1, objects);
            if (i < length - 1) {
                separate(part, at + 1);
            }
        }
        sink.close("]");
    }

    private void writeElement(Object part, int i, int at, ValueWriter objects) {
        Class<?> component = part.getClass().getComponentType();
        if (component.isArray()) {
            write(Array.get(part, i), at, objects);
        } else if (component.isPrimitive()) {
            String cell = cell(part, i);
            sink.token(" ".repeat(Math.max(0, cellWidth - cell.length())).concat(cell));
        } else {
            objects.writeElement(part, i, at);
        }
    }

    /** Rows stand under each other, tables apart by a blank line. */
    private void separate(Object part, int indent) {
        Class<?> component = part.getClass().getComponentType();
        if (component.isArray()) {
            sink.close(",");
            sink.newLine(component.getComponentType().isArray() ? 2 : 1, indent);
        } else {
            sink.separator(",", indent);
        }
    }

    /** The first index that is left out; -1 if none is. */
    private int skipFrom(int length) {
        return abridged && length > 2 * ValueWriter.EDGE ? ValueWriter.EDGE : -1;
    }

    private static int skipTo(int length) {
        return length - ValueWriter.EDGE;
    }

    private static boolean isTable(Class<?> type) {
        Class<?> element = type.getComponentType();
        boolean nested = element.isArray();
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return nested && element.isPrimitive() && element != boolean.class && element != char.class;
    }

    /** The elements in all dimensions, counted no further than the threshold. */
    private int count(Object part, int before) {
        if (part == null) {
            return before + 1;
        }
        int length = Array.getLength(part);
        if (!part.getClass().getComponentType().isArray()) {
            return (int) Math.min(Integer.MAX_VALUE, (long) before + length);
        }
        int count = before;
        for (int i = 0; i < length && count <= most; i++) {
            count = count(Array.get(part, i), count);
        }
        return count;
    }

    /** The widest cell that will be shown. */
    private int width(Object part, int widest) {
        if (part == null) {
            return widest;
        }
        int width = widest;
        int length = Array.getLength(part);
        boolean leaf = part.getClass().getComponentType().isPrimitive();
        for (int i = 0; i < length; i++) {
            if (i == skipFrom(length)) {
                i = skipTo(length);
            }
            width = leaf ? Math.max(width, cell(part, i).length()) : width(Array.get(part, i), width);
        }
        return width;
    }

    private String cell(Object part, int i) {
        Object element = Array.get(part, i);
        return element instanceof Character c
                ? Literals.quote(c)
                : Numbers.text(element, sink.limits().digits());
    }
}
