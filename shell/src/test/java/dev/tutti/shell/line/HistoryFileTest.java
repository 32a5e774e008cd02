package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void path() {
        path = folder.resolve("deep/er/history");
    }

    @Test
    void aMissingFileIsAnEmptyHistory() throws IOException {
        assertThat(new HistoryFile(path, 10).load()).isEmpty();
    }

    @Test
    void cellsComeBackAsTheyWere() throws IOException {
        List<String> cells = List.of("int x = 1;", "{\n    a;\n}", "\"\\n\\\\\" // \\", "\r\n\t😀 ", "=\u2028=");
        for (String cell : cells) {
            append(10, cell);
        }
        assertThat(load(10)).containsExactlyElementsOf(cells);
        assertThat(Files.readAllLines(path)).hasSize(5);
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        append(10, "a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void damagedLinesAreSkipped() throws IOException {
        append(10, "first");
        write("no time\n\n12 \n34 bad escape \\x\n56 cut escape \\\n");
        Files.write(path, new byte[] {'7', ' ', (byte) 0xff, (byte) 0xfe, '\n', 0, 0, '\n'}, StandardOpenOption.APPEND);
        append(10, "last");
        assertThat(load(10)).containsExactly("first", "last");
    }

    @Test
    void anUnfinishedLineDoesNotSwallowTheNextCell() throws IOException {
        append(10, "first");
        write("17 torn \\");
        append(10, "last");
        assertThat(load(10)).containsExactly("first", "last");
    }

    @Test
    void equalNeighboursAreMerged() throws IOException {
        append(10, "a");
        append(10, "a");
        append(10, "b");
        append(10, "a");
        assertThat(load(10)).containsExactly("a", "b", "a");
    }

    @Test
    void aFileThatHasGrownTooLongIsShortenedToTheNewestCells() throws IOException {
        for (int i = 0; i < 30; i++) {
            append(10, "cell " + i);
        }
        assertThat(load(10)).hasSize(10).endsWith("cell 29");
        assertThat(Files.readAllLines(path)).hasSize(10);
        assertThat(load(10)).hasSize(10).startsWith("cell 20");
    }

    @Test
    void severalShellsThatAppendAndShortenAtOnceLoseNothingNew() throws Exception {
        int shells = 4;
        int cells = 200;
        List<Callable<Void>> work = new ArrayList<>();
        for (int shell = 0; shell < shells; shell++) {
            int number = shell;
            work.add(() -> {
                for (int i = 0; i < cells; i++) {
                    append(2_000, "shell " + number + " cell " + i);
                }
                return null;
            });
        }
        work.add(() -> {
            for (int i = 0; i < 30; i++) {
                new HistoryFile(path, 2_000).load();
            }
            return null;
        });
        for (int i = 0; i < 2_600; i++) {
            append(10_000, "old " + i);
        }
        runAll(work);
        assertThat(load(10_000).stream()
                        .filter(cell -> cell.startsWith("shell"))
                        .distinct())
                .hasSize(shells * cells);
    }

    private static void runAll(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(work.size())) {
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void append(int limit, String cell) throws IOException {
        new HistoryFile(path, limit).append(new HistoryRecord(NOON, cell));
    }

    private void write(String lines) throws IOException {
        Files.write(path, lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    private List<String> load(int limit) throws IOException {
        return new HistoryFile(path, limit)
                .load().stream().map(HistoryRecord::text).toList();
    }
}
