package dev.tutti.engine.render;

/**
 * Names of classes as the user wrote them: types declared at the prompt lie in generated wrapper classes
 * ({@code REPL.$JShell$16B$P}), whose part of the name nobody typed.
 */
public final class PromptNames {

    private static final String WRAPPER = "REPL.$JShell$";

    private PromptNames() {}

    /** The text with all wrapper prefixes left out. */
    public static String strip(String text) {
        int at = text.indexOf(WRAPPER);
        if (at < 0) {
            return text;
        }
        StringBuilder stripped = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int end = prefixEnd(text, at);
            if (end > 0) {
                stripped.append(text, from, at);
                from = end;
            }
            at = text.indexOf(WRAPPER, at + 1);
        }
        return stripped.append(text, from, text.length()).toString();
    }

    /** Where the name typed by the user begins, or 0 if this is the wrapper itself or code that has no name. */
    private static int prefixEnd(String text, int at) {
        int i = at + WRAPPER.length();
        int digits = i;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        if (i == digits) {
            return 0;
        }
        while (i < text.length() && Character.isLetter(text.charAt(i))) {
            i++;
        }
        boolean named = i + 1 < text.length()
                && (text.charAt(i) == '$' || text.charAt(i) == '.')
                && text.charAt(i + 1) != '$'
                && Character.isJavaIdentifierStart(text.charAt(i + 1));
        return named ? i + 1 : 0;
    }
}
