package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a pasted transcript of this shell, IPython or jshell into text that can be run. */
public final class PastedPrompts {

    private static final Pattern PROMPT = Pattern.compile("(?:In \\[\\d+]:|[ \\t]*\\.{3,}:|jshell>|[ \\t]*\\.{3,}>) ?");
    private static final Pattern RESULT = Pattern.compile("Out\\[[^\\]]*]:.*", Pattern.DOTALL);

    private PastedPrompts() {}

    /**
     * The text without the prompts at its lines' beginnings and without the {@code Out[…]:} lines between them. A
     * text without prompts is returned as it is.
     */
    public static String strip(String text) {
        List<String> lines = lines(text);
        if (lines.stream().noneMatch(line -> PROMPT.matcher(line).lookingAt())) {
            return text;
        }
        StringBuilder stripped = new StringBuilder(text.length());
        for (String line : lines) {
            Matcher prompt = PROMPT.matcher(line);
            if (prompt.lookingAt()) {
                stripped.append(line, prompt.end(), line.length());
            } else if (!RESULT.matcher(line).matches()) {
                stripped.append(line);
            }
        }
        return stripped.toString();
    }

    /** The lines with their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int next = Lines.next(text, Lines.end(text, start));
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }
}
