package dev.tutti.engine.render;

import dev.tutti.client.render.Renderers;
import dev.tutti.client.render.ValueRenderer;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.woven.StoppedError;
import java.io.IOException;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** What the user's renderers say of a value; they are user code. */
final class OwnRenderers {

    private OwnRenderers() {}

    static boolean has(Object value) {
        return Renderers.of(value.getClass()).isPresent();
    }

    static Optional<String> text(Object value, RenderLimits limits) {
        try {
            return Renderers.of(value.getClass()).map(renderer -> text(renderer, value, limits.width()));
        } catch (StoppedError e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Optional.of("<the renderer of " + TypeNames.of(value) + " threw "
                    + PromptNames.strip(e.getClass().getName())
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ">");
        }
    }

    private static <T> String text(ValueRenderer<T> renderer, Object value, int width) {
        String text = renderer.text(renderer.type().cast(value), width);
        return text == null ? "null" : text;
    }

    /** Those of jars that came since the last value. What cannot be had is told once, in the value's place. */
    static Optional<String> find() {
        try {
            Renderers.find(Thread.currentThread().getContextClassLoader());
            return Optional.empty();
        } catch (StoppedError e) {
            throw e;
        } catch (IOException | RuntimeException | ServiceConfigurationError | LinkageError e) {
            return Optional.of("<a renderer cannot be loaded: " + e.getMessage() + ">");
        }
    }
}
