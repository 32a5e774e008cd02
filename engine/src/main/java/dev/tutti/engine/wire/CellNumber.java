package dev.tutti.engine.wire;

/** The number of a cell in its session, from 1; 0 is the start-up, before the first cell. */
public record CellNumber(int value) implements Comparable<CellNumber> {

    public CellNumber {
        if (value < 0) {
            throw new IllegalArgumentException("A cell's number is not negative, but this one is " + value);
        }
    }

    @Override
    public int compareTo(CellNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
