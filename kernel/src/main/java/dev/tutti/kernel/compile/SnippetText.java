package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.EditedText.Edit;
import java.util.List;

/**
 * One snippet as typed.
 *
 * @param cellText the cell that it is part of
 * @param source its text, with leading comments
 * @param offsetInCell where it begins in the cell's text
 * @param tokens its tokens; never empty
 * @param additions what is put to it to make it whole: a semicolon, what stands around an expression
 */
record SnippetText(String cellText, String source, int offsetInCell, List<JavaToken> tokens, List<Edit> additions) {

    JavaToken first() {
        return tokens.getFirst();
    }

    JavaToken last() {
        return tokens.getLast();
    }

    boolean endsWithSemicolon() {
        return last().is(";") && !surrounded();
    }

    /** Whether it is a bare name, which JShell would show without making a temporary. */
    boolean isBareName() {
        return !surrounded() && first().isWord() && (tokens.size() == 1 || tokens.size() == 2 && endsWithSemicolon());
    }

    /** The text with what it lacks. */
    EditedText complete() {
        return new EditedText(cellText, source, offsetInCell, additions);
    }

    /** Whether something stands around it, so that it is an expression whatever it is by itself. */
    private boolean surrounded() {
        return additions.stream().anyMatch(edit -> !edit.replacement().equals(";"));
    }

    /** Whether it assigns at its outermost level: {@code x = 1}, {@code a[0] += 2}. */
    boolean isAssignment() {
        if (surrounded()) {
            return false;
        }
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
