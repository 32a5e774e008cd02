package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an entry point surely reads.
 *
 * @param variables read whatever happens, before anything may have assigned them
 * @param places the instructions of the entry point's methods that do it, so that they need no check of their own
 */
record SureReads(Set<VariableRef> variables, Set<Place> places) {

    /** An element of a method's code, counted from 0. */
    record Place(String method, int index) {}

    static SureReads none() {
        return new SureReads(new LinkedHashSet<>(), new HashSet<>());
    }
}
