package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PickListTest {

    private static final List<String> CELLS = List.of(
            "int count = 1;", "count + 1", "class Point {\n    int x;\n}", " ", "Files.lines(path)", "count + 1\n");

    private final PickList list = new PickList(CELLS);

    @Test
    void cellsStandOnceNewestFirst() {
        assertThat(list.fitting())
                .containsExactly("count + 1", "Files.lines(path)", "class Point {\n    int x;\n}", "int count = 1;");
    }

    @ParameterizedTest
    @CsvSource({
        "count, 2",
        "COUNT int, 1",
        "int count, 1",
        "int, 2",
        "c*+, 1",
        "class*x, 0",
        "flp, 1",
        "zzz, 0",
        "f*p*), 1"
    })
    void wordsAreFoundInAnyOrderAndCaseAndLettersWhereNoWordIs(String query, int fitting) {
        list.filter(query);
        assertThat(list.fitting()).hasSize(fitting);
    }

    @Test
    void theChoiceStopsAtBothEndsAndBeginsAnewWithOtherText() {
        list.move(2);
        assertThat(list.chosen()).isEqualTo(2);
        list.move(9);
        assertThat(list.chosen()).isEqualTo(3);
        list.filter("count");
        assertThat(list.chosen()).isZero();
        list.move(-1);
        assertThat(list.chosen()).isZero();
    }

    @Test
    void theScreenIsFullAndNoLineIsTooWide() {
        PickView view = new PickView(new Palette(Palette.Theme.PLAIN));
        list.filter("class");
        for (int columns : new int[] {10, 80, 200}) {
            for (int rows : new int[] {1, 5, 24}) {
                assertThat(view.draw(list, columns, rows))
                        .hasSizeLessThanOrEqualTo(rows)
                        .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(columns));
            }
        }
        assertThat(view.draw(list, 60, 9))
                .extracting(line -> line.toString().stripTrailing())
                .containsExactly(
                        "History: class",
                        "> class Point {  +2 lines",
                        "",
                        "",
                        "─".repeat(60),
                        "class Point {",
                        "    int x;",
                        "}",
                        "1 of 1 · Enter takes it, Esc leaves; words and * find");
    }
}
