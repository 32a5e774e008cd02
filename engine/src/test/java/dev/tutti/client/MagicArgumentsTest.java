package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MagicArgumentsTest {

    private enum Colour {
        RED,
        GREEN
    }

    private record Options(
            @MagicOption(initial = "1") int times,
            boolean loud,
            @MagicOption(initial = "red") Colour colour,
            List<String> names,
            String body) {}

    private record Needy(double factor) {}

    private static Options read(String line) {
        return MagicArguments.of(Options.class, line, "below");
    }

    @Test
    void whatIsNotGivenHasItsInitialValue() {
        assertThat(read("")).isEqualTo(new Options(1, false, Colour.RED, List.of(), "below"));
    }

    @Test
    void optionsAndWordsMayBeMixed() {
        assertThat(read("Ada --times 3 'Grace H.' --colour=green --loud"))
                .isEqualTo(new Options(3, true, Colour.GREEN, List.of("Ada", "Grace H."), "below"));
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithWhatIsPossible() {
        assertThatThrownBy(() -> read("--times many")).hasMessage("--times cannot be 'many': it is of type int.");
        assertThatThrownBy(() -> read("--colour blue"))
                .hasMessage("--colour cannot be 'blue': it is one of RED, GREEN.");
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> MagicArguments.of(Needy.class, "--factr 2", ""))
                .hasMessage("There is no option --factr, only: --factor double.");
        assertThatThrownBy(() -> MagicArguments.of(Needy.class, "word", ""))
                .hasMessage("'word' is none of its options: --factor double.");
    }

    @Test
    void whatMustBeGivenIsAskedFor() {
        assertThatThrownBy(() -> MagicArguments.of(Needy.class, "", "")).hasMessage("It needs --factor double.");
        assertThatThrownBy(() -> MagicArguments.of(Needy.class, "--factor", ""))
                .hasMessage("--factor needs a value behind it.");
    }
}
