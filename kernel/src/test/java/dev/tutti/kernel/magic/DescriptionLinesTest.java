package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class DescriptionLinesTest {

    @Test
    void whatWasBrokenForItsLengthIsOneLine() {
        CommandSpec spec = CommandSpec.create();
        String lengthy = "A line that is so long that it had to be broken somewhere in the";
        spec.usageMessage().description(lengthy, "source, though not here.", "Short.", "  indented");
        spec.addOption(OptionSpec.builder("-b").description(lengthy, "source").build());
        spec.addOption(OptionSpec.builder("-a").description("one", "two").build());
        DescriptionLines.reflow(spec);
        assertThat(spec.usageMessage().description())
                .containsExactly(lengthy + " source, though not here.", "Short.", "  indented");
        assertThat(spec.options()).extracting(option -> option.names()[0]).containsExactly("-b", "-a");
        assertThat(spec.options().getFirst().description()).containsExactly(lengthy + " source");
        assertThat(spec.options().getLast().description()).containsExactly("one", "two");
    }
}
