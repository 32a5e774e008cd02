package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Path start = Shell.directory();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
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
    void aVariableThatIsTakenOutIsNotThere() {
        Shell.env("TUTTI_TEST_WORD", "tutti");
        Shell.removeEnv("TUTTI_TEST_WORD");
        assertThat(Shell.capture("echo [$TUTTI_TEST_WORD]")).containsExactly("[]");
    }

    @Test
    void aScriptIsReadByItsProgram() {
        Shell.runScript("sh", "for i in 1 2; do echo line $i; done\n");
        assertThat(printed()).isEqualTo("line 1\nline 2\n");
    }

    @Test
    void whatAScriptWritesCanBeKept() {
        Shell.runScript(
                "sh",
                "echo out; echo err >&2; exit 3",
                Shell.ScriptOption.KEEP_OUTPUT,
                Shell.ScriptOption.KEEP_ERRORS,
                Shell.ScriptOption.ANY_EXIT_CODE);
        assertThat(printed()).isEmpty();
        assertThat(Shell.latest().text()).isEqualTo("out\n");
        assertThat(Shell.latest().errors()).isEqualTo("err\n");
        assertThat(Shell.exitCode()).isEqualTo(3);
    }

    @Test
    void anInterruptEndsACommandThatIsSilent() throws InterruptedException {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                Shell.run("sleep 1000");
            } catch (ShellException e) {
                thrown.add(e);
            }
        });
        caller.start();
        caller.interrupt();
        caller.join();
        assertThat(thrown)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("The command was stopped: sleep 1000");
    }

    @Test
    void whatACommandLeavesBehindIsNotWaitedFor() {
        Shell.run("sleep 1000 & echo $!");
        long left = Long.parseLong(printed().strip());
        assertThat(ProcessHandle.of(left)).isPresent();
        ProcessHandle.of(left).orElseThrow().destroy();
    }

    @Test
    void aCommandThatFloodsIsEndedWhenItsOutputIsKept() {
        ShellSink.Keeping kept = new ShellSink.Keeping(1 << 20);
        new ShellCommand(List.of("/bin/sh", "-c", "yes"), Shell.directory(), Shell.env(), Optional.empty())
                .run(kept, kept);
        assertThatThrownBy(() -> kept.text("yes"))
                .isInstanceOf(ShellException.class)
                .hasMessageStartingWith("The command wrote more than 1 million characters and was ended: yes.");
    }

    @Test
    void elementsStandInACommandWithBlanksBetween() {
        assertThat(Shell.text(List.of("a", 2, Path.of("b/c")))).isEqualTo("a 2 b/c");
        assertThat(Shell.text(new int[] {1, 2})).isEqualTo("1 2");
        assertThat(Shell.text(null)).isEqualTo("null");
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Shell.runScript("no-such-program-here", ""))
                .isInstanceOf(ShellException.class)
                .hasMessage("The program no-such-program-here cannot be started in " + start
                        + ": there is no such program on the PATH.");
    }

    @Test
    void aJobGivesItsValueAndASlowOneCanBeStopped() throws Exception {
        assertThat(BackgroundJobs.start("6 * 7", () -> 6 * 7).get()).isEqualTo(42);
        BackgroundJob<Void> slow = BackgroundJobs.start("!sleep 1000", () -> Shell.run("sleep 1000"));
        assertThat(slow.state()).isEqualTo(BackgroundJob.State.RUNNING);
        BackgroundJobs.stop(slow.number());
        assertThat(slow.state()).isEqualTo(BackgroundJob.State.STOPPED);
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
