package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "// c", "/* c */"})
    void blanksAndCommentsAreEmpty(String java) {
        assertThat(JavaShape.of(java)).isEqualTo(JavaShape.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(",
                "{",
                "int[] a = {1, 2",
                "x =",
                "x +",
                "a.",
                "f(a,",
                "/* c",
                "\"\"\"\nabc",
                "if (x)",
                "for (;;)",
                "while (true)",
                "else",
                "new",
                "x ->",
                "public static",
                "int",
                "int f()",
                "void f(int a)",
                "class A",
                "record P(int x)",
                "enum E",
                "@Override",
                "@Named(\"x\")",
                "int[] f()",
                "class A extends B",
                "String::",
                "a ? b :"
            })
    void whatLacksItsEndIsOpen(String java) {
        assertThat(JavaShape.of(java)).isEqualTo(JavaShape.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1 + 1",
                "int x = 5",
                "int x = 5;",
                "x++",
                "f()",
                "a.f(b)",
                "new Foo()",
                "List<String>",
                "class A {}",
                "int f() { return 1; }",
                "import java.util.*",
                "String.class",
                "return",
                "f(x); // {",
                "\"{\"",
                "'{'",
                "\"\"\"\n{\n\"\"\"",
                "if (x) { }",
                "x /* ( */"
            })
    void whatMayEndIsClosed(String java) {
        assertThat(JavaShape.of(java)).isEqualTo(JavaShape.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc", "'", "}", ")", "( ]", "#", "f(\"abc)"})
    void whatNothingCanMendIsBroken(String java) {
        assertThat(JavaShape.of(java)).isEqualTo(JavaShape.BROKEN);
    }
}
