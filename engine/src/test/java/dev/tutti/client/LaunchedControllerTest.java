package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LaunchedControllerTest {

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    @Test
    void theFirstLineIsThePathAndTheEndOfInputItsEnd() {
        LaunchedController controller = LaunchedController.start(shell("echo /run/a.connection; cat >/dev/null"), 2);

        assertThat(controller.connectionFile()).hasToString("/run/a.connection");
        controller.close();
        assertThat(controller.isAlive()).isFalse();
    }

    @Test
    void aControllerThatDoesNotStartIsQuoted() {
        assertThatThrownBy(() -> LaunchedController.start(shell("echo 'No memory for engine 1.' >&2; exit 3"), 2))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("A cluster of 2 engines could not be started")
                .hasMessageEndingWith("No memory for engine 1.");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> LaunchedController.start(List.of("no-such-tutti"), 2))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no-such-tutti")
                .hasMessageContaining("TUTTI_HOME");
    }
}
