package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.JavaToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Java text into tokens, leaving out blanks and comments. It never fails: text that is no Java gives tokens too, so
 * that half-typed cells can be looked at.
 */
final class JavaTokens {

    /** Longest first. Two {@code >} are not joined: they may close type arguments. */
    private static final String[] LONG_SIGNS = {
        "<<=", ">>=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "&=",
        "|=", "^=", "%="
    };

    private final String text;
    private final List<JavaToken> tokens = new ArrayList<>();
    private int at;

    private JavaTokens(String text) {
        this.text = text;
    }

    static List<JavaToken> of(String text) {
        JavaTokens lexer = new JavaTokens(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (text.startsWith("\"\"\"", at)) {
            add(Kind.LITERAL, endOfTextBlock());
        } else if (c == '"' || c == '\'') {
            add(Kind.LITERAL, endOfLiteral(c));
        } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
            add(Kind.WORD, endOfWord());
        } else if (isDigit(at) || c == '.' && isDigit(at + 1)) {
            add(Kind.NUMBER, endOfNumber());
        } else {
            add(Kind.SIGN, at + signLength());
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new JavaToken(kind, text.substring(at, end), at));
        at = end;
    }

    private int endOfTextBlock() {
        for (int i = at + 3; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith("\"\"\"", i)) {
                return i + 3;
            }
        }
        return text.length();
    }

    /** An open literal ends with its line, as javac sees it. */
    private int endOfLiteral(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            } else if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    private int endOfWord() {
        int i = at;
        while (i < text.length() && Character.isJavaIdentifierPart(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private int endOfNumber() {
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean exponentSign = (c == '+' || c == '-')
                    && "eEpP".indexOf(text.charAt(i - 1)) >= 0
                    && i > at
                    && !(text.startsWith("0x", at) && "eE".indexOf(text.charAt(i - 1)) >= 0);
            if (!Character.isJavaIdentifierPart(c) && c != '.' && !exponentSign) {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int signLength() {
        for (String sign : LONG_SIGNS) {
            if (text.startsWith(sign, at)) {
                return sign.length();
            }
        }
        return Character.charCount(text.codePointAt(at));
    }
}
