package dev.tutti.engine.wire;

/**
 * How much of a value is shown, and how.
 *
 * @param width columns of the display, at least 20
 * @param lines at most so many lines
 * @param characters at most so many characters in all
 * @param elements longer containers are abridged
 * @param depth what lies deeper is left out
 * @param digits significant digits of numbers with a fraction; {@value #ALL_DIGITS}: all, as Java writes them
 */
public record RenderLimits(int width, int lines, int characters, int elements, int depth, int digits) {

    /** No limit on digits. */
    public static final int ALL_DIGITS = 0;

    /** Containers that are longer show their ends only. */
    public static final int USUAL_ELEMENTS = 1000;

    /** So deep a value is shown. */
    public static final int USUAL_DEPTH = 12;

    /** What is used off a terminal. */
    public static final RenderLimits DEFAULT = new RenderLimits(80, 100, 20_000);

    public RenderLimits {
        if (width < 20 || lines < 1 || characters < 20 || elements < 1 || depth < 1 || digits < 0) {
            throw new IllegalArgumentException("Limits too small to show anything: width=" + width + ", lines=" + lines
                    + ", characters=" + characters + ", elements=" + elements + ", depth=" + depth + ", digits="
                    + digits);
        }
    }

    /** With the usual limits on elements and depth, and all digits. */
    public RenderLimits(int width, int lines, int characters) {
        this(width, lines, characters, USUAL_ELEMENTS, USUAL_DEPTH, ALL_DIGITS);
    }
}
