package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * One snippet as typed.
 *
 * @param cellText the cell that it is part of
 * @param source its text, with leading comments
 * @param offsetInCell where it begins in the cell's text
 * @param tokens its tokens; never empty
 * @param lacksSemicolon whether it is complete but for a semicolon
 */
record SnippetText(String cellText, String source, int offsetInCell, List<JavaToken> tokens, boolean lacksSemicolon) {

    JavaToken first() {
        return tokens.getFirst();
    }

    JavaToken last() {
        return tokens.getLast();
    }

    boolean endsWithSemicolon() {
        return last().is(";");
    }

    /** Whether it is a bare name, which JShell would show without making a temporary. */
    boolean isBareName() {
        return first().isWord() && (tokens.size() == 1 || tokens.size() == 2 && endsWithSemicolon());
    }

    /** The text with its missing semicolon. */
    EditedText complete() {
        List<Edit> edits = new ArrayList<>();
        if (lacksSemicolon) {
            edits.add(new Edit(last().end(), last().end(), ";"));
        }
        return new EditedText(cellText, source, offsetInCell, edits);
    }

    /** Whether it assigns at its outermost level: {@code x = 1}, {@code a[0] += 2}. */
    boolean isAssignment() {
        int depth = 0;
        for (JavaToken token : tokens) {
            if (token.kind() != JavaToken.Kind.SIGN) {
                continue;
            }
            switch (token.text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                case "->", "?" -> {
                    if (depth == 0) {
                        return false;
                    }
                }
                case "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=" -> {
                    if (depth == 0) {
                        return true;
                    }
                }
                default -> {
                    // an operator inside an operand
                }
            }
        }
        return false;
    }
}
