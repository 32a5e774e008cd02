package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.cell.Rewrite;
import dev.tutti.kernel.compile.Surrounding;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code becomes the body of a lambda that gives its value, if it has one. */
final class MeasuredCodeTest {

    private static final String CAST = "(dev.tutti.client.TimeIt.Code) ";

    private static String lambda(String code) throws MagicException {
        CodeArgument argument =
                new CodeArgument(code, 0, code.length(), new CodeArgument.Call(0, code.length()), (_, _) -> List.of());
        String text = put(code, MeasuredCode.argument(argument, "m("));
        return text.substring("m(".length(), text.length() - 1);
    }

    /** As the compiler's room does it, which also drops semicolons at the end. */
    private static String put(String code, Surrounding around) {
        StringBuilder text = new StringBuilder(code);
        around.inside().stream()
                .sorted(Comparator.comparingInt(Rewrite::start).reversed())
                .forEach(insertion -> text.insert(insertion.start(), insertion.java()));
        return around.before() + text.toString().replaceFirst("[;\\s]*$", "") + around.after();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1                        | () -> 1 + 1",
                "f(() -> { a(); b(); }, 2);   | () -> f(() -> { a(); b(); }, 2)",
                "x = 3                        | () -> x = 3",
                "new int[] {1, 2}             | () -> new int[] {1, 2}",
                "List.of(1)                   | () -> List.of(1)",
                "switch (x) { default -> 1; } | () -> switch (x) { default -> 1; }",
            })
    void anExpressionStaysOne(String code, String lambda) throws MagicException {
        assertThat(lambda(code)).isEqualTo(lambda);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int s = 0; s                              | () -> { int s = 0; return s; }",
                "for (int i = 0; i < 3; i++) f(i); g()     | () -> { for (int i = 0; i < 3; i++) f(i); return g(); }",
                "for (int i : a) { f(i); } s               | () -> { for (int i : a) { f(i); } return s; }",
                "if (a) { return 1; } return 2;            | () -> { if (a) { return 1; } return 2; }",
            })
    void theLastExpressionOfStatementsIsReturned(String code, String lambda) throws MagicException {
        assertThat(lambda(code)).isEqualTo(lambda);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(); g();                            | () -> { f(); g(); }",
                "for (int i = 0; i < 3; i++) { f(); } | () -> { for (int i = 0; i < 3; i++) { f(); } }",
                "int x = 3                            | () -> { int x = 3; }",
                "List<String> x = f()                 | () -> { List<String> x = f(); }",
                "throw new Error()                    | () -> { throw new Error(); }",
                "if (a) { f(); } else { g(); }        | () -> { if (a) { f(); } else { g(); } }",
            })
    void statementsAloneGiveNothing(String code, String lambda) throws MagicException {
        assertThat(lambda(code)).isEqualTo(CAST + lambda);
    }

    @Test
    void aPreparationRunsOnceAroundIt() {
        String cell = "int k = 3;\nk + 1";
        CodeArgument argument =
                new CodeArgument("k + 1", 11, 16, new CodeArgument.Call(0, 10, "int k = 3;", 0), (_, _) -> List.of());
        assertThat(put(cell, MeasuredCode.prepared(argument, "p(", "c(")))
                .isEqualTo("p(() -> { int k = 3;\n; return c(() -> k + 1); })");
    }
}
