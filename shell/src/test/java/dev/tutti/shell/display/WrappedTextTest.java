package dev.tutti.shell.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sentences that are longer than the display. */
final class WrappedTextTest {

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(WrappedText.of("one  two", 8)).isEqualTo("one  two");
    }

    @Test
    void aLongLineIsBrokenAtBlanks() {
        assertThat(WrappedText.of("one two three four", 9)).isEqualTo("one two\nthree\nfour");
    }

    @Test
    void whatFollowsIsIndentedAlike() {
        assertThat(WrappedText.of("    one two three", 11)).isEqualTo("    one two\n    three");
    }

    @Test
    void aWordLongerThanALineIsLeftWhole() {
        assertThat(WrappedText.of("see https://example.org/a now", 10)).isEqualTo("see\nhttps://example.org/a\nnow");
        assertThat(WrappedText.of("    https://example.org/a", 10)).isEqualTo("    https://example.org/a");
    }

    @Test
    void stylesTakeNoRoom() {
        assertThat(WrappedText.of("\033[31mone two\033[0m three", 13)).isEqualTo("\033[31mone two\033[0m three");
        assertThat(WrappedText.of("\033[31mone two three\033[0m", 7)).isEqualTo("\033[31mone two\nthree\033[0m");
    }
}
