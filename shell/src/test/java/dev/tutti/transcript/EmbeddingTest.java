package dev.tutti.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program of {@code examples/embedding}, with nothing of Tutti but the engine's jar and what that brings along. */
@Timeout(120)
final class EmbeddingTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path root = Path.of(System.getProperty("tutti.root"));

    @TempDir
    Path folder;

    @Test
    void aPlainProgramUsesAClusterThatIsThere() throws Exception {
        Process controller = new Program(folder).start(List.of("controller", "-n", "2"));
        try {
            String connectionFile = controller.inputReader().readLine();
            assertThat(connectionFile).isNotNull();
            assertThat(embedding(connectionFile)).isEqualTo("""
                engines: [0, 1]
                ranks: [100, 101]
                fib: [610, 6765, 75025]
                one after the other: 55, 89
                back: true
                failed: Engine 1: java.lang.NumberFormatException: For input string: "seven"
                """);
        } finally {
            controller.getOutputStream().close();
        }
        assertThat(controller.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(controller.exitValue()).isZero();
    }

    private String embedding(String connectionFile) throws IOException, InterruptedException {
        String classPath = compiled() + File.pathSeparator + clientClassPath();
        List<String> command = List.of(
                JAVA,
                "--sun-misc-unsafe-memory-access=allow", // Fory's
                "-cp",
                classPath,
                "example.Embedding",
                connectionFile);
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        program.getOutputStream().close();
        String output = new String(program.getInputStream().readAllBytes());
        program.waitFor();
        return output;
    }

    private Path compiled() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source = root.resolve("examples/embedding/src/main/java/example/Embedding.java");
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "-cp", clientClassPath(), source.toString());
        assertThat(errors).isZero();
        return classes;
    }

    /** The engine's jar names its library in its manifest. */
    private static String clientClassPath() {
        return System.getProperty("tutti.engine.jar");
    }
}
