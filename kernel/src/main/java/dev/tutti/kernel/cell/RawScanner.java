package dev.tutti.kernel.cell;

/**
 * Cuts a text into tokens one by one, without looking back: words are all {@link TokenKind#IDENTIFIER} and brackets
 * have no partners yet. It can begin at any offset that lies between tokens.
 */
final class RawScanner {

    /** Longest first, so that the first match is the longest. */
    private static final String[] OPERATORS = {
        ">>>=", "<<=", ">>=", ">>>", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=",
        "&=", "|=", "^=", "%=", "<<", ">>"
    };

    private final String text;
    private int at;

    RawScanner(String text, int from) {
        this.text = text;
        this.at = from;
    }

    boolean hasNext() {
        return at < text.length();
    }

    Token next() {
        int start = at;
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            return blank(start);
        }
        return switch (c) {
            case '/' -> comment(start);
            case '"' -> opensTextBlock() ? textBlock(start) : quoted(start, '"', TokenKind.STRING);
            case '\'' -> quoted(start, '\'', TokenKind.CHARACTER);
            case '@' -> annotation(start);
            case '(', '[', '{' -> single(start, TokenKind.OPEN_BRACKET);
            case ')', ']', '}' -> single(start, TokenKind.CLOSE_BRACKET);
            case ';', ',' -> single(start, TokenKind.PUNCTUATION);
            case '.' -> isDigit(at + 1) ? number(start) : dot(start);
            default -> isDigit(at) ? number(start) : wordOrSymbol(start);
        };
    }

    private Token token(TokenKind kind, int start, boolean closed) {
        return new Token(kind, start, at, closed, Token.NONE);
    }

    private Token single(int start, TokenKind kind) {
        at++;
        return token(kind, start, kind == TokenKind.PUNCTUATION);
    }

    private Token blank(int start) {
        do {
            at++;
        } while (at < text.length() && Character.isWhitespace(text.charAt(at)));
        return token(TokenKind.WHITESPACE, start, true);
    }

    private Token comment(int start) {
        if (text.startsWith("//", start)) {
            at = Lines.end(text, at);
            return token(TokenKind.LINE_COMMENT, start, true);
        }
        if (!text.startsWith("/*", start)) {
            return wordOrSymbol(start);
        }
        int close = text.indexOf("*/", start + 2);
        at = close < 0 ? text.length() : close + 2;
        boolean javadoc = text.startsWith("/**", start) && !text.startsWith("/**/", start);
        return token(javadoc ? TokenKind.JAVADOC : TokenKind.BLOCK_COMMENT, start, close >= 0);
    }

    /** Three quotes and then nothing else on the line; while typing, the text may end there. */
    private boolean opensTextBlock() {
        if (!text.startsWith("\"\"\"", at)) {
            return false;
        }
        int i = at + 3;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\f')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private Token textBlock(int start) {
        at += 3;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                at = Math.min(at + 2, text.length());
            } else if (text.startsWith("\"\"\"", at)) {
                at += 3;
                return token(TokenKind.TEXT_BLOCK, start, true);
            } else {
                at++;
            }
        }
        return token(TokenKind.TEXT_BLOCK, start, false);
    }

    private Token quoted(int start, char quote, TokenKind kind) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                break;
            }
            at++;
            if (c == quote) {
                return token(kind, start, true);
            }
            if (c == '\\' && at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
        }
        return token(kind, start, false);
    }

    private Token annotation(int start) {
        at++;
        while (isWordStart(at)) {
            word();
            if (at < text.length() && text.charAt(at) == '.' && isWordStart(at + 1)) {
                at++;
            }
        }
        return token(
                text.startsWith("@interface", start) && at - start == 10 ? TokenKind.KEYWORD : TokenKind.ANNOTATION,
                start,
                true);
    }

    private Token dot(int start) {
        at += text.startsWith("...", at) ? 3 : 1;
        return token(TokenKind.PUNCTUATION, start, true);
    }

    private Token number(int start) {
        boolean radix = text.charAt(at) == '0' && at + 1 < text.length() && "xXbB".indexOf(text.charAt(at + 1)) >= 0;
        boolean hex = radix && "xX".indexOf(text.charAt(at + 1)) >= 0;
        if (radix) {
            at += 2;
        }
        while (at < text.length() && numberGoesOn(hex)) {
            at++;
        }
        return token(TokenKind.NUMBER, start, true);
    }

    private boolean numberGoesOn(boolean hex) {
        char c = text.charAt(at);
        if (c == '.') {
            boolean member = isWordStart(at + 1) && "eEfFdDpP".indexOf(text.charAt(at + 1)) < 0;
            boolean range = at + 1 < text.length() && text.charAt(at + 1) == '.';
            return !member && !range;
        }
        if (c == '+' || c == '-') {
            char before = text.charAt(at - 1);
            return hex ? before == 'p' || before == 'P' : before == 'e' || before == 'E';
        }
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    private Token wordOrSymbol(int start) {
        if (isWordStart(at)) {
            word();
            if (text.startsWith("non", start)
                    && at - start == 3
                    && text.startsWith("-sealed", at)
                    && !isWordPart(at + 7)) {
                at += 7;
            }
            return token(TokenKind.IDENTIFIER, start, true);
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return token(TokenKind.OPERATOR, start, true);
            }
        }
        int symbol = text.codePointAt(at);
        at += Character.charCount(symbol);
        return token("=<>!~?:+-*/&|^%".indexOf(symbol) >= 0 ? TokenKind.OPERATOR : TokenKind.ERROR, start, true);
    }

    private void word() {
        while (isWordPart(at)) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private boolean isWordStart(int offset) {
        return offset < text.length() && Character.isJavaIdentifierStart(text.codePointAt(offset));
    }

    private boolean isWordPart(int offset) {
        if (offset >= text.length()) {
            return false;
        }
        int c = text.codePointAt(offset);
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    private boolean isDigit(int offset) {
        return offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
    }
}
