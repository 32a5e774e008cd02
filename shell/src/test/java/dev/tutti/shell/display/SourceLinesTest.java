package dev.tutti.shell.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.CellOrigin;
import dev.tutti.kernel.CellSource;
import org.junit.jupiter.api.Test;

final class SourceLinesTest {

    @Test
    void theCaretStandsUnderThePlace() {
        assertThat(at("int x = nope;", "nope").lines(80)).containsExactly("    int x = nope;", "            ^~~~");
    }

    @Test
    void tabsCountToTheNextStop() {
        assertThat(at("\tx\tnope;", "nope").lines(80)).containsExactly("        x   nope;", "            ^~~~");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(at("\"日本\" + nope", "nope").lines(80)).containsExactly("    \"日本\" + nope", "             ^~~~");
    }

    @Test
    void thePlaceIsCellAndLine() {
        assertThat(at("int a;\nnope", "nope").place(3)).isEqualTo("cell 3, line 2");
    }

    @Test
    void aScriptsPlaceIsItsFileAndLine() {
        CellSource source = new CellSource("int a;\nnope", new CellOrigin("words.jsh", 10));
        assertThat(SourceLines.at(source, 7, 11).place(3)).isEqualTo("words.jsh, line 11");
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String line = "x + ".repeat(100) + "nope" + " + x".repeat(100);
        var lines = at(line, "nope").lines(60);
        int caret = lines.get(1).indexOf('^');
        assertThat(lines.getFirst()).hasSizeLessThanOrEqualTo(60);
        assertThat(lines.getFirst().substring(caret)).startsWith("nope");
    }

    private static SourceLines at(String text, String place) {
        int start = text.indexOf(place);
        return SourceLines.at(new CellSource(text, CellOrigin.TYPED), start, start + place.length());
    }
}
