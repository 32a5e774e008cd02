package dev.tutti.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tutti --doctor}, as somebody runs it whose prompt is not as it should be. */
final class DoctorTest {

    @TempDir
    Path state;

    @Test
    void aProblemIsNamedWithItsRemedyAndFailsTheRun() throws IOException, InterruptedException {
        Files.createDirectories(state.resolve("tutti"));
        Files.writeString(state.resolve("tutti/default.conf"), "editor.mod = vi\n");

        Program.Run run = new Program(state).run(List.of("-n", "0", "--doctor"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.stdout())
                .contains(
                        "ok       JDK",
                        "PROBLEM  settings",
                        "line 1: There is no setting 'editor.mod'. Did you mean editor.mode?",
                        "Edit the file; %config lists what can be set.");
    }

    @Test
    void itRunsAlone() throws IOException, InterruptedException {
        Program.Run run = new Program(state).run(List.of("--doctor", "-e", "1"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.stderr()).contains("--doctor runs alone; in a session it is the magic %doctor.");
    }
}
