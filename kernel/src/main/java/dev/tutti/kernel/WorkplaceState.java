package dev.tutti.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The folder of a session's commands and its history, bookmarks and aliases. Any thread. */
final class WorkplaceState {

    private static final int KEPT = 100;

    private final Path start = Path.of("").toAbsolutePath();
    private final List<Path> visited = new ArrayList<>(List.of(start));
    private final SortedMap<String, Path> bookmarks = new ConcurrentSkipListMap<>();
    private final SortedMap<String, String> aliases = new ConcurrentSkipListMap<>();

    synchronized Path directory() {
        return visited.getLast();
    }

    synchronized List<Path> visited() {
        return List.copyOf(visited);
    }

    /** Commands run elsewhere now. */
    synchronized void move(Path folder) {
        if (!folder.equals(visited.getLast())) {
            visited.add(folder);
        }
        if (visited.size() > KEPT) {
            visited.removeFirst();
        }
    }

    /** A fresh local engine begins where the first began. */
    void begin() {
        move(start);
    }

    SortedMap<String, Path> bookmarks() {
        return bookmarks;
    }

    SortedMap<String, String> aliases() {
        return aliases;
    }
}
