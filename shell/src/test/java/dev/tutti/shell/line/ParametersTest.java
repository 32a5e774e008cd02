package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Documentation;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    private final Palette palette = new Palette(Palette.Theme.PLAIN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int Math.max(int a, int b)                          | 0 | int a",
                "int Math.max(int a, int b)                          | 1 | int b",
                "int Math.max(int a, int b)                          | 2 | none",
                "int String.length()                                 | 0 | none",
                "java.lang.Math                                      | 0 | none",
                "String String.format(String format, Object... args) | 1 | Object... args",
                "String String.format(String format, Object... args) | 4 | Object... args",
                "void f(Map<String, List<Long>> map, int[] more)     | 0 | Map<String, List<Long>> map",
                "void f(Map<String, List<Long>> map, int[] more)     | 1 | int[] more",
            })
    void theParameterThatTakesAnArgumentIsFound(String signature, int argument, String expected) {
        Parameters parameters = Parameters.of(signature);
        int index = parameters.taking(argument);
        String found = index < 0
                ? "none"
                : signature.substring(
                        parameters.parts().get(index).start(),
                        parameters.parts().get(index).end());
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void thatParameterIsBoldAndUnderlined() {
        AttributedString signature =
                new DocumentationView(palette, 80).signature(new Documentation("int Math.max(int a, int b)", "", 1));
        for (int i = 0; i < signature.length(); i++) {
            boolean active = i >= "int Math.max(int a, ".length() && i < signature.length() - 1;
            assertThat(signature.styleAt(i).equals(palette.active()))
                    .as("at " + i)
                    .isEqualTo(active);
        }
    }

    @Test
    void aSignatureWithTooFewParametersIsDimmed() {
        AttributedString signature =
                new DocumentationView(palette, 80).signature(new Documentation("void f(int a)", "", 1));
        assertThat(signature.styleAt(0)).isEqualTo(palette.dim());
    }
}
