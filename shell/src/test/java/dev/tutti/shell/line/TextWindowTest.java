package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TextWindowTest {

    private static final String TEXT =
            IntStream.range(0, 1_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    private final TextWindow window = new TextWindow(new AttributedString("In: "), new AttributedString("..: "), 40, 5);

    private TextWindow.Drawn draw(String text, int cursor, String below) {
        return window.draw(
                text,
                cursor,
                (start, end) -> new AttributedString(text.substring(start, end)),
                new AttributedString(below));
    }

    private static List<String> rows(TextWindow.Drawn drawn) {
        return drawn.lines().stream()
                .map(line -> line.toString().stripTrailing())
                .toList();
    }

    @Test
    void theBeginningHasThePrompt() {
        TextWindow.Drawn drawn = draw(TEXT, 3, "");
        assertThat(rows(drawn)).containsExactly("In: line 0", "..: line 1", "..: line 2", "..: line 3", "..: line 4");
        assertThat(List.of(drawn.row(), drawn.column())).containsExactly(0, 7);
    }

    @Test
    void theEndStandsAtTheBottom() {
        TextWindow.Drawn drawn = draw(TEXT, TEXT.length(), "");
        assertThat(rows(drawn)).hasSize(5).endsWith("..: line 999");
        assertThat(List.of(drawn.row(), drawn.column())).containsExactly(4, 12);
    }

    @Test
    void whatStandsBelowTakesRoomFromTheText() {
        TextWindow.Drawn drawn = draw(TEXT, TEXT.indexOf("line 500"), "one\ntwo");
        assertThat(rows(drawn)).hasSize(5).contains("..: line 500").endsWith("one", "two");
        assertThat(rows(drawn).get(drawn.row())).isEqualTo("..: line 500");
    }

    @Test
    void aSingleEndlessLineIsCutAroundTheCursor() {
        String text = "x".repeat(1_000_000);
        TextWindow.Drawn drawn = draw(text, 500_000, "");
        assertThat(drawn.lines()).hasSizeLessThanOrEqualTo(5);
        assertThat(drawn.row()).isBetween(0, 4);
    }
}
