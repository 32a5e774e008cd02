package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes {@code int a = 1, b = 2;} apart: JShell makes two snippets of it with one source, which could not be restored
 * one without the other.
 */
final class Declarators {

    private static final Set<String> AFTER_NAME = Set.of("=", ",", ";", "[");

    private Declarators() {}

    /** One text for each name: all else is cut out. Empty if the places of the names cannot be told. */
    static List<EditedText> split(SnippetText snippet, EditedText text, List<String> names) {
        List<Integer> starts = starts(snippet.tokens(), names);
        if (starts.size() != names.size()) {
            return List.of();
        }
        List<JavaToken> tokens = snippet.tokens();
        int end = snippet.endsWithSemicolon()
                ? snippet.last().start()
                : snippet.last().end();
        List<EditedText> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            EditedText part = text;
            if (i > 0) {
                part = part.with(new Edit(
                        tokens.get(starts.getFirst()).start(),
                        tokens.get(starts.get(i)).start(),
                        ""));
            }
            if (i + 1 < names.size()) {
                int comma = tokens.get(starts.get(i + 1) - 1).start();
                part = part.with(new Edit(comma, end, ""));
            }
            parts.add(part);
        }
        return parts;
    }

    /** The declaration without what follows the equals sign; empty if there is none. */
    static Optional<EditedText> withoutInitialiser(EditedText text) {
        List<JavaToken> tokens = JavaTokens.of(text.original());
        JavaToken last = tokens.getLast();
        int end = last.is(";") ? last.start() : last.end();
        return tokens.stream()
                .filter(t -> t.is("="))
                .findFirst()
                .map(sign -> text.with(new Edit(sign.start(), end, "")));
    }

    private static List<Integer> starts(List<JavaToken> tokens, List<String> names) {
        List<Integer> starts = new ArrayList<>();
        int depth = 0;
        for (int i = 1; i < tokens.size() && starts.size() < names.size(); i++) {
            JavaToken token = tokens.get(i);
            boolean follows = i + 1 == tokens.size()
                    || AFTER_NAME.contains(tokens.get(i + 1).text());
            boolean begins = starts.isEmpty() || tokens.get(i - 1).is(",");
            if (depth == 0 && begins && follows && token.is(names.get(starts.size()))) {
                starts.add(i);
            }
            switch (token.text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {
                    // no bracket
                }
            }
        }
        return starts;
    }
}
