package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.cell.TokenKind;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class CellHighlighterTest {

    private final Palette palette = new Palette(Palette.Theme.DARK);
    private final CellHighlighter highlighter = new CellHighlighter(palette, "px"::equals);

    @Test
    void keywordsLiteralsAndCommentsHaveTheirColours() {
        AttributedString styled = highlighter.highlight("return \"a\"; // b", -1);
        assertThat(styled.toString()).isEqualTo("return \"a\"; // b");
        assertThat(styled.styleAt(0)).isEqualTo(palette.token(TokenKind.KEYWORD));
        assertThat(styled.styleAt(8)).isEqualTo(palette.token(TokenKind.STRING));
        assertThat(styled.styleAt(13)).isEqualTo(palette.dim());
    }

    @Test
    void knownMagicsAreSetOffOutsideOfLiteralsOnly() {
        assertThat(highlighter.highlight("%px f()", -1).styleAt(1)).isEqualTo(palette.magic());
        assertThat(highlighter.highlight("%%px\n1", -1).styleAt(0)).isEqualTo(palette.magic());
        assertThat(highlighter.highlight("x = %px f()", -1).styleAt(4)).isEqualTo(palette.magic());
        assertThat(highlighter.highlight("%nope", -1).styleAt(1)).isNotEqualTo(palette.magic());
        assertThat(highlighter.highlight("\"\"\"\n%px\n\"\"\"", -1).styleAt(5)).isNotEqualTo(palette.magic());
    }

    @Test
    void theBracketsAtTheCursorAreShown() {
        AttributedString styled = highlighter.highlight("f(a(b))", 7);
        assertThat(styled.styleAt(1)).isEqualTo(palette.matchingBracket());
        assertThat(styled.styleAt(6)).isEqualTo(palette.matchingBracket());
        assertThat(styled.styleAt(3)).isNotEqualTo(palette.matchingBracket());
    }

    @Test
    void aPartIsStyledLikeTheWhole() {
        String text = "int a;\n/* %px\n( */ int b;\n%px f(1)\nString s;";
        AttributedString whole = highlighter.highlight(text, text.indexOf('(', 20));
        for (int start = 0; start < text.length(); start += 3) {
            AttributedString part = highlighter.highlight(text, start, text.length(), text.indexOf('(', 20));
            assertThat(part.toString()).isEqualTo(text.substring(start));
            assertThat(part.styleAt(part.length() - 1)).isEqualTo(whole.styleAt(whole.length() - 1));
        }
    }

    @Test
    void aVeryLongTextAndAColourlessTerminalAreLeftAlone() {
        String text = "int x;\n".repeat(20_000);
        assertThat(highlighter.highlight(text, 0)).isEqualTo(new AttributedString(text));
        CellHighlighter colourless = new CellHighlighter(new Palette(Palette.Theme.PLAIN), name -> true);
        assertThat(colourless.highlight("int x;", 0)).isEqualTo(new AttributedString("int x;"));
    }
}
