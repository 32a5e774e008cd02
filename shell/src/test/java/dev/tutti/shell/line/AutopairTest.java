package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutopairTest {

    /** The text with its cursor at the bar, after the key. */
    private static String after(String text, char key) {
        int cursor = text.indexOf('|');
        String plain = text.replace("|", "");
        Optional<Autopair.Typed> typed = Autopair.typed(plain, cursor, key);
        String insert = typed.map(Autopair.Typed::insert).orElse("" + key);
        int to = cursor + typed.map(Autopair.Typed::forward).orElse(1);
        String changed = plain.substring(0, cursor) + insert + plain.substring(cursor);
        return changed.substring(0, to) + "|" + changed.substring(to);
    }

    @Test
    void anOpeningBracketBringsItsPartner() {
        assertThat(after("f|", '(')).isEqualTo("f(|)");
        assertThat(after("int[] a = |", '{')).isEqualTo("int[] a = {|}");
    }

    @Test
    void theClosingOneStepsOverItsPartner() {
        assertThat(after("f(x|)", ')')).isEqualTo("f(x)|");
    }

    @Test
    void beforeAWordABracketStaysAlone() {
        assertThat(after("|x + 1", '(')).isEqualTo("(|x + 1");
    }

    @Test
    void quotesComeInPairsAndAreSteppedOver() {
        assertThat(after("var s = |", '"')).isEqualTo("var s = \"|\"");
        assertThat(after("var s = \"a|\"", '"')).isEqualTo("var s = \"a\"|");
    }

    @Test
    void anEscapedQuoteIsTyped() {
        assertThat(after("\"a\\|\"", '"')).isEqualTo("\"a\\\"|\"");
    }

    @Test
    void theThirdQuoteOfATextBlockStaysAlone() {
        assertThat(after("\"\"|", '"')).isEqualTo("\"\"\"|");
    }

    @Test
    void literalsAndCommentsAreLeftAlone() {
        assertThat(after("\"see |", '(')).isEqualTo("\"see (|");
        assertThat(after("// it|", '\'')).isEqualTo("// it'|");
    }

    @Test
    void anEmptyPairGoesAsAWhole() {
        assertThat(Autopair.isInEmptyPair("f()", 2)).isTrue();
        assertThat(Autopair.isInEmptyPair("f(x)", 2)).isFalse();
        assertThat(Autopair.isInEmptyPair("f)", 1)).isFalse();
    }
}
