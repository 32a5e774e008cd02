package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
        "as, asList, PREFIX",
        "aslist, asList, PREFIX_IGNORING_CASE",
        "gOD, getOrDefault, HUMPS",
        "getOD, getOrDefault, HUMPS",
        "god, getOrDefault, HUMPS",
        "pln, println, NONE",
        "sqr, isqrt, WITHIN",
        "MAXV, MAX_VALUE, HUMPS",
        "x, getOrDefault, NONE",
        "OD, getOrDefault, NONE",
    })
    void aNameMatchesAsWellAsItLooks(String typed, String name, NameMatch expected) {
        assertThat(NameMatch.of(typed, name)).isEqualTo(expected);
    }

    @Test
    void aBetterMatchComesFirst() {
        assertThat(NameMatch.PREFIX).isLessThan(NameMatch.HUMPS);
    }
}
