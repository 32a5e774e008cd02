package dev.tutti.engine.browse;

import dev.tutti.engine.render.Literals;
import dev.tutti.engine.render.TypeNames;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object in a line, without running anything of the user's: no {@code toString}, no renderer. */
final class BriefText {

    /** Longer texts are cut. */
    private static final int LONGEST_STRING = 200;

    /** How many parts are named behind the type. */
    private static final int PARTS = 8;

    /** After so many characters no further part is named. */
    private static final int ENOUGH = 60;

    private static final int LONGEST_PART = 30;

    /** Classes of the JDK, by their exact name, whose text tells all there is, from nothing but themselves. */
    private static final Set<String> VALUES = Set.of(
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.MonthDay",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZonedDateTime",
            "java.time.ZoneOffset",
            "java.time.ZoneRegion",
            "java.io.File",
            "java.net.URI",
            "java.util.Locale",
            "java.util.UUID",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.LongAdder",
            "java.util.regex.Pattern",
            "sun.nio.fs.UnixPath");

    private static final Set<Class<?>> BOXED = Set.of(
            Boolean.class,
            Byte.class,
            Character.class,
            Double.class,
            Float.class,
            Integer.class,
            Long.class,
            Short.class);

    private BriefText() {}

    /** Whether the text of an object leaves nothing to open. */
    static boolean saysAll(Object object) {
        return object instanceof Class<?>
                || object instanceof Enum<?>
                || BOXED.contains(object.getClass())
                || object.getClass() == String.class
                || VALUES.contains(object.getClass().getName());
    }

    /** A key as Java writes it, if it is short enough to be read. */
    static Optional<String> literal(Object key) {
        return Literals.of(key).filter(text -> text.length() <= LONGEST_STRING);
    }

    /** The object in a line. @param object may be null */
    static String of(Object object) {
        if (object == null) {
            return "null";
        }
        if (saysAll(object)) {
            return value(object, LONGEST_STRING);
        }
        Parts parts = Parts.of(object);
        if (parts instanceof Parts.KeyAndValue(Parts.Pair pair)) {
            return part(pair.key()) + " → " + part(pair.value());
        }
        String name = name(object, parts);
        String named = named(parts);
        return named.isEmpty() ? name : name + ": " + named;
    }

    private static String value(Object object, int longest) {
        if (object instanceof String text) {
            int shown = Literals.cutQuoted(text, longest);
            return Literals.quote(text, shown) + (shown == text.length() ? "" : "… (" + text.length() + " characters)");
        }
        if (object instanceof Class<?> type) {
            return TypeNames.of(type) + ".class";
        }
        if (object instanceof Enum<?> constant) {
            return TypeNames.simple(constant.getDeclaringClass()) + "." + constant.name();
        }
        return object instanceof Character c ? Literals.quote(c) : object.toString();
    }

    /** The type, and how many elements there are. */
    private static String name(Object object, Parts parts) {
        if (object.getClass().isHidden()) {
            return TypeNames.simple(object.getClass()) + " (lambda)";
        }
        return switch (parts) {
            case Parts.Elements(var array) ->
                TypeNames.simple(object.getClass()).replaceFirst("\\[]", "[" + Array.getLength(array) + "]");
            case Parts.Members members -> container(object) + " (" + members.count() + ")";
            case Parts.Entries entries -> container(object) + " (" + entries.count() + ")";
            case Parts.Content content -> content.count() == 0 ? "Optional.empty" : "Optional";
            case Parts.None _, Parts.KeyAndValue _, Parts.Fields _ -> TypeNames.simple(object.getClass());
        };
    }

    /** Classes that nobody can name are called by what they are. */
    private static String container(Object object) {
        if (Modifier.isPublic(object.getClass().getModifiers())) {
            return TypeNames.simple(object.getClass());
        }
        return switch (object) {
            case List<?> _ -> "List";
            case Set<?> _ -> "Set";
            case Map<?, ?> _ -> "Map";
            default -> "Collection";
        };
    }

    /** The first parts, as far as they fit. */
    private static String named(Parts parts) {
        boolean labels = !(parts instanceof Parts.Elements || parts instanceof Parts.Members);
        List<Part> first = parts.some(0, PARTS);
        StringBuilder text = new StringBuilder();
        int told = 0;
        while (told < first.size() && text.length() < ENOUGH) {
            Part next = first.get(told++);
            text.append(text.isEmpty() ? "" : ", ");
            if (next.value() instanceof Parts.Pair pair) {
                text.append(part(pair.key())).append('=').append(part(pair.value()));
            } else {
                text.append(labels ? next.label() + "=" : "").append(part(next.value()));
            }
        }
        return text.append(told < parts.count() ? ", …" : "").toString();
    }

    private static String part(Object value) {
        if (value == null) {
            return "null";
        }
        boolean container = value instanceof Collection<?> || value instanceof Map<?, ?>;
        return saysAll(value)
                ? value(value, LONGEST_PART)
                : container ? container(value) : TypeNames.simple(value.getClass());
    }
}
