package dev.tutti.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavadocTextTest {

    private static List<String> render(String comment) {
        return JavadocText.render(comment, 40).stream().map(StyledLine::text).toList();
    }

    @Test
    void wordsFillLinesOfTheGivenWidth() {
        List<String> lines = render("Lorem ipsum dolor sit amet, consectetur adipiscing elit,\nsed do eiusmod tempor.");
        assertThat(lines)
                .containsExactly("Lorem ipsum dolor sit amet, consectetur", "adipiscing elit, sed do eiusmod tempor.");
    }

    @Test
    void paragraphsAreSetApart() {
        assertThat(render("One.\n<p>Two.\n<p>\nThree.")).containsExactly("One.", "", "Two.", "", "Three.");
    }

    @Test
    void inlineTagsBecomeCodeAndNames() {
        assertThat(render("Like {@code a < b & {c}}, {@link java.util.List#add(Object) adding}, {@link #size()},"))
                .containsExactly("Like a < b & {c}, adding, size(),");
        assertThat(render("{@linkplain Foo the foo} {@literal <b>} {@return the sum}"))
                .containsExactly("the foo <b> Returns the sum.");
    }

    @Test
    void theFirstSentenceStandsOnOneLine() {
        assertThat(JavadocText.firstSentence("Returns {@code a.b}, e.g. the\nfirst one.  If not,\n<p>none."))
                .isEqualTo("Returns a.b, e.g. the first one.");
        assertThat(JavadocText.firstSentence("No full stop<p>More.")).isEqualTo("No full stop");
        assertThat(JavadocText.firstSentence("@param x unused\n@return the sum"))
                .isEqualTo("Returns the sum");
        assertThat(JavadocText.firstSentence("")).isEmpty();
    }

    @Test
    void codeIsStyledAsCode() {
        StyledLine line = JavadocText.render("a {@code b} <b>c</b>.", 40).getFirst();
        assertThat(line.spans())
                .containsExactly(
                        new Span("a ", TextStyle.PLAIN),
                        new Span("b", TextStyle.CODE),
                        new Span(" ", TextStyle.PLAIN),
                        new Span("c", TextStyle.STRONG),
                        new Span(".", TextStyle.PLAIN));
    }

    @Test
    void listsHaveBulletsOrNumbersAndHangingIndentation() {
        assertThat(render("<ul><li>one two three four five six seven eight<li>b</ol>"))
                .containsExactly("  - one two three four five six seven", "    eight", "  - b");
        assertThat(render("x<ol><li>a</li><li>b</li></ol>y")).containsExactly("x", "", " 1. a", " 2. b", "", "y");
    }

    @Test
    void verbatimTextKeepsItsLines() {
        assertThat(render("See:<pre>{@code\n  if (a) {\n    b();\n  }\n}</pre>after"))
                .containsExactly("See:", "", "    if (a) {", "      b();", "    }", "", "after");
        assertThat(render("{@snippet :\nList<String> a;\n}")).containsExactly("    List<String> a;");
    }

    @Test
    void simpleTablesKeepTheirColumns() {
        assertThat(render("<table><caption>T</caption><tr><th>a<th>b</tr><tr><td>long</td><td>c</td></tr></table>"))
                .containsExactly("T", "", "a     b", "long  c");
    }

    @Test
    void blockTagsFormSections() {
        assertThat(render("""
            Adds.

            @param  a the first of all the things that can be added here
            @param b the second
            @return the sum
            @throws ArithmeticException
                    on overflow
            @see Math#addExact(int, int)
            @since 1.8
            """))
                .containsExactly(
                        "Adds.",
                        "",
                        "Parameters:",
                        "    a – the first of all the things that",
                        "        can be added here",
                        "    b – the second",
                        "",
                        "Returns:",
                        "    the sum",
                        "",
                        "Throws:",
                        "    ArithmeticException – on overflow",
                        "",
                        "See also:",
                        "    Math.addExact(int, int)",
                        "",
                        "Since:",
                        "    1.8");
    }

    @Test
    void markdownOfTripleSlashCommentsIsUnderstood() {
        assertThat(render("Gives `a < b` and [List].\n\n- one\n- two\n\nEnd."))
                .containsExactly("Gives a < b and List.", "", "  - one", "  - two", "", "End.");
    }

    @Test
    void whateverIsInACommentIsRenderedSomehow() {
        for (String comment : List.of(
                "",
                "{@code",
                "{@",
                "@",
                "<ul><table><tr><li>",
                "@param",
                "@throws",
                "{@link}",
                "{@link #}",
                "@see",
                "{@snippet}",
                "<pre>",
                "[",
                "&nosuch;",
                "a @ b",
                "@foo bar",
                "`a` [b](c)")) {
            assertThat(JavadocText.render(comment, 1)).isNotNull();
        }
    }
}
