package dev.tutti.kernel;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Static types as Java source: what becomes of them when values are cut into blocks or put together. */
final class ValueTypes {

    private static final Map<String, String> BOXED = Map.of(
            "int", "Integer",
            "long", "Long",
            "double", "Double",
            "float", "Float",
            "boolean", "Boolean",
            "char", "Character",
            "byte", "Byte",
            "short", "Short");

    private static final Pattern GENERIC = Pattern.compile("([\\w.]+)(?:<(.*)>)?");

    /** Types that a list may be given to. */
    private static final Set<String> LISTS =
            Set.of("List", "ArrayList", "Collection", "SequencedCollection", "Iterable", "AbstractList");

    private ValueTypes() {}

    /** The type as an argument of a generic type. */
    static String boxed(String type) {
        return BOXED.getOrDefault(type, type);
    }

    /** Whether blocks of such values, put together, make such a value. */
    static boolean isSequence(String type) {
        Matcher generic = GENERIC.matcher(type);
        return type.endsWith("[]") || generic.matches() && LISTS.contains(simple(generic.group(1)));
    }

    /** The type of a block. */
    static String block(String type) {
        if (isSequence(type) || simple(type).equals("String")) {
            return type;
        }
        return "java.util.List<" + boxed(element(type)) + ">";
    }

    /** The type of an element. */
    static String element(String type) {
        if (type.endsWith("[]")) {
            return type.substring(0, type.length() - 2);
        }
        if (simple(type).equals("String")) {
            return "char";
        }
        Matcher generic = GENERIC.matcher(type);
        boolean known = generic.matches() && generic.group(2) != null && isOneArgument(generic.group(2));
        return known ? generic.group(2) : "Object";
    }

    private static boolean isOneArgument(String arguments) {
        int depth = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return false;
            }
        }
        return !arguments.startsWith("?");
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
