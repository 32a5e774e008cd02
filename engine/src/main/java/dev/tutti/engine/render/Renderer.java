package dev.tutti.engine.render;

import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.woven.StoppedError;
import java.util.Optional;

/**
 * Renders values. Calls user code ({@code toString}, iterators, renderers), so it runs on the main thread and can be
 * stopped; what user code throws becomes part of the text, except a stop.
 */
public final class Renderer {

    private Renderer() {}

    /** Where the parts do not fit on a line, a table reads better. */
    private static Optional<String> table(Object value, RenderLimits limits) {
        try {
            return limits.table() ? TableText.whatever(value, limits) : TableText.of(value, limits);
        } catch (StoppedError e) {
            throw e;
        } catch (RuntimeException _) {
            return Optional.empty(); // user code threw, or another thread changes the collection meanwhile
        }
    }

    /** The value as text within limits, with its type and the digest of all of it. */
    public static Rendered render(Object value, RenderLimits limits) {
        TextSink sink = new TextSink(limits);
        Optional<String> unfit = isPlain(value) ? Optional.empty() : OwnRenderers.find();
        new ValueWriter(sink).write(value);
        long digest = new Digest().of(value);
        String text = unfit.map(why -> why.concat("\n")).orElse("").concat(sink.text());
        if (value != null && (limits.table() || text.indexOf('\n') >= 0 && !OwnRenderers.has(value))) {
            text = table(value, limits).orElse(text);
        }
        return new Rendered(text, TypeNames.of(value), digest, sink.abridged());
    }

    /** What no renderer is looked for. */
    private static boolean isPlain(Object value) {
        return value == null || value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }
}
