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
    void whatJshellAnswersIsDropped() {
        assertThat(PastedPrompts.strip("jshell> int x = 10\nx ==> 10\n\njshell> int f() {\n   ...> return 1; }\n"
                        + "|  created method f()\n\njshell> f() // one\n$3 ==> 1\n\njshell> x\nx ==> 10"))
                .isEqualTo("int x = 10;\n\nint f() {\nreturn 1; }\n\nf(); // one\n\nx\n");
    }

    @Test
    void whatACellPrintedIsDropped() {
        assertThat(PastedPrompts.strip(
                        "In [1]: for (;;) {\n   ...:   go(); }\n0\n1\n\nIn [2]: !ls\na.txt\n\nIn [3]: 7"))
                .isEqualTo("for (;;) {\n  go(); }\n\n!ls\n\n7");
    }

    @Test
    void anInputWhoseOtherLinesHaveNoPromptIsWhole() {
        assertThat(PastedPrompts.strip("jshell> int f() {\n  return 1;\n}\n|  created method f()\n"))
                .isEqualTo("int f() {\n  return 1;\n}\n");
    }

    @Test
    void theFencesOfACodeBlockAreDropped() {
        assertThat(PastedPrompts.strip("```java\nint x = 1;\nx + 1\n```\n")).isEqualTo("int x = 1;\nx + 1\n");
        assertThat(PastedPrompts.strip("```\njshell> 1 + 1\n$1 ==> 2\n```")).isEqualTo("1 + 1\n");
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
