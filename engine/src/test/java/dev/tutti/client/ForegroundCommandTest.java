package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForegroundCommandTest {

    @Test
    void aSingleProgramTakesThePlaceOfTheShell() {
        assertThat(ForegroundCommand.of("sh -c 'a' \"b\"", "/nowhere:/bin")).isEqualTo("exec sh -c 'a' \"b\"");
        assertThat(ForegroundCommand.of("./run.sh", "")).isEqualTo("exec ./run.sh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh; ls", "sh | cat", "sh &", "(sh)", "A=1 sh", "export A", "sh > file", "sh $(ls)"})
    void anythingElseStaysWithTheShell(String command) {
        assertThat(ForegroundCommand.of(command, "/bin")).isEqualTo(command);
    }
}
