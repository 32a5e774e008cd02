package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PastedPromptsTest {

    @Test
    void ownPromptsAreStrippedAndResultsDropped() {
        assertThat(PastedPrompts.strip(
                        "In [1]: int f() {\n   ...:     return 1;\n   ...: }\n\nIn [2]: f()\nOut[2]: 1\n"))
                .isEqualTo("int f() {\n    return 1;\n}\n\nf()\n");
        assertThat(PastedPrompts.strip("In [12]: %px rank()\nOut[0-3:12]: 7")).isEqualTo("%px rank()\n");
    }

    @Test
    void promptsOfJshellAreStripped() {
        assertThat(PastedPrompts.strip("jshell> int f() {\n   ...>   return 1;\n   ...> }"))
                .isEqualTo("int f() {\n  return 1;\n}");
        assertThat(PastedPrompts.strip("jshell>")).isEmpty();
    }

    @Test
    void aPasteThatBeginsBehindAPromptIsStrippedToo() {
        assertThat(PastedPrompts.strip("int f() {\n   ...: return 1; }\r\n")).isEqualTo("int f() {\nreturn 1; }\r\n");
    }

    @Test
    void textWithoutPromptsStaysAsItIs() {
        String text = "Out[3]: int x = 1;\n  a[0] = 1;\nf(a...);\nIn = [1];\n";
        assertThat(PastedPrompts.strip(text)).isEqualTo(text);
        assertThat(PastedPrompts.strip("")).isEmpty();
    }
}
