package dev.tutti.engine.browse;

import dev.tutti.engine.codec.Access;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JDK's containers whose iteration calls nothing of their elements and of no other class: no {@code equals}, no
 * comparator, no iterator of the user's. Its wrappers are looked through to what they wrap.
 */
final class PlainContainers {

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.ArrayList",
            "java.util.ArrayList$SubList",
            "java.util.Arrays$ArrayList",
            "java.util.LinkedList",
            "java.util.Vector",
            "java.util.Stack",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.HashMap$KeySet",
            "java.util.HashMap$Values",
            "java.util.HashMap$EntrySet",
            "java.util.LinkedHashMap$LinkedKeySet",
            "java.util.LinkedHashMap$LinkedValues",
            "java.util.LinkedHashMap$LinkedEntrySet",
            "java.util.TreeMap$Values",
            "java.util.TreeMap$EntrySet",
            "java.util.Collections$EmptyList",
            "java.util.Collections$EmptySet",
            "java.util.Collections$SingletonList",
            "java.util.Collections$SingletonSet",
            "java.util.Collections$CopiesList",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN",
            "java.util.ImmutableCollections$SubList",
            "java.util.ImmutableCollections$Set12",
            "java.util.ImmutableCollections$SetN",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.ConcurrentLinkedDeque",
            "java.util.concurrent.ConcurrentSkipListSet",
            "java.util.concurrent.LinkedBlockingQueue",
            "java.util.concurrent.LinkedBlockingDeque",
            "java.util.concurrent.ArrayBlockingQueue",
            "java.util.concurrent.ConcurrentHashMap$KeySetView",
            "java.util.concurrent.ConcurrentHashMap$ValuesView");

    private static final Set<String> MAPS = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.Hashtable",
            "java.util.Properties",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.ImmutableCollections$Map1",
            "java.util.ImmutableCollections$MapN",
            "java.util.Collections$EmptyMap",
            "java.util.Collections$SingletonMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListMap");

    private static final String WRAPPERS = "java.util.Collections$";
    private static final String WRAPPED_MAP = "m";
    private static final String WRAPPED_COLLECTION = "c";

    private PlainContainers() {}

    static Optional<Collection<?>> collection(Object object) {
        if (!(object instanceof Collection<?> collection)) {
            return Optional.empty();
        }
        return COLLECTIONS.contains(object.getClass().getName())
                ? Optional.of(collection)
                : wrapped(object, WRAPPED_COLLECTION).flatMap(PlainContainers::collection);
    }

    static Optional<Map<?, ?>> map(Object object) {
        if (!(object instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        return MAPS.contains(object.getClass().getName())
                ? Optional.of(map)
                : wrapped(object, WRAPPED_MAP).flatMap(PlainContainers::map);
    }

    /** Whether it is an entry of a map of the JDK, or one that the JDK has made. */
    static boolean isEntry(Object object) {
        String type = object.getClass().getName();
        return object instanceof Map.Entry<?, ?>
                && object.getClass().getClassLoader() == null
                && type.startsWith("java.util.")
                && !type.startsWith(WRAPPERS);
    }

    /** What an unmodifiable, synchronized or checked view shows. */
    private static Optional<Object> wrapped(Object wrapper, String field) {
        Class<?> type = wrapper.getClass();
        while (type != null && type.getName().startsWith(WRAPPERS)) {
            for (Field declared : type.getDeclaredFields()) {
                if (declared.getName().equals(field)) {
                    return read(type, declared, wrapper);
                }
            }
            type = type.getSuperclass();
        }
        return Optional.empty();
    }

    private static Optional<Object> read(Class<?> type, Field field, Object wrapper) {
        try {
            MethodHandle getter = Access.in(type).unreflectGetter(field);
            return Optional.ofNullable(getter.invoke(wrapper));
        } catch (IllegalAccessException e) {
            return Optional.empty(); // then its fields are shown
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A field's value cannot be had: " + field, e);
        }
    }
}
