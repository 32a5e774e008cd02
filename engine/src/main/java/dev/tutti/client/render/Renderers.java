package dev.tutti.client.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/**
 * The renderers in force in this JVM: those that were added, the newest first, then those of jars. Any thread.
 *
 * <pre>{@code
 * Renderers.add(Point.class, p -> "(" + p.x() + " | " + p.y() + ")")
 * }</pre>
 */
public final class Renderers {

    private static final String SERVICES = "META-INF/services/" + ValueRenderer.class.getName();

    private static final List<ValueRenderer<?>> ADDED = new ArrayList<>();
    private static List<ValueRenderer<?>> found = List.of();
    private static Set<String> places = Set.of();

    private Renderers() {}

    /** Puts a renderer in force. On engines: {@code %px Renderers.add(...)}. */
    public static synchronized void add(ValueRenderer<?> renderer) {
        ADDED.addFirst(renderer);
    }

    /** Puts a function in force as a renderer. */
    public static <T> void add(Class<T> type, Function<? super T, String> text) {
        add(new ValueRenderer<T>() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public String text(T value, int width) {
                return text.apply(value);
            }
        });
    }

    /** Takes those of a type out of force. Tells whether there were any. */
    public static synchronized boolean remove(Class<?> type) {
        return ADDED.removeIf(renderer -> renderer.type().equals(type));
    }

    /**
     * Looks for those of jars, if there are other jars than before.
     *
     * @param loader sees them
     * @throws ServiceConfigurationError if a jar names one that cannot be had
     */
    public static synchronized void find(ClassLoader loader) throws IOException {
        Set<String> now = new HashSet<>();
        loader.getResources(SERVICES).asIterator().forEachRemaining(place -> now.add(place.toString()));
        if (now.equals(places)) {
            return;
        }
        places = now;
        List<ValueRenderer<?>> all = new ArrayList<>();
        for (ValueRenderer<?> renderer : ServiceLoader.load(ValueRenderer.class, loader)) {
            all.add(renderer);
        }
        found = List.copyOf(all);
    }

    /** The renderer that is nearest to a class: for the class itself, else for the nearest of its supertypes. */
    public static synchronized Optional<ValueRenderer<?>> of(Class<?> type) {
        if (ADDED.isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        ValueRenderer<?> nearest = null;
        for (List<ValueRenderer<?>> some : List.of(ADDED, found)) {
            for (ValueRenderer<?> renderer : some) {
                boolean shows = renderer.type().isAssignableFrom(type);
                boolean nearer = nearest == null
                        || !nearest.type().equals(renderer.type())
                                && nearest.type().isAssignableFrom(renderer.type());
                if (shows && nearer) {
                    nearest = renderer;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }
}
