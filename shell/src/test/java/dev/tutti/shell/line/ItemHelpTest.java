package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Documentation;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ItemHelpTest {

    private final Palette palette = new Palette(Palette.Theme.PLAIN);

    private List<String> lines(int columns, int rows, Documentation... known) {
        return new ItemHelp(List.of(known))
                .lines(palette, columns, rows).stream()
                        .map(AttributedString::toString)
                        .toList();
    }

    private static Documentation documented(String javadoc) {
        return new Documentation("int String.length()", javadoc, Documentation.NO_PARAMETER);
    }

    @Test
    void signatureAndSentenceShareALineIfItIsWideEnough() {
        Documentation length = documented("The length. In characters.");
        assertThat(lines(80, 2, length)).containsExactly("int String.length()  The length.");
        assertThat(lines(24, 2, length)).containsExactly("int String.length()", "The length.");
    }

    @Test
    void whatDoesNotFitIsCut() {
        assertThat(lines(12, 2, documented("Characters in it."))).containsExactly("int String.…", "Characters …");
        assertThat(lines(24, 1, documented("The length."))).containsExactly("int String.length()  Th…");
    }

    @Test
    void overloadsAreCounted() {
        assertThat(lines(80, 2, documented(""), documented("Another.")))
                .containsExactly("int String.length() · 1 more");
    }
}
