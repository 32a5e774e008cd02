package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a sealed type that names no subtypes the {@code permits} clause that javac would infer: to javac each snippet is a
 * file of its own, and only subtypes in the same file are inferred.
 */
final class SealedTypes {

    private static final Set<String> KINDS = Set.of("class", "interface", "record", "enum");

    private SealedTypes() {}

    /**
     * @param all the snippets among which the subtypes are looked for
     */
    static Optional<Edit> permits(SnippetText snippet, List<SnippetText> all) {
        List<JavaToken> header = header(snippet);
        boolean isSealed = header.stream().anyMatch(t -> t.is("sealed"))
                && header.stream().noneMatch(t -> t.is("permits"))
                && header.size() < snippet.tokens().size();
        Optional<String> name = name(header);
        if (!isSealed || name.isEmpty()) {
            return Optional.empty();
        }
        List<String> subtypes = all.stream()
                .map(SealedTypes::header)
                .filter(h -> extendsType(h, name.get()))
                .flatMap(h -> name(h).stream())
                .distinct()
                .toList();
        if (subtypes.isEmpty()) {
            return Optional.empty();
        }
        int body = snippet.tokens().get(header.size()).start();
        return Optional.of(new Edit(body, body, " permits " + String.join(", ", subtypes) + " "));
    }

    private static List<JavaToken> header(SnippetText snippet) {
        return snippet.tokens().stream().takeWhile(t -> !t.is("{")).toList();
    }

    private static Optional<String> name(List<JavaToken> header) {
        for (int i = 0; i + 1 < header.size(); i++) {
            if (KINDS.contains(header.get(i).text()) && header.get(i + 1).isWord()) {
                return Optional.of(header.get(i + 1).text());
            }
        }
        return Optional.empty();
    }

    private static boolean extendsType(List<JavaToken> header, String name) {
        boolean supertypes = false;
        int depth = 0;
        for (JavaToken token : header) {
            depth += token.is("<") || token.is("(") ? 1 : token.is(">") || token.is(")") ? -1 : 0;
            supertypes |= depth == 0 && (token.is("extends") || token.is("implements"));
            if (supertypes && depth == 0 && token.is(name)) {
                return true;
            }
        }
        return false;
    }
}
