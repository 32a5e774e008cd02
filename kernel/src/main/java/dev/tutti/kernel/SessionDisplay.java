package dev.tutti.kernel;

import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.kernel.magic.PlannedStep;

/** How values of this session are shown. Any thread. */
final class SessionDisplay {

    private static final int SHOWN_LINES = 200;
    private static final int SHOWN_CHARACTERS = 8_000;
    private static final int TABLE_CHARACTERS = 100_000;

    /** Nearly all of a value: what a pager can hold. */
    private static final int PAGED_LINES = 100_000;

    private static final int PAGED_CHARACTERS = 4 << 20;
    private static final int PAGED_ELEMENTS = 1_000_000;
    private static final int PAGED_DEPTH = 100;

    private volatile int digits = RenderLimits.ALL_DIGITS;

    int digits() {
        return digits;
    }

    void digits(int digits) {
        this.digits = digits;
    }

    /** The limits for the value of a step. @param columns of the display */
    RenderLimits limits(PlannedStep.Account account, int columns) {
        int width = Math.max(20, columns);
        RenderLimits usual = new RenderLimits(width, SHOWN_LINES, SHOWN_CHARACTERS).withDigits(digits);
        return switch (account) {
            case NONE, COUNTS, FIGURES, TREE -> usual;
            case TABLE ->
                new RenderLimits(width, SHOWN_LINES, TABLE_CHARACTERS)
                        .withDigits(digits)
                        .asTable();
            case PAGE ->
                new RenderLimits(width, PAGED_LINES, PAGED_CHARACTERS, PAGED_ELEMENTS, PAGED_DEPTH, digits, false);
        };
    }
}
