package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Candidate.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenuViewTest {

    private final Palette palette = new Palette(Palette.Theme.DARK);

    private static Candidate method(String text, String detail) {
        return new Candidate(text, Kind.METHOD, detail, false);
    }

    @Test
    void overloadsStandTogetherWithTheFirstSignaturesWrittenOut() {
        List<MenuItem> items =
                MenuItem.of(List.of(method("add(", "(int)"), method("add(", "(long)"), method("add(", "(E)")));
        assertThat(items).containsExactly(new MenuItem("add(", Kind.METHOD, "(int) · (long) · 1 more", ""));
    }

    @Test
    void theCommonBeginningOfAllItemsIsFound() {
        assertThat(MenuItem.commonPrefix(MenuItem.of(List.of(method("println(", ""), method("printf(", "")))))
                .isEqualTo("print");
    }

    @Test
    void linesAreAlignedAndNeverWiderThanTheScreen() {
        List<MenuItem> items = MenuItem.of(List.of(method("a(", "x".repeat(200)), method("longer(", "y")));
        List<String> lines = new MenuView(items, palette)
                .draw(-1, 40, 10, false)
                .toString()
                .lines()
                .toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
        assertThat(lines.get(1)).isEqualTo("longer(  method  y");
        assertThat(lines.get(0)).startsWith("a(       method  xxx");
    }

    @Test
    void aLongMenuIsScrolledToTheChosenItem() {
        List<MenuItem> items = MenuItem.of(
                IntStream.range(0, 100).mapToObj(i -> method("m" + i, "")).toList());
        String menu = new MenuView(items, palette).draw(70, 80, 10, false).toString();
        assertThat(menu.lines()).hasSize(10).anyMatch(line -> line.startsWith("m70 "));
        assertThat(menu).endsWith("of 100");
    }

    @Test
    void anIncompleteAnswerSaysSo() {
        List<MenuItem> items = MenuItem.of(List.of(method("a(", "")));
        assertThat(new MenuView(items, palette).draw(-1, 80, 10, true).toString())
                .contains("may be more");
    }
}
