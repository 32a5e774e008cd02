package dev.tutti.kernel.cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cursor where a key of a map is wanted: {@code map.get(}, {@code map.containsKey("al}. By the text alone; whether
 * the name means a map, somebody else knows.
 *
 * @param map the name in front of the method
 * @param method which is called
 * @param start where the key begins
 * @param typed what of it is typed, with its quote if it has one
 * @param quoted whether a closing quote stands behind the cursor already
 */
public record KeyPlace(String map, String method, int start, String typed, boolean quoted) {

    private static final Set<String> TAKE_KEYS = Set.of(
            "get",
            "getOrDefault",
            "containsKey",
            "put",
            "putIfAbsent",
            "remove",
            "replace",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "merge",
            "getProperty",
            "setProperty",
            "getenv");

    private static final int PARTS = 4;

    /** The place at the cursor, if it is one. */
    public static Optional<KeyPlace> at(String text, int cursor) {
        List<Token> tokens = JavaLexer.tokens(text.substring(0, cursor)).stream()
                .filter(token -> token.kind().isSignificant())
                .toList();
        if (tokens.isEmpty() || insideComment(text, cursor)) {
            return Optional.empty();
        }
        Token last = tokens.getLast();
        boolean open = last.kind() == TokenKind.STRING && !last.closed();
        boolean word = last.end() == cursor
                && (last.kind() == TokenKind.IDENTIFIER
                        || last.kind() == TokenKind.TYPE
                        || last.kind() == TokenKind.NUMBER);
        int start = open || word ? last.start() : cursor;
        List<Token> before = tokens.subList(0, tokens.size() - (open || word ? 1 : 0));
        if (before.size() < PARTS
                || before.size() > PARTS
                        && before.get(before.size() - PARTS - 1).is(text, '.')) {
            return Optional.empty();
        }
        List<Token> call = before.subList(before.size() - PARTS, before.size());
        boolean takesKey = isName(call.get(0))
                && call.get(1).is(text, '.')
                && TAKE_KEYS.contains(call.get(2).in(text))
                && call.get(3).is(text, '(');
        boolean quoted = open && cursor < text.length() && text.charAt(cursor) == '"';
        return takesKey
                ? Optional.of(new KeyPlace(
                        call.get(0).in(text), call.get(2).in(text), start, text.substring(start, cursor), quoted))
                : Optional.empty();
    }

    /** Whether nothing else can be meant, or hundreds of names would stand behind the keys. */
    public boolean wantsKeysOnly() {
        return typed.isEmpty() || typed.startsWith("\"");
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.IDENTIFIER || token.kind() == TokenKind.TYPE;
    }

    private static boolean insideComment(String text, int cursor) {
        List<Token> all = JavaLexer.tokens(text.substring(0, cursor));
        Token last = all.getLast();
        return last.kind() == TokenKind.LINE_COMMENT || last.kind().isComment() && !last.closed();
    }
}
