package dev.tutti.kernel.history;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a history's file looks like to somebody who only reads it.
 *
 * @param version that of its tables; 0 if there is no file yet
 * @param cells how many it has
 * @param bytes its size
 * @param setAside damaged ones that lie beside it, oldest first
 */
public record HistoryFacts(int version, long cells, long bytes, List<Path> setAside) {

    public HistoryFacts {
        setAside = List.copyOf(setAside);
    }

    /**
     * Reads all of it.
     *
     * @throws HistoryException if it is damaged, forbidden, or cannot be read for another reason
     */
    public static HistoryFacts read(Path file) throws HistoryException {
        try {
            List<Path> setAside = setAside(file);
            if (Files.notExists(file)) {
                return new HistoryFacts(0, 0, 0, setAside);
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                    Statement statement = connection.createStatement()) {
                String sound = text(statement, "PRAGMA quick_check(1)");
                if (!sound.equals("ok")) {
                    throw new HistoryException("The history " + file + " is damaged: " + sound + ".");
                }
                int version = Integer.parseInt(text(statement, "PRAGMA user_version"));
                long cells = version == 0 ? 0 : Long.parseLong(text(statement, "SELECT count(*) FROM cells"));
                return new HistoryFacts(version, cells, Files.size(file), setAside);
            }
        } catch (SQLException | IOException e) {
            throw new HistoryException("The history " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static String text(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static List<Path> setAside(Path file) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(file.getParent())) {
            try (DirectoryStream<Path> damaged =
                    Files.newDirectoryStream(file.getParent(), file.getFileName() + ".damaged-*")) {
                damaged.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }
}
