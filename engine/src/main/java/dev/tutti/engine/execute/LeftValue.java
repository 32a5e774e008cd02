package dev.tutti.engine.execute;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.render.Renderer;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.Rendered;

/** A value's text, left for the execution that runs now: the value itself is kept nowhere. Main thread. */
public final class LeftValue {

    /** The word of the row with the value's class. */
    public static final String TYPE = "type";

    /** The word of the rows with the lines of its text. */
    public static final String LINE = "line";

    private LeftValue() {}

    /** Renders it, which calls user code, and leaves the text. */
    public static void leave(Object value, RenderLimits limits) {
        Rendered rendered = Renderer.render(value, limits);
        Figures.Builder left = new Figures.Builder().row(TYPE, rendered.type());
        rendered.text().lines().forEach(line -> left.row(LINE, line));
        left.build().leave();
    }
}
