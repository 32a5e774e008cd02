package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class LaunchedControllerTest {

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    private static LaunchedController start(String script) {
        return LaunchedController.start(shell(script), 2, Duration.ofSeconds(20));
    }

    @Test
    void theFirstLineIsThePathAndTheEndOfInputItsEnd(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a.connection"));
        LaunchedController controller = start("echo " + file + "; cat >/dev/null");

        assertThat(controller.connectionFile()).isEqualTo(file);
        controller.close();
        assertThat(controller.isAlive()).isFalse();
    }

    @Test
    void aControllerThatDoesNotStartIsQuoted() {
        assertThatThrownBy(() -> start("echo 'No memory for engine 1.' >&2; exit 3"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("A cluster of 2 engines could not be started")
                .hasMessageEndingWith("No memory for engine 1.");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> LaunchedController.start(List.of("no-such-tutti"), 2, Duration.ofSeconds(20)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no-such-tutti")
                .hasMessageContaining("TUTTI_HOME");
    }

    @Test
    void aControllerThatSaysNothingIsEndedInTime() {
        assertThatThrownBy(() -> LaunchedController.start(
                        shell("echo 'Still building.' >&2; exec cat"), 2, Duration.ofMillis(300)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("its engines were not ready")
                .hasMessageEndingWith("Still building.");
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aCommandThatPrintsSomethingElseIsQuoted() {
        assertThatThrownBy(() -> start("echo 'tutti 0.0.1: no such command'; exec cat"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("but it printed \"tutti 0.0.1: no such command\".");
    }
}
