package dev.tutti.engine.render;

import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.Rendered;

/**
 * Renders values. Calls user code ({@code toString}, iterators), so it runs on the main thread and can be stopped; what
 * user code throws becomes part of the text, except a stop.
 */
public final class Renderer {

    private Renderer() {}

    /** The value as text within limits, with its type and the digest of all of it. */
    public static Rendered render(Object value, RenderLimits limits) {
        TextSink sink = new TextSink(limits);
        new ValueWriter(sink).write(value);
        long digest = new Digest().of(value);
        return new Rendered(sink.text(), TypeNames.of(value), digest, sink.abridged());
    }
}
