package dev.tutti.engine.render;

import java.util.Optional;

/** Strings and characters as Java writes them. */
public final class Literals {

    private static final char[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Literals() {}

    /** The first characters of a text, in double quotes. */
    public static String quote(String value, int shown) {
        StringBuilder quoted = new StringBuilder(shown + 2).append('"');
        for (int i = 0; i < shown; i++) {
            escape(quoted, value.charAt(i), '"');
        }
        return quoted.append('"').toString();
    }

    /** In single quotes. */
    public static String quote(char value) {
        StringBuilder quoted = new StringBuilder(4).append('\'');
        escape(quoted, value, '\'');
        return quoted.append('\'').toString();
    }

    /** A value as Java writes it; empty if it has no literal. Of an enum's constant: with its type's simple name. */
    public static Optional<String> of(Object value) {
        return switch (value) {
            case String text -> Optional.of(quote(text, text.length()));
            case Character character -> Optional.of(quote(character));
            case Long number -> Optional.of(number + "L");
            case Integer number -> Optional.of(number.toString());
            case Boolean truth -> Optional.of(truth.toString());
            case Enum<?> constant ->
                Optional.of(TypeNames.simple(constant.getDeclaringClass()) + "." + constant.name());
            case null, default -> Optional.empty();
        };
    }

    /** How much of a text is shown within a limit: never half a character. */
    static int cutAt(String value, int limit) {
        if (value.length() <= limit) {
            return value.length();
        }
        return limit > 0 && Character.isHighSurrogate(value.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** How much of a string fits into {@code limit} characters once it is escaped. */
    public static int cutQuoted(String value, int limit) {
        StringBuilder escaped = new StringBuilder();
        int fits = 0;
        while (fits < value.length()) {
            escape(escaped, value.charAt(fits), '"');
            if (escaped.length() > limit) {
                return cutAt(value, fits);
            }
            fits++;
        }
        return fits;
    }

    /** What stands where a text was cut. */
    static String cutMark(int shown, int all) {
        return "... (" + shown + " of " + all + " characters)";
    }

    private static void escape(StringBuilder target, char c, char quote) {
        switch (c) {
            case '\n' -> target.append("\\n");
            case '\t' -> target.append("\\t");
            case '\r' -> target.append("\\r");
            case '\b' -> target.append("\\b");
            case '\f' -> target.append("\\f");
            case '\\' -> target.append("\\\\");
            default -> {
                if (c == quote) {
                    target.append('\\').append(c);
                } else if (isInvisible(c)) {
                    target.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        target.append(HEX[c >> shift & 0xf]);
                    }
                } else {
                    target.append(c);
                }
            }
        }
    }

    /** Control and format characters would act on the terminal instead of being seen. */
    private static boolean isInvisible(char c) {
        if (c < 0x7f) {
            return c < ' ';
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }
}
