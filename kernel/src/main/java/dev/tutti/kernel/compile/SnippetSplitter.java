package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.Rewrite;
import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Cuts a step into snippets. */
final class SnippetSplitter {

    /** A text up to this long is given to JShell whole; of a longer one only what is needed, so that the cost stays linear. */
    private static final int WHOLE = 4_000;

    /** Brackets nested deeper overflow the stack of javac's parser on a thread of 1 MB. */
    private static final int DEEPEST = 400;

    /** Words that go on with what a closing brace seems to end. */
    private static final Set<String> CONTINUATIONS = Set.of("else", "catch", "finally", "while", "instanceof");

    private final SourceCodeAnalysis analysis;

    SnippetSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * @throws CellRejected if brackets are nested so deeply that javac's parser would overflow its stack
     */
    List<SnippetText> split(JavaStep step) throws CellRejected {
        String source = step.source();
        if (!step.around().isNone()) {
            List<JavaToken> tokens = tokensOfRewritten(source, step.around().inside());
            requireShallow(tokens, step.start());
            return expression(step, tokens);
        }
        List<JavaToken> tokens = JavaTokens.of(source);
        requireShallow(tokens, step.start());
        String masked = withoutUnderscores(source, tokens);
        List<SnippetText> snippets = new ArrayList<>();
        int at = 0;
        int token = packageLine(tokens);
        if (token > 0) {
            at = tokens.get(token - 1).end();
        }
        while (token < tokens.size()) {
            if (tokens.get(token).is(";")) {
                at = tokens.get(token++).end();
                continue;
            }
            Cut cut = cut(masked, at, tokens, token);
            int next = token;
            while (next < tokens.size() && tokens.get(next).start() < cut.end()) {
                next++;
            }
            next = Math.max(next, token + 1);
            int end = Math.max(cut.end(), tokens.get(next - 1).end());
            int start = at;
            while (Character.isWhitespace(source.charAt(start))) {
                start++;
            }
            int offset = start;
            List<JavaToken> own = tokens.subList(token, next).stream()
                    .map(t -> new JavaToken(t.kind(), t.text(), t.start() - offset))
                    .toList();
            String text = source.substring(start, end).stripTrailing();
            int lacking = own.getLast().end();
            List<Edit> additions = cut.lacksSemicolon() ? List.of(new Edit(lacking, lacking, ";")) : List.of();
            snippets.add(new SnippetText(step.cellText(), text, step.start() + start, own, additions));
            at = end;
            token = next;
        }
        return snippets;
    }

    /** How many tokens the package of a pasted file takes: what cells declare is in no package. */
    private static int packageLine(List<JavaToken> tokens) {
        if (tokens.size() < 3 || !tokens.get(0).is("package") || !tokens.get(1).isWord()) {
            return 0;
        }
        int end = 2;
        while (end < tokens.size()
                && (tokens.get(end).is(".") || tokens.get(end).isWord())) {
            end++;
        }
        return end < tokens.size() && tokens.get(end).is(";") ? end + 1 : 0;
    }

    /** All of a step as one snippet: what stands around it makes it whole, whatever it is by itself. */
    private static List<SnippetText> expression(JavaStep step, List<JavaToken> tokens) {
        List<JavaToken> own = tokens;
        while (!own.isEmpty() && own.getLast().is(";")) {
            own = own.subList(0, own.size() - 1);
        }
        if (own.isEmpty()) {
            return List.of();
        }
        String text = step.source().substring(0, own.getLast().end());
        List<Edit> additions = new ArrayList<>();
        int start = own.getFirst().start();
        additions.add(new Edit(start, start, step.around().before()));
        step.around().inside().stream()
                .filter(rewrite -> rewrite.end() <= text.length())
                .forEach(rewrite -> additions.add(new Edit(rewrite.start(), rewrite.end(), rewrite.java())));
        additions.add(new Edit(text.length(), text.length(), step.around().after()));
        return List.of(new SnippetText(step.cellText(), text, step.start(), List.copyOf(own), additions));
    }

    /** The tokens, with a literal for each part that is no Java. */
    private static List<JavaToken> tokensOfRewritten(String source, List<Rewrite> rewrites) {
        StringBuilder masked = new StringBuilder(source);
        List<JavaToken> tokens = new ArrayList<>();
        for (Rewrite rewrite : rewrites) {
            masked.replace(rewrite.start(), rewrite.end(), " ".repeat(rewrite.end() - rewrite.start()));
            String text = source.substring(rewrite.start(), rewrite.end());
            tokens.add(new JavaToken(JavaToken.Kind.LITERAL, text, rewrite.start()));
        }
        tokens.addAll(JavaTokens.of(masked.toString()));
        tokens.sort(Comparator.comparingInt(JavaToken::start));
        return tokens;
    }

    private static void requireShallow(List<JavaToken> tokens, int offset) throws CellRejected {
        int depth = 0;
        for (JavaToken token : tokens) {
            depth += token.is("(") || token.is("{") || token.is("[") ? 1 : 0;
            depth -= token.is(")") || token.is("}") || token.is("]") ? 1 : 0;
            if (depth > DEEPEST) {
                throw CellRejected.at(
                        "Brackets are nested more than " + DEEPEST + " deep here. Split this into smaller pieces.",
                        offset + token.start(),
                        offset + token.end());
            }
        }
    }

    /** Where the snippet that begins at {@code at} ends. */
    private record Cut(int end, boolean lacksSemicolon) {}

    private Cut cut(String text, int at, List<JavaToken> tokens, int token) {
        int end = text.length() - at <= WHOLE ? text.length() : windowEnd(tokens, token, at + WHOLE, text.length());
        while (true) {
            String window = text.substring(at, end);
            SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(window);
            Completeness completeness = info.completeness();
            if (completeness == Completeness.COMPLETE || completeness == Completeness.COMPLETE_WITH_SEMI) {
                boolean lacksSemicolon = completeness == Completeness.COMPLETE_WITH_SEMI;
                return new Cut(end - info.remaining().length(), lacksSemicolon);
            }
            if (end == text.length()) {
                boolean maybe = completeness == Completeness.CONSIDERED_INCOMPLETE;
                return new Cut(end, maybe);
            }
            end = windowEnd(tokens, token, at + 2 * (end - at), text.length());
        }
    }

    /** The first end of a statement or declaration at or behind {@code from}, by brackets alone. */
    private static int windowEnd(List<JavaToken> tokens, int token, int from, int length) {
        int depth = 0;
        for (int i = token; i < tokens.size(); i++) {
            JavaToken sign = tokens.get(i);
            switch (sign.text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {
                    // no bracket
                }
            }
            boolean last = i + 1 == tokens.size();
            boolean ends = sign.is(";")
                    || sign.is("}")
                            && !last
                            && tokens.get(i + 1).isWord()
                            && !CONTINUATIONS.contains(tokens.get(i + 1).text());
            if (depth <= 0
                    && ends
                    && !last
                    && sign.end() >= from
                    && !CONTINUATIONS.contains(tokens.get(i + 1).text())) {
                return sign.end();
            }
        }
        return length;
    }

    /** A name in place of each lone underscore: JShell's parser gives up at one that will mean a result. */
    static String withoutUnderscores(String source, List<JavaToken> tokens) {
        StringBuilder masked = new StringBuilder(source);
        for (JavaToken token : tokens) {
            if (token.is("_")) {
                masked.setCharAt(token.start(), 'q');
            }
        }
        return masked.toString();
    }
}
