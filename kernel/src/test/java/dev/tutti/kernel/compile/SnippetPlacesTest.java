package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SnippetPlacesTest {

    private static CellCompiler compiler;

    @BeforeAll
    static void open() {
        compiler = CellCompiler.open(List.of("java.util.*"), List.of());
    }

    @AfterAll
    static void close() {
        compiler.close();
    }

    /** Each snippet as its kind and what of the cell it stands for. */
    private static List<String> places(String cell) {
        return compiler.snippets(new JavaStep(cell, 0, cell.length(), OptionalInt.empty())).stream()
                .map(place -> place.kind() + " " + cell.substring(place.start(), place.end()))
                .toList();
    }

    @Test
    void expressionsStandWithoutTheirSemicolons() {
        assertThat(places("1 + 1; f(2) ;\n _ + _3"))
                .containsExactly("EXPRESSION 1 + 1", "EXPRESSION f(2)", "EXPRESSION _ + _3");
    }

    @Test
    void assignmentsStandForTheirVariables() {
        assertThat(places("x = 5; a[0] += 2; x++; x == 3"))
                .containsExactly("VARIABLE x", "OTHER a[0] += 2", "EXPRESSION x++", "EXPRESSION x == 3");
    }

    @Test
    void variablesWithAValueStandForTheirNames() {
        assertThat(places("int x = 5; var y = x; List<Map<String, Integer>> all = null; int a = 1, b = 2; int none;"))
                .containsExactly("VARIABLE x", "VARIABLE y", "VARIABLE all", "VARIABLE b", "OTHER int none");
    }

    @Test
    void whatHasNoValueIsAnythingElse() {
        assertThat(places("for (;;) {}  int f() { return 1; } record R(int n) {} import java.io.*;"))
                .extracting(place -> place.substring(0, 5))
                .containsOnly("OTHER");
    }
}
