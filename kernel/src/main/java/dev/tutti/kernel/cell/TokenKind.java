package dev.tutti.kernel.cell;

/** Kinds of {@link Token}, as fine as a highlighter needs them. */
public enum TokenKind {
    /** Reserved words, and contextual ones ({@code record}, {@code yield}, {@code var} …) where they act as such. */
    KEYWORD,
    NUMBER,
    CHARACTER,
    STRING,
    TEXT_BLOCK,
    /** {@code true}, {@code false}, {@code null}. */
    CONSTANT,
    LINE_COMMENT,
    BLOCK_COMMENT,
    JAVADOC,
    IDENTIFIER,
    /** A name that by place or spelling means a type; primitive types too. A guess: the lexer knows no session. */
    TYPE,
    /** A name in front of a parenthesis. */
    METHOD,
    /** {@code @Name}. */
    ANNOTATION,
    OPERATOR,
    /** Comma, semicolon, dot, ellipsis. */
    PUNCTUATION,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    WHITESPACE,
    /** What no Java token begins with. */
    ERROR;

    /** Line comment, block comment or Javadoc. */
    public boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT || this == JAVADOC;
    }

    /** A literal, unfinished or not. */
    public boolean isLiteral() {
        return this == NUMBER || this == CHARACTER || this == STRING || this == TEXT_BLOCK || this == CONSTANT;
    }

    /** An opening or closing round, square or curly bracket. */
    public boolean isBracket() {
        return this == OPEN_BRACKET || this == CLOSE_BRACKET;
    }

    /** Whether the compiler would see it: neither blank nor comment. */
    public boolean isSignificant() {
        return this != WHITESPACE && !isComment();
    }
}
