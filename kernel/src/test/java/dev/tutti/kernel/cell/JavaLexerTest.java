package dev.tutti.kernel.cell;

import static dev.tutti.kernel.cell.TokenKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaLexerTest {

    private static final String PROGRAM = """
        import module java.base;
        /** Doc of {@code P}. */
        @Deprecated(since = "1")
        sealed interface Shape permits P, Q {}
        record P(int x, double y) implements Shape {
            static final long MAX_SIZE = 0x1F_FFL + 0b1010 + 1e-5f > 3 ? 'a' : '\\n';
        }
        non-sealed class Q implements Shape { /* block */ }
        String f(Object o) {
            // a line with "quotes" and 'ticks'
            var text = \"""
                text with "inner" quotes \\\""" and }
                \""";
            return switch (o) {
                case P(int x, _) when x > 3 -> { yield text.repeat(x); }
                default -> null;
            };
        }
        List<Map<String, int[]>> list = new ArrayList<>();
        list.stream().map(x -> x.size()).forEach(System.out::println);
        """;

    /** All but blanks as {@code KIND:text}. */
    private static String lexed(String text) {
        return JavaLexer.tokens(text).stream()
                .filter(token -> token.kind() != WHITESPACE)
                .map(token -> token.kind() + ":" + token.in(text) + (token.closed() ? "" : "!"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(String text, TokenKind kind) {
        return JavaLexer.tokens(text).stream()
                .filter(token -> token.kind() == kind)
                .map(token -> token.in(text))
                .toList();
    }

    private static void assertCovers(String text) {
        int at = 0;
        for (Token token : JavaLexer.tokens(text)) {
            assertThat(token.start()).as("start of %s in <%s>", token, text).isEqualTo(at);
            at = token.end();
        }
        assertThat(at).as("end of the last token of <%s>", text).isEqualTo(text.length());
    }

    @Test
    void tokensCoverEveryPrefixAndSuffixOfAProgramExactly() {
        for (int i = 0; i <= PROGRAM.length(); i++) {
            assertCovers(PROGRAM.substring(0, i));
            assertCovers(PROGRAM.substring(i));
        }
    }

    @Test
    void tokensCoverRandomTextsExactly() {
        String alphabet = "ab1.\"'\\/*\n\r\t (){}[]<>@#%=-+;,_$\u00e9\ud83d\ude00\u0000";
        Random random = new Random(25);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertCovers(text.toString());
        }
    }

    @Test
    void contextualWordsAreKeywordsOnlyWhereTheyActAsSuch() {
        assertThat(words(PROGRAM, KEYWORD))
                .contains(
                        "module",
                        "sealed",
                        "permits",
                        "record",
                        "non-sealed",
                        "var",
                        "when",
                        "yield",
                        "case",
                        "switch");
        assertThat(words("int record = 1, when = 2, yield = 3, sealed = 4, var = 5; x.var(when); record++;", KEYWORD))
                .isEmpty();
    }

    @Test
    void typesMethodsAndConstantsAreGuessedByPlace() {
        assertThat(words(PROGRAM, TYPE))
                .contains("Shape", "P", "Q", "int", "double", "List", "Map", "String", "ArrayList");
        assertThat(words(PROGRAM, METHOD)).contains("f", "repeat", "stream", "map", "size", "forEach");
        assertThat(words("Integer.MAX_VALUE + Math.PI + URI.create(s)", TYPE))
                .containsExactly("Integer", "Math", "URI");
        assertThat(words("new foo(); new java.util.Date()", TYPE)).containsExactly("foo", "Date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1_000L",
                "0x1F_FFL",
                "0b11",
                "1.5",
                "1.",
                ".5",
                "1e10",
                "1e-5f",
                "0x1.8p-3",
                "1.5e+3d",
                "07"
            })
    void aNumberIsOneToken(String number) {
        assertThat(lexed(number)).isEqualTo("NUMBER:" + number);
    }

    @Test
    void numbersStopAtMembersAndOperators() {
        assertThat(lexed("1-2")).isEqualTo("NUMBER:1 OPERATOR:- NUMBER:2");
        assertThat(lexed("0xe-1")).isEqualTo("NUMBER:0xe OPERATOR:- NUMBER:1");
        assertThat(lexed("a[1].b"))
                .isEqualTo("IDENTIFIER:a OPEN_BRACKET:[ NUMBER:1 CLOSE_BRACKET:] PUNCTUATION:. IDENTIFIER:b");
    }

    @Test
    void unfinishedLiteralsSayThatTheyAreOpen() {
        assertThat(lexed("f(\"abc")).endsWith("STRING:\"abc!");
        assertThat(lexed("'a")).isEqualTo("CHARACTER:'a!");
        assertThat(lexed("\"a\\")).isEqualTo("STRING:\"a\\!");
        assertThat(lexed("\"abc\nint")).isEqualTo("STRING:\"abc! TYPE:int");
        assertThat(lexed("/* a\n b")).isEqualTo("BLOCK_COMMENT:/* a\n b!");
        assertThat(lexed("/** a")).isEqualTo("JAVADOC:/** a!");
        assertThat(lexed("\"\"\"\nabc")).isEqualTo("TEXT_BLOCK:\"\"\"\nabc!");
        assertThat(lexed("\"\"\"")).isEqualTo("TEXT_BLOCK:\"\"\"!");
    }

    @Test
    void quotesInsideOfLiteralsAndCommentsDoNotEndThem() {
        assertThat(lexed("'\"' '\\'' \"'\" \"\\\"\" /**/ /***/"))
                .isEqualTo(
                        "CHARACTER:'\"' CHARACTER:'\\'' STRING:\"'\" STRING:\"\\\"\" BLOCK_COMMENT:/**/ JAVADOC:/***/");
        assertThat(lexed("\"\"\"\n a \"\" b \\\"\"\" c\"\"\";"))
                .isEqualTo("TEXT_BLOCK:\"\"\"\n a \"\" b \\\"\"\" c\"\"\" PUNCTUATION:;");
        assertThat(lexed("\"\" + \"a\"")).isEqualTo("STRING:\"\" OPERATOR:+ STRING:\"a\"");
    }

    @Test
    void annotationsAreOneToken() {
        assertThat(lexed("@Override @java.lang.Deprecated(x) @interface A"))
                .isEqualTo("ANNOTATION:@Override ANNOTATION:@java.lang.Deprecated OPEN_BRACKET:( IDENTIFIER:x"
                        + " CLOSE_BRACKET:) KEYWORD:@interface TYPE:A");
        assertThat(lexed("@")).isEqualTo("ANNOTATION:@");
    }

    @Test
    void whatIsNotJavaIsAnError() {
        assertThat(lexed("a # b \\ \ud83d\ude00"))
                .isEqualTo("IDENTIFIER:a ERROR:# IDENTIFIER:b ERROR:\\ ERROR:\ud83d\ude00");
    }

    @Test
    void bracketsFindTheirPartnersInBothDirections() {
        String text = "f(a[1], \"(\", '(') { /* ( */ }";
        List<Token> tokens = JavaLexer.tokens(text);
        assertThat(Brackets.matching(tokens, 1)).hasValue(text.indexOf(") {"));
        assertThat(Brackets.matching(tokens, text.indexOf(") {"))).hasValue(1);
        assertThat(Brackets.matching(tokens, 3)).hasValue(5);
        assertThat(Brackets.matching(tokens, text.length() - 1)).hasValue(text.indexOf('{'));
        assertThat(Brackets.matching(tokens, 0)).isEmpty();
        assertThat(Brackets.matching(tokens, text.length())).isEmpty();
    }

    @Test
    void aForgottenParenthesisDoesNotUnsettleTheBracesAroundIt() {
        String text = "{ f(a; }";
        List<Token> tokens = JavaLexer.tokens(text);
        assertThat(Brackets.matching(tokens, 0)).hasValue(7);
        assertThat(Brackets.matching(tokens, 3)).isEmpty();
        assertThat(Brackets.matching(JavaLexer.tokens("(]"), 1)).isEmpty();
    }

    @Test
    void depthCountsTheBracketsThatAreOpenAtAPlace() {
        String text = "if (x) {\n  f(\n";
        List<Token> tokens = JavaLexer.tokens(text);
        assertThat(Brackets.depth(tokens, 0)).isZero();
        assertThat(Brackets.depth(tokens, 5)).isOne();
        assertThat(Brackets.depth(tokens, 9)).isOne();
        assertThat(Brackets.depth(tokens, text.length())).isEqualTo(2);
        assertThat(Brackets.depth(JavaLexer.tokens("f(a)\n"), 5)).isZero();
    }

    @Test
    void aMegabyteOfEveryNastyKindIsRead() { // a quadratic reader would take minutes
        List<String> units = List.of(
                PROGRAM, "(", "\"", "'", "/*", "/**/", "\"\"\"\n", "a.", "record ", "{}[", "\\", "1e+", "// x\n", "@");
        for (String unit : units) {
            String text = unit.repeat(1_000_000 / unit.length());
            assertThat(JavaLexer.tokens(text).getLast().end()).isEqualTo(text.length());
        }
    }
}
