package dev.tutti.kernel.magic;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Marks arguments that are engines there are already, unless the verb before them wants a number or a name of a new one. */
final class EngineWords implements Iterable<String> {

    /** Whether the words before the argument want one of the engines. */
    static boolean wanted(List<String> before) {
        return before.isEmpty() || !before.getFirst().matches("add|attach");
    }

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator(); // only a running session knows its engines
    }
}
