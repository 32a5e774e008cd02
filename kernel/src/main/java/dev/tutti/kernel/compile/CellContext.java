package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * The text of a cell up to the cursor in a form that JShell can look into. JShell's questions take one snippet, but
 * the lines above the cursor declare things too. They are put in front of the cursor's snippet as the body of one
 * method; methods become members of a local class around that snippet. What stands behind the lead is as typed, so
 * places count from the end.
 *
 * @param lead what is put in front
 * @param snippet the snippet at the cursor, up to the cursor
 * @param imports imports of this cell, without the word import
 * @param inLocalClass whether the snippet lies in a class made for it, whose inherited members nobody asked for
 */
record CellContext(String lead, String snippet, List<String> imports, boolean inLocalClass) {

    private static final Set<String> STATEMENT_HEADS = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "synchronized",
            "try",
            "catch",
            "do",
            "new",
            "return",
            "class",
            "record",
            "enum",
            "interface");
    /** JShell reads all that remains for each snippet, so of a longer text only the last snippet is looked at. */
    private static final int LONGEST = 20_000;

    CellContext {
        imports = List.copyOf(imports);
    }

    String text() {
        return lead + snippet;
    }

    /** The same place with other text from an offset of the snippet on. */
    String textWith(int snippetOffset, String continuation) {
        return lead + snippet.substring(0, snippetOffset) + continuation;
    }

    /**
     * The same with the types that this cell imports written out, because JShell has not seen those imports yet.
     *
     * @param qualifiedName the full name of what a simple name means by these imports
     */
    CellContext qualified(Function<String, Optional<String>> qualifiedName) {
        return imports.isEmpty()
                ? this
                : new CellContext(qualify(lead, qualifiedName), qualify(snippet, qualifiedName), imports, inLocalClass);
    }

    private static String qualify(String text, Function<String, Optional<String>> qualifiedName) {
        StringBuilder qualified = new StringBuilder();
        String before = "";
        for (Token token : JavaLexer.tokens(text)) {
            String word = token.in(text);
            boolean type = token.kind() == TokenKind.TYPE && token.end() < text.length() && !before.equals(".");
            qualified.append(type ? qualifiedName.apply(word).orElse(word) : word);
            before = token.kind().isSignificant() ? word : before;
        }
        return qualified.toString();
    }

    static CellContext of(SourceCodeAnalysis analysis, String beforeCursor) {
        List<String> statements = new ArrayList<>();
        List<String> methods = new ArrayList<>();
        List<String> imports = new ArrayList<>();
        String rest = beforeCursor.length() > LONGEST ? lastSnippet(beforeCursor) : beforeCursor;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            boolean complete = info.completeness() == SourceCodeAnalysis.Completeness.COMPLETE;
            String remaining = complete ? info.remaining() : rest;
            boolean endsHere = complete && remaining.isEmpty() && endsForSure(rest);
            if (!complete || remaining.isEmpty() && !endsHere) {
                break;
            }
            String piece = rest.substring(0, rest.length() - remaining.length());
            rest = remaining;
            sort(piece, statements, methods, imports);
        }
        return of(statements, methods, imports, rest);
    }

    /** What stands behind the last semicolon or brace outside of all brackets. */
    private static String lastSnippet(String text) {
        int start = 0;
        int depth = 0;
        for (Token token : JavaLexer.tokens(text)) {
            depth += token.kind() == TokenKind.OPEN_BRACKET ? 1 : token.kind() == TokenKind.CLOSE_BRACKET ? -1 : 0;
            depth = Math.max(0, depth);
            boolean end = isAt(text, token, ";") || isAt(text, token, "}");
            start = depth == 0 && end ? token.end() : start;
        }
        return text.substring(start);
    }

    private static CellContext of(List<String> statements, List<String> methods, List<String> imports, String snippet) {
        boolean isImport = snippet.stripLeading().startsWith("import ");
        boolean isMethod = isMethod(snippet);
        if (isImport || statements.isEmpty() && methods.isEmpty() && !isMethod) {
            return new CellContext("", snippet, imports, false);
        }
        StringBuilder lead = new StringBuilder(";");
        if (!methods.isEmpty()) {
            lead.append("class $cell {\n");
            methods.forEach(method -> lead.append(method).append('\n'));
            lead.append("{\n");
        }
        statements.forEach(statement -> lead.append(statement).append('\n'));
        lead.append(isMethod ? "class $method {\n" : "");
        return new CellContext(lead.toString(), snippet, imports, isMethod || !methods.isEmpty());
    }

    private static void sort(String piece, List<String> statements, List<String> methods, List<String> imports) {
        String text = piece.strip();
        if (text.startsWith("import ")) {
            String body = text.substring("import ".length()).strip();
            imports.add(
                    body.endsWith(";") ? body.substring(0, body.length() - 1).strip() : body);
        } else if (isMethod(piece)) {
            methods.add(piece);
        } else {
            statements.add(piece);
        }
    }

    /** Whether nothing typed behind it could belong to it. */
    private static boolean endsForSure(String piece) {
        List<Token> tokens = significant(piece);
        return !tokens.isEmpty() && (isAt(piece, tokens.getLast(), ";") || isAt(piece, tokens.getLast(), "}"));
    }

    /** {@code int f(int a) …}: a name before a parenthesis and a type before the name, outside of all brackets. */
    static boolean isMethod(String snippet) {
        List<Token> tokens = significant(snippet);
        if (tokens.isEmpty() || STATEMENT_HEADS.contains(tokens.getFirst().in(snippet))) {
            return false;
        }
        boolean generic = false;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            generic |= isAt(snippet, token, "<");
            if (token.kind() == TokenKind.METHOD && isTypeEnd(snippet, tokens.get(i - 1), generic)) {
                return true;
            }
            if (token.kind() == TokenKind.OPEN_BRACKET && tokens.get(i - 1).kind() == TokenKind.ANNOTATION) {
                while (i < tokens.size() && tokens.get(i).start() != token.partner()) {
                    i++;
                }
            } else if (endsDeclarator(snippet, token)) {
                return false;
            }
        }
        return false;
    }

    private static boolean endsDeclarator(String text, Token token) {
        boolean bracket = token.kind() == TokenKind.OPEN_BRACKET && !isAt(text, token, "[");
        return bracket || isAt(text, token, "=") || isAt(text, token, ";");
    }

    private static boolean isTypeEnd(String text, Token token, boolean generic) {
        boolean word = token.kind() == TokenKind.TYPE || isAt(text, token, "void");
        return word || isAt(text, token, "]") || generic && isAt(text, token, ">");
    }

    static List<Token> significant(String text) {
        return JavaLexer.tokens(text).stream()
                .filter(token -> token.kind().isSignificant())
                .toList();
    }

    /** The index of the token that begins there; negative if none does. */
    static int indexOf(List<Token> tokens, int start) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == start) {
                return i;
            }
        }
        return Token.NONE;
    }

    static boolean isAt(String text, Token token, String symbol) {
        return token.end() - token.start() == symbol.length() && text.startsWith(symbol, token.start());
    }
}
