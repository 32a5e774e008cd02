package dev.tutti.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that cannot be used: the shell says so once, and works. */
final class HistoryTroubleTest {

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void needsTmux() throws IOException {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
        Path folder = home.resolve("tutti").resolve("profiles").resolve("default");
        Files.createDirectories(folder);
        file = folder.resolve("history.sqlite");
    }

    private Tmux open() throws IOException {
        Tmux tmux = WholeShell.open(home, 200, "-n", "0");
        tmux.untilLastLine("In [1]:");
        return tmux;
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Test
    void aDamagedHistoryIsKeptAsideAndANewOneBegun() throws IOException {
        Files.writeString(file, "this is no database, but it is long enough to be looked at as one");
        try (Tmux tmux = open()) {
            tmux.type("20 + 1").press("Enter").untilLastLine("In [2]:");
            tmux.type("%history -n -g 20").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("is damaged", "and a new one has begun.", "\n1: 20 + 1\n");
            tmux.press("C-d").untilEnded();
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("history.sqlite.damaged-"));
        }
        try (Tmux tmux = open()) {
            tmux.type("%history ~1/1").press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("\n20 + 1\n").doesNotContain("damaged");
        }
    }

    @Test
    void aHistoryOfANewerVersionIsLeftAlone() throws IOException, SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        try (Tmux tmux = open()) {
            tmux.type("20 + 1").press("Enter").untilLastLine("In [2]:");
            tmux.type("%history -g 20").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("made by a newer version of Tutti");
            tmux.type("%history -n 1").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("\n1: 20 + 1\n");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aLockedHistoryIsTriedAgainWithALaterCell() throws IOException, SQLException {
        try (Tmux tmux = open()) {
            tmux.type("int early = 1;").press("Enter").untilLastLine("In [2]:");
            tmux.press("C-d").untilEnded();
        }
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            try (Tmux tmux = open()) {
                tmux.type("20 + 1").press("Enter").untilLastLine("In [2]:");
                tmux.type("%history -g 20").press("Enter").untilLastLine("In [3]:");
                assertThat(tmux.screen()).contains("locked");
                tmux.type("%history -n 1").press("Enter").untilLastLine("In [4]:");
                assertThat(tmux.screen()).contains("\n1: 20 + 1\n");
                statement.execute("ROLLBACK");
                tmux.type("%history -n -g '2? + 1'").press("Enter").untilLastLine("In [5]:");
                assertThat(tmux.screen()).endsWith("%history -n -g '2? + 1'\n1: 20 + 1\nIn [5]:");
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOnceAndTheShellWorks() throws IOException {
        Files.delete(file.getParent());
        Files.writeString(file.getParent(), "a file where the folder should be");
        try (Tmux tmux = open()) {
            tmux.type("20 + 1").press("Enter").untilLastLine("In [2]:");
            tmux.type("%history -g 20").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("its folder cannot be written");
            tmux.type("_ + 1").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("Out[3]: 22");
        }
    }
}
