package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArgumentWordsTest {

    @Test
    void blanksSeparateWords() {
        assertThat(ArgumentWords.of("  -t 0-3\t x "))
                .extracting(ArgumentWords.Word::text)
                .containsExactly("-t", "0-3", "x");
    }

    @Test
    void quotesKeepAWordTogether() {
        assertThat(ArgumentWords.of("\"a b\" 'c \"d' e\"f g\"h \"i\\\"j\""))
                .extracting(ArgumentWords.Word::text)
                .containsExactly("a b", "c \"d", "ef gh", "i\"j");
    }

    @Test
    void wordsKnowTheirPlace() {
        ArgumentWords.Word word = ArgumentWords.of("  'a b'  c").getFirst();
        assertThat(word).isEqualTo(new ArgumentWords.Word("a b", 2, 7, true));
    }

    @Test
    void anOpenQuoteGoesToTheEnd() {
        assertThat(ArgumentWords.of("'a b")).containsExactly(new ArgumentWords.Word("a b", 0, 4, false));
    }
}
