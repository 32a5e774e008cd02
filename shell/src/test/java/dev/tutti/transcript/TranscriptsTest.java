package dev.tutti.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays every transcript of the documents and of {@code shell/src/test/transcripts} against the true program. */
final class TranscriptsTest {

    private static final boolean REWRITE = Boolean.getBoolean("tutti.transcripts.rewrite");

    /** Only files in whose path this regular expression is found; all by default. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("tutti.transcripts.only", ""));

    private final Path root = Path.of(System.getProperty("tutti.root"));

    @TempDir
    Path state;

    @TestFactory
    Stream<DynamicTest> theProgramSaysWhatTheTranscriptsSay() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> play(file)));
    }

    @Test
    void theReadmeHasTranscripts() throws IOException {
        assertThat(transcripts(root.resolve("README.md"))).isNotEmpty();
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("docs", "examples", "shell/src/test/transcripts")) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
                    walk.filter(file -> file.toString().matches(".*\\.(md|transcript)"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        files.add(root.resolve("README.md"));
        List<Path> playable = new ArrayList<>();
        for (Path file : files) {
            if (ONLY.matcher(file.toString()).find() && !transcripts(file).isEmpty()) {
                playable.add(file);
            }
        }
        return playable;
    }

    private static List<Transcript> transcripts(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return file.toString().endsWith(".md") ? TranscriptReader.document(lines) : TranscriptReader.plain(lines);
    }

    private void play(Path file) throws IOException, InterruptedException {
        List<Rewrite> rewrites = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Transcript transcript : transcripts(file)) {
            compare(file, transcript, rewrites, differences);
        }
        if (REWRITE) {
            Rewrite.apply(file, rewrites);
        } else if (!differences.isEmpty()) {
            fail(String.join("\n\n", differences)
                    + "\n\nIf the program is right, run the test with -Dtutti.transcripts.rewrite=true.");
        }
    }

    private void compare(Path file, Transcript transcript, List<Rewrite> rewrites, List<String> differences)
            throws IOException, InterruptedException {
        List<Exchange> exchanges = transcript.exchanges();
        List<Program.CellAnswer> answers = new Program(state)
                .cells(
                        transcript.options(),
                        exchanges.stream().map(Exchange::source).toList());
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            Program.CellAnswer answer = answers.get(i);
            assertThat(answer.number())
                    .as("number of the cell at %s:%s", file, exchange.line())
                    .isEqualTo(exchange.number());
            List<String> actual = Answer.lines(answer.text());
            if (!Answer.matches(exchange.answer(), actual)) {
                rewrites.add(new Rewrite(exchange, actual));
                differences.add(root.relativize(file) + ":" + exchange.line() + "\n" + exchange.source()
                        + "\n--- expected\n" + String.join("\n", exchange.answer())
                        + "\n--- answered\n" + String.join("\n", actual));
            }
        }
    }
}
