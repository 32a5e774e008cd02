package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a snippet's text is not quite Java, or not what JShell takes, and what stands for it. */
final class TextRewrites {

    /** Fully qualified: a user's own {@code out} must not be in the way. */
    private static final String OUT = "dev.tutti.client.Here.out(";

    private static final Set<String> ACCESS = Set.of("public", "protected", "private");

    private TextRewrites() {}

    /** {@code _} at a place where Java does not allow it: the result of this cell. */
    static Edit underscore(int offset, int cell, ResultNames results) {
        return new Edit(offset, offset + 1, result(cell, results));
    }

    private static String result(int cell, ResultNames results) {
        return results.expression(TemporaryNames.ofResult(cell)).orElse(OUT + cell + ")");
    }

    /** Names of results, {@code _3}. */
    static List<Edit> results(List<JavaToken> tokens, ResultNames results) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            JavaToken token = tokens.get(i);
            boolean isName = token.isWord()
                    && TemporaryNames.isReserved(token.text())
                    && (i == 0 || !tokens.get(i - 1).is("."))
                    && (i + 1 == tokens.size() || !tokens.get(i + 1).is("("));
            if (isName) {
                results.expression(token.text())
                        .ifPresent(java -> edits.add(new Edit(token.start(), token.end(), java)));
            }
        }
        return edits;
    }

    /**
     * {@code Out[3]} and {@code Out[i]}. Where the name stands in the snippet for anything but a look-up it is the user's
     * own, and nothing is changed.
     */
    static List<Edit> outs(List<JavaToken> tokens, ResultNames results) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is("Out") || i > 0 && tokens.get(i - 1).is(".")) {
                continue;
            }
            boolean lookUp = i + 2 < tokens.size()
                    && tokens.get(i + 1).is("[")
                    && !tokens.get(i + 2).is("]");
            int close = lookUp ? closing(tokens, i + 1) : -1;
            if (close < 0) {
                return List.of();
            }
            JavaToken index = tokens.get(i + 2);
            if (close == i + 3 && index.text().matches("[0-9]{1,9}")) {
                String result = result(Integer.parseInt(index.text()), results);
                edits.add(new Edit(tokens.get(i).start(), tokens.get(close).end(), result));
            } else {
                edits.add(new Edit(tokens.get(i).start(), tokens.get(i + 1).end(), OUT));
                edits.add(new Edit(tokens.get(close).start(), tokens.get(close).end(), ")"));
            }
        }
        return edits;
    }

    /** Where the bracket at {@code open} closes; -1 if it does not. */
    static int closing(List<JavaToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            switch (tokens.get(i).text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {
                    // no bracket
                }
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The word public for the constructors of a record that have no access modifier: JShell makes the record public, and
     * then javac refuses a canonical constructor that is less.
     */
    static List<Edit> recordConstructors(List<JavaToken> tokens) {
        int name = recordName(tokens);
        if (name < 0) {
            return List.of();
        }
        int header = name + 1;
        while (header < tokens.size() && !tokens.get(header).is("(")) {
            header++;
        }
        int body = header < tokens.size() ? closing(tokens, header) : -1;
        while (body >= 0 && body < tokens.size() && !tokens.get(body).is("{")) {
            body++;
        }
        List<Edit> edits = new ArrayList<>();
        int depth = 0;
        int member = body + 1;
        for (int i = Math.max(body, 0); body >= 0 && i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            if (depth == 1 && isConstructor(tokens, member, i, tokens.get(name).text())) {
                edits.add(new Edit(tokens.get(i).start(), tokens.get(i).start(), "public "));
            }
            depth += text.equals("{") || text.equals("(") ? 1 : text.equals("}") || text.equals(")") ? -1 : 0;
            if (depth == 1 && (text.equals(";") || text.equals("}"))) {
                member = i + 1;
            }
        }
        return edits;
    }

    private static boolean isConstructor(List<JavaToken> tokens, int member, int at, String name) {
        boolean named = tokens.get(at).is(name)
                && at + 1 < tokens.size()
                && (tokens.get(at + 1).is("{") || tokens.get(at + 1).is("("));
        boolean first =
                at == member || member < tokens.size() && tokens.get(member).is("@");
        return named
                && first
                && !tokens.get(at - 1).is("@")
                && tokens.subList(member, at).stream().noneMatch(t -> ACCESS.contains(t.text()) || t.is("="));
    }

    /** The place of the name, if the snippet declares a record; -1 otherwise. */
    private static int recordName(List<JavaToken> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            JavaToken token = tokens.get(i);
            if (token.is("{") || token.is("=")) {
                return -1;
            }
            if (token.is("record")
                    && tokens.get(i + 1).isWord()
                    && (tokens.get(i + 2).is("(") || tokens.get(i + 2).is("<"))) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The word {@code var} of a declaration that begins with it, modifiers and annotations apart. */
    static Optional<JavaToken> leadingVar(List<JavaToken> tokens) {
        return tokens.stream()
                .takeWhile(t -> !t.is("="))
                .filter(t -> t.is("var"))
                .findFirst();
    }

    /** The declaration with a type in place of the word {@code var}; empty if the type has no name in source. */
    static Optional<EditedText> withType(EditedText text, JavaToken word, String type) {
        boolean writable = !type.contains("&") && !type.contains("anonymous") && !type.contains("capture");
        return writable
                ? Optional.of(text.with(new Edit(word.start(), word.end(), WrapperName.strip(type))))
                : Optional.empty();
    }

    /** A name of results that the snippet declares at its outermost level. */
    static Optional<JavaToken> reservedDeclaration(List<JavaToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            JavaToken token = tokens.get(i);
            if (depth == 0 && token.isWord() && TemporaryNames.isReserved(token.text()) && i > 0) {
                JavaToken previous = tokens.get(i - 1);
                boolean typed = previous.isWord() && !previous.is("return") && !previous.is("instanceof")
                        || previous.is(">") && declaresAfterTypeArguments(tokens, i)
                        || previous.is("]") && declaresAfterTypeArguments(tokens, i);
                if (typed) {
                    return Optional.of(token);
                }
            }
            depth += token.is("{") || token.is("(") ? 1 : token.is("}") || token.is(")") ? -1 : 0;
        }
        return Optional.empty();
    }

    private static boolean declaresAfterTypeArguments(List<JavaToken> tokens, int name) {
        boolean ends = name + 1 >= tokens.size()
                || Set.of("=", ";", "(", ",").contains(tokens.get(name + 1).text());
        return ends && tokens.getFirst().isWord() && !tokens.getFirst().is("_");
    }
}
