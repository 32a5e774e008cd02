package dev.tutti.kernel.bench;

import dev.tutti.kernel.history.History;
import dev.tutti.kernel.history.HistoryRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Searches in a history of many cells. What is found is counted, so that a search that finds nothing is no figure.
 * Argument: how many cells (default 100,000).
 */
public final class HistoryBench {

    private static final int CELLS_OF_A_SESSION = 50;
    private static final int ROUNDS = 31;

    private HistoryBench() {}

    public static void main(String[] arguments) throws Exception {
        int cells = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("history-bench");
        Path file = folder.resolve("history.sqlite");
        try (History history = open(file)) {
            history.search("*", 1, false); // makes the tables
        }
        fill(file, cells);
        try (History history = open(file)) {
            search(history, "common", "*Collectors*", 50, false);
            search(history, "rare", "*needle 77774*", 50, false);
            search(history, "none", "*no cell has this*", 50, false);
            search(history, "unique", "*Collectors*", 50, true);
            search(history, "all_unique", "*", 10_000, true);
            List<HistoryRange> session = HistoryRange.parse(List.of("~500/3-9"));
            Row.time(
                    "history.range",
                    ROUNDS,
                    ROUNDS,
                    () -> counted(history.cells(session).size(), 7));
        } finally {
            delete(folder);
        }
    }

    private static History open(Path file) {
        return new History(file, InstantSource.system(), note -> {
            throw new IllegalStateException(note);
        });
    }

    private static void search(History history, String name, String glob, int limit, boolean unique) throws Exception {
        int expected = history.search(glob, limit, unique).size();
        Row.time(
                "history.search." + name,
                ROUNDS,
                ROUNDS,
                () -> counted(history.search(glob, limit, unique).size(), expected));
    }

    private static void counted(int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException("Found " + found + " cells, not " + expected);
        }
    }

    private static void fill(Path file, int cells) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (PreparedStatement session = connection.prepareStatement(
                            "INSERT INTO sessions (id, started, ended, cells) VALUES (?, 0, 0, ?)");
                    PreparedStatement cell =
                            connection.prepareStatement("INSERT INTO cells VALUES (?, ?, 0, ?, NULL)")) {
                for (int i = 0; i < cells; i++) {
                    int id = 2 + i / CELLS_OF_A_SESSION; // 1 is the session that made the tables
                    if (i % CELLS_OF_A_SESSION == 0) {
                        session.setInt(1, id);
                        session.setInt(2, CELLS_OF_A_SESSION);
                        session.executeUpdate();
                    }
                    cell.setInt(1, id);
                    cell.setInt(2, 1 + i % CELLS_OF_A_SESSION);
                    cell.setString(3, text(i));
                    cell.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    /** Cells as people type them, of one line and of several. */
    private static String text(int i) {
        return switch (i % 5) {
            case 0 -> "var words" + i % 700 + " = Files.readString(path).split(\"\\\\s+\")";
            case 1 -> "words" + i % 300 + ".length";
            case 2 ->
                "record Point" + i % 40 + "(int x, int y) {\n    double norm() {\n        return Math.hypot(x, y);\n"
                        + "    }\n}";
            case 3 ->
                "Stream.of(words).collect(Collectors.groupingBy(w -> w.charAt(0), Collectors.counting())) // " + i;
            default -> "%px needle " + i;
        };
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
