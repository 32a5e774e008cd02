package dev.tutti.kernel.cell;

/** A cell cannot be cut into steps; carries the place in the cell's text. */
public final class CellSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;

    public CellSyntaxException(String message, int start, int end) {
        super(message);
        this.start = start;
        this.end = end;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
