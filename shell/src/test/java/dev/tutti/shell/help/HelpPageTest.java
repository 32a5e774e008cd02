package dev.tutti.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.magic.FoundSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpPageTest {

    private static List<String> page(List<Documentation> known, Optional<FoundSource> source) {
        return HelpPage.of("x", known, source, 60).stream()
                .map(StyledLine::text)
                .toList();
    }

    @Test
    void overloadsThatShareACommentStandTogether() {
        List<Documentation> known = List.of(
                new Documentation("int f(int a)", "Does it.", -1),
                new Documentation("int f(long a)", "Does it.", -1),
                new Documentation("int f()", "", -1));
        assertThat(page(known, Optional.empty()))
                .containsExactly("int f(int a)", "int f(long a)", "", "Does it.", "", "int f()");
    }

    @Test
    void theSourceStandsBelowAsItIs() {
        assertThat(page(
                        List.of(new Documentation("int x", "", -1)),
                        Optional.of(FoundSource.written("int x =\n    1;\n"))))
                .containsExactly("int x", "", "Source:", "int x =", "    1;");
    }

    @Test
    void whatADecompilerHasGuessedIsCalledSo() {
        assertThat(page(List.of(), Optional.of(new FoundSource("int x;", Optional.of("a-1.0.jar")))))
                .containsExactly("Decompiled (there are no sources of a-1.0.jar):", "int x;");
    }

    @Test
    void longSignaturesWrapIndented() {
        Documentation known = new Documentation("void f(%s)".formatted("String aLongName, ".repeat(5)), "", -1);
        assertThat(page(List.of(known), Optional.empty()))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60))
                .last()
                .asString()
                .startsWith("        ");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(page(List.of(), Optional.empty())).first().asString().startsWith("Nothing is known about x.");
    }
}
