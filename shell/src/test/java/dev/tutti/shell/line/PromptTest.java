package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final PromptFacts FACTS = new PromptFacts(12, 4, "0-3", Duration.ofMillis(2340));

    private static Prompt of(String left, String right) {
        return Prompt.of(new PromptTemplate(left), new PromptTemplate(right), FACTS);
    }

    @Test
    void theUsualOneHasTheNumberAndAContinuationOfItsWidth() {
        Prompt prompt = of(Prompt.USUAL, "");
        assertThat(prompt.text())
                .isEqualTo("In [12]: ")
                .isEqualTo(Prompt.usual(12).text());
        assertThat(prompt.continuation()).isEqualTo("    ...: ");
        assertThat(prompt.styledRight(new Palette(Palette.Theme.DARK)).length()).isZero();
    }

    @Test
    void factsAreFilledInWhereTheUserWantsThem() {
        assertThat(of("{engines} at {targets}> ", "{seconds} s, cell {cell}"))
                .satisfies(prompt -> assertThat(prompt.text()).isEqualTo("4 at 0-3> "))
                .satisfies(prompt -> assertThat(prompt.styledRight(new Palette(Palette.Theme.DARK))
                                .toString())
                        .isEqualTo("2.3 s, cell 12"));
    }

    @Test
    void whatIsNoFactIsText() {
        assertThat(of("{}{nope} {", "").text()).isEqualTo("{}{nope} {");
    }

    @Test
    void aShortPromptIsContinuedWithBlanks() {
        assertThat(of("> ", "").continuation()).isEqualTo("  ");
    }

    @Test
    void theNumberIsSetOff() {
        Palette palette = new Palette(Palette.Theme.DARK);
        assertThat(of("{cell} > ", "").styled(palette).styleAt(0)).isEqualTo(palette.promptNumber());
        assertThat(of("{cell} > ", "").styled(palette).styleAt(2)).isEqualTo(palette.prompt());
    }
}
