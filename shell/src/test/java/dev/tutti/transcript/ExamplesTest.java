package dev.tutti.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every script of {@code examples/} on two engines and compares what it prints with the files beside it. */
final class ExamplesTest {

    private final Path examples = Path.of(System.getProperty("tutti.root"), "examples");

    @TempDir
    Path state;

    @TestFactory
    Stream<DynamicTest> anExamplePrintsWhatIsExpected() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(examples)) {
            scripts = files.filter(file -> file.toString().endsWith(".tutti"))
                    .sorted()
                    .toList();
        }
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(3);
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(script.getFileName().toString(), () -> run(script)));
    }

    private void run(Path script) throws IOException, InterruptedException {
        Path expected = Path.of(script.toString().replaceFirst("\\.tutti$", ".expected"));
        Path notes = Path.of(script.toString().replaceFirst("\\.tutti$", ".stderr"));

        Program.Run run = new Program(state).run(List.of("-n", "2", script.toString()));

        if (Boolean.getBoolean("tutti.transcripts.rewrite")) {
            Files.writeString(expected, run.stdout());
        }
        assertThat(run.stderr()).isEqualTo(Files.exists(notes) ? Files.readString(notes) : "");
        assertThat(run.stdout()).isEqualTo(Files.readString(expected));
        assertThat(run.exitCode()).isZero();
    }
}
