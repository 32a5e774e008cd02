package dev.tutti.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*k+*, int k+1, true",
        "k?1, k+1, true",
        "k?1, k1, false",
        "[a-c]1, b1, true",
        "[^a-c]1, b1, false",
        "a[, a[, true",
        "*.map(*, list.map(f), true",
        "*.map(*, listXmap(f), false"
    })
    void itReadsPatternsAsTheDatabaseDoes(String glob, String text, boolean matches) {
        assertThat(Glob.of(glob).matches(text)).isEqualTo(matches);
    }
}
