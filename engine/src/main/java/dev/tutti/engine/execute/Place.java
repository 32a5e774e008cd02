package dev.tutti.engine.execute;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import java.util.List;

/**
 * Where this JVM stands: which engine it is and what it runs. One for the JVM, because user code on any thread asks for
 * it. Written by the main thread.
 */
public final class Place {

    private static final int NO_RANK = -1;

    private static volatile Place current;

    private final EngineId engine;
    private final Results results;
    private final int rank;
    private final int size;

    private Place(EngineId engine, Results results, int rank, int size) {
        this.engine = engine;
        this.results = results;
        this.rank = rank;
        this.size = size;
    }

    static void enter(EngineId engine, Message.Execute cell, Results results) {
        List<EngineId> targets = cell.targets();
        int rank = NO_RANK;
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).number() == engine.number()) {
                rank = i;
            }
        }
        current = new Place(engine, results, rank, targets.size());
    }

    /** The cell has ended; what it left behind can still be asked for. */
    static void leave() {
        Place before = current;
        if (before != null) {
            current = new Place(before.engine, before.results, NO_RANK, 0);
        }
    }

    /** The session that ran last is gone: its results are not to be kept. */
    static void closed() {
        Place before = current;
        if (before != null) {
            current = new Place(before.engine, new Results(), NO_RANK, 0);
        }
    }

    /** The rank of {@code Here}. */
    public static int rank() {
        return ranked("rank()").rank;
    }

    /** The size of {@code Here}. */
    public static int size() {
        return ranked("size()").size;
    }

    /** The engine's number. */
    public static int engineId() {
        return here("engineId()").engine.number();
    }

    /** A result of the session that runs now, or ran last. */
    public static Object out(int cell) {
        return here("out(" + cell + ")").results.get(cell);
    }

    /** Another object with each cell or task that begins: declarations may have changed between two. */
    public static Object moment() {
        return current;
    }

    private static Place ranked(String what) {
        Place place = here(what);
        if (place.engine.isLocal()) {
            throw new IllegalStateException(
                    what + " has no meaning at local: this cell was not sent to engines. Run it with %px.");
        }
        if (place.rank == NO_RANK) {
            throw new IllegalStateException(what + " has no meaning now: no cell runs on engine " + place.engine
                    + ". Ask for it in the cell and hand the number to what runs on.");
        }
        return place;
    }

    private static Place here(String what) {
        Place place = current;
        if (place == null) {
            throw new IllegalStateException(what + " has a meaning only in code that an engine runs. Run it with %px.");
        }
        return place;
    }
}
