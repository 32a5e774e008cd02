package dev.tutti.engine.execute;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.KeyQuestion;
import dev.tutti.engine.render.Literals;
import dev.tutti.engine.render.TypeNames;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.VariableRef;
import java.lang.reflect.Field;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The keys of a map that a session variable holds, as Java literals, for who types {@code map.get(} and asks what may
 * follow. Beside the main thread and without user code: only maps of the JDK whose iteration calls nothing of their
 * keys, and only keys that have a literal. A map that changes meanwhile is told as far as it was read.
 */
public final class LiveKeys {

    private static final int MOST = 500;
    private static final int MOST_LOOKED_AT = 100_000;
    private static final int LONGEST = 200;
    private static final int VALUE_SHOWN = 40;

    /** Maps that have an order of their own, which is told; keys of the others are sorted. */
    private static final Set<String> ORDERED = Set.of(
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.concurrent.ConcurrentSkipListMap");

    private static final Set<String> PLAIN_MAPS = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.Hashtable",
            "java.util.Properties",
            "java.util.IdentityHashMap",
            "java.util.ImmutableCollections$Map1",
            "java.util.ImmutableCollections$MapN",
            "java.util.Collections$EmptyMap",
            "java.util.Collections$SingletonMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListMap");

    private LiveKeys() {}

    /** The answer to a question; no rows if there is nothing to tell. Any thread. */
    public static Figures answer(KeyQuestion question) {
        Figures.Builder told = new Figures.Builder();
        if (question.isOfSystem()) {
            boolean environment = question.field().equals("getenv");
            tell(environment ? System.getenv() : System.getProperties(), told, false);
        } else {
            VariableRef variable = new VariableRef(question.holder(), question.field());
            Place.sessionOf(new SessionId(question.session()))
                    .flatMap(session -> plainMap(session, variable))
                    .flatMap(map -> inside(map, question.path()))
                    .ifPresent(map -> tell(map, told, true));
        }
        return told.build();
    }

    /** Nothing is loaded or initialised for it: where the class has not run, the variable has no value either. */
    private static Optional<Map<?, ?>> plainMap(Session session, VariableRef variable) {
        Optional<Class<?>> holder = session.loader.loaded(variable.className());
        if (holder.isEmpty() || !session.variables.isDefined(variable)) {
            return Optional.empty();
        }
        try {
            Field field = holder.get().getDeclaredField(variable.field());
            field.setAccessible(true); // a wrapper need not be public
            return plain(field.get(null));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map<?, ?>> plain(Object value) {
        return value instanceof Map<?, ?> map
                        && PLAIN_MAPS.contains(map.getClass().getName())
                ? Optional.of(map)
                : Optional.empty();
    }

    /** The map that lies in another one under some keys; they are looked for, since looking one up may call user code. */
    private static Optional<Map<?, ?>> inside(Map<?, ?> outer, List<String> path) {
        Optional<Map<?, ?>> map = Optional.of(outer);
        for (String key : path) {
            map = map.flatMap(level -> value(level, key));
        }
        return map;
    }

    private static Optional<Map<?, ?>> value(Map<?, ?> map, String key) {
        int count = 0;
        try {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (Literals.of(entry.getKey()).filter(key::equals).isPresent()) {
                    return plain(entry.getValue());
                }
                if (++count == MOST_LOOKED_AT) {
                    break;
                }
            }
        } catch (ConcurrentModificationException _) {
            // what is not found is not known
        }
        return Optional.empty();
    }

    private static void tell(Map<?, ?> map, Figures.Builder told, boolean values) {
        boolean ordered = ORDERED.contains(map.getClass().getName());
        Map<String, String> found = ordered ? new LinkedHashMap<>() : new TreeMap<>(LiveKeys::compare);
        int count = 0;
        try {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Optional<String> key = Literals.of(entry.getKey());
                if (key.isPresent() && key.get().length() <= LONGEST) {
                    found.put(key.get(), values ? shown(entry.getValue()) : "");
                }
                if (++count == MOST) {
                    break;
                }
            }
        } catch (ConcurrentModificationException _) {
            // what has been read is better than nothing
        }
        found.forEach((key, value) -> told.row(KeyQuestion.ROW, key, value));
    }

    /** Whole numbers by their size, everything else by its characters. */
    private static int compare(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers && one.length() != other.length() ? one.length() - other.length() : one.compareTo(other);
    }

    private static String shown(Object value) {
        Optional<String> literal = Literals.of(value);
        if (literal.isPresent() && literal.get().length() <= VALUE_SHOWN) {
            return literal.get();
        }
        return value == null ? "null" : TypeNames.simple(value.getClass());
    }
}
