package dev.tutti.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.StreamKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProcessOutputTest {

    private final StringBuilder passedOn = new StringBuilder();

    @Test
    void theJvmsNotesOnVariablesAreNoNews() {
        ProcessOutput output =
                read("Picked up JAVA_TOOL_OPTIONS: -Dx=y\nNOTE: Picked up JDK_JAVA_OPTIONS: -ea\nreal\n");

        assertThat(passedOn).hasToString("real\n");
        assertThat(output.tail()).isEqualTo("real\n");
    }

    @Test
    void laterTextIsNotTouched() {
        read("first\nPicked up a pencil\n");

        assertThat(passedOn).hasToString("first\nPicked up a pencil\n");
    }

    @Test
    void theEndOfMuchTextIsKept() {
        ProcessOutput output = read("a".repeat(100_000) + "the end");

        assertThat(passedOn).hasSize(100_007);
        assertThat(output.tail()).hasSize(4096).endsWith("the end");
    }

    private ProcessOutput read(String text) {
        ProcessOutput output = new ProcessOutput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                StreamKind.STDERR,
                (_, part) -> passedOn.append(part));
        output.run();
        return output;
    }
}
