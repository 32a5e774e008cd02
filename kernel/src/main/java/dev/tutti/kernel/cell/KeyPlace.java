package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cursor where a key of a map is wanted: {@code map.get(}, {@code map.containsKey("al}, {@code map.get("a").get(}. By the text alone; whether
 * the name means a map, somebody else knows.
 *
 * @param map what stands in front of the method
 * @param method which is called
 * @param start where the key begins
 * @param typed what of it is typed, with its quote if it has one
 * @param quoted whether a closing quote stands behind the cursor already
 */
public record KeyPlace(Receiver map, String method, int start, String typed, boolean quoted) {

    /**
     * A map.
     *
     * @param name of the variable
     * @param keys as literals, that lead from there to the map that lies in others; mostly none
     */
    public record Receiver(String name, List<String> keys) {
        public Receiver {
            keys = List.copyOf(keys);
        }
    }

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

    /** A dot, a name, a parenthesis. */
    private static final int CALL = 3;

    /** With a literal and the closing parenthesis. */
    private static final int WHOLE_CALL = 5;

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
        int end = before.size() - CALL;
        if (end < 1
                || !isCall(before, end, text)
                || !TAKE_KEYS.contains(before.get(end + 1).in(text))) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        int name = end - 1;
        while (name >= WHOLE_CALL && isLookUp(before, name + 1 - WHOLE_CALL, text)) {
            path.addFirst(before.get(name - 1).in(text));
            name -= WHOLE_CALL;
        }
        boolean isAlone = name == 0 || !before.get(name - 1).is(text, '.');
        if (!isName(before.get(name)) || !isAlone) {
            return Optional.empty();
        }
        boolean quoted = open && cursor < text.length() && text.charAt(cursor) == '"';
        return Optional.of(new KeyPlace(
                new Receiver(before.get(name).in(text), path),
                before.get(end + 1).in(text),
                start,
                text.substring(start, cursor),
                quoted));
    }

    private static boolean isCall(List<Token> tokens, int dot, String text) {
        return tokens.get(dot).is(text, '.') && tokens.get(dot + 2).is(text, '(');
    }

    /** {@code .get("a")}. */
    private static boolean isLookUp(List<Token> tokens, int dot, String text) {
        return isCall(tokens, dot, text)
                && tokens.get(dot + 1).is(text, "get")
                && tokens.get(dot + CALL).kind().isLiteral()
                && tokens.get(dot + CALL + 1).is(text, ')');
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
