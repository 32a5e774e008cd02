package dev.tutti.client;

import dev.tutti.engine.execute.Displays;

/**
 * A value that a cell shows and replaces by newer ones while it runs: how far it is, the best so far. On a terminal it is
 * drawn over and over below what is printed, and the last one stays; elsewhere, and on engines, only the last one is
 * printed, when the cell ends. Any thread.
 *
 * <pre>{@code
 * var best = Display.of("none");
 * for (var x : candidates) if (isBetter(x)) best.update(x);
 * }</pre>
 */
public final class Display {

    private final Displays.Shown place = new Displays.Shown();

    private Display() {}

    /** Shows a value as cells show theirs, a text as it is. @param value may be null */
    public static Display of(Object value) {
        Display display = new Display();
        display.update(value);
        return display;
    }

    /** Shows another in its place; in a later cell, anew. @param value may be null */
    public void update(Object value) {
        place.show(value);
    }
}
