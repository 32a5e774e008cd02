package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {

    private final PrintStream out = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Path start = Shell.directory();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        Shell.cd(start.toString());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatACommandWritesIsPrinted() {
        Shell.run("echo one; echo two >&2");
        assertThat(printed()).isEqualTo("one\ntwo\n");
    }

    @Test
    void anotherExitCodeIsAnErrorThatTellsIt() {
        assertThatThrownBy(() -> Shell.run("exit 3"))
                .isInstanceOf(ShellException.class)
                .hasMessage("The command ended with exit code 3: exit 3");
    }

    @Test
    void capturedOutputIsAListOfLines() {
        ShellOutput output = Shell.capture("printf 'a 1\\nb 2\\n'; echo lost >&2; exit 4");
        assertThat(output).containsExactly("a 1", "b 2");
        assertThat(output.field(1)).containsExactly("1", "2");
        assertThat(output.grep("^b")).containsExactly("b 2");
        assertThat(output.exitCode()).isEqualTo(4);
        assertThat(printed()).isEqualTo("lost\n");
    }

    @Test
    void commandsRunInTheFolderThatWasSet() {
        Shell.cd(folder.toString());
        assertThat(Shell.capture("pwd -P").getFirst()).isEqualTo(real(folder));
        Shell.cd("-");
        assertThat(Shell.directory()).isEqualTo(start);
    }

    @Test
    void aFolderThatIsNoneChangesNothing() {
        assertThatThrownBy(() -> Shell.cd(folder.resolve("none").toString()))
                .isInstanceOf(ShellException.class)
                .hasMessageStartingWith("There is no folder ");
        assertThat(Shell.directory()).isEqualTo(start);
    }

    @Test
    void variablesReachCommands() {
        Shell.env("TUTTI_TEST_WORD", "tutti");
        assertThat(Shell.capture("echo $TUTTI_TEST_WORD")).containsExactly("tutti");
        assertThat(Shell.env()).containsEntry("TUTTI_TEST_WORD", "tutti");
    }

    @Test
    void aScriptIsReadByItsProgram() {
        Shell.script("sh", "for i in 1 2; do echo line $i; done\n");
        assertThat(printed()).isEqualTo("line 1\nline 2\n");
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Shell.script("no-such-program-here", ""))
                .isInstanceOf(ShellException.class)
                .hasMessageStartingWith("The program no-such-program-here cannot be started in ");
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
