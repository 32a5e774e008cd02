package dev.tutti.kernel.compile;

import java.util.Locale;

/**
 * How well a name answers to what was typed when it does not begin so: {@code asl} finds {@code asList},
 * {@code sTA} and {@code subA} nothing worse than a name whose humps they are.
 */
enum NameMatch {
    /** It begins with it. */
    PREFIX,
    /** It begins with it but for upper and lower case. */
    PREFIX_IGNORING_CASE,
    /** Each typed part begins a hump, in order: {@code gOD}, {@code getOD} for {@code getOrDefault}. */
    HUMPS,
    /** It contains it, but for upper and lower case. */
    WITHIN,
    NONE;

    static NameMatch of(String typed, String name) {
        if (name.startsWith(typed)) {
            return PREFIX;
        }
        String lowTyped = typed.toLowerCase(Locale.ROOT);
        String lowName = name.toLowerCase(Locale.ROOT);
        if (lowName.startsWith(lowTyped)) {
            return PREFIX_IGNORING_CASE;
        }
        if (humps(typed, 0, name, 0)) {
            return HUMPS;
        }
        return typed.length() >= 3 && lowName.contains(lowTyped) ? WITHIN : NONE;
    }

    /** Each typed character either goes on in the hump or begins a later one. */
    private static boolean humps(String typed, int at, String name, int from) {
        if (at == typed.length()) {
            return true;
        }
        if (from == name.length()) {
            return false;
        }
        char wanted = typed.charAt(at);
        if (same(wanted, name.charAt(from), at == 0) && humps(typed, at + 1, name, from + 1)) {
            return true;
        }
        if (at == 0) {
            return false; // the first typed character is the name's first
        }
        for (int i = from + 1; i < name.length(); i++) {
            if (beginsHump(name, i) && same(wanted, name.charAt(i), true) && humps(typed, at + 1, name, i + 1)) {
                return true;
            }
        }
        return beginsHump(name, from) && same(wanted, name.charAt(from), true) && humps(typed, at + 1, name, from + 1);
    }

    private static boolean same(char typed, char named, boolean anyCase) {
        return typed == named || anyCase && Character.toLowerCase(typed) == Character.toLowerCase(named);
    }

    private static boolean beginsHump(String name, int at) {
        return Character.isUpperCase(name.charAt(at)) && (at == 0 || !Character.isUpperCase(name.charAt(at - 1)))
                || at > 0 && name.charAt(at - 1) == '_';
    }
}
