package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine starts with little: what it may never need is loaded when it is first needed. */
final class EngineStartTest extends EngineConversation {

    @Override
    TestEngine.Launch launch() {
        return (id, folder) ->
                ChildEngine.start(id, folder, List.of("-Xlog:class+load:file=" + folder.resolve("loaded.log")));
    }

    @Test
    void cellsLoadNothingOfTasksAndCodecs() throws IOException {
        assertThat(value(cell(1, "1 + 1"))).isEqualTo("2");
        List<String> loaded = Files.readAllLines(folder.resolve("loaded.log"));
        assertThat(loaded).anyMatch(line -> line.contains("dev.tutti.engine.execute.MainLoop"));
        assertThat(loaded)
                .noneMatch(line -> line.contains("dev.tutti.engine.task.Tasks"))
                .noneMatch(line -> line.contains("dev.tutti.engine.task.RunBatch"))
                .noneMatch(line -> line.contains("dev.tutti.engine.codec."))
                .noneMatch(line -> line.contains("org.apache.fory"))
                .noneMatch(line -> line.contains("dev.tutti.client.Dispatcher"));
    }
}
