package dev.tutti.kernel.compile;

import static dev.tutti.kernel.compile.Candidate.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completeness, documentation and sources; {@link CodeAnalysisTest} has completion. */
final class CodeInspectionTest {

    private static AnalysedSession session;

    @BeforeAll
    static void openSession() {
        session = new AnalysedSession();
    }

    @AfterAll
    static void closeSession() {
        session.close();
    }

    // Completeness

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 5",
                "int x = 5;",
                "1 + 1",
                "int f() { return 1; }",
                "int x = 1;\nx + 1",
                "import java.util.*",
                "if (true) { }",
                "x;\n// end"
            })
    void whatCanRunIsComplete(String java) {
        assertThat(session.analysis.completeness(java)).isEqualTo(Completeness.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f()",
                "f(",
                "int x =",
                "for (;;)",
                "class A",
                "/* open",
                "\"\"\"\nabc",
                "int x = 1;\nint f() {",
                "@Deprecated",
                "@SuppressWarnings(\"all\")",
                "words.stream()."
            })
    void whatLacksItsEndIsIncomplete(String java) {
        assertThat(session.analysis.completeness(java)).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "String s = \"abc", "else", "f(\"a)", "# x"})
    void whatCanNeverRunIsInvalid(String java) {
        assertThat(session.analysis.completeness(java)).isEqualTo(Completeness.INVALID);
    }

    @Test
    void blanksAndCommentsAreEmpty() {
        assertThat(session.analysis.completeness("")).isEqualTo(Completeness.EMPTY);
        assertThat(session.analysis.completeness(" \n")).isEqualTo(Completeness.EMPTY);
        assertThat(session.analysis.completeness("// only this")).isEqualTo(Completeness.EMPTY);
    }

    @Test
    void everyLineOfAMethodButTheLastIsIncomplete() {
        String method = "public static <T extends Comparable<T>> List<T> sorted(\n"
                + "        Collection<T> all,\n"
                + "        int limit)\n"
                + "{\n"
                + "    // keep it short\n"
                + "    var list = new ArrayList<>(all);\n"
                + "    for (int i = 0; i < limit; i++) {\n"
                + "        list.add(\n"
                + "            all.iterator().next());\n"
                + "    }\n\n"
                + "    if (limit > 0)\n"
                + "        return list\n"
                + "            .subList(0, limit);\n"
                + "    else {\n"
                + "        return list;\n"
                + "    }\n"
                + "}";
        for (int i = 1; i < method.length(); i++) {
            if (method.charAt(i) == '\n') {
                assertThat(session.analysis.completeness(method.substring(0, i)))
                        .as(method.substring(0, i))
                        .isEqualTo(Completeness.INCOMPLETE);
            }
        }
        assertThat(session.analysis.completeness(method)).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void everyPrefixOfAMethodsBodyIsIncomplete() {
        String method = "int f(List<Integer> all) {\n"
                + "    int sum = 0; /* why not */\n"
                + "    for (int each : all) {\n"
                + "        sum += each % 7; // rest\n"
                + "    }\n"
                + "    return sum;\n"
                + "}";
        for (int i = method.indexOf('('); i < method.length(); i++) {
            if (!Character.isWhitespace(method.charAt(i)) || method.charAt(i) == '\n') {
                assertThat(session.analysis.completeness(method.substring(0, i + 1 == method.length() ? i : i + 1)))
                        .as(method.substring(0, i))
                        .isEqualTo(Completeness.INCOMPLETE);
            }
        }
    }

    @Test
    void aHugeTextIsJudgedByItsTokens() {
        assertThat(session.analysis.completeness("f(1);\n".repeat(100_000))).isEqualTo(Completeness.COMPLETE);
        assertThat(session.analysis.completeness("f(1);\n".repeat(100_000) + "{"))
                .isEqualTo(Completeness.INCOMPLETE);
    }

    // Documentation

    @Test
    void signaturesOfAllOverloadsAreGivenWithTheActiveParameter() {
        assertThat(session.documentation("String.format(\"a\", |", false))
                .contains(new Documentation("String String.format(String format, Object... args)", "", 1));
        assertThat(session.documentation("square(|", false))
                .containsExactlyInAnyOrder(
                        new Documentation("int square(int n)", "", 0),
                        new Documentation("double square(double d)", "", 0));
        assertThat(session.documentation("\"a\".substring(Math.max(1, 2), |", false))
                .containsExactly(new Documentation("String String.substring(int beginIndex, int endIndex)", "", 1));
    }

    @Test
    void namesAreDescribedToo() {
        assertThat(session.documentation("wor|ds", false))
                .containsExactly(new Documentation("List<String> words", "", -1));
        assertThat(session.documentation("Math|", false)).containsExactly(new Documentation("java.lang.Math", "", -1));
        assertThat(session.documentation("String.format|", false))
                .extracting(Documentation::signature)
                .contains("String String.format(String format, Object... args)");
        assertThat(session.documentation("words.ge|t", false))
                .containsExactly(new Documentation("E List.get(int index)", "", -1));
        assertThat(session.documentation("point.twice(|", false))
                .containsExactly(new Documentation("int Point.twice()", "", 0));
        assertThat(session.documentation("new Point(|", false))
                .containsExactly(new Documentation("Point(int x, String name)", "", 0));
        assertThat(session.documentation("nothing|", false)).isEmpty();
    }

    @Test
    void javadocComesWithItsTags() {
        List<Documentation> found = session.documentation("\"a\".substring(1|", true);
        assertThat(session.documentation("\"a\".repeat(|", true))
                .singleElement()
                .satisfies(repeat -> {
                    assertThat(repeat.signature()).isEqualTo("String String.repeat(int count)");
                    assertThat(repeat.javadoc())
                            .contains("concatenation")
                            .contains("@param")
                            .contains("{@code count}");
                });
        assertThat(found).isNotNull();
        assertThat(session.documentation("square(|", true))
                .extracting(Documentation::javadoc)
                .containsOnly("The square.\n@param n what");
    }

    @Test
    void documentationSeesTheLinesAbove() {
        assertThat(session.documentation("var map = new TreeMap<String, Integer>();\nmap.ceilingKey(|", false))
                .extracting(Documentation::signature)
                .containsExactly("K TreeMap.ceilingKey(K key)");
        assertThat(session.documentation("int f(String s) {\n  return s.indexOf(|", false))
                .hasSizeGreaterThan(1);
    }

    // Source and types

    @Test
    void sourceOfDeclarationsIsWhatWasTyped() {
        assertThat(source("words")).isEqualTo("var words = List.of(\"a\", \"b\");");
        assertThat(source("square")).contains("int square(int n)").contains("double square(double d)");
        assertThat(source("point.twice")).startsWith("record Point(int x, String name)");
    }

    @Test
    void sourceOfTheJdkIsCutOutOfItsSources() {
        assertThat(source("String.format"))
                .startsWith("/**")
                .contains("public static String format(String format, Object... args) {")
                .doesNotContain("public static String join");
        assertThat(source("java.util.List")).contains("public interface List<E> extends SequencedCollection<E> {");
        assertThat(source("List")).contains("public interface List<E>");
        assertThat(source("words.stream")).contains("default Stream<E> stream()");
        assertThat(source("\"a\".strip()")).contains("public String strip()");
        assertThat(source("Map.Entry")).contains("interface Entry<K, V>").doesNotContain("interface Map<K, V>");
        assertThat(session.analysis.source("no.such.Thing", AnalysedSession.LONG))
                .isEmpty();
        assertThat(session.analysis.source("", AnalysedSession.LONG)).isEmpty();
    }

    private static String source(String subject) {
        return session.analysis.source(subject, AnalysedSession.LONG).orElse("");
    }

    @Test
    void theTypeOfAnExpressionIsTold() {
        assertThat(session.analysis.typeOf("words.get(0).length()", AnalysedSession.LONG))
                .contains("int");
        assertThat(session.analysis.typeOf("words", AnalysedSession.LONG)).contains("List<String>");
        assertThat(session.analysis.typeOf("int x = 5;", AnalysedSession.LONG)).isEmpty();
    }
}
