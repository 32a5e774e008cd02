package dev.tutti.kernel.history;

import dev.tutti.kernel.history.HistoryRange.SessionRef;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The cells of this session and of earlier ones. Any thread; adding never blocks. One thread ({@code history}) has the
 * database; it opens it a moment after the first cell, or when something is asked, so that neither the start nor the first
 * cells pay for it.
 *
 * <p>Whatever is wrong with the file, the shell works: a damaged one is set aside and a fresh one begun, one of a newer
 * version is left alone, a locked or forbidden one is tried again with the next cell. It is said once, and this session's
 * cells are at hand from memory in any case.
 */
public final class History implements AutoCloseable {

    /** The compiler and the engines are still warming up when the first cell is typed: SQLite's driver comes after that. */
    private static final Duration OPENING_DELAY = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    /** How many unwritten cells are kept for the next try. */
    private static final int BACKLOG = 1_000;

    private final Path file;
    private final InstantSource clock;
    private final Consumer<String> notes;
    private final Instant started;
    private final boolean kept;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("history").unstarted(task));

    // Guarded by this: the cells of this session.
    private final Map<Integer, HistoryEntry> here = new LinkedHashMap<>();

    // Of the history's thread.
    private final Map<Integer, HistoryEntry> unwritten = new LinkedHashMap<>();
    private HistoryDatabase database;
    private volatile long session;
    private boolean given;
    private boolean opening;
    private boolean told;

    /**
     * @param file the database, made when it is first needed, readable by its owner only
     * @param notes takes a sentence when the history cannot be kept; called on the history's thread
     */
    public History(Path file, InstantSource clock, Consumer<String> notes) {
        this(file, clock, notes, true);
    }

    /** A history whose own cells are in memory only, while those of earlier sessions can be asked for. */
    public static History unkept(Path file, InstantSource clock, Consumer<String> notes) {
        return new History(file, clock, notes, false);
    }

    private History(Path file, InstantSource clock, Consumer<String> notes, boolean kept) {
        this.kept = kept;
        this.file = file.toAbsolutePath();
        this.clock = clock;
        this.notes = notes;
        this.started = clock.instant();
    }

    /** A cell has been submitted. One that begins with a blank is for this session only: it is not written. */
    public void add(int number, String source) {
        put(new HistoryEntry(0, number, clock.instant(), source, Optional.empty()));
    }

    /** The result of a cell that was added. */
    public void output(int number, String text) {
        HistoryEntry entry;
        synchronized (this) {
            entry = here.get(number);
        }
        if (entry != null) {
            put(new HistoryEntry(0, number, entry.time(), entry.source(), Optional.of(text)));
        }
    }

    /** As {@link #output}, for this session only: it is not written. */
    public synchronized void outputHere(int number, String text) {
        here.computeIfPresent(
                number, (_, entry) -> new HistoryEntry(0, number, entry.time(), entry.source(), Optional.of(text)));
    }

    private void put(HistoryEntry entry) {
        synchronized (this) {
            here.put(entry.number(), entry);
        }
        if (!kept || entry.source().startsWith(" ")) {
            return;
        }
        thread.execute(() -> {
            if (unwritten.size() < BACKLOG) {
                unwritten.put(entry.number(), entry);
            }
            writeSoon();
        });
    }

    /** The cells of this session, in order. */
    public synchronized List<HistoryEntry> ofThisSession() {
        return List.copyOf(here.values());
    }

    /**
     * The cells of ranges, in their order; blocks.
     *
     * @throws HistoryException if a session does not exist, or the database cannot be had
     */
    public List<HistoryEntry> cells(List<HistoryRange> ranges) throws HistoryException {
        List<HistoryEntry> cells = new ArrayList<>();
        for (HistoryRange range : ranges) {
            if (range.first().equals(SessionRef.RUNNING) && range.last().equals(SessionRef.RUNNING)) {
                ofThisSession().stream()
                        .filter(cell -> cell.number() >= range.from() && cell.number() <= range.to())
                        .forEach(cells::add);
            } else {
                cells.addAll(ask(open -> {
                    List<Long> before = open.sessionsBefore(session);
                    return open.between(
                            session(range.first(), before), range.from(), session(range.last(), before), range.to());
                }));
            }
        }
        return cells;
    }

    /**
     * The newest cells of all sessions whose text matches a pattern ({@code *}, {@code ?}, {@code [a-z]}), oldest of
     * them first; blocks. The cells of this session have session 0.
     *
     * @param unique whether of equal texts only the newest is given
     */
    public List<HistoryEntry> search(String glob, int limit, boolean unique) throws HistoryException {
        List<HistoryEntry> found = new ArrayList<>();
        for (HistoryEntry cell : ask(open -> unique ? open.newestUnique(glob, limit) : open.newest(glob, limit))) {
            found.add(cell.session() == session ? here(cell) : cell);
        }
        if (!kept) {
            Glob pattern = Glob.of(glob);
            ofThisSession().stream()
                    .filter(cell -> pattern.matches(cell.source()))
                    .forEach(found::add);
        }
        if (!unique) {
            return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
        }
        Map<String, HistoryEntry> newest = new LinkedHashMap<>();
        for (HistoryEntry cell : found.reversed()) {
            newest.putIfAbsent(cell.source(), cell);
        }
        return List.copyOf(newest.values().stream().limit(limit).toList().reversed());
    }

    private synchronized HistoryEntry here(HistoryEntry written) {
        return here.getOrDefault(written.number(), written);
    }

    /** Deletes all but the newest sessions; tells how many cells went. Blocks. */
    public int trim(int keep) throws HistoryException {
        return ask(open -> open.trim(keep, session));
    }

    /** Writes what is left, for a moment at most. */
    @Override
    public void close() {
        thread.execute(() -> {
            write();
            if (database != null) {
                try {
                    database.close();
                } catch (SQLException _) {
                    // what was written is written
                }
            }
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long session(HistoryRange.SessionRef ref, List<Long> before) throws HistoryException {
        if (!ref.back()) {
            return ref.number();
        }
        if (ref.number() > before.size()) {
            String there = switch (before.size()) {
                case 0 -> "There is no earlier session";
                case 1 -> "There is only one earlier session";
                default -> "There are only " + before.size() + " earlier sessions";
            };
            throw new HistoryException(there + ", so ~" + ref.number() + " is none.");
        }
        return before.get((int) ref.number() - 1);
    }

    /** A question to the open database. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(HistoryDatabase open) throws SQLException, HistoryException;
    }

    private <T> T ask(Question<T> question) throws HistoryException {
        Future<T> answer = thread.submit(() -> {
            write();
            open();
            return question.ask(database);
        });
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HistoryException known) {
                throw known;
            }
            throw new HistoryException(
                    "The history " + file + " cannot be read: " + e.getCause().getMessage() + ".", e.getCause());
        } catch (TimeoutException e) {
            throw new HistoryException(
                    "The history " + file + " did not answer within " + PATIENCE.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryException("The search was interrupted.", e);
        }
    }

    private void writeSoon() {
        if (database != null) {
            write();
        } else if (!opening) {
            opening = true;
            thread.schedule(this::write, OPENING_DELAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        opening = false;
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            open();
            List<HistoryEntry> numbered = unwritten.values().stream()
                    .map(cell -> new HistoryEntry(session, cell.number(), cell.time(), cell.source(), cell.output()))
                    .toList();
            database.put(numbered);
            unwritten.clear();
        } catch (SQLException | HistoryException e) {
            tell("The history cannot be written: " + e.getMessage() + ". The cells of this session stay in memory.");
        }
    }

    private void open() throws SQLException, HistoryException {
        if (database == null) {
            if (given) {
                throw new HistoryException("it is of a newer version and is left alone");
            }
            makeOwnersOnly();
            database = openOrSetAside();
        }
        if (session == 0) {
            session = kept ? database.newSession(started) : Long.MAX_VALUE;
        }
    }

    private HistoryDatabase openOrSetAside() throws SQLException, HistoryException {
        try {
            return HistoryDatabase.open(file);
        } catch (HistoryDatabase.NewerVersionException e) {
            given = true;
            throw e;
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            Path aside = file.resolveSibling(
                    file.getFileName() + ".damaged-" + clock.instant().toEpochMilli());
            try {
                Files.move(file, aside);
            } catch (IOException moved) {
                throw new HistoryException("it is damaged and cannot be set aside: " + moved, moved);
            }
            tell("The history " + file + " is damaged (" + e.getMessage() + "). It was kept as " + aside.getFileName()
                    + ", and a new one has begun.");
            makeOwnersOnly();
            return HistoryDatabase.open(file);
        }
    }

    /** SQLite's codes for a file that is no database or is malformed. */
    private static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == 11 || code == 26;
    }

    private void makeOwnersOnly() throws HistoryException {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                FileStore store = Files.getFileStore(file.getParent());
                if (store.supportsFileAttributeView("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(file.getParent())) {
                throw new HistoryException("its folder cannot be written: " + e.getMessage() + " is a file", e);
            }
            // another shell was faster
        } catch (IOException e) {
            throw new HistoryException("its folder cannot be written: " + e, e);
        }
    }

    private void tell(String sentence) {
        if (!told) {
            told = true;
            notes.accept(sentence);
        }
    }
}
