package dev.tutti.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs and cells read from a real terminal, and that they give it back. */
final class TerminalProgramsTest {

    @TempDir
    private Path home;

    private Tmux tmux;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
        tmux = WholeShell.open(home, 80, "-n", "2");
        tmux.untilLastLine("In [1]:");
    }

    @AfterEach
    void close() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
    }

    private void cell(String text) throws IOException {
        tmux.type(text).press("Enter");
    }

    @Test
    void aCommandHasTheTerminalUnlessItsOutputIsKept() throws IOException {
        cell("!test -t 0 && test -t 1 && echo both are");
        tmux.untilLastLine("In [2]:");
        assertThat(tmux.screen()).contains("\nboth are\n");
        cell("var kept = !test -t 1 || echo none");
        tmux.untilLastLine("In [3]:");
        cell("kept");
        tmux.until(screen -> screen.contains("[\"none\"]"));
        tmux.untilLastLine("In [4]:");
        tmux.type("%%capture c").press("Enter").type("!test -t 1 || echo none").press("Enter", "Enter");
        tmux.untilLastLine("In [5]:");
        cell("c.stdout()");
        tmux.until(screen -> screen.contains("Out[5]: \"none\\n\""));
    }

    @Test
    void whatIsTypedIsForTheCommandUntilItEnds() throws IOException {
        cell("!echo ready; cat");
        tmux.until(screen -> screen.endsWith("\nready"));
        tmux.type("to cat").press("Enter").until(screen -> screen.contains("to cat\nto cat"));
        tmux.press("C-d").untilLastLine("In [2]:");
        cell("1 + 1");
        tmux.until(screen -> screen.contains("Out[2]: 2"));
    }

    @Test
    void controlCGoesToTheCommandWhichMayMakeSomethingOfIt() throws IOException {
        cell("!trap 'echo heard; exit 0' INT; echo ready; while :; do sleep 1; done");
        tmux.until(screen -> screen.endsWith("\nready"));
        tmux.press("C-c").untilLastLine("In [2]:");
        assertThat(tmux.screen()).contains("heard").doesNotContain("stopped");
        cell("!echo going; sleep 600");
        tmux.until(screen -> screen.endsWith("\ngoing"));
        tmux.press("C-c").untilLastLine("In [3]:");
    }

    @Test
    void thePromptStandsOnALineOfItsOwnBehindAnyCommand() throws IOException {
        cell("!printf abc");
        tmux.untilLastLine("In [2]:");
        assertThat(tmux.screen()).endsWith("!printf abc\nabc\nIn [2]:");
    }

    @Test
    void aCommandThatLeavesTheTerminalInDisorderDoesNoHarm() throws IOException {
        cell("!stty -echo raw");
        tmux.untilLastLine("In [2]:");
        cell("System.out.println(\"ready\"); new Scanner(System.in).nextLine()");
        tmux.until(screen -> screen.endsWith("\nready"));
        tmux.type("seen").press("Enter").untilLastLine("In [3]:");
        assertThat(tmux.screen()).contains("\nseen\nOut[2]: \"seen\"");
    }

    @Test
    void whatIsTypedAfterAnInterruptedReadIsForThePromptAndTheNextRead() throws IOException {
        cell("System.out.println(\"ready\"); new Scanner(System.in).nextLine()");
        tmux.until(screen -> screen.endsWith("\nready"));
        tmux.press("C-c").untilLastLine("In [2]:");
        cell("40 + 2");
        tmux.until(screen -> screen.contains("Out[2]: 42"));
        tmux.untilLastLine("In [3]:");
        cell("System.out.println(\"set\"); new Scanner(System.in).nextLine()");
        tmux.until(screen -> screen.endsWith("\nset"));
        tmux.type("go").press("Enter").until(screen -> screen.contains("Out[3]: \"go\""));
    }

    @Test
    void controlDEndsTheInputOfOneReadOnly() throws IOException {
        cell("System.out.println(\"ready\"); System.in.read()");
        tmux.until(screen -> screen.endsWith("\nready"));
        tmux.press("C-d").until(screen -> screen.contains("Out[1]: -1"));
        tmux.untilLastLine("In [2]:");
        cell("System.out.println(\"set\"); new Scanner(System.in).nextLine()");
        tmux.until(screen -> screen.endsWith("\nset"));
        tmux.type("go").press("Enter").until(screen -> screen.contains("Out[2]: \"go\""));
    }

    @Test
    void aPasswordIsNotShownWhileItIsTyped() throws IOException {
        cell("Shell.readPassword(\"Who? \").length()");
        tmux.until(screen -> screen.endsWith("Who?"));
        tmux.type("secret").press("Enter").untilLastLine("In [2]:");
        assertThat(tmux.screen()).contains("Out[1]: 6").doesNotContain("secret");
        cell("System.out.println(\"ready\"); new Scanner(System.in).nextLine()");
        tmux.until(screen -> screen.endsWith("\nready"));
        tmux.type("seen").press("Enter").untilLastLine("In [3]:");
        assertThat(tmux.screen()).contains("\nseen\nOut[2]: \"seen\"");
    }
}
