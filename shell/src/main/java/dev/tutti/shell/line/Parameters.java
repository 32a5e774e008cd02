package dev.tutti.shell.line;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parameters stand in a signature. Pure.
 *
 * @param parts of the signature, one for each parameter, in their order
 * @param varargs whether the last one takes any number of arguments
 */
record Parameters(List<Part> parts, boolean varargs) {

    /** A part of a text. */
    record Part(int start, int end) {}

    /** Those between the signature's parentheses; none if it has no parentheses. */
    static Parameters of(String signature) {
        List<Part> parts = new ArrayList<>();
        int start = -1;
        int depth = 0;
        for (Token token : JavaLexer.tokens(signature)) {
            String word = token.in(signature);
            boolean separates = start >= 0 && depth == 1 && (word.equals(",") || word.equals(")"));
            if (separates) {
                add(signature, start, token.start(), parts);
                start = token.end();
            } else if (start < 0 && word.equals("(")) {
                start = token.end();
                depth = 0;
            }
            if (start >= 0) {
                depth += token.kind() == TokenKind.OPEN_BRACKET || word.equals("<") ? 1 : 0;
                depth -= token.kind() == TokenKind.CLOSE_BRACKET ? 1 : closed(word);
            }
            if (start >= 0 && depth == 0) {
                break;
            }
        }
        boolean varargs = !parts.isEmpty()
                && signature
                        .substring(parts.getLast().start(), parts.getLast().end())
                        .contains("...");
        return new Parameters(List.copyOf(parts), varargs);
    }

    /** The index of the parameter that takes an argument; -1 if there is none. */
    int taking(int argument) {
        if (argument < parts.size()) {
            return argument;
        }
        return varargs ? parts.size() - 1 : -1;
    }

    /** Whether a token belongs to the parameter of that index; to none if it is negative. */
    boolean isPartOf(Token token, int index) {
        return index >= 0
                && parts.get(index).start() <= token.start()
                && token.end() <= parts.get(index).end();
    }

    private static int closed(String word) {
        return word.chars().allMatch(c -> c == '>') ? word.length() : 0;
    }

    private static void add(String signature, int start, int end, List<Part> parts) {
        String part = signature.substring(start, end);
        if (!part.isBlank()) {
            parts.add(new Part(start + part.indexOf(part.strip()), end));
        }
    }
}
