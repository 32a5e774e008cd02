package dev.tutti.kernel.magic;

import java.util.Collections;
import java.util.Iterator;

/** Marks arguments of another type than targets that completion offers targets for. */
final class TargetWords implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator(); // only a running session knows its engines
    }
}
