package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredAboveTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int n = 1;",
                "var n = !ls",
                "List<String> n;",
                "int[] n = {};",
                "int a, n = 2;",
                "int n(int k) { return k; }",
                "final String n"
            })
    void aDeclarationOfTheNameIsSeen(String java) {
        assertThat(DeclaredAbove.declares(java, "n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"n = 1;", "f(n -> n + 1);", "{ int n = 1; }", "String s = \"int n = 1;\";", "// int n = 1;"})
    void whatOnlyUsesTheNameDeclaresNothing(String java) {
        assertThat(DeclaredAbove.declares(java, "n")).isFalse();
    }
}
