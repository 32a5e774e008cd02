package dev.tutti.kernel.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The database file: SQLite with a write-ahead log, so that shells which read never wait for one that writes. One thread
 * uses it. The two tables are those of IPython's history, with our column names:
 *
 * <pre>
 * sessions (id, started, ended, cells)
 * cells (session, number, time, source, output)     times in milliseconds since 1970
 * </pre>
 */
final class HistoryDatabase implements AutoCloseable {

    /** Raised when the tables change. */
    private static final int VERSION = 1;

    private static final int BUSY_MILLIS = 2_000;

    private final Connection connection;

    private HistoryDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Opens or makes a file. @throws SQLException if it is damaged, locked for too long, or of a newer version */
    static HistoryDatabase open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            HistoryDatabase database = new HistoryDatabase(connection);
            database.prepare();
            return database;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            int version = version(statement);
            if (version > VERSION) {
                throw new NewerVersionException(version);
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            if (version == VERSION) {
                return;
            }
            // Two shells that start at once may both come here: the second finds the tables made.
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("CREATE TABLE IF NOT EXISTS sessions (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                    + " started INTEGER NOT NULL, ended INTEGER, cells INTEGER NOT NULL DEFAULT 0)");
            statement.execute("CREATE TABLE IF NOT EXISTS cells (session INTEGER NOT NULL, number INTEGER NOT NULL,"
                    + " time INTEGER NOT NULL, source TEXT NOT NULL, output TEXT, PRIMARY KEY (session, number))"
                    + " WITHOUT ROWID");
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    /** A database that a newer version of Tutti has made. */
    static final class NewerVersionException extends SQLException {
        private static final long serialVersionUID = 1L;

        NewerVersionException(int version) {
            super("it was made by a newer version of Tutti (its tables have version " + version + ", this one knows "
                    + VERSION + ")");
        }
    }

    long newSession(Instant started) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO sessions (started) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
            statement.setLong(1, started.toEpochMilli());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.getLong(1);
            }
        }
    }

    /** Adds cells, or their outputs where the cells are there: all or none. */
    void put(List<HistoryEntry> entries) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement cell = connection.prepareStatement("INSERT INTO cells VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET output = excluded.output");
                PreparedStatement count = connection.prepareStatement(
                        "UPDATE sessions SET cells = max(cells, ?), ended = ? WHERE id = ?")) {
            for (HistoryEntry entry : entries) {
                cell.setLong(1, entry.session());
                cell.setInt(2, entry.number());
                cell.setLong(3, entry.time().toEpochMilli());
                cell.setString(4, entry.source());
                cell.setString(5, entry.output().orElse(null));
                cell.executeUpdate();
                count.setInt(1, entry.number());
                count.setLong(2, entry.time().toEpochMilli());
                count.setLong(3, entry.session());
                count.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Numbers of the sessions that have cells, newest first, those before the given one. */
    List<Long> sessionsBefore(long session) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM sessions WHERE id < ? AND cells > 0 ORDER BY id DESC")) {
            statement.setLong(1, session);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    /** Cells from one place to another, in order; cells of sessions above {@code last} are never given. */
    List<HistoryEntry> between(long first, int from, long last, int to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT session, number, time, source, output"
                + " FROM cells WHERE (session > ?1 OR session = ?1 AND number >= ?2)"
                + " AND (session < ?3 OR session = ?3 AND number <= ?4) ORDER BY session, number")) {
            statement.setLong(1, first);
            statement.setInt(2, from);
            statement.setLong(3, last);
            statement.setInt(4, to);
            return entries(statement);
        }
    }

    /** The newest cells whose source matches the pattern, oldest of them first. */
    List<HistoryEntry> newest(String glob, int limit) throws SQLException {
        return newest(glob, limit, _ -> true);
    }

    /** As {@link #newest}, but of equal ones the newest only. Reads no further back than it must. */
    List<HistoryEntry> newestUnique(String glob, int limit) throws SQLException {
        Set<String> seen = new HashSet<>();
        return newest(glob, limit, seen::add);
    }

    private List<HistoryEntry> newest(String glob, int limit, Predicate<String> isWanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT session, number, time, source, output"
                + " FROM cells WHERE source GLOB ? ORDER BY session DESC, number DESC")) {
            statement.setString(1, glob);
            try (ResultSet rows = statement.executeQuery()) {
                List<HistoryEntry> entries = new ArrayList<>();
                while (entries.size() < limit && rows.next()) {
                    if (isWanted.test(rows.getString(4))) {
                        entries.add(entry(rows));
                    }
                }
                return entries.reversed();
            }
        }
    }

    /** Deletes all sessions but the newest, and the given one; tells how many cells went. */
    int trim(int keep, long running) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String old = "(SELECT id FROM sessions WHERE id <> " + running + " AND id NOT IN"
                    + " (SELECT id FROM sessions WHERE id <> " + running + " ORDER BY id DESC LIMIT " + keep + "))";
            int gone = statement.executeUpdate("DELETE FROM cells WHERE session IN " + old);
            statement.executeUpdate("DELETE FROM sessions WHERE id IN " + old);
            return gone;
        }
    }

    private static List<HistoryEntry> entries(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<HistoryEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong(1),
                row.getInt(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
