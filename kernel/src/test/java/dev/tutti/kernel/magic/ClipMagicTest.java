package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A value's text as it goes into the clipboard. */
final class ClipMagicTest {

    @Test
    void aTextIsTakenOutOfItsLiteral() {
        assertThat(ClipMagic.unquoted("\"a\\tb\\\"c\\\"\\n\\\\u0041\\u0007\"")).isEqualTo("a\tb\"c\"\n\\u0041\u0007");
    }

    @Test
    void anythingElseIsTakenAsItIsShown() {
        assertThat(ClipMagic.unquoted("[\"a\", \"b\"]")).isEqualTo("[\"a\", \"b\"]");
        assertThat(ClipMagic.unquoted("\"")).isEqualTo("\"");
    }
}
