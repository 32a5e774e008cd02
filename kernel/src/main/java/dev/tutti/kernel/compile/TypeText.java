package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Types as the compiler writes them, made shorter or taken apart. */
final class TypeText {

    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[\\p{Ll}_][\\w]*\\.)+(?=\\p{Lu})");
    private static final Pattern CAPTURE = Pattern.compile("capture#\\d+ of (?:\\? (?:extends|super) )?");

    private TypeText() {}

    /**
     * Without packages: {@code Map<String, Integer>} for {@code java.util.Map<java.lang.String,java.lang.Integer>}.
     */
    static String simple(String type) {
        return PACKAGES.matcher(type).replaceAll("").replaceAll(",(?=\\S)", ", ");
    }

    /** The parts of an intersection, without captures; one part for most types. */
    static List<String> parts(String type) {
        String plain = CAPTURE.matcher(type).replaceAll("").strip();
        if (plain.startsWith("<anonymous ") && plain.endsWith(">")) {
            plain = plain.substring("<anonymous ".length(), plain.length() - 1);
        }
        return split(plain, '&');
    }

    /** The name without type arguments and array brackets. */
    static String erased(String type) {
        int cut = type.indexOf('<');
        String name = cut < 0 ? type : type.substring(0, cut);
        return name.replace("[]", "").strip();
    }

    /** The type arguments, none for a type without. */
    static List<String> arguments(String type) {
        int open = type.indexOf('<');
        int close = type.lastIndexOf('>');
        return open < 0 || close < open ? List.of() : split(type.substring(open + 1, close), ',');
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == separator && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return List.copyOf(parts);
    }
}
