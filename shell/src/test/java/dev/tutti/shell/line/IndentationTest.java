package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndentationTest {

    private static String after(String text) {
        return Indentation.newLine(text, text.length()).text();
    }

    @Test
    void eachOpenBracketIndentsByFour() {
        assertThat(after("{")).isEqualTo("\n    ");
        assertThat(after("class A {\n    void f() {")).isEqualTo("\n        ");
        assertThat(after("int x = 1;")).isEqualTo("\n");
    }

    @Test
    void bracketsOpenedInOneLineIndentOnce() {
        assertThat(after("list.forEach(x -> {")).isEqualTo("\n    ");
    }

    @Test
    void bracketsInLiteralsAndCommentsDoNotCount() {
        assertThat(after("String s = \"{(\"; // {")).isEqualTo("\n");
    }

    @Test
    void betweenBracketsTheClosingOneGoesOnItsOwnLine() {
        Indentation.NewLine line = Indentation.newLine("if (a) {}", 8);
        assertThat(line.text()).isEqualTo("\n    \n");
        assertThat(line.cursor()).isEqualTo(5);
    }

    @Test
    void textBlocksCommentsAndCallChainsKeepTheirIndentation() {
        assertThat(after("    \"\"\"\n   a")).isEqualTo("\n   ");
        assertThat(after("/*\n * a")).isEqualTo("\n ");
        assertThat(after("list\n    .stream()")).isEqualTo("\n    ");
    }

    @Test
    void aClosingBracketGoesUnderTheLineThatOpenedIt() {
        assertThat(Indentation.closing("{\n    f(\n        )", 18)).contains("    ");
        assertThat(Indentation.closing("{\n    }", 7)).contains("");
        assertThat(Indentation.closing("f()", 3)).isEmpty();
        assertThat(Indentation.closing("    }", 5)).isEmpty();
    }

    @Test
    void indentationOfALongTextIsNotMeasured() {
        String text = "{\n  " + "a;\n  ".repeat(50_000);
        assertThat(after(text)).isEqualTo("\n  ");
    }
}
