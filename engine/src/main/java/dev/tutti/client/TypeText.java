package dev.tutti.client;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** The type to declare a session variable with, as Java source, made of the value that it is to have. */
final class TypeText {

    /** Wrapper classes of the prompt; types that are typed there are members of them. */
    private static final Pattern WRAPPER = Pattern.compile("^REPL\\.\\$JShell\\$\\w+\\.");

    private static final int LOOKED_AT = 1000;

    private static final Map<Class<?>, String> UNBOXED = Map.of(
            Integer.class, "int",
            Long.class, "long",
            Double.class, "double",
            Float.class, "float",
            Boolean.class, "boolean",
            Character.class, "char",
            Byte.class, "byte",
            Short.class, "short");

    private TypeText() {}

    static String of(Object value) {
        if (value == null) {
            return "Object";
        }
        String unboxed = UNBOXED.get(value.getClass());
        return unboxed == null ? reference(value) : unboxed;
    }

    /** The class of a value, for people. */
    static String shown(Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (type.isHidden()) {
            return "lambda";
        }
        String name = type.getTypeName();
        return name.substring(name.lastIndexOf('.') + 1).replaceFirst("^\\$JShell\\$\\w+\\$", "");
    }

    private static String reference(Object value) {
        return switch (value) {
            case List<?> list -> "java.util.List<" + element(list) + ">";
            case SortedSet<?> set -> "java.util.SortedSet<" + element(set) + ">";
            case Set<?> set -> "java.util.Set<" + element(set) + ">";
            case SortedMap<?, ?> map -> map("java.util.SortedMap", map);
            case Map<?, ?> map -> map("java.util.Map", map);
            default -> named(value.getClass());
        };
    }

    private static String map(String type, Map<?, ?> map) {
        return type + "<" + element(map.keySet()) + ", " + element(map.values()) + ">";
    }

    /** The class that all elements have, as far as one looks; else Object. */
    private static String element(Collection<?> elements) {
        List<? extends Class<?>> types = elements.stream()
                .limit(LOOKED_AT)
                .<Class<?>>map(element -> element == null ? Object.class : element.getClass())
                .distinct()
                .limit(2)
                .toList();
        return types.size() == 1 && types.getFirst().getTypeParameters().length == 0
                ? named(types.getFirst())
                : "Object";
    }

    /** The class, or what can be named of it. */
    private static String named(Class<?> type) {
        if (type.isArray()) {
            return named(type.getComponentType()) + "[]";
        }
        String name = type.getCanonicalName();
        if (type.isPrimitive()) {
            return name;
        }
        boolean typed = name != null && WRAPPER.matcher(name).find();
        if (typed) {
            return WRAPPER.matcher(name).replaceFirst("");
        }
        if (name != null && isPublic(type)) {
            return name.startsWith("java.lang.") && name.lastIndexOf('.') == 9 ? name.substring(10) : name;
        }
        for (Class<?> shown : type.getInterfaces()) {
            if (isPublic(shown) && shown.getTypeParameters().length == 0) {
                return named(shown);
            }
        }
        return type.getSuperclass() == null ? "Object" : named(type.getSuperclass());
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return true;
    }
}
