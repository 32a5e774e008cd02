package dev.tutti.engine.render;

import dev.tutti.woven.StoppedError;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/**
 * Writes one value with its parts. Long containers show both ends, as NumPy does; a container inside itself shows a mark;
 * what lies too deep shows dots.
 */
final class ValueWriter {

    /** How many elements are shown at each end then. */
    static final int EDGE = 3;

    private final TextSink sink;

    /** Longer containers are abridged. */
    private final int most;

    private final Map<Object, Boolean> open = new IdentityHashMap<>();

    ValueWriter(TextSink sink) {
        this.sink = sink;
        this.most = Math.max(2 * EDGE, sink.limits().elements());
    }

    void write(Object value) {
        write(value, 0);
    }

    private void write(Object value, int depth) {
        if (sink.full()) {
            return;
        }
        if (value == null) {
            sink.token("null");
        } else if (value instanceof String string) {
            writeString(string);
        } else if (value instanceof Character c) {
            sink.token(Literals.quote(c));
        } else if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            put(Numbers.text(value, sink.limits().digits()));
        } else if (value instanceof Number || value instanceof Boolean) {
            writeText(value);
        } else {
            Optional<String> own = OwnRenderers.text(value, sink.limits());
            if (own.isPresent()) {
                put(own.get());
            } else {
                writeParted(value, depth);
            }
        }
    }

    private void writeParted(Object value, int depth) {
        Shape shape = Shape.of(value);
        if (shape == Shape.ATOM) {
            writeText(value);
            return;
        }
        if (open.put(value, Boolean.TRUE) != null) {
            sink.token("(cycle)");
            return;
        }
        if (depth == sink.limits().depth()) {
            sink.abridge();
            sink.token("...");
        } else {
            writeShape(value, shape, depth);
        }
        open.remove(value);
    }

    private void writeShape(Object value, Shape shape, int depth) {
        try {
            switch (shape) {
                case ARRAY -> writeArray(value, depth);
                case COLLECTION -> writeCollection((Collection<?>) value, depth);
                case MAP -> writeMap((Map<?, ?>) value, depth);
                case ENTRY -> writeEntry((Map.Entry<?, ?>) value, depth);
                case RECORD -> writeRecord(value, depth);
                case OPTIONAL -> writeOptional((Optional<?>) value, depth);
                case ATOM -> writeText(value);
            }
        } catch (StoppedError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Iterators and sizes are user code, or another thread changes the collection meanwhile.
            sink.abridge();
            sink.close(" <reading it threw "
                    .concat(PromptNames.strip(e.getClass().getName()))
                    .concat(">"));
        }
    }

    private void writeString(String string) {
        int shown = Literals.cutQuoted(string, sink.room() - 2);
        sink.token(Literals.quote(string, shown));
        markCut(shown, string.length());
    }

    private void writeText(Object value) {
        put(PlainText.of(value));
    }

    private void put(String text) {
        int shown = Literals.cutAt(text, sink.room());
        sink.token(text.substring(0, shown));
        markCut(shown, text.length());
    }

    private void markCut(int shown, int all) {
        if (shown < all && !sink.full()) {
            sink.abridge();
            sink.mark(Literals.cutMark(shown, all));
        }
    }

    private void writeArray(Object array, int depth) {
        if (array.getClass().getComponentType().isPrimitive()
                || array.getClass().getComponentType().isArray()) {
            new ArrayWriter(sink, array, depth).write(this);
            return;
        }
        Object[] elements = (Object[]) array;
        sink.open("[");
        int length = elements.length;
        for (int i = 0; i < length && !sink.full(); i++) {
            if (length > most && i == EDGE) {
                dots(depth + 1);
                i = length - EDGE;
            }
            element(elements[i], i < length - 1, depth + 1);
        }
        sink.close("]");
    }

    private void writeCollection(Collection<?> collection, int depth) {
        sink.open("[");
        int size = collection.size();
        boolean both = size > most && collection instanceof SequencedCollection;
        int shown = size <= most ? size : both ? EDGE : 2 * EDGE;
        Iterator<?> iterator = collection.iterator();
        int seen = 0;
        while (seen < shown && iterator.hasNext() && !sink.full()) {
            seen++;
            element(iterator.next(), seen < size, depth + 1);
        }
        if (both) {
            dots(depth + 1);
            List<?> last = last((SequencedCollection<?>) collection);
            for (int i = 0; i < last.size(); i++) {
                element(last.get(i), i < last.size() - 1, depth + 1);
            }
        } else if (size > shown) {
            more(size - shown);
        }
        sink.close("]");
    }

    private static List<?> last(SequencedCollection<?> collection) {
        Iterator<?> backwards = collection.reversed().iterator();
        List<Object> last = new ArrayList<>();
        while (last.size() < EDGE && backwards.hasNext()) {
            last.add(backwards.next());
        }
        return last.reversed();
    }

    private void writeMap(Map<?, ?> map, int depth) {
        sink.open("{");
        int size = map.size();
        int shown = size <= most ? size : 2 * EDGE;
        int seen = 0;
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (seen < shown && entries.hasNext() && !sink.full()) {
            seen++;
            writeEntry(entries.next(), depth + 1);
            if (seen < size) {
                sink.separator(",", depth + 1);
            }
        }
        if (size > shown) {
            more(size - shown);
        }
        sink.close("}");
    }

    private void writeEntry(Map.Entry<?, ?> entry, int depth) {
        write(entry.getKey(), depth);
        sink.close("=");
        write(entry.getValue(), depth);
    }

    private void writeRecord(Object value, int depth) {
        sink.open(TypeNames.of(value).concat("["));
        String[] names = RecordParts.names(value);
        for (int i = 0; i < names.length && !sink.full(); i++) {
            sink.open(names[i].concat("="));
            element(RecordParts.value(value, names[i]), i < names.length - 1, depth + 1);
        }
        sink.close("]");
    }

    private void writeOptional(Optional<?> optional, int depth) {
        if (optional.isEmpty()) {
            sink.token("Optional.empty");
            return;
        }
        sink.open("Optional[");
        write(optional.get(), depth + 1);
        sink.close("]");
    }

    private void element(Object value, boolean another, int depth) {
        write(value, depth);
        if (another) {
            sink.separator(",", depth);
        }
    }

    private void dots(int indent) {
        sink.abridge();
        sink.token("...");
        sink.separator(",", indent);
    }

    private void more(int count) {
        sink.abridge();
        sink.token("... (" + count + " more)");
    }

    /** The elements of an object array that stands where a row of an array of arrays would. */
    void writeElement(Object array, int index, int depth) {
        write(Array.get(array, index), depth);
    }
}
