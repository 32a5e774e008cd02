package dev.tutti.engine.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.RenderLimits;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits behind the point, as many as are wanted. */
final class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.6666666, 3, 0.667",
        "2, 0, 2",
        "1e-9, 2, 1.00e-09",
        "0, 2, 0.00",
        "1e20, 1, 1.0e+20",
        "-0.5, 2, -0.50",
        "NaN, 2, NaN",
        "0.6666666, -1, 0.6666666",
    })
    void aFractionHasTheDigitsThatAreWanted(double number, int digits, String text) {
        assertThat(Numbers.text(number, digits)).isEqualTo(text);
    }

    @Test
    void wholeNumbersKeepAllTheirs() {
        assertThat(Numbers.text(12_345, 1)).isEqualTo("12345");
        assertThat(Numbers.text(new BigDecimal("1.25"), 1)).isEqualTo("1.2");
        assertThat(Numbers.text(new BigDecimal("1.25"), RenderLimits.ALL_DIGITS))
                .isEqualTo("1.25");
    }
}
