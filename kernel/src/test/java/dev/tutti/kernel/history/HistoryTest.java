package dev.tutti.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    private History history() {
        return new History(folder.resolve("history.sqlite"), NOON, notes::add);
    }

    private void earlierSession(String... cells) {
        try (History history = history()) {
            for (int i = 0; i < cells.length; i++) {
                history.add(i + 1, cells[i]);
            }
        }
    }

    private static List<HistoryRange> ranges(String... texts) throws HistoryException {
        return HistoryRange.parse(List.of(texts));
    }

    @Test
    void theCellsOfThisSessionAreAtHandInOrder() throws HistoryException {
        try (History history = history()) {
            history.add(1, "int a = 1;");
            history.add(2, "a + 1");
            assertThat(history.cells(ranges("1-2")))
                    .extracting(HistoryEntry::source)
                    .containsExactly("int a = 1;", "a + 1");
        }
    }

    @Test
    void earlierSessionsAreCountedBack() throws HistoryException {
        earlierSession("first");
        earlierSession("second", "third");
        try (History history = history()) {
            history.add(1, "now");
            assertThat(history.cells(ranges("~1/", "~2/1")))
                    .extracting(HistoryEntry::source)
                    .containsExactly("second", "third", "first");
        }
    }

    @Test
    void aRangeOverSessionsLeavesOutWhatLiesBefore() throws HistoryException {
        earlierSession("a1", "a2");
        earlierSession("b1");
        earlierSession("c1", "c2");
        try (History history = history()) {
            assertThat(history.cells(ranges("~3/2-~1/1")))
                    .extracting(HistoryEntry::source)
                    .containsExactly("a2", "b1", "c1");
        }
    }

    @Test
    void aSessionThatIsTooFarBackIsAnError() {
        try (History history = history()) {
            assertThatThrownBy(() -> history.cells(ranges("~1/")))
                    .isInstanceOf(HistoryException.class)
                    .hasMessage("There is no earlier session, so ~1 is none.");
        }
    }

    @Test
    void outputsAreKeptWithTheirCells() throws HistoryException {
        try (History history = history()) {
            history.add(1, "1 + 1");
            history.output(1, "2");
        }
        try (History history = history()) {
            assertThat(history.cells(ranges("~1/1")).getFirst().output()).contains("2");
        }
    }

    @Test
    void aCellThatBeginsWithABlankIsOfThisSessionOnly() throws HistoryException {
        try (History history = history()) {
            history.add(1, " var password = 1;");
            history.output(1, "secret");
            history.add(2, "open");
            assertThat(history.cells(ranges("1"))).hasSize(1);
        }
        try (History next = history()) {
            assertThat(next.search("*", 10, false))
                    .extracting(HistoryEntry::source)
                    .containsExactly("open");
        }
    }

    @Test
    void aSearchGoesOverAllSessionsAndThisOne() throws HistoryException {
        earlierSession("var list = List.of(1);", "other");
        try (History history = history()) {
            history.add(1, "list.size()");
            assertThat(history.search("*list*", 10, false))
                    .extracting(HistoryEntry::source)
                    .containsExactly("var list = List.of(1);", "list.size()");
        }
    }

    @Test
    void aUniqueSearchGivesTheNewestOfEqualCells() throws HistoryException {
        earlierSession("x", "y", "x");
        try (History history = history()) {
            assertThat(history.search("*", 10, true))
                    .extracting(HistoryEntry::source)
                    .containsExactly("y", "x");
        }
    }

    @Test
    void severalShellsWriteOneFile() throws HistoryException {
        try (History one = history();
                History other = history()) {
            for (int i = 1; i <= 50; i++) {
                one.add(i, "one " + i);
                other.add(i, "other " + i);
            }
        }
        try (History third = history()) {
            assertThat(third.search("one *", 100, false)).hasSize(50);
            assertThat(third.search("other *", 100, false)).hasSize(50);
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneBegun() throws Exception {
        Files.writeString(folder.resolve("history.sqlite"), "this is no database, but it is long enough to look at");
        try (History history = history()) {
            history.add(1, "a");
            assertThat(history.search("*", 10, false)).hasSize(1);
        }
        assertThat(notes).singleElement().asString().contains("is damaged").contains("kept as history.sqlite.damaged-");
        assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith("history.sqlite.damaged-"));
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws Exception {
        Path file = folder.resolve("history.sqlite");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        try (History history = history()) {
            history.add(1, "a");
            assertThat(history.cells(ranges("1"))).hasSize(1);
        }
        assertThat(notes).singleElement().asString().contains("newer version of Tutti");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void theFileIsItsOwnersOnly() throws Exception {
        earlierSession("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("history.sqlite"))))
                .isEqualTo("rw-------");
    }

    @Test
    void trimmingKeepsTheNewestSessions() throws HistoryException {
        earlierSession("a");
        earlierSession("b");
        earlierSession("c");
        try (History history = history()) {
            history.add(1, "now");
            assertThat(history.trim(1)).isEqualTo(2);
            assertThat(history.search("*", 10, false))
                    .extracting(HistoryEntry::source)
                    .containsExactly("c", "now");
        }
    }

    @Test
    void cellsThatAreNotKeptAreFoundHereAndNowhereElse() throws HistoryException {
        earlierSession("int before = 1");
        try (History unkept = History.unkept(folder.resolve("history.sqlite"), NOON, notes::add)) {
            unkept.add(1, "int here = 2");
            assertThat(unkept.search("int*", 5, false))
                    .extracting(HistoryEntry::source)
                    .containsExactly("int before = 1", "int here = 2");
            assertThat(unkept.cells(List.of(HistoryRange.parse("~1/"))))
                    .extracting(HistoryEntry::source)
                    .containsExactly("int before = 1");
        }
        try (History next = history()) {
            assertThat(next.search("*here*", 5, false)).isEmpty();
        }
    }

    @Test
    void cellsOfThisSessionAreFoundWithTheirResults() throws HistoryException {
        try (History history = history()) {
            history.add(1, "1 + 1");
            history.outputHere(1, "2");
            assertThat(history.search("1*", 5, false)).singleElement().satisfies(cell -> {
                assertThat(cell.session()).isZero();
                assertThat(cell.output()).contains("2");
            });
        }
        try (History next = history()) {
            assertThat(next.search("1*", 5, false))
                    .singleElement()
                    .satisfies(cell -> assertThat(cell.output()).isEmpty());
        }
    }
}
