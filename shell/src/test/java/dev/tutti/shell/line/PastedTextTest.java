package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedTextTest {

    @Test
    void promptsResultsAndTheLastLineEndAreLeftOut() {
        assertThat(PastedText.clean("In [1]: f()\r\nOut[1]: 3\r\nIn [2]: {\r\n   ...: }\r\n"))
                .isEqualTo("f();\n{\n}");
        assertThat(PastedText.clean("jshell> int x = 1\n   ...> + 2\n")).isEqualTo("int x = 1\n+ 2");
    }

    @Test
    void controlCharactersAreLeftOutButTabsStay() {
        assertThat(PastedText.clean("\033[31ma\tb\0\007")).isEqualTo("[31ma\tb");
    }
}
