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

/** What is typed in one go with the Enter before it, when the prompt still has the terminal. */
final class TypedAheadTest {

    @TempDir
    private Path home;

    private Tmux tmux;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
        tmux = WholeShell.open(home, 80, "-n", "0");
        tmux.untilLastLine("In [1]:");
    }

    @AfterEach
    void close() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
    }

    @Test
    void controlCJustBehindEnterKeepsTheCellFromRunning() throws IOException {
        tmux.press("while (true);", "Enter", "C-c");
        tmux.until(screen -> screen.endsWith("In [1]: while (true);^C\nIn [1]:"));
        tmux.press("Up").untilLastLine("In [1]: while (true);");
        tmux.press("C-c").untilLastLine("In [1]:");
        tmux.press("while (true);", "Enter", "C-c", "1 + 1", "Enter");
        tmux.until(screen -> screen.contains("Out[1]: 2"));
    }

    @Test
    void cellsTypedInOneGoRunOneAfterTheOther() throws IOException {
        tmux.press("20 + 1", "Enter", "_ * 2", "Enter", "{", "Enter", "}", "Enter", "_2 + 1", "Enter");
        tmux.until(screen -> screen.contains("Out[4]: 43"));
        assertThat(tmux.screen()).contains("Out[1]: 21", "Out[2]: 42");
    }

    @Test
    void aCellReadsTheLinesTypedBehindIt() throws IOException {
        tmux.press("var in = new Scanner(System.in)", "Enter", "in.nextLine() + in.nextLine()", "Enter");
        tmux.press("one", "Enter", "two", "Enter", "1 + 1", "Enter");
        tmux.until(screen -> screen.contains("Out[2]: \"onetwo\""));
        tmux.until(screen -> screen.contains("Out[3]: 2"));
        tmux.press("in.nextLine()", "Enter", "part");
        tmux.press(" and rest", "Enter").until(screen -> screen.contains("Out[4]: \"part and rest\""));
    }

    @Test
    void aProgramFindsTheKeysTypedBehindIt() throws IOException {
        tmux.press("!stty raw; head -c 3; stty sane", "Enter", "abc");
        tmux.untilLastLine("In [2]:");
        assertThat(tmux.screen()).endsWith("stty sane\nabc\nIn [2]:");
    }

    @Test
    void theDebuggerTakesTheWordsTypedBehindItsCell() throws IOException {
        tmux.press("%debug int a = 1; int b = 2;", "Enter", "20 + 21", "Enter", "q", "Enter", "40 + 2", "Enter");
        tmux.until(screen -> screen.contains("debug> 20 + 21\n41\ndebug> q\n"));
        tmux.until(screen -> screen.contains("In [2]: 40 + 2\nOut[2]: 42"));
    }
}
