package dev.tutti.kernel.view;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.VariableRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is defined where, as the engines report it: variables by place, and results of cells by place. Any thread.
 */
public final class Places {

    private final Map<EngineId, Set<VariableRef>> defined = new HashMap<>();
    private final Map<EngineId, SortedSet<CellNumber>> results = new HashMap<>();

    /** An engine's reply to a cell. */
    public synchronized void note(EngineId engine, Message.Done done) {
        Set<VariableRef> here = defined.computeIfAbsent(engine, _ -> new HashSet<>());
        done.undefined().forEach(here::remove);
        here.addAll(done.defined());
    }

    /** A variable has got a value at an engine, not by a cell. */
    public synchronized void define(EngineId engine, VariableRef variable) {
        defined.computeIfAbsent(engine, _ -> new HashSet<>()).add(variable);
    }

    /** A cell gave a result at an engine. */
    public synchronized void noteResult(EngineId engine, CellNumber cell) {
        results.computeIfAbsent(engine, _ -> new TreeSet<>()).add(cell);
    }

    /** The engine is gone or new: nothing is defined there. Tells what was. */
    public synchronized Set<VariableRef> clear(EngineId engine) {
        results.remove(engine);
        Set<VariableRef> gone = defined.remove(engine);
        return gone == null ? Set.of() : gone;
    }

    /** A new session: nothing is defined anywhere. */
    public synchronized void clear() {
        defined.clear();
        results.clear();
    }

    /** No name reaches these fields any more. */
    public synchronized void forget(Collection<VariableRef> variables) {
        defined.values().forEach(here -> here.removeAll(Set.copyOf(variables)));
    }

    /** Where a variable has a value, ascending. */
    public synchronized SortedSet<EngineId> definedAt(VariableRef variable) {
        SortedSet<EngineId> places = new TreeSet<>();
        defined.forEach((engine, here) -> {
            if (here.contains(variable)) {
                places.add(engine);
            }
        });
        return places;
    }

    /** The newest cell that gave a result at all of these places, if there is one: what {@code _} means there. */
    public synchronized OptionalInt newestResult(Collection<EngineId> places) {
        TreeSet<CellNumber> common = null;
        for (EngineId place : places) {
            SortedSet<CellNumber> here = results.getOrDefault(place, new TreeSet<>());
            if (common == null) {
                common = new TreeSet<>(here);
            } else {
                common.retainAll(here);
            }
        }
        return common == null || common.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(common.last().value());
    }
}
