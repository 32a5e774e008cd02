package dev.tutti.client;

import dev.tutti.engine.execute.LeftValue;
import dev.tutti.engine.wire.RenderLimits;

/** A value that is looked at while the cell is still being typed: the code behind Shift-Tab e. */
public final class ShownValue {

    private static final int LINES = 200;
    private static final int CHARACTERS = 8_000;

    private ShownValue() {}

    /**
     * Leaves a value's text for the shell.
     *
     * @param columns of the display
     * @param digits behind the point, negative for all
     */
    public static void leave(int columns, int digits, Object value) {
        LeftValue.leave(value, new RenderLimits(Math.max(20, columns), LINES, CHARACTERS).withDigits(digits));
    }
}
