package dev.tutti.kernel.cell;

import java.util.function.Predicate;

/**
 * A command line with Java in it, as a Java expression of type {@code String}: {@code $name} where the session knows the
 * name, and {@code {expression}} where it begins with such a name. All else is the shell's: {@code $HOME}, {@code ${name}},
 * {@code {a,b}}, {@code awk '{print $1}'}. {@code $$} is a dollar sign for the shell.
 */
public final class ShellText {

    private ShellText() {}

    /** The expression. @param isName whether the session declares a name */
    public static String toJava(String command, Predicate<String> isName) {
        StringBuilder java = new StringBuilder("\"");
        int at = 0;
        while (at < command.length()) {
            char c = command.charAt(at);
            int end = c == '$' ? nameEnd(command, at + 1) : c == '{' ? expressionEnd(command, at + 1) : 0;
            if (command.startsWith("$$", at)) {
                java.append('$');
                at += 2;
            } else if (c == '$' && end > at + 1 && isName.test(command.substring(at + 1, end))) {
                splice(java, command.substring(at + 1, end));
                at = end;
            } else if (c == '{'
                    && end > 0
                    && !command.startsWith("$", at - 1)
                    && beginsWithName(command.substring(at + 1, end), isName)) {
                splice(java, command.substring(at + 1, end));
                at = end + 1;
            } else {
                append(java, c);
                at++;
            }
        }
        return java.append('"').toString();
    }

    private static void splice(StringBuilder java, String expression) {
        java.append("\" + (").append(expression).append(") + \"");
    }

    private static void append(StringBuilder java, char c) {
        switch (c) {
            case '"', '\\' -> java.append('\\').append(c);
            case '\n' -> java.append("\\n");
            case '\r' -> java.append("\\r");
            case '\t' -> java.append("\\t");
            default -> java.append(c);
        }
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && (end == from
                        ? Character.isJavaIdentifierStart(text.charAt(end)) && text.charAt(end) != '$'
                        : Character.isJavaIdentifierPart(text.charAt(end)) && text.charAt(end) != '$')) {
            end++;
        }
        return end;
    }

    /** Where the brace closes that was opened before {@code from}; 0 if it does not. */
    private static int expressionEnd(String text, int from) {
        int depth = 0;
        for (Token token : JavaLexer.tokens(text.substring(from))) {
            String word = token.in(text.substring(from));
            if (word.equals("{")) {
                depth++;
            } else if (word.equals("}") && depth-- == 0) {
                return from + token.start();
            }
        }
        return 0;
    }

    private static boolean beginsWithName(String expression, Predicate<String> isName) {
        int end = nameEnd(expression, 0);
        return end > 0 && isName.test(expression.substring(0, end));
    }
}
