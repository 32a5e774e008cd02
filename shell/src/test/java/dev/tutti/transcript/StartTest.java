package dev.tutti.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start costs that nobody has asked for: nothing. */
final class StartTest {

    /** Packages that a feature brings, and which only that feature may load. */
    private static final List<String> LATER = List.of(
            "org.sqlite.", // the history's database
            "eu.maveniverse.", // %deps
            "org.eclipse.aether.",
            "org.apache.maven.",
            "jdk.jfr.Recording", // %prun; that there is a flight recorder at all, Netty asks
            "jdk.jfr.consumer.",
            "com.sun.management.", // %time, %heap, %threads
            "sun.management.",
            "java.lang.management.",
            "com.sun.jdi.", // debugging
            "com.sun.tools.jdi.",
            "com.sun.tools.attach.", // %engines attach
            "sun.tools.attach.",
            "sun.jvmstat.",
            "dev.tutti.kernel.attach.",
            "org.apache.fory.", // values that travel
            "tools.jackson.", // --json
            "java.net.http.",
            "java.awt.");

    @TempDir
    Path state;

    @Test
    void whatNoCellHasUsedIsNotLoaded() throws Exception {
        Program.Run run = start("1 + 41");

        assertThat(run.stdout()).contains("Out[1]: 42");
        assertThat(later()).isEmpty();
    }

    /** Else the test above would hold for the wrong reason. */
    @Test
    void aCellThatUsesADatabaseLoadsIt() throws Exception {
        start("%history -g x");

        assertThat(later()).isNotEmpty();
    }

    private Program.Run start(String cell) throws IOException, InterruptedException {
        return new Program(state, List.of("-Xlog:class+load:file=" + state.resolve("classes.log")))
                .run(List.of("-n", "0", "-e", cell));
    }

    /** The classes of those packages that were loaded. */
    private List<String> later() throws IOException {
        try (Stream<String> lines = Files.lines(state.resolve("classes.log"))) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ ?", "").replaceFirst(" .*", ""))
                    .filter(name -> LATER.stream().anyMatch(name::startsWith))
                    .toList();
        }
    }
}
