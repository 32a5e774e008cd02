package dev.tutti.engine.task;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of an array or list, which need not be copied in order to be sent.
 *
 * @param sequence an array or a list
 * @param from the first element
 * @param to the one behind the last
 */
record Block(Object sequence, int from, int to) {

    /** It as an array or list of its own. */
    Object copy() {
        if (sequence instanceof List<?> list) {
            return new ArrayList<>(list.subList(from, to));
        }
        Object block = Array.newInstance(sequence.getClass().getComponentType(), to - from);
        System.arraycopy(sequence, from, block, 0, to - from);
        return block;
    }

    /** Its only element, if it has one alone and that is asked for; else the block itself. */
    Object flattened(boolean asked) {
        if (!asked || to - from != 1) {
            return this;
        }
        return sequence instanceof List<?> list ? list.get(from) : Array.get(sequence, from);
    }
}
