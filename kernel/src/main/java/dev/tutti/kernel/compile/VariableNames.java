package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names for what has none yet, by what it is and by its type. */
final class VariableNames {

    /** The last call or name: {@code getName} of {@code a.b().getName(1)}. */
    private static final Pattern LAST_NAME = Pattern.compile("(?:^|[.\\s])(new\\s+)?([\\p{L}_][\\w]*)(?:<[^()]*>)?$");

    private static final Pattern VERB =
            Pattern.compile("(?:get|is|has|to|as|find|create|make|new|read|load|parse|compute|copy|next)(\\p{Lu}\\w*)");

    /** Names of calls that say nothing of what they give. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("of", "get", "valueOf", "copyOf", "from", "parse", "create", "apply", "call", "run", "next", "map");

    private static final Map<String, String> BY_TYPE = Map.of(
            "int", "number",
            "long", "number",
            "short", "number",
            "byte", "number",
            "double", "number",
            "float", "number",
            "boolean", "truth",
            "char", "letter",
            "String", "text",
            "Object", "object");

    private final SessionView session;

    VariableNames(SessionView session) {
        this.session = session;
    }

    /** A name that nothing in the session or the text has. */
    String forValue(String expression, ExpressionType type, String text) {
        return unused(idea(expression, type.text()), text);
    }

    /** A name that nothing in the session or the text has. */
    String unused(String idea, String text) {
        String name = idea;
        for (int i = 2; isTaken(name, text); i++) {
            name = idea + i;
        }
        return name;
    }

    private boolean isTaken(String name, String text) {
        return SourceVersion.isKeyword(name)
                || session.variables().containsKey(name)
                || session.methods().containsKey(name)
                || isIn(text, name);
    }

    /** Members do not count: they stand behind a dot. */
    private static boolean isIn(String text, String name) {
        List<JavaToken> tokens = JavaTokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(name) && (i == 0 || !tokens.get(i - 1).is("."))) {
                return true;
            }
        }
        return false;
    }

    private static String idea(String expression, String type) {
        Matcher last = LAST_NAME.matcher(withoutArguments(expression));
        if (!last.find() || SAYS_NOTHING.contains(last.group(2)) || !expression.endsWith(")")) {
            return ofType(type);
        }
        Matcher verb = VERB.matcher(last.group(2));
        return decapitalised(verb.matches() ? verb.group(1) : last.group(2));
    }

    /** Up to the parenthesis that its last one closes. */
    private static String withoutArguments(String expression) {
        int depth = 0;
        for (int i = expression.length() - 1; i >= 0 && expression.endsWith(")"); i--) {
            char c = expression.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0) {
                return expression.substring(0, i).stripTrailing();
            }
        }
        return "";
    }

    private static String ofType(String type) {
        String simple = TypeText.erased(type);
        String last = simple.substring(simple.lastIndexOf('.') + 1);
        String known = BY_TYPE.getOrDefault(last, decapitalised(last));
        return type.endsWith("[]") ? known + "s" : known.isEmpty() ? "value" : known;
    }

    /** {@code uRL} would be no name: leading capitals go together. */
    private static String decapitalised(String name) {
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        int lower = capitals > 1 && capitals < name.length() ? capitals - 1 : Math.max(1, capitals);
        return name.isEmpty() ? name : name.substring(0, lower).toLowerCase(Locale.ROOT) + name.substring(lower);
    }
}
