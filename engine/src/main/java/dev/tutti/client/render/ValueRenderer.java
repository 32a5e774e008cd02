package dev.tutti.client.render;

/**
 * Shows values of a type as text, wherever they are part of a result. A jar on the class path names its renderers in
 * {@code META-INF/services/dev.tutti.client.render.ValueRenderer}, or as {@code provides} of its module; at the prompt
 * they are put in force by {@link Renderers#add}.
 *
 * <p>Runs at the engine that has the value, on its main thread; what it throws is shown in place of the value.
 *
 * @param <T> the type; values of its subtypes are shown so too, unless a renderer is nearer to their class
 */
public interface ValueRenderer<T> {

    /** The type. */
    Class<T> type();

    /**
     * The text of a value; it may have several lines.
     *
     * @param value never null
     * @param width columns of the display
     */
    String text(T value, int width);
}
