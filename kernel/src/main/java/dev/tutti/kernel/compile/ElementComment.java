package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The documentation comment of a type or member. Pure, any thread.
 *
 * @param parameters the simple names of the parameters' types, without type arguments; none of what has no parameters
 * @param text HTML or Markdown with Javadoc tags; empty if it has no comment
 */
public record ElementComment(List<String> parameters, String text) {

    public ElementComment {
        parameters = parameters.stream().map(ElementComment::simple).toList();
        Objects.requireNonNull(text, "text");
    }

    /** Whether it is of the overload with this signature: {@code List<T> Things.all(Class<T> type, int... most)}. */
    public boolean fits(String signature) {
        int open = signature.indexOf('(');
        int close = signature.lastIndexOf(')');
        return parameters.equals(open < 0 ? List.of() : types(signature.substring(open + 1, close)));
    }

    private static List<String> types(String parameters) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= parameters.length(); i++) {
            char c = i == parameters.length() ? ',' : parameters.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                types.add(simple(parameters.substring(start, i)));
                start = i + 1;
            }
        }
        return types.equals(List.of("")) ? List.of() : types;
    }

    /** {@code Entry[]} of {@code final java.util.Map.Entry<K, V>... entries}. */
    private static String simple(String parameter) {
        StringBuilder erased = new StringBuilder();
        int depth = 0;
        for (char c : parameter.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                erased.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        String type = Arrays.stream(
                        erased.toString().replace("...", "[]").strip().split("\\s+"))
                .filter(word -> !word.equals("final") && !word.startsWith("@"))
                .findFirst()
                .orElse("");
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
