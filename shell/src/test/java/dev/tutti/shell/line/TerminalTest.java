package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line editor in a real terminal, typed into as a user does. */
class TerminalTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
    }

    private Tmux open(int columns, int rows) throws IOException {
        Tmux tmux = Tmux.trialShell(folder, "xterm-256color", columns, rows);
        tmux.untilLastLine("In [1]:");
        return tmux;
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 200})
    void aCellOfSeveralLinesIsTypedIndentedAndRun(int columns) throws IOException {
        try (Tmux tmux = open(columns, 24)) {
            tmux.type("class A {")
                    .press("Enter")
                    .type("int f() {")
                    .press("Enter")
                    .type("return 1;")
                    .press("Enter");
            tmux.type("}").press("Enter").type("}").untilLastLine("   ...: }");
            assertThat(tmux.screen()).isEqualTo("""
                In [1]: class A {
                   ...:     int f() {
                   ...:         return 1;
                   ...:     }
                   ...: }\
                """);
            tmux.press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("<1> class A {|    int f() {|        return 1;|    }|}");
        }
    }

    @Test
    void keywordsAreColouredWhileTyping() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("return 1").untilLastLine("In [1]: return 1");
            assertThat(tmux.colours()).contains("\033[35mreturn").contains("\033[36m1");
        }
    }

    @Test
    void whatDoesNotCompileIsUnderlinedWhenTypingPauses() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("Objekt o").untilColours("\033[4m\033[31mObjekt");
            tmux.press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.colours()).doesNotContain("\033[4m");
        }
    }

    @Test
    void aLineLongerThanTheWindowWrapsAndSurvivesAResize() throws IOException {
        String sum = "1 + ".repeat(30) + "1";
        try (Tmux tmux = open(60, 12)) {
            tmux.type(sum).until(screen -> screen.endsWith("1 + 1"));
            tmux.resize(200, 30).type(" + 2").until(screen -> screen.endsWith("1 + 2"));
            tmux.resize(50, 8).type(" + 3").until(screen -> screen.endsWith("2 + 3"));
            tmux.press("Enter").until(screen -> screen.contains("<1> " + sum + " + 2 + 3"));
        }
    }

    @Test
    void aPastedTranscriptLosesItsPromptsAndResults() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.paste("In [1]: for (;;) {\n   ...:     f();\n   ...: }\nOut[1]: 3\n")
                    .untilLastLine("   ...: }");
            tmux.press("Enter").until(screen -> screen.contains("<1> for (;;) {|    f();|}"));
        }
    }

    @Test
    void ctrlCDropsTheLineAndCtrlDLeaves() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("abc").press("C-c").until(screen -> screen.endsWith("In [1]: abc^C\nIn [1]:"));
            tmux.press("C-d").untilEnded();
        }
    }

    @Test
    void whatLiesBetweenMarkAndCursorIsCopiedOrCut() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("ab").press("C-Space").type("cd").press("M-w", "C-a", "C-y");
            tmux.untilLastLine("In [1]: cdabcd");
            tmux.press("C-Space", "C-e", "M-k").untilLastLine("In [1]: cd");
        }
    }

    @Test
    void whatShiftSelectsIsShownAndReplaced() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("one two").press("S-Left", "S-Left").untilColours("t\033[7mwo");
            tmux.press("C-S-Left").untilColours("one \033[7mtwo");
            tmux.type("3").untilLastLine("In [1]: one 3");
            assertThat(tmux.colours()).doesNotContain("\033[7m");
            tmux.press("S-Home").untilColours("\033[7m");
            tmux.press("Right", "C-o").type("x").press("S-Up", "Tab").untilLastLine("   ...:     x");
            assertThat(tmux.screen()).isEqualTo("In [1]:     one 3\n   ...:     x");
            tmux.press("BTab").untilLastLine("   ...: x");
            tmux.press("Down", "Enter").until(screen -> screen.contains("<1> one 3|x"));
        }
    }

    @Test
    void ctrlRFindsACellByItsSecondLine() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("class A {")
                    .press("Enter")
                    .type("int needle;")
                    .press("Enter")
                    .type("}")
                    .press("Enter");
            tmux.untilLastLine("In [2]:");
            tmux.press("C-r").type("needle").until(screen -> screen.endsWith("bck-i-search: needle_"));
            tmux.press("Enter").until(screen -> screen.contains("<2> class A {|    int needle;|}"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 200})
    void thePickerFillsTheScreenAndGivesItBack(int columns) throws IOException {
        try (Tmux tmux = open(columns, 24)) {
            tmux.type("class A {")
                    .press("Enter")
                    .type("int needle;")
                    .press("Enter")
                    .type("}")
                    .press("Enter");
            tmux.untilLastLine("In [2]:");
            tmux.type("int other;").press("Enter").untilLastLine("In [3]:");
            String before = tmux.screen();
            tmux.press("C-x", "C-r")
                    .until(screen -> screen.startsWith("History:\n> int other;\n  class A {  +2 lines"));
            tmux.type("need")
                    .until(screen -> screen.startsWith("History: need\n> class A {") && screen.contains("\n}\n"));
            tmux.press("Escape").untilLastLine("In [3]:");
            assertThat(tmux.screen()).isEqualTo(before);
            tmux.press("F3").until(screen -> screen.startsWith("History:"));
            tmux.resize(columns - 20, 18)
                    .press("Down")
                    .until(screen -> screen.startsWith("History:\n  int other;\n> class A {"));
            tmux.press("Enter").untilLastLine("   ...: }");
            tmux.press("Enter").until(screen -> screen.contains("<3> class A {|    int needle;|}"));
        }
    }

    @Test
    void tabShowsTheMenuWithKindsAndSignaturesAndTheMenuGoesAway() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("pri").press("Tab").until(screen -> screen.endsWith("""
                In [1]: print
                println(  method  void println(String x) · void println(int x) · 1 more
                printf(   method  PrintStream printf(String format, Object... args)\
                """));
            tmux.press("Tab").until(screen -> screen.endsWith("""
                printf(   method  PrintStream printf(String format, Object... args)
                void PrintStream.println(String x)
                Prints a String and then terminates the line.\
                """));
            tmux.press("Down").until(screen -> screen.endsWith("Object... args)"));
            tmux.press("Up").press("Enter").untilLastLine("In [1]: println(");
            tmux.press("Tab").until(screen -> screen.contains("void PrintStream.println(String x)"));
            tmux.press("Tab").until(screen -> screen.contains("Parameters:"));
            tmux.type("1)").untilLastLine("In [1]: println(1)");
        }
    }

    @Test
    void theSignaturesOfACallStayWhileItsArgumentsAreTyped() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("println(").press("Tab").until(screen -> screen.contains("Tab: documentation"));
            tmux.untilColours("[1;4mString x");
            tmux.type("max(1, 2)").until(screen -> screen.endsWith("""
                In [1]: println(max(1, 2)
                void PrintStream.println(String x)
                void PrintStream.println(int x)\
                """));
            tmux.type(")").untilLastLine("In [1]: println(max(1, 2))");
            tmux.press("Enter").until(screen -> screen.contains("<1> println(max(1, 2))"));
            tmux.type("println(").press("Tab").until(screen -> screen.contains("Tab: documentation"));
            tmux.press("C-g").untilLastLine("In [2]: println(max(1, 2))"); // the suggestion is back
        }
    }

    @Test
    void whatIsPrintedFromElsewhereStandsAboveThePromptAndWhatIsTyped() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("above").press("Enter").until(screen -> screen.contains("a line from elsewhere"));
            tmux.type("typed").untilLastLine("In [2]: typed");
            assertThat(tmux.screen()).contains("<1> above\na line from elsewhere\nIn [2]: typed");
        }
    }

    @Test
    void aKilledShellLosesNoCell() throws IOException {
        try (Tmux tmux = open(80, 24)) {
            tmux.type("int kept = 1;").press("Enter").untilLastLine("In [2]:");
            tmux.type("{").press("Enter").type("}").press("Enter").untilLastLine("In [3]:");
            tmux.kill();
            tmux.untilEnded();
        }
        assertThat(Files.readAllLines(folder.resolve("history")))
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactly("int kept = 1;", "{\\n}");
        try (Tmux tmux = open(80, 24)) {
            tmux.press("Up").untilLastLine("   ...: }");
            tmux.press("C-c").untilLastLine("In [1]:");
            tmux.type("int").press("Up").untilLastLine("In [1]: int kept = 1;");
        }
    }

    @Test
    void aPlainTerminalGetsLinesWithoutEscapeSequences() throws IOException {
        try (Tmux tmux = Tmux.trialShell(folder, "dumb", 80, 24)) {
            tmux.untilLastLine("In [1]:");
            tmux.type("class A {").press("Enter").untilLastLine("   ...:");
            tmux.press("C-c").untilLastLine("In [1]:");
            tmux.type("class B {").press("Enter").type("}").press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("<1> class B {|}");
            tmux.press("C-d").untilEnded();
        }
    }

    @Test
    void aTerminalOfATypeWithoutDescriptionStillReads() throws IOException {
        try (Tmux tmux = Tmux.trialShell(folder, "no-such-terminal", 80, 24)) {
            tmux.until(screen -> screen.contains("In [1]:"));
            tmux.type("1 + 1").press("Enter").until(screen -> screen.contains("<1> 1 + 1"));
        }
    }

    @Test
    void theEditorWorksBeforeTheKernelIsReady() throws IOException {
        try (Tmux tmux = Tmux.trialShell(folder, "tmux-256color", 80, 24, "never")) {
            tmux.untilLastLine("In [1]:");
            tmux.type("f(").press("Tab").until(screen -> screen.contains("still starting"));
            tmux.type("1").press("Enter").type(")").press("Enter").until(screen -> screen.contains("<1> f(1|)"));
        }
    }
}
