package dev.tutti.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the clipboard of a real terminal. */
final class ClipboardTest {

    @TempDir
    private Path home;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
    }

    @Test
    void cellsAndValuesReachTheClipboardOfTheTerminal() throws IOException {
        try (Tmux tmux = WholeShell.open(home, 80, "-n", "0")) {
            tmux.takesClipboard().untilLastLine("In [1]:");
            tmux.type("var text = \"zwölf\\n\"").press("Enter").untilLastLine("In [2]:");
            tmux.type("%clip").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("The terminal was given 20 characters for its clipboard.");
            assertThat(tmux.clipboard()).isEqualTo("var text = \"zwölf\\n\"");
            tmux.type("%clip text").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.clipboard()).isEqualTo("zwölf\n");
            tmux.type("%clip 1 2").press("Enter").untilLastLine("In [5]:");
            assertThat(tmux.clipboard()).isEqualTo("var text = \"zwölf\\n\"\n%clip");
        }
    }

    @Test
    void whatAKeyCopiesReachesItIfThatIsSet() throws IOException {
        try (Tmux tmux = WholeShell.open(home, 80, "-n", "0")) {
            tmux.takesClipboard().untilLastLine("In [1]:");
            tmux.type("%config editor.clipboard on").press("Enter").untilLastLine("In [2]:");
            tmux.type("one two").press("C-Space", "C-a", "M-w").type("x").untilLastLine("In [2]: xone two");
            assertThat(tmux.clipboard()).isEqualTo("one two");
        }
    }
}
