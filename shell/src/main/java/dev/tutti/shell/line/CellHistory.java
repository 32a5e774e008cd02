package dev.tutti.shell.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jline.reader.History;
import org.jline.reader.LineReader;

/**
 * The cells of this and earlier sessions, as JLine wants them, whole cells each. The file is read on another thread
 * from the beginning on, so that the prompt need not wait; whoever looks back waits for it. A cell is in the file when
 * it has been added. Left out: blank cells, those that begin with a blank, and a cell equal to the one before. Used by
 * the typing thread.
 */
final class CellHistory implements History {

    private final HistoryFile file;
    private final Clock clock;
    private final CompletableFuture<List<HistoryRecord>> loading;
    private final List<HistoryRecord> records = new ArrayList<>();
    private boolean loaded;
    private boolean writable = true;
    private int index;

    private CellHistory(HistoryFile file, Clock clock, CompletableFuture<List<HistoryRecord>> loading) {
        this.file = file;
        this.clock = clock;
        this.loading = loading;
    }

    /** The history in a file, being read from now on. */
    static CellHistory open(Path file, int limit, Clock clock) {
        HistoryFile historyFile = new HistoryFile(file, limit);
        return new CellHistory(
                historyFile,
                clock,
                CompletableFuture.supplyAsync(
                        () -> load(historyFile),
                        task -> Thread.ofPlatform()
                                .daemon()
                                .name("shell-history")
                                .start(task)));
    }

    private static List<HistoryRecord> load(HistoryFile file) {
        try {
            return file.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(String cell) {
        add(clock.instant(), cell);
    }

    @Override
    public void add(Instant time, String line) {
        String cell = line.stripTrailing();
        if (cell.isEmpty() || cell.startsWith(" ")) {
            return;
        }
        List<HistoryRecord> all = all();
        boolean repeated = !all.isEmpty() && all.getLast().text().equals(cell);
        HistoryRecord entry = new HistoryRecord(time, cell);
        if (!repeated) {
            all.add(entry);
            write(entry);
        }
        index = records.size();
    }

    /** A full or forbidden disk must not disturb the session: it is said once, and the cells stay in memory. */
    private void write(HistoryRecord entry) {
        if (!writable) {
            return;
        }
        try {
            file.append(entry);
        } catch (IOException e) {
            writable = false;
            warn("The history file is not written any more: " + e, e);
        }
    }

    /** Loggers are looked up when they are needed: that costs a start 10 ms. */
    private static void warn(String sentence, Exception cause) {
        System.getLogger(CellHistory.class.getName()).log(System.Logger.Level.WARNING, sentence, cause);
    }

    /** The rest of the newest cell that begins with a text; empty if there is none, or the file is still being read. */
    Optional<String> continuation(String text) {
        if (text.isBlank() || !loaded && !loading.isDone()) {
            return Optional.empty();
        }
        List<HistoryRecord> all = all();
        for (int i = all.size() - 1; i >= 0; i--) {
            String candidate = all.get(i).text();
            if (candidate.length() > text.length() && candidate.startsWith(text)) {
                return Optional.of(candidate.substring(text.length()));
            }
        }
        return Optional.empty();
    }

    /** All cells, oldest first. */
    List<String> cells() {
        return all().stream().map(HistoryRecord::text).toList();
    }

    private List<HistoryRecord> all() {
        if (!loaded) {
            loaded = true;
            try {
                records.addAll(0, loading.join());
            } catch (CompletionException e) {
                writable = false;
                warn(
                        "The history file cannot be read, and is not written: "
                                + e.getCause().getMessage(),
                        e);
            }
            index = records.size();
        }
        return records;
    }

    @Override
    public void attach(LineReader reader) {
        index = records.size(); // reading has begun with construction
    }

    @Override
    public void load() {
        all();
    }

    @Override
    public void save() {
        // every cell has been written when it was added
    }

    @Override
    public void write(Path target, boolean incremental) {
        throw new UnsupportedOperationException("The history writes its own file only; there is %history for others.");
    }

    @Override
    public void append(Path target, boolean incremental) {
        write(target, incremental);
    }

    @Override
    public void read(Path source, boolean checkDuplicates) {
        throw new UnsupportedOperationException("The history reads its own file only.");
    }

    @Override
    public void purge() {
        throw new UnsupportedOperationException("The history is not emptied from within; delete its file.");
    }

    @Override
    public int size() {
        return all().size();
    }

    @Override
    public int index() {
        all();
        return index;
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public int last() {
        return size() - 1;
    }

    @Override
    public String get(int at) {
        return all().get(at).text();
    }

    @Override
    public ListIterator<Entry> iterator(int from) {
        List<Entry> entries = new ArrayList<>(size());
        for (HistoryRecord entry : all()) {
            entries.add(new Numbered(entries.size(), entry));
        }
        return Collections.unmodifiableList(entries).listIterator(Math.clamp(from, 0, entries.size()));
    }

    @Override
    public String current() {
        return index < size() ? get(index) : "";
    }

    @Override
    public boolean previous() {
        return moveTo(index() - 1);
    }

    @Override
    public boolean next() {
        if (index() >= size()) {
            return false;
        }
        index++;
        return index < size();
    }

    @Override
    public boolean moveToFirst() {
        return moveTo(0);
    }

    @Override
    public boolean moveToLast() {
        return moveTo(last());
    }

    @Override
    public boolean moveTo(int at) {
        if (at < 0 || at >= size()) {
            return false;
        }
        index = at;
        return true;
    }

    @Override
    public void moveToEnd() {
        index = records.size();
    }

    @Override
    public void resetIndex() {
        index = Math.min(index, records.size());
    }

    private record Numbered(int index, HistoryRecord entry) implements Entry {
        @Override
        public Instant time() {
            return entry.time();
        }

        @Override
        public String line() {
            return entry.text();
        }
    }
}
