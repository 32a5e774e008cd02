package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A command line with Java in it, as a Java expression of type {@code String}: {@code $name} where the session knows the
 * name, and {@code {expression}} where it begins with such a name, with a class and a dot, or with a parenthesis. All else
 * is the shell's: {@code $HOME}, {@code ${name}}, {@code {a,b}}, {@code awk '{print $1}'}. {@code $$} is a dollar sign for
 * the shell.
 */
public final class ShellText {

    /** Joins the elements of collections with blanks. */
    private static final String TEXT_OF = "dev.tutti.client.Shell.text(";

    private static final Pattern CLASS_MEMBER = Pattern.compile("\\p{Lu}\\w*\\s*\\.");

    private final String command;
    private final Predicate<String> names;
    private final List<Rewrite> rewrites = new ArrayList<>();
    private StringBuilder java = new StringBuilder("\"");
    private int from;

    private ShellText(String command, Predicate<String> names) {
        this.command = command;
        this.names = names;
    }

    /**
     * What makes a command Java: each stretch of the shell's text becomes a literal, what is Java already stays.
     *
     * @param names whether the session declares a name
     */
    public static List<Rewrite> rewrites(String command, Predicate<String> names) {
        return new ShellText(command, names).scan();
    }

    /** The expression. @param names whether the session declares a name */
    public static String toJava(String command, Predicate<String> names) {
        StringBuilder java = new StringBuilder();
        int at = 0;
        for (Rewrite rewrite : rewrites(command, names)) {
            java.append(command, at, rewrite.start()).append(rewrite.java());
            at = rewrite.end();
        }
        return java.append(command, at, command.length()).toString();
    }

    /** A text as a literal of Java. */
    public static String literal(String text) {
        StringBuilder java = new StringBuilder("\"");
        text.chars().forEach(c -> append(java, (char) c));
        return java.append('"').toString();
    }

    private List<Rewrite> scan() {
        int at = 0;
        while (at < command.length()) {
            char c = command.charAt(at);
            int end = c == '$' ? nameEnd(command, at + 1) : c == '{' ? expressionEnd(command, at + 1) : 0;
            if (command.startsWith("$$", at)) {
                java.append('$');
                at += 2;
            } else if (c == '$' && end > at + 1 && names.test(command.substring(at + 1, end))) {
                splice(at + 1, end);
                at = end;
            } else if (c == '{' && end > 0 && !command.startsWith("$", at - 1) && isJava(at + 1, end)) {
                splice(at + 1, end);
                at = end + 1;
            } else {
                append(java, c);
                at++;
            }
        }
        rewrites.add(new Rewrite(from, command.length(), java.append('"').toString()));
        return List.copyOf(rewrites);
    }

    /** Java from {@code start} to {@code end} stays; a brace behind it goes with the next stretch of the shell's. */
    private void splice(int start, int end) {
        rewrites.add(
                new Rewrite(from, start, java.append("\" + ").append(TEXT_OF).toString()));
        java = new StringBuilder(") + \"");
        from = end;
    }

    private static void append(StringBuilder java, char c) {
        switch (c) {
            case '"', '\\' -> java.append('\\').append(c);
            case '\n' -> java.append("\\n");
            case '\r' -> java.append("\\r");
            case '\t' -> java.append("\\t");
            default -> {
                if (c < ' ') {
                    java.append("\\u%04x".formatted((int) c));
                } else {
                    java.append(c);
                }
            }
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
        String rest = text.substring(from);
        for (Token token : JavaLexer.tokens(rest)) {
            String word = token.in(rest);
            if (word.equals("{")) {
                depth++;
            } else if (word.equals("}") && depth-- == 0) {
                return from + token.start();
            }
        }
        return 0;
    }

    private boolean isJava(int start, int end) {
        String expression = command.substring(start, end);
        int name = nameEnd(expression, 0);
        return name > 0 && names.test(expression.substring(0, name))
                || expression.startsWith("(")
                || CLASS_MEMBER.matcher(expression).lookingAt();
    }
}
