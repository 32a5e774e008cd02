package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a pasted transcript of this shell, IPython or jshell, or a code block of Markdown, into text that can be run. */
public final class PastedPrompts {

    private static final Pattern FIRST = Pattern.compile("(?:In \\[\\d+]:|jshell>) ?");
    private static final Pattern NEXT = Pattern.compile("(?:[ \\t]*\\.{3,}:|[ \\t]*\\.{3,}>) ?");
    private static final Pattern RESULT = Pattern.compile("(?:Out\\[[^\\]]*]:|\\$?\\w+ ==> |\\|  ).*", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("[ \\t]*(?:```|~~~)[\\w-]*[ \\t]*\\R?");

    private final StringBuilder stripped = new StringBuilder();
    private OpenText open = new OpenText();
    private boolean prompted;
    private int inputEnd;

    private PastedPrompts() {}

    /**
     * The text without the prompts at its lines' beginnings and without what was printed between them: lines that have no
     * prompt, unless the input before them goes on there. Inputs that another follows end with a semicolon. A text without
     * prompts is returned as it is, but for the fences of a code block around it.
     */
    public static String strip(String text) {
        List<String> lines = unfenced(lines(text));
        if (lines.stream().noneMatch(line -> prompt(line).lookingAt())) {
            return String.join("", lines);
        }
        PastedPrompts paste = new PastedPrompts();
        lines.forEach(paste::add);
        return paste.stripped.toString();
    }

    private void add(String line) {
        Matcher prompt = prompt(line);
        boolean begins = FIRST.matcher(line).lookingAt();
        if (prompt.lookingAt()) {
            if (begins) {
                endInput();
                open = new OpenText();
            }
            prompted = true;
            take(line.substring(prompt.end()));
        } else if (line.isBlank()) {
            stripped.append(line);
        } else if (open.isOpen() || !prompted && !RESULT.matcher(line).matches()) {
            take(line);
        }
    }

    private void take(String line) {
        int end = Lines.end(line, 0);
        open.add(line.substring(0, end));
        stripped.append(line);
    }

    /** The prompt says that the input before it was whole; so it is told apart from what follows. */
    private void endInput() {
        String input = stripped.substring(inputEnd);
        boolean magic =
                input.stripLeading().startsWith("%") || input.stripLeading().startsWith("!");
        List<Token> words = JavaLexer.tokens(input).stream()
                .filter(token -> token.kind().isSignificant())
                .toList();
        if (!magic && !words.isEmpty()) {
            int end = words.getLast().end();
            char last = input.charAt(end - 1);
            if (last != ';' && last != '}' && last != '?') {
                stripped.insert(inputEnd + end, ';');
            }
        }
        inputEnd = stripped.length();
    }

    private static Matcher prompt(String line) {
        Matcher first = FIRST.matcher(line);
        return first.lookingAt() ? first : NEXT.matcher(line);
    }

    /** The lines without the fences of a code block. */
    private static List<String> unfenced(List<String> lines) {
        boolean fenced = !lines.isEmpty() && FENCE.matcher(lines.getFirst()).matches();
        return fenced
                ? lines.stream().filter(line -> !FENCE.matcher(line).matches()).toList()
                : lines;
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
