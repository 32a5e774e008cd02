package dev.tutti.engine.wire;

/**
 * The number of an engine's slot, kept over restarts: 0 and up, or {@link #LOCAL} for the engine that runs the cells
 * without targets. Sorts with local first.
 */
public record EngineId(int number) implements Comparable<EngineId> {

    /** The engine beside the shell. */
    public static final EngineId LOCAL = new EngineId(-1);

    public EngineId {
        if (number < -1) {
            throw new IllegalArgumentException("An engine's number is 0 or more (or -1 for local), not " + number);
        }
    }

    public boolean isLocal() {
        return number == -1;
    }

    @Override
    public int compareTo(EngineId other) {
        return Integer.compare(number, other.number);
    }

    /** {@code local} or the number. */
    @Override
    public String toString() {
        return isLocal() ? "local" : Integer.toString(number);
    }
}
