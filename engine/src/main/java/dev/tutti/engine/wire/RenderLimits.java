package dev.tutti.engine.wire;

/**
 * How much of a value is shown, and how.
 *
 * @param width columns of the display, at least 20
 * @param lines at most so many lines
 * @param characters at most so many characters in all
 * @param elements longer containers are abridged
 * @param depth what lies deeper is left out
 * @param digits digits behind the point of numbers that have some; {@value #ALL_DIGITS}: all, as Java writes them
 * @param table whether it is to be a table, whatever reads better
 */
public record RenderLimits(int width, int lines, int characters, int elements, int depth, int digits, boolean table) {

    /** No limit on digits. */
    public static final int ALL_DIGITS = -1;

    /** Containers that are longer show their ends only. */
    public static final int USUAL_ELEMENTS = 1000;

    /** So deep a value is shown. */
    public static final int USUAL_DEPTH = 12;

    /** What is used off a terminal. */
    public static final RenderLimits DEFAULT = new RenderLimits(80, 100, 20_000);

    public RenderLimits {
        if (width < 20 || lines < 1 || characters < 20 || elements < 1 || depth < 1 || digits < ALL_DIGITS) {
            throw new IllegalArgumentException("Limits too small to show anything: width=" + width + ", lines=" + lines
                    + ", characters=" + characters + ", elements=" + elements + ", depth=" + depth + ", digits="
                    + digits);
        }
    }

    /** With the usual limits on elements and depth, and all digits. */
    public RenderLimits(int width, int lines, int characters) {
        this(width, lines, characters, USUAL_ELEMENTS, USUAL_DEPTH, ALL_DIGITS, false);
    }

    /** The same with other digits. */
    public RenderLimits withDigits(int other) {
        return new RenderLimits(width, lines, characters, elements, depth, other, table);
    }

    /** The same, as a table. */
    public RenderLimits asTable() {
        return new RenderLimits(width, lines, characters, elements, depth, digits, true);
    }
}
