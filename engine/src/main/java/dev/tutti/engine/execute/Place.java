package dev.tutti.engine.execute;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.SessionId;
import java.util.Optional;

/**
 * Where this JVM stands: which engine it is and what it runs. One for the JVM, because user code on any thread asks for
 * it. Written by the main thread.
 */
public final class Place {

    private static volatile Place current;

    private final EngineId engine;
    private final Session session;
    private final Position position;
    private final Progress progress;

    private Place(EngineId engine, Session session, Position position, Progress progress) {
        this.engine = engine;
        this.session = session;
        this.position = position;
        this.progress = progress;
    }

    /** Something of a session begins to run. Returns what ran before, for {@link #restore}. */
    static Place enter(EngineId engine, Session session, Position position, Progress progress) {
        Place before = current;
        current = new Place(engine, session, position, progress);
        return before;
    }

    /** What was interrupted goes on. */
    static void restore(Place before) {
        current = before;
    }

    /** What ran has ended; what it left behind can still be asked for. */
    static void leave() {
        Place before = current;
        if (before != null) {
            current = new Place(before.engine, before.session, Position.NONE, Progress.UNHEARD);
        }
    }

    /** A session is gone: if it ran last, its results are not to be kept. */
    static void closed(Session session) {
        Place before = current;
        if (before != null && before.session == session) {
            current = new Place(before.engine, Session.none(), Position.NONE, Progress.UNHEARD);
        }
    }

    /** The rank of {@code Here}. */
    public static int rank() {
        return positioned("rank()").rank();
    }

    /** The size of {@code Here}. */
    public static int size() {
        return positioned("size()").size();
    }

    /** The engine's number. */
    public static int engineId() {
        return here("engineId()").engine.number();
    }

    /** The session whose code runs now, or ran last. */
    public static SessionId session() {
        return here("The session").session.id();
    }

    /** The session that runs now, or ran last, if it is this one. */
    static Optional<Session> sessionOf(SessionId id) {
        Place place = current;
        return place != null && place.session.id().equals(id) ? Optional.of(place.session) : Optional.empty();
    }

    /** Another object with each cell or task that begins: declarations may have changed between two. */
    public static Object moment() {
        return current;
    }

    /** A result of the session that runs now, or ran last. */
    public static Object out(int cell) {
        return here("out(" + cell + ")").session.results.get(cell);
    }

    /** Lets the results of the session that runs now go; tells how many there were. */
    public static int dropResults() {
        return here("dropResults()").session.results.clear();
    }

    /** The value that a name has at this engine, in the session that runs now, or ran last. */
    public static Object value(String name) {
        Place place = here("here(name)");
        try {
            return VariableAccess.valueOf(place.session, name);
        } catch (VariableException e) {
            String at = place.engine.isLocal() ? "at local" : "on engine " + place.engine;
            throw new IllegalArgumentException(
                    name + " is not defined " + at + ". Send it there with %push " + name
                            + ", or put it from a client.",
                    e.getCause());
        }
    }

    /** Tells how far the running task is; a cell's is heard by nobody. */
    public static void progress(long done, long total, String note) {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException(
                    "Progress is told in numbers from 0 up, not " + done + " of " + total + ".");
        }
        here("progress(done, total)").progress.tell(done, total, note);
    }

    private static Position positioned(String what) {
        Place place = here(what);
        if (place.engine.isLocal() && place.position.rank() < 0) { // the debugger puts local in an engine's place
            throw new IllegalStateException(
                    what + " has no meaning at local: this cell was not sent to engines. Run it with %px.");
        }
        if (place.position == Position.BALANCED) {
            throw new IllegalStateException(what + " has no meaning in a balanced task: it could run on any engine, and"
                    + " runs on engine " + place.engine + ". Ask for engineId(), or call it through a direct view.");
        }
        if (place.position.rank() < 0) {
            throw new IllegalStateException(what + " has no meaning now: no cell runs on engine " + place.engine
                    + ". Ask for it in the cell and hand the number to what runs on.");
        }
        return place.position;
    }

    private static Place here(String what) {
        Place place = current;
        if (place == null) {
            throw new IllegalStateException(what + " has a meaning only in code that an engine runs. Run it with %px.");
        }
        return place;
    }
}
