package dev.tutti.engine.wire;

/**
 * How much of a value is shown.
 *
 * @param width columns of the display, at least 20
 * @param lines at most so many lines
 * @param characters at most so many characters in all
 */
public record RenderLimits(int width, int lines, int characters) {

    /** What is used off a terminal. */
    public static final RenderLimits DEFAULT = new RenderLimits(80, 100, 20_000);

    public RenderLimits {
        if (width < 20 || lines < 1 || characters < 20) {
            throw new IllegalArgumentException("Limits too small to show anything: width=" + width + ", lines=" + lines
                    + ", characters=" + characters);
        }
    }
}
