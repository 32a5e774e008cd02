package dev.tutti.kernel.cell;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides by spelling and neighbours what each word of a token list is. */
final class WordKinds {

    static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "interface",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while");
    static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final Set<String> BEFORE_TYPES = Set.of(
            "new", "extends", "implements", "throws", "instanceof", "class", "interface", "enum", "record", "permits");
    private static final Set<String> CLASS_WORDS = Set.of(
            "abstract",
            "class",
            "final",
            "interface",
            "private",
            "protected",
            "public",
            "sealed",
            "static",
            "strictfp");
    private static final Set<String> STATEMENT_ENDS = Set.of(";", "{", "}", "->", ":", ")");

    private final String text;
    private final List<Token> tokens;
    private boolean inCaseLabel;

    WordKinds(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    void decide() {
        int previous = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.kind().isSignificant()) {
                continue;
            }
            if (token.kind() == TokenKind.IDENTIFIER) {
                int next = significantFrom(i + 1);
                TokenKind kind = kind(token.in(text), previous, next);
                if (kind != TokenKind.IDENTIFIER) {
                    tokens.set(i, token.as(kind));
                }
            }
            followCaseLabel(token);
            previous = i;
        }
    }

    private void followCaseLabel(Token token) {
        if (token.is(text, "case")) {
            inCaseLabel = true;
        } else if (token.is(text, "->") || token.is(text, ':') || token.is(text, ';')) {
            inCaseLabel = false;
        }
    }

    private TokenKind kind(String word, int previous, int next) {
        if (RESERVED.contains(word)) {
            return TokenKind.KEYWORD;
        }
        if (PRIMITIVES.contains(word)) {
            return TokenKind.TYPE;
        }
        if (CONSTANTS.contains(word)) {
            return TokenKind.CONSTANT;
        }
        if (isContextualKeyword(word, previous, next)) {
            return TokenKind.KEYWORD;
        }
        if (previous >= 0
                && tokens.get(previous).kind() == TokenKind.KEYWORD
                && BEFORE_TYPES.contains(word(previous))) {
            return isSymbol(next, ".") && Character.isLowerCase(word.codePointAt(0))
                    ? TokenKind.IDENTIFIER
                    : TokenKind.TYPE;
        }
        if (Character.isUpperCase(word.codePointAt(0)) && !isConstantName(word, previous, next)) {
            return TokenKind.TYPE;
        }
        return isSymbol(next, "(") ? TokenKind.METHOD : TokenKind.IDENTIFIER;
    }

    /** {@code MAX_VALUE} and {@code PI}, but not {@code URI} in {@code URI uri} or {@code URI.create}. */
    private boolean isConstantName(String word, int previous, int next) {
        if (word.length() < 2 || !word.equals(word.toUpperCase(Locale.ROOT))) {
            return false;
        }
        boolean usedAsType = isWord(next)
                || isSymbol(next, ".")
                || isSymbol(next, "<")
                || isSymbol(next, "::")
                || isSymbol(next, "(");
        return word.indexOf('_') > 0 || isSymbol(previous, ".") && !isSymbol(next, "(") || !usedAsType;
    }

    private boolean isContextualKeyword(String word, int previous, int next) {
        return switch (word) {
            case "var" -> isWord(next) && !isSymbol(previous, ".");
            case "record" ->
                isWord(next) && (isSymbol(significantFrom(next + 1), "(") || isSymbol(significantFrom(next + 1), "<"));
            case "sealed", "non-sealed" -> isWord(next) && CLASS_WORDS.contains(word(next));
            case "permits" -> isWord(next) && (isWord(previous) || isSymbol(previous, ">"));
            case "module" -> previous >= 0 && tokens.get(previous).is(text, "import") && isWord(next);
            case "when" ->
                inCaseLabel
                        && (isWord(previous) || isSymbol(previous, ")"))
                        && !tokens.get(previous).is(text, "case");
            case "yield" -> (previous < 0 || STATEMENT_ENDS.contains(word(previous))) && startsValue(next);
            default -> false;
        };
    }

    private boolean startsValue(int index) {
        if (index >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(index);
        return switch (token.kind()) {
            case IDENTIFIER, NUMBER, CHARACTER, STRING, TEXT_BLOCK -> true;
            case OPEN_BRACKET -> token.is(text, '(');
            case OPERATOR -> token.is(text, '-') || token.is(text, '!') || token.is(text, '~');
            default -> false;
        };
    }

    private boolean isWord(int index) {
        if (index < 0 || index >= tokens.size()) {
            return false;
        }
        TokenKind kind = tokens.get(index).kind();
        return kind == TokenKind.IDENTIFIER || kind == TokenKind.TYPE || kind == TokenKind.KEYWORD;
    }

    private boolean isSymbol(int index, String symbol) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(text, symbol);
    }

    private String word(int index) {
        return tokens.get(index).in(text);
    }

    private int significantFrom(int index) {
        int i = index;
        while (i < tokens.size() && !tokens.get(i).kind().isSignificant()) {
            i++;
        }
        return i;
    }
}
