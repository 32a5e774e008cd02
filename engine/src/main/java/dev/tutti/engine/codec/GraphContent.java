package dev.tutti.engine.codec;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** Bytes and then arrays of primitives, in pieces. */
final class GraphContent implements Spool.Content {

    private final List<ByteBuffer> bytes;
    private final Iterator<Object> arrays;
    private Object array;
    private int done;

    GraphContent(List<ByteBuffer> bytes, List<Object> arrays) {
        this.bytes = bytes;
        this.arrays = arrays.iterator();
    }

    @Override
    public void fill(ByteBuffer piece) {
        for (ByteBuffer part : bytes) {
            int next = Math.min(part.remaining(), piece.remaining());
            piece.put(part.slice(part.position(), next));
            part.position(part.position() + next);
        }
        while (piece.hasRemaining() && nextArray()) {
            int width = Primitives.width(Primitives.code(array.getClass()));
            int next = Math.min(piece.remaining() / width, Array.getLength(array) - done);
            if (next == 0) {
                return; // the element does not fit into the rest of the piece
            }
            Primitives.put(piece, array, done, next);
            done += next;
        }
    }

    private boolean nextArray() {
        if (array != null && done < Array.getLength(array)) {
            return true;
        }
        if (!arrays.hasNext()) {
            return false;
        }
        array = arrays.next();
        done = 0;
        return true;
    }
}
